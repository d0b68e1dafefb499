"""What can be played, but is out of proportion: costs, effects, free measures, dear answers."""

from __future__ import annotations

import math
from collections.abc import Iterator

from game.content.advice import note
from game.content.document import Document
from game.content.problem import Place
from game.content.reading import Part, Reading
from game.content.scenario import (
    Amount,
    Costly,
    Effect,
    Event,
    Measure,
    Municipality,
    Option,
    ScenarioHead,
)
from game.content.wording import value_at
from game.model.variables import VARIABLES
from game.text.numbers import nok_millions, number

LARGE_CHANGE = {"index": 20.0, "share": 0.08, "relative": 0.30}
"""What a single effect seldom passes. More is allowed, but asked about."""
LARGE_CHANGE_OF = {
    "agency_share": 0.20,
    "apprentices": 1.0,
    "study_places": 1.0,
    "property_tax": 0.50,
}
"""What is counted against something small, and so swings more: the gaps, a few trainees, a tax."""
LARGE_COST = 0.10
LARGE_MONEY_EFFECT = 0.05
"""Parts of a year's revenue."""


def note_sizes(reading: Reading, head: ScenarioHead | None) -> None:
    """Warns of effects and costs out of proportion to what a municipality can do."""
    municipality = head.municipality if head else None
    for place, costly in _costly(reading):
        _note_cost(reading.document, place, costly, municipality)
        if isinstance(costly, Measure) and costly.dealt and _is_free(costly):
            what = "Tiltaket koster verken penger eller krefter. Spillerne har ikke noe å veie."
            note(
                reading.document,
                "MERKNAD",
                place,
                what,
                "Sett «cost», «yearly_cost» eller «effort».",
            )
    for place, effect in _effects(reading):
        _note_change(reading.document, place, effect, municipality)
    for part in reading.events:
        _note_no_free_answer(reading.document, part)


def _note_no_free_answer(document: Document, part: Part[Event]) -> None:
    """A municipality without money and effort left must still be able to answer."""
    if not any(_is_free(option) for option in part.item.choices):
        what = "Alle valgene koster penger eller krefter. En fattig kommune kan ikke svare."
        fix = "Gi ett av valgene verken cost, yearly_cost eller effort."
        note(document, "ADVARSEL", (*part.place, "choices"), what, fix)


def _is_free(costly: Costly) -> bool:
    return not (costly.cost.value or costly.yearly_cost.value or costly.effort)


def _costly(reading: Reading) -> Iterator[tuple[Place, Measure | Option]]:
    for measure in reading.measures:
        yield measure.place, measure.item
        for position, step in enumerate(measure.item.follow_ups):
            yield (*measure.place, "follow_ups", position), step
    for event in reading.events:
        for position, option in enumerate(event.item.choices):
            yield (*event.place, "choices", position), option


def _effects(reading: Reading) -> Iterator[tuple[Place, Effect]]:
    holders: list[tuple[Place, tuple[Effect, ...]]] = [
        (place, costly.effects) for place, costly in _costly(reading)
    ]
    holders += [(part.place, part.item.effects) for part in reading.events]
    for place, effects in holders:
        for position, effect in enumerate(effects):
            yield (*place, "effects", position), effect


def _note_cost(
    document: Document, place: Place, costly: Costly, municipality: Municipality | None
) -> None:
    for key, amount in (("cost", costly.cost), ("yearly_cost", costly.yearly_cost)):
        part = _part_of_revenue(amount, municipality)
        if part > LARGE_COST:
            what = f"Dette er {number(part * 100)} % av det kommunen får inn på ett år."
            note(document, "ADVARSEL", (*place, key), what, "Se om det er en null for mye.")


def _part_of_revenue(amount: Amount, municipality: Municipality | None) -> float:
    """How large a sum is beside a year's revenue; 0 when the municipality is not known."""
    if municipality is None or municipality.revenue_per_inhabitant <= 0:
        return 0.0
    inhabitants = max(municipality.total_inhabitants, 1)
    return abs(amount.total(inhabitants)) / (municipality.revenue_per_inhabitant * inhabitants)


def _large_change(name: str) -> float:
    return LARGE_CHANGE_OF.get(name) or LARGE_CHANGE[VARIABLES[name].unit]


def _note_change(
    document: Document, place: Place, effect: Effect, municipality: Municipality | None
) -> None:
    unit = VARIABLES[effect.change].unit
    if unit == "nok":
        amount = Amount(value=effect.by, per_inhabitant=effect.per_inhabitant)
        if _part_of_revenue(amount, municipality) > LARGE_MONEY_EFFECT:
            shown = nok_millions(
                amount.total(municipality.total_inhabitants if municipality else 0)
            )
            what = f"{shown} er mer enn {LARGE_MONEY_EFFECT:.0%} av inntekta på ett år."
            note(document, "ADVARSEL", (*place, "by"), what, "Behold hvis du mener det.")
    elif abs(effect.by) > _large_change(effect.change):
        scale = 1.0 if unit == "index" else 100.0
        what = (
            f"«{value_at(document.data, (*place, 'by'))}» er svært mye for én virkning; "
            f"{number(_large_change(effect.change) * scale)} er vanligvis det meste."
        )
        note(document, "ADVARSEL", (*place, "by"), what, "Behold hvis du mener det.")


def note_municipality(reading: Reading) -> None:
    """Warns of a municipality larger than the labour market it lies in."""
    if reading.head is None:
        return
    municipality = reading.head.municipality
    total = municipality.total_inhabitants
    if total > _largest(municipality.labour_market):
        what = f"Kommunen har {number(total)} innbyggere, flere enn hele arbeidsmarkedet."
        place: Place = ("municipality", "labour_market")
        note(reading.document, "ADVARSEL", place, what, "Velg et større.")


def _largest(labour_market: str) -> float:
    """The most residents a labour market may have, from its name."""
    if labour_market.startswith("over "):
        return math.inf
    last = labour_market.removeprefix("under ").rpartition("-")[2]
    return float(last.replace(" ", ""))
