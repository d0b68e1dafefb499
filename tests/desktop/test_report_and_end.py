"""The report that asks first, the monitor, the book of loops and the end, in the window."""

from __future__ import annotations

from datetime import date

import pytest
from crawl import faults_of
from scenes_kit import Window, press, start_game

from game.desktop.scene import Reset
from game.desktop.scenes.ending import EndScene
from game.desktop.scenes.lock import LockDialog
from game.desktop.scenes.report import ReportScene
from game.engine.game_state import Phase
from game.engine.setup import place_of_the_day
from game.engine.turn_causes import causes_over, main_cause
from game.lab.players import PLAYERS

DIALOGS = ("more", "paper", "loops", "monitor")


def at_report(folder, turn=2, **settings) -> Window:
    """A window at the report of a turn, the years before it played by nobody at the keys."""
    window = Window(folder, **{"preset": "lesson", **settings})
    start_game(window)
    session = unsaved(window)
    while (session.state.phase, session.state.turn) != (Phase.REPORT, turn):
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    window.ui.stage.perform(Reset(ReportScene(window.play)))
    window.pump()
    return window


def at_the_end(folder, **settings) -> Window:
    window = Window(folder, **{"preset": "lesson", **settings})
    start_game(window)
    session = unsaved(window)
    while not session.state.is_over:
        session.do(PLAYERS["balanced"](session.state, session.scenario))
    window.ui.stage.perform(Reset(EndScene(window.play)))
    window.pump()
    return window


def unsaved(window: Window):
    """The game, which is not written to disk after each action while a player hurries through."""
    session = window.play.game.session
    session.listeners.clear()
    return session


def faults(window: Window) -> list[str]:
    """What is wrong with what is shown; a dialog that scrolls is higher than its panel."""
    scrolls = window.ui.page_scrolls
    return [
        fault
        for fault in faults_of(window.ui)
        if not (scrolls and fault.startswith("dialog «") and " high and needs " in fault)
    ]


def right_cause(window: Window) -> str:
    scene = window.ui.top.scene
    return main_cause(causes_over(scene._years, scene._asked_meter()))


def test_the_third_report_asks_and_shows_no_causes_before_it_is_answered(tmp_path):
    window = at_report(tmp_path)

    guesses = [w.name for w in window.ui.top.root.walk() if w.name.startswith("guess:")]
    assert len(guesses) == 3
    assert not window.ui.find_all(name="why chart")


def test_a_right_guess_is_told_and_the_causes_are_shown(tmp_path):
    window = at_report(tmp_path)
    press(window, f"guess:{right_cause(window)}")

    assert "Dere traff!" in window.texts()
    assert window.ui.find_all(name="why chart")
    assert len(window.play.game.state.guesses) == 1


def test_who_will_not_guess_can_see_the_answer_or_go_on(tmp_path):
    window = at_report(tmp_path)
    press(window, "skip")
    assert window.ui.find_all(name="why chart")
    press(window, "go_on")

    assert window.phase == "picture"
    assert window.play.game.state.guesses == ()


def test_the_sentence_of_what_would_have_been_comes_when_it_is_counted(tmp_path):
    window = at_report(tmp_path)
    press(window, "skip")
    window.ui.top.scene.finish()
    window.pump()

    said = [window.ui.find(name="without").label]
    for meter in ("staffing", "services", "wellbeing", "trust", "money"):
        window.ui.emit(("why", meter))
        window.pump()
        said += [w.label for w in window.ui.find_all(name="without")]
    assert any(text.startswith("Uten ") for text in said)


@pytest.mark.parametrize(("text_scale", "language"), [(100, "nn"), (200, "nb")])
def test_every_dialog_of_the_report_can_be_read(tmp_path, text_scale, language):
    window = at_report(tmp_path, text_scale=text_scale, language=language)
    press(window, "skip")
    for dialog in DIALOGS:
        press(window, dialog)
        finish = getattr(window.ui.top.scene, "finish", None)
        if finish:
            finish()
            window.pump()
        assert faults(window) == [], dialog
        window.ui.escape()
        window.pump()
        assert isinstance(window.ui.top.scene, ReportScene)


@pytest.mark.parametrize("text_scale", [100, 200])
def test_the_question_and_its_answer_can_be_read(tmp_path, text_scale):
    window = at_report(tmp_path, text_scale=text_scale)
    assert faults(window) == []
    press(window, f"guess:{right_cause(window)}")
    assert faults(window) == []
    assert text_scale > 100 or not window.ui.page_scrolls


@pytest.mark.parametrize("text_scale", [100, 200])
def test_the_tabs_of_the_monitor_can_be_read(tmp_path, text_scale):
    window = at_report(tmp_path, text_scale=text_scale, language="en")
    press(window, "skip", "monitor")
    for intent in (("tab", "recruitment"), ("dive", "sick_leave_rate")):
        window.ui.emit(intent)
        window.pump()

        assert faults(window) == []
        assert text_scale > 100 or not window.ui.page_scrolls, intent
    assert window.play.game.state.deep_dive == "sick_leave_rate"


def test_a_factor_of_the_forecast_can_be_held_otherwise(tmp_path):
    window = at_report(tmp_path)
    press(window, "skip", "monitor")
    window.ui.emit(("tab", "recruitment"))
    window.pump()
    before = [w.label for w in window.ui.find_all(role="text")]
    press(window, "factor:position")

    assert [w.label for w in window.ui.find_all(role="text")] != before


def test_there_is_no_monitor_and_no_question_on_the_stand(tmp_path):
    window = at_report(tmp_path, turn=3, preset="stand")

    assert not window.ui.find_all(name="monitor")
    assert window.ui.find_all(name="why chart")


# --- the end --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text_scale", "language"), [(100, "nn"), (200, "nb"), (100, "en")])
def test_every_tab_of_the_end_can_be_read(tmp_path, text_scale, language):
    window = at_the_end(tmp_path, text_scale=text_scale, language=language, preset="double")
    for tab in ("years", "badges", "jobs", "talk"):
        window.ui.emit(("tab", tab))
        window.pump()

        assert faults(window) == []
        assert text_scale > 100 or not window.ui.page_scrolls, tab


def test_the_end_tells_title_test_badges_jobs_and_cards(tmp_path):
    window = at_the_end(tmp_path)
    texts = window.texts()
    assert "2045-prøven: " in texts
    for tab, words in (
        ("badges", "sløyfer funnet"),
        ("jobs", "Denne tenkte ingen på"),
        ("talk", "Det gjorde vondt"),
    ):
        window.ui.emit(("tab", tab))
        window.pump()
        assert words in window.texts()


def test_playing_again_is_the_same_length_and_level(tmp_path):
    window = at_the_end(tmp_path, preset="stand", difficulty="calm")
    setup = window.play.game.session.setup
    press(window, "again")

    assert window.play.game.session.setup == setup
    assert window.play.game.state.year == 2026


# --- before the first year ------------------------------------------------------------------------


def test_length_and_level_are_remembered_and_saved_with_the_game(tmp_path):
    window = Window(tmp_path)
    press(window, "play", "preset:stand", "difficulty:tough", "begin")
    session = window.play.game.session
    assert (session.setup.preset.id, session.setup.difficulty.value) == ("stand", "tough")
    again = Window(tmp_path)
    press(again, "continue")

    assert again.play.game.session.setup == session.setup
    assert window.ui.settings.preset == "stand"


def test_the_municipality_of_the_day_is_one_press_from_the_title(tmp_path):
    window = Window(tmp_path, seed=None)
    day = date(2026, 11, 3)
    window.play.today = lambda: day
    press(window, "today", "begin")

    ids = ["fjellvik", "havnes", "kvitfoss", "lysebygd", "storvag", "ytterskjaer"]
    place, seed = place_of_the_day(day, ids)
    assert window.play.game.scenario.id == place
    assert window.play.game.session.seed == seed


def test_marking_another_place_gives_new_luck(tmp_path):
    window = Window(tmp_path, seed=11)
    press(window, "today", "place:havnes", "begin")

    assert window.play.game.session.seed == 11


def test_without_you_is_played_as_long_and_as_hard(tmp_path):
    window = at_the_end(tmp_path, preset="lesson", difficulty="tough")
    game = window.play.game

    assert game.without()[0].values == game.state.records[0].values
    assert game.shadow.end(game.session.seed).setup == game.session.setup


@pytest.mark.parametrize(("preset", "has"), [("stand", False), ("lesson", True)])
def test_the_book_of_loops_is_there_only_where_loops_can_be_found(tmp_path, preset, has):
    reported = at_report(tmp_path / "report", turn=1, preset=preset)
    over = at_the_end(tmp_path / "end", preset=preset)
    over.ui.emit(("tab", "badges"))
    over.pump()

    assert bool(reported.ui.find_all(name="loops")) is has
    assert bool(over.ui.find_all(name="loops")) is has
    assert ("sløyfer funnet" in over.texts()) is has


@pytest.mark.parametrize(
    ("preset", "yes", "nothing"),
    [
        ("lesson", "Lås, og la årene gå", "Ingen nye tiltak denne gangen"),
        ("free", "Lås, og la året gå", "Ingen nye tiltak i år"),
    ],
)
def test_the_lock_speaks_of_as_many_years_as_it_locks(tmp_path, preset, yes, nothing):
    window = Window(tmp_path, preset=preset)
    start_game(window)
    window.ui.push(LockDialog(window.play.game))
    window.pump()

    assert yes in window.texts() and nothing in window.texts()
    assert ("–" in window.ui.top.scene.title) is (preset == "lesson")
