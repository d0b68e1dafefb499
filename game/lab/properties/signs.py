"""The sign matrix: what a small change of each cause does to each quantity of the year.

The arrows of the causal drawing are written by hand in `signs.yaml`, each with its direction. What
a cause does all in all follows along the arrows: where all roads agree the sign is theirs, where
they meet the file says which is stronger (`net`) or that either may be (`?`). Where no road leads,
nothing may move, to the last bit that counts.

    python -m game.lab.properties.signs            shows where the model and the drawing part
    python -m game.lab.properties.signs wellbeing  and all that well-being does, by both
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from game.lab.properties.ground import Trial, coefficients, quantities, texts, town
from game.model import axes
from game.model.draws import NORMALS
from game.model.lanes import LEVERS, Array
from game.model.variables import VARIABLES

UP, DOWN, MAYBE_UP, MAYBE_DOWN, EITHER, NONE = "+", "-", "+?", "-?", "?", "0"
IS_NONE, IS_UP, IS_DOWN, IS_BOTH, IS_STRANGE = 1, 2, 4, 8, 16
"""What can be measured: no row moves, some up, some down, some each way, or no number at all."""
MEASURED = {IS_NONE: NONE, IS_UP: UP, IS_DOWN: DOWN, IS_BOTH: EITHER, IS_STRANGE: "ikke noe tall"}
ALLOWED = {
    UP: IS_UP,
    DOWN: IS_DOWN,
    MAYBE_UP: IS_UP | IS_NONE,
    MAYBE_DOWN: IS_DOWN | IS_NONE,
    NONE: IS_NONE,
    EITHER: IS_NONE | IS_UP | IS_DOWN | IS_BOTH,
}
LEVER_SIZE = {"index": 3.0, "share": 0.01, "relative": 0.05, "nok": 1e6, "persons": 1.0}
STOCK_SIZE, COEFFICIENT_SIZE, SOFT_SIZE, LUCK_SIZE = 1.04, 1.1, 3.0, 0.5
NOTHING = 1e-11
"""A relative change below this is rounding."""
_ARROW = re.compile(r"(?P<cause>.+?) (?P<sign>[+-]\??|\?)( (?P<strength>\S+))?\Z")


@dataclass(frozen=True)
class Arrow:
    """One cause of one quantity; `strength` is the coefficient on the arrow, if any."""

    cause: str
    effect: str
    sign: str
    strength: str = ""


Codes = NDArray[np.int8]


def faults() -> list[str]:
    """Where the model and the drawing part, at every operating point."""
    rest = town(2)
    at_rest = _split(quantities(*rest.run()))
    return [fault for point in points() for fault in _faults_at(point, rest, at_rest)]


def _faults_at(point: str, rest: Trial, at_rest: Mapping[str, Array]) -> list[str]:
    trial = _changed(point)
    now = _split(quantities(*trial.run()))
    measured = np.stack([_codes(rows)[1 : len(causes()) + 1] for rows in now.values()])
    wanted = _allowed(tuple(now), _away_from_rest(trial, now, rest, at_rest))
    found = []
    for row, column in np.argwhere((measured & wanted) == 0):
        sign = MEASURED[int(measured[row, column])]
        drawn = next(sign for sign, code in ALLOWED.items() if code == wanted[row, column])
        found.append(
            f"{point}: {causes()[column]} > {list(now)[row]} er {sign}, tegningen sier {drawn}"
        )
    return found


def _changed(point: str) -> Trial:
    """A year at an operating point, with one cause changed in each lane but the first."""
    trial = town(len(causes()) + 2)
    trial.index, changes = points()[point]
    if changes:
        trial.change(slice(None), changes)
    for lane, cause in enumerate(causes(), 1):
        trial.change(lane, f"{cause} {_size_of(cause)}")
    return trial


def _codes(rows: Array) -> Codes:
    """What each lane is against lane 0."""
    flat = rows.reshape(-1, rows.shape[-1])
    change = flat - flat[:, :1]
    least = NOTHING * np.abs(flat[:, :1]).max(initial=1.0)
    up, down = (change > least).any(axis=0), (change < -least).any(axis=0)
    codes = np.where(up, np.where(down, IS_BOTH, IS_UP), np.where(down, IS_DOWN, IS_NONE))
    codes[~np.isfinite(change).all(axis=0)] = IS_STRANGE
    return codes.astype(np.int8)


def expected(cause: str) -> Mapping[str, str]:
    """The sign of every quantity that a cause reaches when all else is at rest."""
    return _expected(cause, frozenset())


@lru_cache(maxsize=64)
def _allowed(effects: tuple[str, ...], away: frozenset[tuple[str, str]]) -> Codes:
    """What may be measured, by effect and cause."""
    columns = []
    for cause in causes():
        expected = _expected(cause, away if _is_strength(cause) else frozenset())
        columns.append([ALLOWED[expected.get(effect, NONE)] for effect in effects])
    return np.array(columns, np.int8).T


def _split(found: Mapping[str, Array]) -> dict[str, Array]:
    """The quantities that the drawing looks at row by row, as one quantity a row."""
    rows = texts("signs").get("rows", {})
    result = {}
    for name, numbers in found.items():
        if name in rows:
            for i, row in enumerate(getattr(axes, rows[name])):
                result[f"{name}.{row}"] = numbers[i : i + 1]
        else:
            result[name] = numbers
    return result


def _size_of(cause: str) -> str:
    kind, _, name = cause.partition(" ")
    if kind == "lever":
        unit = VARIABLES[name].unit if name in VARIABLES else "persons"
        return f"+ {LEVER_SIZE[unit]}"
    if kind == "luck":
        return f"+ {LUCK_SIZE}"
    if cause == "reserve_fund_nok":
        # it can be negative, and four per cent more of a debt is not more of a fund
        return f"+ {LEVER_SIZE['nok']}"
    if cause in axes.SOFT:
        return f"+ {SOFT_SIZE}"
    return f"* {COEFFICIENT_SIZE if '.' in cause else STOCK_SIZE}"


@cache
def points() -> dict[str, tuple[int, str]]:
    """Where the model is looked at: the number of the year, and what differs from the start."""
    return {
        name: (int(entry["year"]), entry.get("changes", ""))
        for name, entry in texts("signs")["points"].items()
    }


@cache
def arrows() -> dict[str, tuple[Arrow, ...]]:
    """The drawing: each quantity and the arrows that end at it."""
    found: dict[str, list[Arrow]] = {}
    for written_effect, written in texts("signs")["causes"].items():
        for arrow in _arrows(written_effect, written):
            name, _, row = arrow.effect.partition(".")
            effects = every_row(name) if row == "*" else [arrow.effect]
            for effect in effects:
                # from every row to every row of the same axis: each to its own
                cause = arrow.cause
                if cause.endswith(".*") and row == "*" and _same_axis(cause, name):
                    cause = f"{cause[:-1]}{effect.partition('.')[2]}"
                causes_of_it = every_row(cause[:-2]) if cause.endswith(".*") else [cause]
                found.setdefault(effect, []).extend(
                    Arrow(one, effect, arrow.sign, arrow.strength) for one in causes_of_it
                )
    return {effect: tuple(into) for effect, into in found.items()}


def every_row(name: str) -> list[str]:
    """The rows of a quantity that is looked at row by row."""
    return [f"{name}.{row}" for row in getattr(axes, texts("signs")["rows"][name])]


def _same_axis(cause: str, name: str) -> bool:
    rows = texts("signs")["rows"]
    return bool(rows.get(cause[:-2]) == rows[name])


def _arrows(effect: str, written: str) -> Iterator[Arrow]:
    for part in written.split(","):
        found = _ARROW.match(part.strip())
        if not found:
            raise ValueError(f"«{part.strip()}» in {effect} is not an arrow such as «pressure +»")
        yield Arrow(found["cause"], effect, found["sign"], found["strength"] or "")


@cache
def net() -> dict[tuple[str, str], str]:
    """Which road is stronger where roads meet: cause and effect to sign."""
    return {
        (arrow.cause, effect): arrow.sign
        for effect, written in texts("signs").get("net", {}).items()
        for arrow in _arrows(effect, written)
    }


@cache
def causes() -> tuple[str, ...]:
    """Every cause that can be changed on its own: stocks, levers, luck, coefficients."""
    all_arrows = [arrow for into in arrows().values() for arrow in into]
    names = {arrow.cause for arrow in all_arrows} | {arrow.strength for arrow in all_arrows}
    rows = {row for name in texts("signs")["rows"] for row in every_row(name)}
    return tuple(sorted(names - set(arrows()) - rows - {""}))


@cache
def _is_strength(cause: str) -> bool:
    return any(arrow.strength == cause for into in arrows().values() for arrow in into)


@cache
def _expected(cause: str, away: frozenset[tuple[str, str]]) -> Mapping[str, str]:
    """The sign of every quantity that the cause reaches.

    `away` says which quantities are above or below their rest now: a stronger arrow from something
    that is at rest does nothing.
    """
    at, reached = dict(away), dict[str, str]()

    def sign_of(name: str) -> str:
        if name == cause:
            return UP
        if name not in reached:
            roads = []
            for arrow in arrows().get(name, ()):
                roads.append(_along(sign_of(arrow.cause), arrow.sign))
                if arrow.strength == cause:
                    roads.append(_along(at.get(arrow.cause, NONE), arrow.sign))
            reached[name] = net().get((cause, name), _together(roads))
        return reached[name]

    for name in arrows():
        sign_of(name)
    return reached


def _along(sign: str, arrow: str) -> str:
    if NONE in (sign, arrow):
        return NONE
    if EITHER in (sign, arrow):
        return EITHER
    turned = UP if sign[0] == arrow[0] else DOWN
    return turned + "?" if "?" in sign + arrow else turned


def _together(roads: list[str]) -> str:
    found = {road for road in roads if road != NONE}
    if EITHER in found or {road[0] for road in found} == {UP, DOWN}:
        return EITHER
    return min(found, key=len, default=NONE)


def _away_from_rest(
    trial: Trial, now: Mapping[str, Array], rest: Trial, at_rest: Mapping[str, Array]
) -> frozenset[tuple[str, str]]:
    """What is above or below its level at the start: quantities, soft stocks, levers and luck."""
    found = {}
    for name, rows in now.items():
        both = np.concatenate([at_rest[name][..., :1], rows[..., :1]], axis=-1)
        found[name] = MEASURED[int(_codes(both)[1])]
    for row, name in enumerate(axes.SOFT):
        found[name] = _sign(trial.state.soft[row, 0, 0] - rest.state.soft[row, 0, 0])
    for name in LEVERS:
        found[f"lever {name}"] = _sign(trial.levers.of(name)[0, 0, 0])
    for row, name in enumerate(NORMALS):
        found[f"luck {name}"] = _sign(trial.luck[row, 0, 0])
    return frozenset(found.items())


def _sign(number: float) -> str:
    return UP if number > 0 else DOWN if number < 0 else NONE


def left_out() -> list[str]:
    """What the model has and the drawing does not mention, neither drawn nor as undrawn."""
    undrawn = {name for names in texts("signs")["undrawn"].values() for name in names.split()}
    drawn = {*causes(), *arrows(), *undrawn}
    wanted = set(_split(quantities(*town(2).run()))) | set(axes.SOFT)
    wanted |= {f"lever {name}" for name in LEVERS} | {f"luck {name}" for name in NORMALS}
    return sorted((wanted | set(coefficients())) - drawn)


def main(asked: Sequence[str]) -> None:
    """Print where drawing and model part; for causes asked for, all that they do by both."""
    for name in left_out():
        print(f"ikke tegnet: {name}")
    for fault in faults():
        print(fault)
    for point in points() if asked else ():
        now = _split(quantities(*_changed(point).run()))
        for cause in asked:
            lane, drawn = causes().index(cause) + 1, expected(cause)
            for effect, rows in now.items():
                sign = MEASURED[int(_codes(rows)[lane])]
                if {sign, drawn.get(effect, NONE)} != {NONE}:
                    print(f"{point}: {cause} > {effect}: {sign}, tegnet {drawn.get(effect, NONE)}")


if __name__ == "__main__":
    main(sys.argv[1:])
