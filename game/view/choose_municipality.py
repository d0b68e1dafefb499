"""What is chosen before the first year: municipality, length and difficulty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from game.content.presets import Preset, load_presets
from game.content.scenario import ScenarioHead
from game.engine.setup import Difficulty
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


@dataclass(frozen=True)
class LengthChoice:
    """One length of a game, with its minutes where somebody counts them."""

    id: str
    label: str
    text: str


def length_choices(t: Translator) -> tuple[LengthChoice, ...]:
    """The five lengths, the shortest first."""
    return tuple(
        LengthChoice(one.id, _with_minutes(one, t), t.pick(one.text)) for one in load_presets()
    )


def _with_minutes(length: Preset, t: Translator) -> str:
    name, minutes = t.pick(length.name), ceil(length.minutes.total)
    return t("setup.minutes", name=name, n=minutes) if minutes else name


def difficulty_choices(t: Translator) -> tuple[tuple[str, str], ...]:
    """The three levels: what to send, and what it is called."""
    return tuple((level.value, t(f"setup.level.{level.value}")) for level in Difficulty)
