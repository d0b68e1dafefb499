"""«I røret»: the queue of effects on their way, and what they do in a given year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.content.effects import Effect
from game.content.scenario import Scenario
from game.engine.conditions import all_hold
from game.engine.decisions import effects_of
from game.engine.happening import Push
from game.model.draws import chance
from game.model.lanes import Levers
from game.model.variables import VARIABLES

CONDITION_SLOT = 6
"""The slot of an effect's own stream that its `chance` is tried against."""


@dataclass(frozen=True)
class Promise:
    """An effect that was set in motion: where it is written, when, and how strong it turned out."""

    cause: str
    effect: int
    year: int
    factor: float = 1.0
    delay: int = 0
    """How many years later than written; below zero sooner, but never before it was decided."""


def promises(
    cause: str, year: int, factor: float, scenario: Scenario, delay: int = 0
) -> tuple[Promise, ...]:
    """One promise for each effect of a cause, set in motion in `year`."""
    count = len(effects_of(cause, scenario))
    return tuple(Promise(cause, number, year, factor, delay) for number in range(count))


def effect_of(promise: Promise, scenario: Scenario) -> Effect:
    """The effect a promise points at."""
    return effects_of(promise.cause, scenario)[promise.effect]


def first_year(promise: Promise, effect: Effect) -> int:
    """The first year the effect is felt."""
    return promise.year + max(0, effect.after + promise.delay)


def is_finished(promise: Promise, effect: Effect, year: int) -> bool:
    """Whether nothing more can come of it from `year` on."""
    start = first_year(promise, effect)
    if effect.lasts is not None:
        return year >= start + effect.lasts + effect.over
    return VARIABLES[effect.change].change == "stock" and year >= start + effect.over


def share_in_year(effect: Effect, since_start: int) -> float:
    """How much of the effect's size works in a year, counted from the year it begins.

    A stock gets an equal part each year of `over`, and gives it back after `lasts`. A rate climbs
    to full size through `over`, stays, and drops after `lasts`.
    """
    if since_start < 0:
        return 0.0
    if VARIABLES[effect.change].change == "stock":
        given = 1.0 / effect.over if since_start < effect.over else 0.0
        if effect.lasts is None or since_start < effect.lasts:
            return given
        taken = 1.0 / effect.over if since_start < effect.lasts + effect.over else 0.0
        return given - taken
    if effect.lasts is not None and since_start >= effect.lasts:
        return 0.0
    return min(1.0, (since_start + 1) / effect.over)


def pushes_in(
    queue: Iterable[Promise],
    year: int,
    scenario: Scenario,
    values: Mapping[str, float],
    chosen: frozenset[str],
    residents: float,
    seed: int,
) -> tuple[Push, ...]:
    """What each effect on its way does this year, conditions tried, chance drawn by address."""
    found = []
    for promise in queue:
        effect = effect_of(promise, scenario)
        share = share_in_year(effect, year - first_year(promise, effect))
        if share and all_hold(effect.if_, values, chosen, _luck(promise, year, seed)):
            size = effect.by * (residents if effect.per_inhabitant else 1.0)
            amount = size * share * promise.factor
            found.append(Push(effect.change, amount, promise.cause, promise.effect, promise.year))
    return tuple(found)


def _luck(promise: Promise, year: int, seed: int) -> float:
    return chance(seed, year, f"{promise.cause}#{promise.effect}", CONDITION_SLOT)


def levers_from(
    pushes: Iterable[Push], running_projects: int, cost_nok: float, lanes: int
) -> Levers:
    """The pushes of a year as levers, the same in every lane."""
    levers = Levers(lanes)
    for push in pushes:
        levers.of(push.variable)[:] += push.amount
    levers.of("running_projects")[:] = running_projects
    levers.of("operating_cost")[:] += cost_nok
    return levers
