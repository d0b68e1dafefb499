"""The municipalities one can choose, each as a card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.scenario import ScenarioHead
from game.text.numbers import number
from game.text.translate import Translator

ADULTS = ("20-24", "25-34", "35-44", "45-54", "55-66")
OLD = ("67-79", "80-89", "90+")


@dataclass(frozen=True)
class MunicipalityCard:
    """One municipality to choose."""

    id: str
    name: str
    title: str
    summary: str
    strength: str
    knot: str
    facts: str
    size: str
    landscape: str


def municipality_cards(
    heads: Iterable[ScenarioHead], t: Translator
) -> tuple[MunicipalityCard, ...]:
    """One card a scenario that can be played."""
    return tuple(_card(head, t) for head in heads)


def _card(head: ScenarioHead, t: Translator) -> MunicipalityCard:
    place = head.municipality
    people: dict[str, int] = dict(place.inhabitants)  # type: ignore[arg-type]
    ratio = sum(people[group] for group in ADULTS) / sum(people[group] for group in OLD)
    residents = number(sum(people.values()), 0, t.language)
    return MunicipalityCard(
        id=head.id,
        name=place.name,
        title=t.pick(head.title),
        summary=t.pick(head.summary),
        strength=t.pick(head.strength),
        knot=t.pick(head.knot),
        facts=t(
            "municipality.facts",
            residents=residents,
            ratio=number(ratio, 1, t.language),
        ),
        size=t("municipality.size", residents=residents),
        landscape=place.landscape,
    )
