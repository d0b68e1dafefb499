"""Promises to the groups of the council: what was promised, until when, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.council import load_parties_in_order
from game.engine.game_state import GameState, Pledge
from game.text.translate import Translator


@dataclass(frozen=True)
class PledgeView:
    """A promise to a group, and what came of it: open, kept or broken."""

    text: str
    status: str
    status_text: str


def pledges(state: GameState, t: Translator) -> tuple[PledgeView, ...]:
    """What is promised, the open ones first, then the newest."""
    order = sorted(state.pledges, key=lambda one: (one.kept is not None, -one.year))
    return tuple(_pledge(one, state, t) for one in order)


def open_pledges(state: GameState, t: Translator) -> tuple[str, ...]:
    """«Lovet: et kort fra «Heltid» innen 2029», the first to fall due first."""
    waiting = sorted((one for one in state.pledges if one.kept is None), key=lambda one: one.until)
    return tuple(
        t(
            "measures.pledge",
            pillar=t(f"pillar.{one.pillar}"),
            year=min(state.last_year, one.until),
        )
        for one in waiting
    )


def settled_pledges(state: GameState, year: int, t: Translator) -> tuple[str, ...]:
    """What the council said of the promises that were settled in a year."""
    what = [entry.what for entry in state.chosen if entry.year == year]
    return tuple(t(f"passing.{key}") for key in ("pledge_kept", "pledge_broken") if key in what)


def _pledge(pledge: Pledge, state: GameState, t: Translator) -> PledgeView:
    party = next(one for one in load_parties_in_order() if one.id == pledge.party)
    status = {None: "open", True: "kept", False: "broken"}[pledge.kept]
    return PledgeView(
        text=t("rule.pledge", group=t.pick(party.name), pillar=t(f"pillar.{pledge.pillar}")),
        status=status,
        status_text=t(f"rule.pledge.{status}", year=min(state.last_year, pledge.until)),
    )
