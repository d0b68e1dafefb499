"""Advice and private facts are true in the model: each is checked against what the game does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.content.common.roles import load_roles
from game.engine.action import ChooseMeasure, GoOn, PrepareCase
from game.engine.apply import apply
from game.engine.decisions import costly_of, effects_of
from game.engine.game_state import Chosen, GameState, Phase, Vote
from game.engine.resources import effort_of, room_total_nok
from game.engine.session import new_session
from game.engine.setup import Setup
from game.engine.specials import ROLES
from game.model.axes import REVENUES
from game.text.translate import Translator, load_catalogue
from game.view.advisers import advice, said_aloud
from game.view.private_facts import (
    four_year_cost,
    grants_ahead,
    hardest_to_replace,
    private_fact,
    refusal_of,
    worth_of_asking,
)
from game.view.steps import trial_strength_of
from tests.kit import a_game, fjellvik, go_to

GRANT = REVENUES.index("grant")


def nb() -> Translator:
    return Translator("nb", load_catalogue())


def cards_now(table: tuple[str, ...] = ()) -> GameState:
    state = go_to(a_game(), Phase.MEASURES).state
    return replace(state, table=table or state.table)


DEALT = [measure.id for measure in fjellvik().measures if measure.dealt]


@pytest.mark.parametrize("card", DEALT)
def test_every_reason_rests_on_something_the_card_really_moves(card):
    state = cards_now((card,))
    for voice in advice(card, state, fjellvik(), nb()).voices:
        moved = {effect.change for effect in effects_of(card, fjellvik())}
        costly = costly_of(card, fjellvik())
        if costly.yearly_cost.value or costly.cost.value:
            moved.add("operating_cost")
        if effort_of(card, state, fjellvik()) >= 2:
            moved.add("change_capacity")
        assert voice.variable in moved


@pytest.mark.parametrize("card", DEALT)
def test_a_role_never_speaks_against_its_own_reasons(card):
    roles = {role.id: role for role in load_roles()}
    for voice in advice(card, cards_now((card,)), fjellvik(), nb()).voices:
        about = [r for r in roles[voice.role].reasons if voice.variable in r.moves]
        assert voice.stance in {reason.stance for reason in about}


def test_most_cards_have_someone_for_and_someone_against():
    disagreeing = [
        card
        for card in DEALT
        if {v.stance for v in advice(card, cards_now((card,)), fjellvik(), nb()).disagree}
        == {"for", "against"}
    ]
    assert len(disagreeing) >= 0.7 * len(DEALT)


def test_a_price_that_takes_most_of_the_money_is_said_by_the_head_of_finance():
    state = cards_now(("fewer_per_leader",))
    poor = replace(
        state, records=(replace(state.records[-1], values={**state.now, "reserve_fund": 0.0}),)
    )
    voices = {v.role: v for v in advice("fewer_per_leader", poor, fjellvik(), nb()).voices}
    assert voices["finance"].stance == "against"
    assert "peng" in voices["finance"].text


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_moves_is_said_in_the_middle_of_a_sentence_and_not_shown_as_a_name(language):
    t = Translator(language, load_catalogue())
    for reason in (reason for role in load_roles() for reason in role.reasons):
        for name in reason.moves:
            said = said_aloud(reason, name, t)
            assert not set("{}«»“”") & set(said) and "spoken." not in said
            for sentence in re.split(r"(?<!\d)\. ", said):
                assert not sentence[0].islower() and len(sentence.split()) <= 20, said


def of_the_price(card: str, state: GameState) -> str:
    """What the head of finance says of what a card costs every year, if that is what is said."""
    voices = advice(card, state, fjellvik(), nb()).voices
    against = [voice for voice in voices if voice.stance == "against"]
    said = [voice.text for voice in against if voice.variable == "operating_cost"]
    return next((text for text in said if "av pengene vi har igjen" not in text), "")


def test_the_head_of_finance_speaks_of_a_yearly_price_only_when_it_is_felt():
    state = cards_now()
    spoken_of = [card for card in DEALT if of_the_price(card, state)]
    for card in spoken_of:
        residents = state.now["population"]
        yearly = costly_of(card, fjellvik()).yearly_cost.total(residents)
        effects = effects_of(card, fjellvik())
        yearly += sum(e.by * residents for e in effects if e.change == "operating_cost")
        assert yearly >= 0.1 * room_total_nok(state), card
    assert spoken_of


def test_the_head_of_finance_says_it_in_another_way_for_each_card_and_each_year():
    state = cards_now(("fewer_per_leader", "volunteer_coordinator", "career_day"))
    cards, years = state.table[:2], range(state.year, state.year + 4)
    assert len({of_the_price(card, state) for card in cards} - {""}) == 2
    told = [of_the_price(cards[0], replace(state, year=year)) for year in years]
    assert len(set(told) - {""}) == 4
    assert told[0] == of_the_price(cards[0], state)


def test_a_stand_has_no_advisers():
    state = new_session(fjellvik(), 7, Setup.of("stand", "usual")).state
    assert advice(DEALT[0], state, fjellvik(), nb()).voices == ()


# What each knows alone


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_role_knows_something_in_every_language(role, language):
    told = private_fact(role, cards_now(), fjellvik(), Translator(language, load_catalogue()))
    assert 3 < len(told.text.split()) <= 30


def test_the_director_is_nearly_right_about_the_grant_of_the_year_that_comes():
    session = go_to(a_game(), Phase.MEASURES)
    first, _ = grants_ahead(session.state)
    session.do(GoOn())
    came = float(session.state.latest.revenue_by_source[GRANT, 0, 0])
    assert abs(first / came - 1.0) < 0.05


def test_hr_counts_those_who_left_and_those_who_could_take_over():
    state = cards_now()
    hard = hardest_to_replace(state)
    text = private_fact("hr", state, fjellvik(), nb()).text
    assert f"sluttet {round(hard.left)}" in text
    assert hard.left > hard.able


def test_the_head_of_finance_counts_what_a_card_binds_for_four_years():
    for card in DEALT:
        costly, residents = costly_of(card, fjellvik()), a_game().state.now["population"]
        once, yearly = costly.cost.total(residents), costly.yearly_cost.total(residents)
        total = four_year_cost(card, cards_now(), fjellvik())
        assert once + yearly <= total + 1e-6 <= once + 4 * yearly + 1.0


def test_development_hears_whether_a_trial_is_empty_before_it_is_measured():
    card = "medicine_dispenser"
    told = {}
    for seed in range(40):
        state = replace(a_game(seed).state, chosen=(Chosen(2025, card),))
        empty = trial_strength_of(card, state, fjellvik()) == 0.0
        told[empty] = private_fact("development", state, fjellvik(), nb()).text
    assert "ingenting" in told[True]
    assert "ingenting" not in told[False]


def test_once_a_trial_is_measured_it_is_no_secret_any_more():
    card = "medicine_dispenser"
    chosen = (Chosen(2024, card), Chosen(2025, f"{card}.evaluated"))
    state = replace(a_game().state, chosen=chosen)
    assert "Ingen prøver" in private_fact("development", state, fjellvik(), nb()).text


def test_the_clubs_refuse_what_wears_volunteers_out():
    by_id = {measure.id: measure for measure in fjellvik().measures}
    assert refusal_of(by_id["hand_over"]) == "volunteer_use"
    assert refusal_of(by_id["volunteer_coordinator"]) is None
    text = private_fact("cocreation", cards_now(("hand_over",)), fjellvik(), nb()).text
    assert "sier nei" in text


def test_the_union_is_right_about_what_asking_early_gives():
    state = cards_now(("rota_together",))
    without, early, factor = worth_of_asking("rota_together", state, fjellvik())
    picked = apply(state, ChooseMeasure("rota_together"), fjellvik()).state
    asked = apply(picked, PrepareCase("rota_together", involve=True), fjellvik()).state
    weights = [decided(one).chosen[-1].weight for one in (picked, asked)]
    assert early == without + 30.0
    assert weights[1] / weights[0] == pytest.approx(factor)


def decided(state: GameState) -> GameState:
    """The case as it is once the whole council has said yes."""
    vote = Vote("rota_together", (8, 7, 8, 7, 5), 18)
    meeting = replace(state, phase=Phase.COUNCIL, votes=(vote,), option="")
    after = apply(meeting, GoOn(), fjellvik()).state
    return replace(after, chosen=tuple(c for c in after.chosen if c.what == "rota_together"))
