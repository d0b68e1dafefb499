"""«Ungdomsløpet» as players see it: whole people, true names, three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.load import load_scenario
from game.engine.action import ChooseMeasure
from game.engine.game_state import Chosen, GameState, Phase
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.what_if.youth import youth_ahead
from game.text.translate import LANGUAGES, Translator, load_catalogue
from game.view.youth import YouthView, youth
from tests.kit import a_game, fjellvik, go_to, with_cards
from tests.view.test_views import strings

CATALOGUE = load_catalogue()


def seen(state: GameState, language: str = "nb", scenario=None) -> YouthView:
    scenario = scenario or fjellvik()
    return youth(state, scenario, youth_ahead(state, scenario), Translator(language, CATALOGUE))


def choosing(*cards: str, seed: int = 7) -> Session:
    session = with_cards(go_to(a_game(seed), Phase.MEASURES), *cards)
    for card in cards:
        session.do(ChooseMeasure(card))
    return session


def counts(view: YouthView, row: str) -> list[int]:
    found = next(one for one in view.road.rows if one.id == row)
    return [sum(step.counts) for step in found.years]


def test_before_anything_is_chosen_nobody_has_met_the_municipality() -> None:
    view = seen(choosing().state)

    assert not any(age.met for age in view.school.ages)
    assert view.school.sentence == "Ingen tilbud fra dere når dem."
    assert view.cards == () and view.cards_title.startswith("Ingen av valgene")
    assert all(step.more == "" for step in view.road.rows[2].years)


def test_the_sixteen_to_nineteen_year_olds_are_those_who_live_there() -> None:
    state = choosing().state
    view = seen(state)
    living = float(state.municipality.population[:, 16:20, 0].sum())

    assert [age.label for age in view.school.ages] == ["16 år", "17 år", "18 år", "19 år"]
    assert sum(age.count for age in view.school.ages) == round(living)


def test_a_card_that_is_chosen_moves_the_picture_before_it_is_locked() -> None:
    view = seen(choosing("apprentices").state)

    assert [card.name for card in view.cards] == ["Lærlingløft"]
    assert view.cards[0].is_new and view.cards[0].lines == ("Flere begynner 2026–2033",)
    assert all(step.more.startswith("+") for step in view.road.rows[2].years)
    assert "flere enn vanlig" in view.detail


def test_last_year_is_told_with_how_many_began_by_the_card_alone() -> None:
    session = go_to(choosing("apprentices"), Phase.REPORT)
    (card,) = seen(session.state).cards
    pushed = sum(p.amount for p in session.state.pushes if p.variable == "apprentices")
    usual = session.state.latest.intake[0, 0, 0] / (1.0 + pushed)

    assert not card.is_new
    assert f"+{round(usual * pushed)} begynte i 2026" in card.lines


def test_an_open_day_reaches_only_those_who_were_fifteen_or_sixteen() -> None:
    state = choosing().state
    day = replace(state, chosen=(Chosen(2026, "career_day"),), phase=Phase.REPORT)
    met = {}
    for year in (2026, 2028, 2030, 2032):
        # the year after is looked at; the open days were held from 2026 to 2028
        ages = seen(replace(day, year=year)).school.ages
        met[year] = [age.met for age in ages]

    assert met[2026] == [True, True, False, False]
    assert met[2028] == [True, True, True, True]
    assert met[2030] == [False, False, True, True]
    assert not any(met[2032])


def test_who_finishes_within_the_training_is_in_training_already() -> None:
    done = next(row for row in seen(choosing().state).road.rows if row.id == "done")

    assert [step.known for step in done.years] == [
        (True, True), (True, True), (False, True), (False, False),
    ]  # fmt: skip


def test_whole_people_follow_the_model_through_the_years() -> None:
    scenario = load_scenario("ytterskjaer")
    state = new_session(scenario, 7, Setup.of("lesson", "usual")).state
    ahead, view = youth_ahead(state, scenario), seen(state, scenario=scenario)

    # a third of a person a year is one person in three years, and never a third
    assert abs(sum(counts(view, "job")) - float(ahead.hired.sum())) <= 1.0
    assert any(count == 0 for count in counts(view, "job"))
    for job, done in zip(counts(view, "job"), counts(view, "done"), strict=True):
        assert job <= done


def where_nobody_thrives(year: int, phase: Phase = Phase.REPORT) -> tuple[str, ...]:
    """What is said of a lift that was chosen in 2026, after `year`."""
    state = choosing().state
    tired = replace(state.records[-1], year=year, values={**state.now, "wellbeing": 35.0})
    lifted = (Chosen(2026, "apprentices"),)
    view = seen(replace(state, records=(tired,), chosen=lifted, year=year, phase=phase))
    return view.cards[0].lines


def test_why_the_lift_does_less_where_nobody_thrives_is_in_the_authors_words() -> None:
    assert where_nobody_thrives(2027) == (
        "Flere begynner 2026–2033",
        "Ingen hadde tid til å veilede",
    )


def test_a_lift_that_is_over_is_told_as_past() -> None:
    assert where_nobody_thrives(2034) == ("Flere begynte 2026–2033",)


def test_the_road_says_when_those_who_begin_are_done() -> None:
    begin = next(row for row in seen(choosing().state).road.rows if row.id == "begin")

    assert begin.years[0].spoken.endswith("Ferdige i 2028 og 2029")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_whole_in_every_language(language: str) -> None:
    session = go_to(choosing("apprentices", "summer_jobs"), Phase.REPORT)
    told = strings(seen(session.state, language))

    assert told and not [text for text in told if "{" in text or "}" in text]
    assert all(len(text.split()) <= 20 for text in told)
