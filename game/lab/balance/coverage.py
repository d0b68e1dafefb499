"""Was everything reached? Every event, answer, card, step and ending, over all games."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.lab.balance.endings_reached import every_ending
from game.lab.balance.games import Game, scenario_of
from game.lab.balance.gate import Gate, at_most, listed


def coverage_gates(games: Sequence[Game], places: Iterable[str]) -> list[Gate]:
    """What nobody met, by kind, and games that broke."""
    whole = [game for game in games if not game.fault]
    reached = {
        "events": {event for game in whole for event in game.events},
        "decided": {name for game in whole for name in game.decided},
        "dealt": {card for game in whole for card in game.dealt},
        "endings": {ending for game in whole for ending in game.endings},
    }
    there = everything(places)
    broken = [game for game in games if game.fault]
    found = [
        _missing("hendelser ingen møtte", there["events"], reached["events"]),
        _missing("svar ingen ga", there["options"], reached["decided"]),
        _missing("kort ingen fikk", there["cards"], reached["dealt"]),
        _missing("kort ingen tok", there["cards"], reached["decided"]),
        _missing("trinn ingen tok", there["steps"], reached["decided"]),
        _missing("slutter ingen nådde", set(every_ending()), reached["endings"]),
    ]
    first = broken[0] if broken else None
    note = f"{first.player} i {first.place}, {first.preset}, frø {first.seed}" if first else ""
    last_line = first.fault.strip().splitlines()[-1] if first else ""
    return [*found, at_most("spill som brøt sammen", len(broken), 0, f"{note} {last_line}".strip())]


def everything(places: Iterable[str]) -> dict[str, set[str]]:
    """All that there is to meet in these places."""
    scenarios = [scenario_of(place) for place in places]
    events = {event.id for s in scenarios for event in s.events}
    cards = {measure.id for s in scenarios for measure in s.measures if measure.dealt}
    names = {name for s in scenarios for name in s.decisions if "." in name}
    return {
        "events": events,
        "cards": cards,
        "options": {name for name in names if name.partition(".")[0] in events},
        "steps": {name for name in names if name.partition(".")[0] in cards},
    }


def _missing(name: str, there: set[str], reached: set[str]) -> Gate:
    left = there - reached
    return at_most(name, len(left), 0, f"av {len(there)}: {listed(left, 30)}" if left else "")
