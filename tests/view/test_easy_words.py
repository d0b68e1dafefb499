"""What a player reads first and what the report says are easy to read: LIX by text type."""

from __future__ import annotations

from functools import cache

import pytest

from game.content.load import list_scenarios, load_scenario
from game.content.presets import load_presets
from game.engine.game_state import Phase
from game.engine.session import new_session
from game.engine.setup import Setup
from game.lab.players import ALL_PLAYERS
from game.text.translate import Translator, load_catalogue
from game.view.picture import picture
from game.view.report import report
from tests.content.easy_words import lix

EASIEST, REPORT = 28.0, 34.0
"""The highest LIX of the start and the stand, and of a year report: game.md 6.3."""
FIXED = ("nb", "nn")
"""The languages that LIX is made for."""


@cache
def words(language: str) -> Translator:
    return Translator(language, load_catalogue())


@pytest.mark.parametrize("language", FIXED)
def test_the_start_is_the_easiest_of_all_to_read(language: str) -> None:
    t = words(language)
    said = [t.pick(preset.text) for preset in load_presets()]
    for listed in list_scenarios():
        scenario = load_scenario(listed.path)
        said += [t.pick(text) for text in (scenario.summary, scenario.strength, scenario.knot)]
        for preset in ("stand", "free"):
            view = picture(new_session(scenario, 1, Setup.of(preset)).state, scenario, t)
            said += [view.opening, *view.news]

    assert lix(text for text in said if text) <= EASIEST


@pytest.mark.parametrize("language", FIXED)
@pytest.mark.parametrize("place", ["fjellvik", "storvag"])
def test_the_year_reports_of_a_game_are_easy_to_read(place: str, language: str) -> None:
    scenario, t = load_scenario(place), words(language)
    session = new_session(scenario, 2, Setup.of("free"))
    said: list[str] = []
    while not session.state.is_over:
        if session.state.phase is Phase.REPORT:
            view = report(session.state, scenario, t)
            said += [view.headline, view.lead, view.article, *view.quotes, view.letter, view.hook]
            said += [view.why.title, view.why.sentence, view.without]
        session.do(ALL_PLAYERS["ways"](session.state, scenario))

    assert lix(text for text in said if text) <= REPORT
