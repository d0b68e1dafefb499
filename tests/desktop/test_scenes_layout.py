"""Every scene at every size, scale and language: nothing clipped, nothing on top of another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from crawl import faults_of, ui_with
from scenes_kit import (
    Window,
    press,
    start_game,
    through_council,
    to_end,
    to_measures,
    to_report,
    usable,
)

from game.desktop.play import Play
from game.desktop.scenes.advisers import AdviceDialog
from game.desktop.scenes.ask import AskToReplace
from game.desktop.scenes.choose import ChooseScene
from game.desktop.scenes.future import FutureDialog
from game.desktop.scenes.lock import LockDialog
from game.desktop.scenes.more import MoreDialog, StandingDialog
from game.desktop.scenes.pause import PauseDialog
from game.desktop.scenes.phases import scene_of
from game.desktop.scenes.picture import LookDialog
from game.desktop.scenes.settings import SettingsDialog
from game.desktop.scenes.strategy import StrategyScene
from game.desktop.scenes.terms import TermsDialog
from game.desktop.scenes.title import TitleScene
from game.desktop.scenes.what_we_did import WhatWeDidDialog
from game.engine.council import needs_council
from game.engine.game_state import Phase
from game.view.picture import picture

SIZES = ((1024, 600), (1366, 768), (1920, 1080))
SCALES = (75, 100, 150, 200)
LANGUAGES = ("nb", "nn", "en")
LOOKS = [
    (size, scale, LANGUAGES[(row + column) % 3])
    for row, size in enumerate(SIZES)
    for column, scale in enumerate(SCALES)
] + [((1280, 720), 100, language) for language in LANGUAGES]
PHASES = [phase.value for phase in Phase]
DIALOGS = ("settings", "pause", "replace", "lock", "look", "future", "account", "loops", "terms")
OF_THE_RULES = ("goals", "lead", "roles", "bound", "park", "advice", "standing")


@pytest.fixture(scope="module")
def games(tmp_path_factory) -> dict[str, Play]:
    """A game stopped in each phase, late enough for everything to be on the screen."""
    stopped = {}
    for phase in PHASES:
        window = Window(tmp_path_factory.mktemp(phase))
        start_game(window)
        _play_to(window, phase)
        assert window.phase == phase
        stopped[phase] = window.play
    return stopped


def _case_number(window: Window) -> int | None:
    """The place of the first case for the council on the table that can be paid."""
    game = window.play.game
    for number, card in enumerate(game.state.table, 1):
        if needs_council(card, game.state, game.scenario) and usable(window, f"card:{number}"):
            return number
    return None


def _play_to_council(window: Window) -> None:
    """To the first meeting where a group makes an offer."""
    while True:
        to_measures(window)
        number = _case_number(window)
        if number is not None:
            press(window, f"card:{number}")
        press(window, "lock", "locked")
        if window.phase == "council" and usable(window, "answer:"):
            return
        through_council(window)
        press(window, "go_on", "go_on")


def _play_to(window: Window, phase: str) -> None:
    if phase == "council":
        _play_to_council(window)
        return
    for _ in range(2):
        to_report(window)
        press(window, "go_on")
    if phase == "over":
        to_end(window)
    if phase in ("event", "measures", "passing", "report"):
        press(window, "go_on")
        assert window.phase == "event"
    if phase in ("measures", "passing", "report"):
        window.ui.press(usable(window, "option:")[0])
        press(window, "go_on")
        window.ui.press(usable(window, "card:")[0])
    if phase in ("passing", "report"):
        press(window, "lock", "locked")
        through_council(window)
    if phase == "report":
        press(window, "go_on")


def _scene(name: str, games: dict[str, Play], ui):
    game = games["measures"].game
    match name:
        case "title":
            return TitleScene(games["measures"])
        case "choose":
            return ChooseScene(games["measures"])
        case "settings":
            return SettingsDialog()
        case "pause":
            return PauseDialog()
        case "replace":
            return AskToReplace("fjellvik")
        case "lock":
            return LockDialog(game)
        case "look":
            return LookDialog(picture(game.state, game.scenario, ui.t).town)
        case "future":
            return FutureDialog(game)
        case "account":
            return WhatWeDidDialog(games["over"].game)
        case "loops":
            dialog = WhatWeDidDialog(games["over"].game)
            dialog.handle(("tab", "loops"))
            return dialog
        case "terms":
            return TermsDialog("trust")
        case "goals":
            return StrategyScene(games["picture"])
        case "lead" | "roles" | "bound" | "park":
            return MoreDialog(game, name)
        case "advice":
            return AdviceDialog(game, game.state.table)
        case "standing":
            return StandingDialog(game)
    return scene_of(Phase(name), games[name])


def _show(ui, scene) -> None:
    """With everything on it that is counted beside the window."""
    ui.push(scene)
    if hasattr(scene, "finish"):
        scene.finish()


def _scrolls(ui, fault: str) -> bool:
    """A dialog higher than the window scrolls; its panel is then lower than what is in it."""
    return fault.startswith("dialog «") and " high and needs " in fault and ui.page_scrolls


@pytest.mark.parametrize(("size", "scale", "language"), LOOKS)
def test_nothing_is_clipped_or_overlaps(games, size, scale, language):
    found = []
    for name in ("title", "choose", *PHASES, *DIALOGS, *OF_THE_RULES):
        ui = ui_with(TitleScene(games["measures"]), size, text_scale=scale, language=language)
        _show(ui, _scene(name, games, ui))
        found += [f"{name}: {fault}" for fault in faults_of(ui) if not _scrolls(ui, fault)]
    assert found == []


def test_a_page_at_normal_size_needs_no_scrolling(games):
    for language in LANGUAGES:
        for name in ("title", "choose", *PHASES, *DIALOGS, *OF_THE_RULES):
            ui = ui_with(TitleScene(games["measures"]), (1280, 720), language=language)
            _show(ui, _scene(name, games, ui))
            assert not ui.page_scrolls, f"{name} in {language}"


def test_any_six_cards_fit_on_the_table(games):
    game = games["measures"].game
    laid, ids = game.session.state, [measure.id for measure in game.scenario.measures]
    crowded = []
    try:
        for language in LANGUAGES:
            ui = ui_with(scene_of(Phase.MEASURES, games["measures"]), language=language)
            for first in range(0, len(ids), 6):
                table = tuple((ids[first:] + ids)[:6])
                game.session.state = replace(laid, table=table, picked=())
                ui.rebuild()
                crowded += [(language, table)] if ui.page_scrolls else []
    finally:
        game.session.state = laid
    assert crowded == []


def test_the_primary_button_stands_where_it_always_stands(games):
    corners = set()
    for name, button in (("picture", "go_on"), ("event", "go_on"), ("measures", "lock")):
        ui = ui_with(scene_of(Phase(name), games[name]), (1280, 720))
        corners.add(ui.find(name=button).rect.bottomright)
    assert len(corners) == 1
