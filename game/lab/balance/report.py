"""The balance in words: a line for each gate, and a table of how each player ends."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

import numpy as np

from game.engine.turn import METERS
from game.lab.balance.games import Game
from game.lab.balance.gate import Gate
from game.lab.players import NAMES
from game.text.numbers import number, signed

METER_WORDS = ("Folk", "Tjenester", "Trivsel", "Tillit", "Penger")
NOTHING = "nothing"
NAME_WIDTH, FIGURE_WIDTH = 38, 10


def as_json(gates: Iterable[Gate]) -> str:
    """A list of gates."""
    rows = [asdict(gate) for gate in gates]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def gate_lines(gates: Sequence[Gate]) -> Iterator[str]:
    """One line a gate, then how many hold."""
    for gate in gates:
        mark = "holder     " if gate.holds else "HOLDER IKKE"
        mark = mark if gate.limit else "           "
        figure = number(gate.value, 2)
        note = f"  {gate.note}" if gate.note else ""
        yield f"{mark}  {gate.name}: {figure} {gate.limit}{note}".rstrip()
    asked = [gate for gate in gates if gate.limit]
    yield f"{sum(gate.holds for gate in asked)} av {len(asked)} krav holder."


def table(games: Sequence[Game], preset: str) -> Iterator[str]:
    """How each player ends: the five meters, their mean, and the mean against no players."""
    own = [game for game in games if game.preset == preset and not game.fault]
    alone = {game.where: game.mean for game in own if game.player == NOTHING}
    words = (*METER_WORDS, "snitt", "mot uten", "spill")
    yield " " * NAME_WIDTH + "".join(f"{word:>{FIGURE_WIDTH}}" for word in words)
    for player in dict.fromkeys(game.player for game in own):
        played = [game for game in own if game.player == player]
        means = np.mean([game.meters for game in played], axis=0)
        gain = np.mean([game.mean - alone[game.where] for game in played if game.where in alone])
        figures = [number(float(mean), 1) for mean in (*means, means.mean())]
        figures += [signed(float(gain), 1), str(len(played))]
        name = f"{player}  {NAMES[player]}" if player in NAMES else player
        yield f"{name:{NAME_WIDTH}}" + "".join(f"{text:>{FIGURE_WIDTH}}" for text in figures)


def tables_by_place(games: Sequence[Game], preset: str) -> Iterator[str]:
    """The same table for all places together, and then for each."""
    yield f"Alle steder ({len(METERS)} målere, snitt av de siste årene)"
    yield from table(games, preset)
    for place in dict.fromkeys(game.place for game in games):
        yield ""
        yield place
        yield from table([game for game in games if game.place == place], preset)
