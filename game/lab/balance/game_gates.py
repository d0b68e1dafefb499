"""The gates that whole games answer: (a) to (f), and what each pillar and each loop is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations

import numpy as np

from game.content.loops import load_loops
from game.engine.standing import MAJORITY
from game.engine.turn import METERS
from game.lab.balance.games import PILLARS, Game
from game.lab.balance.gate import Gate, at_least, at_most, between, listed, told
from game.lab.players.sound import SOUND
from game.lab.players.typical import PATIENT_AND_CLOSED, TYPICAL
from game.model.lanes import Array

NOTHING, RANDOM = "nothing", "random"
TYPICAL_IDS = tuple(strategy.id for strategy in TYPICAL)
SOUND_IDS = tuple(strategy.id for strategy in SOUND)
COMPARED = (*TYPICAL_IDS, *SOUND_IDS, RANDOM)
"""Those who are ranked against each other."""
MOST_METERS = 2.0
WORST_PART, WORST_SHARE = 3, 0.80
SOUND_SPREAD = 5.0
TOP_PART, MOST_IN_TOP = 10, 0.60
LOST_LEAST, LOST_MOST = 0.25, 0.50
RANDOM_WITHIN, RANDOM_BELOW = 6.0, 12.0
PILLAR_COST = 3.0
LOOP_POINTS = 2.0
"""Points of a meter, two years running, that a loop must move to be said to drive it."""


class Table:
    """The games of the ranked players side by side: `meters` is `(player, game, meter)`."""

    def __init__(self, games: Sequence[Game]) -> None:
        """Keep the places and seeds that every ranked player has played."""
        by_player = {
            player: {game.where: game for game in games if game.player == player}
            for player in (*COMPARED, NOTHING)
        }
        shared = set.intersection(*(set(found) for found in by_player.values()))
        self.where = sorted(shared)
        self.games = {p: [found[w] for w in self.where] for p, found in by_player.items()}
        self.meters: Array = np.array(
            [[game.meters for game in self.games[player]] for player in COMPARED]
        )
        self.alone: Array = np.array([game.mean for game in self.games[NOTHING]])

    def means(self, players: Iterable[str]) -> Array:
        """Mean of the meters, `(player, game)`."""
        return self.meters[[COMPARED.index(player) for player in players]].mean(axis=2)


def game_gates(games: Sequence[Game]) -> list[Gate]:
    """Every gate of whole games, in the order of the letters."""
    table = Table(games)
    return [
        best_on_most(table),
        *worst_somewhere(table),
        *sound_lines(table),
        in_the_top(table),
        majority_lost(games),
        *random_play(table),
        *pillars(games),
        *loops(games),
    ]


def best_on_most(table: Table) -> Gate:
    """(a) Nobody is best on more than two meters on average."""
    best = table.meters.argmax(axis=0)
    count = np.array([(best == row).sum(axis=1).mean() for row in range(len(COMPARED))])
    top = int(count.argmax())
    return at_most("a best på flest målere", count[top], MOST_METERS, f"spiller {COMPARED[top]}")


def worst_somewhere(table: Table) -> list[Gate]:
    """(b) A to G each lie in the worst third on some meter, nearly always."""
    rank = table.meters.argsort(axis=0).argsort(axis=0)
    low = (rank < len(COMPARED) // WORST_PART).any(axis=2).mean(axis=1)
    return [
        at_least(f"b {id_} i dårligste tredel på en måler", low[COMPARED.index(id_)], WORST_SHARE)
        for id_ in TYPICAL_IDS
        if id_ != "H"
    ]


def sound_lines(table: Table) -> list[Gate]:
    """(c) The three sound lines are about equally good, each best on a meter of its own."""
    means = table.means(SOUND_IDS).mean(axis=1)
    note = ", ".join(f"{id_} {mean:.1f}" for id_, mean in zip(SOUND_IDS, means, strict=True))
    spread = at_most("c avstand mellom de tre linjene", np.ptp(means), SOUND_SPREAD, note)
    own = table.meters[[COMPARED.index(id_) for id_ in SOUND_IDS]].mean(axis=1)
    best = own.argmax(axis=0)
    most = max(
        sum(best[meter] == line for line, meter in enumerate(chosen))
        for chosen in permutations(range(len(METERS)), len(SOUND_IDS))
    )
    told_of = ", ".join(f"{METERS[m]}: {SOUND_IDS[line]}" for m, line in enumerate(best))
    return [spread, at_least("c linjer som er best på hver sin måler", most, 3, told_of)]


def in_the_top(table: Table) -> Gate:
    """(d) No card is in more than 60 % of the best tenth of all games."""
    rows = [
        (game.mean - table.alone[place], game.decided)
        for player in COMPARED
        for place, game in enumerate(table.games[player])
    ]
    rows.sort(key=lambda row: -row[0])
    top = rows[: max(1, len(rows) // TOP_PART)]
    count: dict[str, int] = {}
    for _, decided in top:
        for card in dict.fromkeys(name for name in decided if _is_card(name)):
            count[card] = count.get(card, 0) + 1
    share = {card: times / len(top) for card, times in count.items()}
    most = max(share, key=lambda card: share[card], default="")
    over = [f"{card} {part:.2f}" for card, part in share.items() if part > MOST_IN_TOP]
    return at_most("d kort i beste tidel", share.get(most, 0.0), MOST_IN_TOP, listed(over, 20))


NOT_CARDS = ("lead_", "hearing", "backlash", "council_fight", "pledge_", "special_hr")


def _is_card(name: str) -> bool:
    return "." not in name and not name.startswith(NOT_CARDS)


def majority_lost(games: Sequence[Game]) -> Gate:
    """(e) The patient builder loses the election of 2031 now and then, without quick wins."""
    own = [game for game in games if game.player == PATIENT_AND_CLOSED.id and not game.fault]
    lost = _share(game.seats_after < MAJORITY for game in own)
    before = _share(game.seats_before < MAJORITY for game in own)
    note = f"uten flertall alt i 2030: {before:.2f}"
    return between("e H mister flertallet i 2031", lost, LOST_LEAST, LOST_MOST, note)


def _share(holds: Iterable[bool]) -> float:
    answers = list(holds)
    return sum(answers) / len(answers)


def random_play(table: Table) -> list[Gate]:
    """(f) Random play ends near the game without players, and never far below."""
    apart = table.means([RANDOM])[0] - table.alone
    where = table.where[int(apart.argmin())]
    mean = between("f tilfeldig spill mot uten dere", apart.mean(), -RANDOM_WITHIN, RANDOM_WITHIN)
    note = f"{where[0]}, frø {where[1]}"
    return [mean, at_least("f tilfeldig spill på det verste", apart.min(), -RANDOM_BELOW, note)]


def pillars(games: Sequence[Game]) -> list[Gate]:
    """(h) Each pillar taken away costs some sound line three points."""
    found = []
    lost = {
        line: np.mean([g.pillars for g in games if g.player == line and g.pillars], axis=0)
        for line in SOUND_IDS
        if any(g.player == line and g.pillars for g in games)
    }
    for place, pillar in enumerate(PILLARS):
        by_line = {line: float(means[place]) for line, means in lost.items()}
        note = ", ".join(f"{line} {points:.1f}" for line, points in by_line.items())
        most = max(by_line.values(), default=0.0)
        found.append(at_least(f"h uten søyla {pillar}", most, PILLAR_COST, note))
    return found


def loops(games: Sequence[Game]) -> list[Gate]:
    """Each loop drives some meter in some game."""
    moved: Array = np.array([game.loops for game in games if game.loops])
    if not len(moved):
        return []
    names = [loop.id for loop in load_loops()]
    most, often = moved.max(axis=0), (moved >= LOOP_POINTS).mean(axis=0)
    weak = [f"{name} {points:.1f}" for name, points in zip(names, most, strict=True)]
    still = [text for text, points in zip(weak, most, strict=True) if points < LOOP_POINTS]
    shares = ", ".join(
        f"{name} {100 * part:.0f} %" for name, part in zip(names, often, strict=True)
    )
    driving = float((most >= LOOP_POINTS).sum())
    note = f"svake: {listed(still, 12)}" if still else shares
    return [
        at_least("sløyfer som driver en måler", driving, len(names), note),
        told("spill der sløyfene er spurt", len(moved), shares),
    ]
