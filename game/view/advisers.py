"""«Råd»: what the roles say for and against a decision, by what it does in the model.

A role speaks when a decision moves something it cares for, the way it cares about. The strongest
effect decides what it says, so two roles may disagree about the same card and both be right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.content.common.roles import QUANTITY as NAMED
from game.content.common.roles import Reason, Role
from game.content.effects import Effect
from game.content.scenario import Scenario
from game.engine.conditions import all_hold
from game.engine.decisions import costly_of, effects_of
from game.engine.game_state import GameState
from game.engine.resources import (
    chosen_names,
    cost_nok,
    effort_of,
    room_left_nok,
    room_total_nok,
)
from game.engine.specials import roles_in
from game.engine.trials import pillar_of
from game.model.variables import VARIABLES
from game.text.numbers import percent
from game.text.translate import Translator
from game.view.effects import STRONG_FROM
from game.view.names import cause_icon, cause_name, option_label
from game.view.role_cards import letter_of, role_of
from game.view.steps import step_label

QUANTITY = f"{{{NAMED}}}"
PRICE, EFFORT = "operating_cost", "change_capacity"
MUCH_EFFORT = 2
DEAR_SHARE = 0.5
"""From this share of the money that is left, the price is a reason of its own."""
FELT_SHARE = 0.1
"""A yearly price is worth a word from this share of the room of a year."""
YEARLY_WORDS = 5
"""How many ways the head of finance has of saying that a price comes every year."""
FINANCE = "finance"
KNOWS = {
    "recruitment": "hr",
    "full_time": "union",
    "innovation": "development",
    "volunteering": "cocreation",
    "leadership": "finance",
}
"""Whose private fact bears on the cards of a pillar."""
USUAL_WEIGHT, DEAR_WEIGHT = 1.0, 1.5
"""How much an effect in kroner counts, and a price that is dear."""


@dataclass(frozen=True)
class Voice:
    """What one role says. `variable` is what in the model the reason rests on."""

    role: str
    letter: str
    name: str
    stance: str
    stance_text: str
    text: str
    variable: str
    weight: float


@dataclass(frozen=True)
class AdviceView:
    """The advice on one decision: a voice for and one against where there are both."""

    name: str
    icon: str
    title: str
    voices: tuple[Voice, ...]
    disagree: tuple[Voice, ...]
    sentence: str


@dataclass(frozen=True)
class _Move:
    """Something a decision moves, which way, and how much it weighs among its moves."""

    variable: str
    rises: bool
    weight: float


def advice(name: str, state: GameState, scenario: Scenario, t: Translator) -> AdviceView:
    """What the roles at the table say about a card, a step or an answer."""
    found = [_voice(role_of(id_), name, state, scenario, t) for id_ in roles_in(state)]
    voices = tuple(voice for voice in found if voice is not None)
    pair = disagreeing(voices)
    key = "two" if len(pair) > 1 else "one" if pair else "none"
    return AdviceView(
        name=name,
        icon=cause_icon(name, scenario),
        title=_title(name, state, scenario, t),
        voices=voices,
        disagree=pair,
        sentence=t(f"rule.advice.{key}"),
    )


def knows_most(name: str, state: GameState, scenario: Scenario) -> str:
    """The role whose private fact bears on a decision, among those at the table."""
    roles = roles_in(state)
    wanted = KNOWS.get(pillar_of(name, scenario), roles[0])
    return wanted if wanted in roles else roles[0]


def disagreeing(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """One for and one against, those who often pull against each other first; else the strongest.

    Empty when nobody has anything to say.
    """
    pairs = [
        (one, other)
        for one in voices
        for other in voices
        if one.stance == "for" and other.stance == "against"
    ]
    if pairs:
        return max(pairs, key=lambda pair: (_pull(*pair), pair[0].weight + pair[1].weight))
    return tuple(sorted(voices, key=lambda voice: -voice.weight)[:1])


def _pull(one: Voice, other: Voice) -> int:
    against = other.role in role_of(one.role).pulls_against
    return int(against) + int(one.role in role_of(other.role).pulls_against)


def _title(name: str, state: GameState, scenario: Scenario, t: Translator) -> str:
    if "." not in name:
        return cause_name(name, scenario, t)
    is_answer = name.partition(".")[0] == state.event
    return option_label(name, scenario, t) if is_answer else step_label(name, scenario, t)


def _voice(
    role: Role, name: str, state: GameState, scenario: Scenario, t: Translator
) -> Voice | None:
    """What a role says: the reason that rests on the strongest move."""
    dear = _dear(role, name, state, scenario, t)
    moves = _moves(name, state, scenario)
    met = [
        (move, reason)
        for move in moves
        for reason in role.reasons
        if move.variable in reason.moves and move.rises == (reason.direction == "up")
    ]
    if not met:
        return dear
    move, reason = max(met, key=lambda pair: pair[0].weight)
    said = _said(role, reason, move, t)
    if move.variable == PRICE and move.rises:
        text = t(f"rule.advice.yearly.{_turn_of(name, state) % YEARLY_WORDS + 1}")
        said = replace(said, text=text)
    return dear if dear is not None and dear.weight >= said.weight else said


def _said(role: Role, reason: Reason, move: _Move, t: Translator) -> Voice:
    text = said_aloud(reason, move.variable, t)
    return _spoken(role, reason.stance, text, move.variable, move.weight, t)


def said_aloud(reason: Reason, variable: str, t: Translator) -> str:
    """The sentence with the quantity as it is said: without marks, a capital where it begins."""
    text = t.pick(reason.text)
    if QUANTITY not in text:
        return text
    quantity = t(f"spoken.{variable}")
    before, _, after = text.replace("“", "«").replace("”", "»").partition(f"«{QUANTITY}»")
    if before.rstrip().endswith((".", "!", "?")):
        quantity = quantity[0].upper() + quantity[1:]
    return f"{before}{quantity}{after}"


def _turn_of(name: str, state: GameState) -> int:
    """A number for what is said now: another for each card of the table, and for each year."""
    on_table = name in state.table
    return state.index + (state.table.index(name) if on_table else sum(map(ord, name)))


def _spoken(
    role: Role, stance: str, text: str, variable: str, weight: float, t: Translator
) -> Voice:
    return Voice(
        role=role.id,
        letter=letter_of(role.id, t),
        name=t.pick(role.name),
        stance=stance,
        stance_text=t(f"rule.stance.{stance}"),
        text=text,
        variable=variable,
        weight=weight,
    )


def _dear(
    role: Role, name: str, state: GameState, scenario: Scenario, t: Translator
) -> Voice | None:
    """The head of finance on a price that takes much of what is left."""
    if role.id != FINANCE:
        return None
    cost = cost_nok(name, state, scenario)
    taken = name in state.picked or name == f"{state.event}.{state.option}"
    left = room_left_nok(state, scenario) + (cost if taken else 0.0)
    share = cost / left if left > 0.0 else 0.0
    if cost <= 0.0 or share < DEAR_SHARE:
        return None
    key = "rule.advice.dear" if share <= 1.0 else "rule.advice.too_dear"
    text = t(key, share=percent(min(1.0, share), 0, t.language))
    return _spoken(role, "against", text, PRICE, DEAR_WEIGHT + share, t)


def _moves(name: str, state: GameState, scenario: Scenario) -> tuple[_Move, ...]:
    """What a decision moves as things stand, with its yearly price and its effort."""
    values, chosen = {**state.now, "year": float(state.year)}, chosen_names(state)
    certain = [e for e in effects_of(name, scenario) if all_hold(e.if_, values, chosen)]
    moves = [move for move in _summed(certain) if move.variable != PRICE or not move.rises]
    if _is_felt_each_year(name, certain, state, scenario):
        moves.append(_Move(PRICE, True, USUAL_WEIGHT))
    if effort_of(name, state, scenario) >= MUCH_EFFORT:
        moves.append(_Move(EFFORT, False, USUAL_WEIGHT))
    return tuple(moves)


def _is_felt_each_year(
    name: str, certain: Iterable[Effect], state: GameState, scenario: Scenario
) -> bool:
    """Whether what it costs every year takes a part of a year's room that someone would notice."""
    residents = state.now["population"]
    yearly = costly_of(name, scenario).yearly_cost.total(residents)
    yearly += sum(
        effect.by * (residents if effect.per_inhabitant else 1.0)
        for effect in certain
        if effect.change == PRICE
    )
    return yearly > 0.0 and yearly >= FELT_SHARE * room_total_nok(state) / state.turn_years


def _summed(effects: Iterable[Effect]) -> Iterable[_Move]:
    """One move a variable: effects that undo each other in part count for what is left."""
    sums: dict[str, float] = {}
    for effect in effects:
        sums[effect.change] = sums.get(effect.change, 0.0) + effect.by
    for variable, by in sums.items():
        if by:
            strong = STRONG_FROM.get(VARIABLES[variable].unit)
            yield _Move(variable, by > 0.0, abs(by) / strong if strong else USUAL_WEIGHT)
