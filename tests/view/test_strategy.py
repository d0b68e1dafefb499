"""The goals, the leadership wheel and the roles' own cards, as players read them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.common.goals import load_goals
from game.content.common.roles import load_roles
from game.engine.action import Lead, SetStrategy, UseSpecial
from game.engine.apply import apply
from game.engine.game_state import Goal, Phase
from game.engine.session import new_session
from game.engine.setup import Setup
from game.text.translate import Translator, load_catalogue
from game.view.leadership import wheel
from game.view.role_cards import letter_of, role_cards
from game.view.strategy import strategy
from tests.kit import a_game, fjellvik, go_to

GOALS = ("recruit_young", "full_time", "together")
OWNERS = ("director", "hr", "union")


def nb() -> Translator:
    return Translator("nb", load_catalogue())


def test_there_are_eight_goals_and_each_says_of_what_from_where_and_how_far():
    state = a_game().state
    view = strategy(state, fjellvik(), nb())
    assert len(view.goals) == 8
    target = {goal.id: goal.target for goal in view.goals}
    form = next(goal for goal in load_goals() if goal.id == "full_time")
    now, goal = (round(100 * share) for share in (0.55, 0.55 + form.by))
    assert target["full_time"] == f"Andel på heltid: {now}\u00a0% nå, {goal}\u00a0% i 2040"
    assert target["recruit_young"].startswith("Søkere: +")
    assert target["recruit_young"].endswith("fra 2026 til 2040. Nå: 0\u00a0%")
    assert not [text for text in target.values() if str(state.last_year) not in text]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_letter_of_a_role_is_one_its_name_has_and_no_other_role_shares(language):
    t = Translator(language, load_catalogue())
    letters = {role.id: letter_of(role.id, t) for role in load_roles()}
    assert len(set(letters.values())) == len(letters)
    for role in load_roles():
        assert letters[role.id].lower() in t.pick(role.name).lower()
        assert language == "en" or letters[role.id] == role.letter


def test_a_goal_that_is_set_shows_its_owner_and_that_it_is_alive():
    state = apply(a_game().state, SetStrategy(GOALS, OWNERS), fjellvik()).state
    owners = {goal.id: goal.owner for goal in strategy(state, fjellvik(), nb()).goals}
    assert owners["full_time"] == "hr"
    alive = [goal.id for goal in strategy(state, fjellvik(), nb()).goals if goal.status]
    assert alive == list(GOALS)


def test_a_goal_nobody_follows_up_falls_asleep():
    state = replace(a_game().state, goals=(Goal("full_time", "hr"),), goals_since=2026, year=2032)
    (goal,) = [one for one in strategy(state, fjellvik(), nb()).goals if one.status]
    assert goal.status == "asleep"


def test_goals_can_be_changed_every_fourth_year_and_it_has_a_price():
    state = replace(a_game().state, goals=(Goal("full_time", "hr"),), goals_since=2026)
    assert not strategy(replace(state, year=2028), fjellvik(), nb()).is_open
    later = strategy(replace(state, year=2030), fjellvik(), nb())
    assert later.is_open
    assert "omstillingskraft" in later.price


def test_the_wheel_has_six_spokes_and_shows_the_one_that_is_practised():
    state = go_to(a_game(), Phase.MEASURES).state
    state = apply(state, Lead("culture"), fjellvik()).state
    view = wheel(state, nb())
    assert [spoke.id for spoke in view.spokes if spoke.selected] == ["culture"]
    assert len(view.spokes) == 6


def test_equal_spokes_have_no_weakest_among_them():
    state = a_game().state
    level = dict.fromkeys((spoke.id for spoke in wheel(state, nb()).spokes), 50.0)
    even = replace(state.records[-1], values={**state.now, **level})
    low = replace(state.records[-1], values={**state.now, **level, "culture": 40.0})
    assert not any(s.is_weakest for s in wheel(replace(state, records=(even,)), nb()).spokes)
    weak = [s.id for s in wheel(replace(state, records=(low,)), nb()).spokes if s.is_weakest]
    assert weak == ["culture"]


def test_a_role_card_is_ready_then_in_use_and_then_used_up():
    state = go_to(a_game(), Phase.MEASURES).state
    ready = {card.role: card for card in role_cards(state, fjellvik(), nb())}["hr"]
    state = apply(state, UseSpecial("hr"), fjellvik()).state
    now = {card.role: card for card in role_cards(state, fjellvik(), nb())}["hr"]
    later = replace(state, year=state.year + 1)
    used = {card.role: card for card in role_cards(later, fjellvik(), nb())}["hr"]
    assert (ready.enabled, now.used_now, used.enabled) == (True, True, False)
    assert "2026" in used.status


def test_a_card_that_changes_another_can_be_used_on_what_is_chosen():
    state = go_to(a_game(), Phase.MEASURES).state
    state = replace(state, table=("rota_together",), picked=("rota_together",))
    cards = {card.role: card for card in role_cards(state, fjellvik(), nb())}
    assert [target.label for target in cards["union"].targets] == ["Sammen om årsturnus"]
    assert cards["cocreation"].targets == ()


def test_a_lesson_has_four_roles_and_no_wheel_to_choose_from():
    state = new_session(fjellvik(), 7, Setup.of("lesson", "usual")).state
    assert len(role_cards(state, fjellvik(), nb())) == 4
    assert not wheel(state, nb()).may_choose
