"""The rules of play at the window: cases, the council, goals, steps, the drawer and advice."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from crawl import faults_of, ui_with
from scenes_kit import Keys, Mouse, Window, press, start_game, usable

from game.desktop.scenes.controller import Controller
from game.desktop.scenes.council import CouncilScene
from game.desktop.scenes.measures import MeasuresScene
from game.desktop.scenes.phases import scene_of
from game.desktop.scenes.steps import StepsDialog
from game.engine.action import GoOn, LeaveUnanswered
from game.engine.council import needs_council, vote_on
from game.engine.game_state import Chosen, Offer, Phase, Project, Vote
from game.engine.session import new_session
from game.engine.setup import Setup
from tests.kit import fjellvik

WORDS_ON_A_DIALOG = 60


def at_measures(folder, preset="free", table=(), **changes) -> Window:
    """A window at the cards, with the table and the state that a test needs."""
    window = Window(folder)
    session = new_session(fjellvik(), 7, Setup.of(preset, "usual"))
    while session.state.phase is not Phase.MEASURES:
        if session.state.phase is Phase.EVENT:
            session.do(LeaveUnanswered())
        session.do(GoOn())
    laid = replace(session.state, table=table or session.state.table, **changes)
    session.state = laid
    session.year_starts[laid.year] = laid
    window.play.game = Controller(window.play, session, folder / "autosave.jsonl")
    window.ui.push(window.play.game.scene())
    window.pump()
    return window


def with_a_case(folder, **changes) -> Window:
    """At the cards, the first of which is a case for the council."""
    return at_measures(folder, table=("rota_together", "simpler_forms"), **changes)


def an_offer(folder, kind: str = "smaller", **changes) -> Window:
    """In a meeting where the town list would give its votes for something."""
    vote = Vote("rota_together", (8, 0, 0, 7, 0), 18, Offer("town_list", kind, "innovation"))
    window = with_a_case(folder, picked=("rota_together",), **changes)
    session = window.play.game.session
    session.state = replace(session.state, phase=Phase.COUNCIL, votes=(vote,))
    window.ui.push(window.play.game.scene())
    window.pump()
    return window


# Cases


def test_a_case_can_be_discussed_and_heard_by_key_and_its_anchoring_grows(tmp_path):
    window = with_a_case(tmp_path)
    keys = Keys(window)
    keys.letter("1")
    before = window.ui.find(role="bar", name="anchoring:rota_together").amount
    keys.letter("t")
    keys.letter("g")
    after = window.ui.find(role="bar", name="anchoring:rota_together").amount
    assert after == before + 50.0
    assert window.play.game.state.prepared[0].involve
    assert window.play.game.state.prepared[0].hearing
    keys.letter("t")
    assert not window.play.game.state.prepared[0].involve


def test_the_same_can_be_done_with_the_mouse(tmp_path):
    window = with_a_case(tmp_path)
    mouse = Mouse(window)
    mouse.choose("button", "Sammen om årsturnus")
    mouse.choose("button", "Ta med de tillitsvalgte")
    assert "pressed" in window.ui.find(name="involve:rota_together").state()


def test_without_effort_left_the_unions_cannot_be_asked_and_it_says_why(tmp_path):
    held = (Project("medicine_dispenser", 3, None),)
    window = with_a_case(tmp_path, picked=("rota_together",), projects=held)
    toggle = window.ui.find(name="involve:rota_together")
    assert not toggle.enabled
    assert "omstillingskraft" in toggle.tip


def test_a_case_on_the_table_is_marked_with_the_scales(tmp_path):
    window = with_a_case(tmp_path)
    marks = [w for w in window.ui.find_all(role="image") if w.label == "Sak for kommunestyret"]
    card = window.ui.find(name="card:1")
    assert [mark in list(card.walk()) for mark in marks] == [True]


def test_a_game_without_a_council_has_no_cases(tmp_path):
    state = new_session(fjellvik(), 7, Setup.of("stand", "usual")).state
    assert not needs_council("rota_together", state, fjellvik())


# Parking


def test_x_keeps_the_card_with_focus_and_says_so_on_the_card(tmp_path):
    window = at_measures(tmp_path)
    keys = Keys(window)
    window.ui.move_focus("card:3")
    keys.letter("x")
    third = window.play.game.state.table[2]
    assert window.play.game.state.parked == third
    assert "Parkert" in window.texts()
    keys.letter("x")
    assert window.play.game.state.parked is None


def test_a_card_is_kept_with_the_mouse_from_the_drawer(tmp_path):
    window = at_measures(tmp_path)
    mouse = Mouse(window)
    mouse.choose("button", "Mer")
    mouse.choose("radio", "Parker")
    title = window.play.game.scenario.decisions[window.play.game.state.table[1]].title.nb
    mouse.choose("radio", title)
    assert window.play.game.state.parked == window.play.game.state.table[1]


# The drawer


def test_the_leaders_practise_one_area_and_the_same_key_lets_go_of_it(tmp_path):
    window = at_measures(tmp_path)
    keys = Keys(window)
    keys.letter("e")
    keys.letter("3")
    assert window.play.game.state.lead == "relations"
    keys.letter("3")
    assert window.play.game.state.lead is None


def test_the_drawer_shows_only_what_the_game_has(tmp_path):
    window = at_measures(tmp_path, preset="lesson")
    press(window, "more")
    tabs = [w.label for w in window.ui.find_all(role="radio")]
    assert tabs == ["Rollekort", "Fire år fram", "Parker", "Ungdomsløpet"]


def test_a_role_uses_its_own_card_once_and_can_take_it_back(tmp_path):
    window = at_measures(tmp_path)
    press(window, "more", "tab:roles", "role:hr", "use:hr:0")
    assert [special.role for special in window.play.game.state.specials] == ["hr"]
    press(window, "use:hr:0")
    assert window.play.game.state.specials == ()


def test_the_money_ahead_has_four_bars_and_a_chosen_card_makes_them_longer(tmp_path):
    window = at_measures(tmp_path)
    press(window, "more", "tab:bound")
    empty = [w.amount for w in window.ui.find_all(role="bar") if w.name.startswith("bound:")]
    press(window, "close", "card:2", "more", "tab:bound")
    bound = [w.amount for w in window.ui.find_all(role="bar") if w.name.startswith("bound:")]
    assert len(bound) == 4
    assert bound[0] > empty[0]


# Steps and states


def a_trial_from(year: int) -> dict:
    return {"chosen": (Chosen(year, "medicine_dispenser"),), "picked": ()}


def test_a_trial_is_measured_from_the_row_of_steps(tmp_path):
    window = at_measures(tmp_path, **a_trial_from(2025))
    keys = Keys(window)
    keys.letter("v")
    keys.letter("a")
    assert window.play.game.state.picked == ("medicine_dispenser.evaluated",)
    keys.press(pygame.K_ESCAPE)
    assert "pressed" in window.ui.find(name="step:medicine_dispenser").state()
    keys.letter("l")
    assert "Mål hva prøven ga" in window.texts()


def test_a_step_shows_what_it_does_before_it_is_taken(tmp_path):
    window = at_measures(tmp_path, **a_trial_from(2025))
    press(window, "step:medicine_dispenser")
    for card in usable(window, "further:"):
        assert card.value


def test_a_state_one_is_in_says_how_to_climb_out(tmp_path):
    window = at_measures(tmp_path)
    game = window.play.game
    low = dict(game.state.now) | {"trust": 15.0}
    game.session.state = replace(game.state, records=(replace(game.state.records[-1], values=low),))
    window.ui.rebuild()
    press(window, "standing")
    assert "Mistillit" in window.texts()
    assert "Nå er den 15" in window.texts()


# The council


@pytest.mark.parametrize(("key", "result"), [("a", "VEDTATT"), ("c", "TRUKKET")])
def test_an_offer_is_answered_by_key_and_the_result_is_stamped(tmp_path, key, result):
    window = an_offer(tmp_path)
    keys = Keys(window)
    assert not window.ui.find(name="go_on").enabled
    keys.letter(key)
    assert result in window.texts()
    keys.press(pygame.K_RETURN)
    assert window.phase == "passing"


def test_to_stand_firm_ends_the_case_one_way_or_the_other(tmp_path):
    window = an_offer(tmp_path)
    Mouse(window).choose("button", "Stå fast")
    assert ("VEDTATT" in window.texts()) != ("AVVIST" in window.texts())


def test_enter_does_not_accept_an_offer_nobody_has_read(tmp_path):
    window = an_offer(tmp_path)
    Keys(window).press(pygame.K_RETURN)
    assert window.play.game.state.votes[0].answer == ""


def test_an_offer_says_what_the_group_wants_and_a_promise_is_remembered(tmp_path):
    window = an_offer(tmp_path, kind="pledge")
    assert "et kort fra «Innovasjon» innen" in window.texts()
    press(window, "answer:A", "go_on")
    assert [pledge.party for pledge in window.play.game.state.pledges] == ["town_list"]


def test_the_vote_can_be_told_without_colour(tmp_path):
    window = an_offer(tmp_path)
    hall = window.ui.find(name="hall")
    assert hall.label == "15 stemmer ja og 20 stemmer nei. Det trengs 18."
    assert len(hall.seats) == 35
    assert len({row for row, _ in hall.seats}) == 5


def test_every_group_says_something_and_its_promises_can_be_read(tmp_path):
    window = an_offer(tmp_path)
    cards = [w for w in window.ui.top.order if w.name.startswith("group:")]
    assert len(cards) == 5
    for card in cards:
        assert len(card.value.split()) > 12


def test_a_real_vote_is_shown_as_the_engine_counted_it(tmp_path):
    window = with_a_case(tmp_path, picked=("rota_together",))
    game = window.play.game
    vote = vote_on("rota_together", game.state, game.scenario)
    press(window, "lock", "locked")
    yes = sum(said for _, said in window.ui.find(name="hall").seats)
    assert yes == sum(vote.yes)


def test_a_group_one_presses_is_heard(tmp_path):
    window = an_offer(tmp_path)
    Mouse(window).choose("button", "Nøysomlista")
    strip = window.ui.find(name="follow")
    assert strip.wanted(window.ui) is strip.parts["group:thrift_list"]
    assert window.play.game.state.votes[0].waits


# Goals


def test_three_goals_and_their_owners_are_set_by_key_from_the_picture(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    keys = Keys(window)
    keys.letter("s")
    for goal in ("Unge vil jobbe her", "Heltid er det vanlige", "Nytt som blir brukt"):
        keys.choose("button", goal)
    keys.letter("l")
    goals = window.play.game.state.goals
    assert [goal.id for goal in goals] == ["recruit_young", "full_time", "innovation"]
    assert len({goal.owner for goal in goals}) == 3
    assert window.phase == "picture"


def test_a_role_that_takes_a_goal_gives_away_the_one_it_had(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    press(
        window, "goals", "goal:full_time", "goal:innovation", "owner:full_time:hr", "goal:together"
    )
    press(window, "decide")
    owners = {goal.id: goal.owner for goal in window.play.game.state.goals}
    assert owners["full_time"] == "hr"
    assert owners["innovation"] == "director"


def test_the_goals_can_be_skipped_and_nothing_is_set(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    press(window, "goals", "goal:full_time", "skip")
    assert window.phase == "picture"
    assert window.play.game.state.goals == ()


def test_a_fourth_goal_must_wait_until_one_is_put_back(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    press(window, "goals", *[f"goal:{g}" for g in ("full_time", "innovation", "together")])
    press(window, "goal:attendance")
    assert "tre" in window.ui.tips.message
    press(window, "goal:together", "goal:attendance", "decide")
    assert "attendance" in [goal.id for goal in window.play.game.state.goals]


# Advice


def test_two_advisers_who_disagree_are_both_heard(tmp_path):
    window = at_measures(tmp_path, table=("rota_together", "simpler_forms"))
    Keys(window).letter("d")
    assert "FOR" in window.texts().split("\n")
    assert "IMOT" in window.texts().split("\n")


def test_advice_on_an_event_is_about_its_answers(tmp_path):
    window = Window(tmp_path)
    start_game(window)
    press(window, "go_on")
    labels = [w.label for w in window.ui.top.root.walk() if w.name.startswith("option:")]
    Keys(window).letter("d")
    assert any(label in window.texts() for label in labels)
    press(window, "next")
    assert labels[1] in window.texts()


def test_each_role_tells_what_it_alone_knows(tmp_path):
    window = at_measures(tmp_path)
    press(window, "advice")
    told = set()
    for option in [w.name for w in window.ui.find_all(role="radio")]:
        press(window, option)
        told.add(window.texts())
    assert len(told) == 6


# All of it, large and small


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_nothing_of_the_new_is_clipped_or_out_of_reach(tmp_path, scale, language):
    window = an_offer(tmp_path, chosen=(Chosen(2025, "medicine_dispenser"),))
    game = window.play.game
    for scene in (CouncilScene(window.play), StepsDialog(game, "medicine_dispenser")):
        ui = ui_with(scene_of(Phase.PICTURE, window.play), text_scale=scale, language=language)
        ui.push(scene)
        found = [f for f in faults_of(ui) if not (ui.page_scrolls and f.startswith("dialog"))]
        assert found == []
    game.session.state = replace(game.state, phase=Phase.MEASURES, votes=())
    ui = ui_with(MeasuresScene(window.play), text_scale=scale, language=language)
    assert faults_of(ui) == []


def test_a_dialog_of_the_rules_is_never_a_wall_of_words(tmp_path):
    window = at_measures(tmp_path)
    for names in (("more",), ("more", "tab:roles"), ("more", "tab:bound"), ("advice",)):
        press(window, *names)
        texts = [w.label for w in window.ui.top.root.walk() if w.role in ("text", "heading")]
        assert sum(len(text.split()) for text in texts) <= WORDS_ON_A_DIALOG, texts
        press(window, "close")


def test_the_lesson_asks_for_the_years_of_its_turn(tmp_path):
    window = at_measures(tmp_path, preset="lesson")
    assert "de neste 3 årene" in window.texts()
    assert window.sees("button", "Lås 3 år")


def test_the_stand_goes_straight_from_the_answer_to_the_years(tmp_path):
    window = Window(tmp_path)
    session = new_session(fjellvik(), 7, Setup.of("stand", "usual"))
    window.play.game = Controller(window.play, session, tmp_path / "autosave.jsonl")
    window.ui.push(window.play.game.scene())
    press(window, "go_on")
    assert window.ui.find_all(name="advice") == []
    window.ui.press(usable(window, "option:")[0])
    press(window, "go_on")
    assert window.phase == "passing"
