"""Three cards for the talk: what went well, what hurt, and home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.content.common.discussion import DiscussionCard, load_discussion_cards, load_suits
from game.content.scenario import Scenario
from game.engine.conditions import all_hold
from game.engine.crisis import crisis_below, level
from game.engine.game_state import GameState, Record
from game.engine.trials import pillar_of
from game.engine.turn import METERS
from game.model.draws import chance
from game.text.translate import Translator

DEALS = ("well", "hurt", "home")
SLOT = 0
LIFTED = 1.0
"""Points a meter must stand above «uten dere» before the talk may say that it went well."""


@dataclass(frozen=True)
class DiscussionView:
    """A question to talk about, and why it was dealt."""

    id: str
    suit_id: str
    symbol: str
    suit: str
    deal: str
    text: str


def dealt_cards(
    state: GameState,
    without: Sequence[Record],
    scenario: Scenario,
    t: Translator,
    loops: Iterable[str] = (),
) -> tuple[DiscussionView, ...]:
    """One card of each kind. `loops` are those the players found."""
    found, used = [], set[str]()
    for deal in DEALS:
        wanted = _subjects(deal, state, without, scenario, tuple(loops))
        card = _best(deal, wanted, state, used)
        used.add(card.suit)
        found.append(_view(card, _heading(deal, state, without), t))
    return tuple(found)


def _gains(state: GameState, without: Sequence[Record]) -> dict[str, float]:
    """How far each meter ended above «uten dere», in points."""
    return {m: level(state.now, m) - level(without[-1].values, m) for m in METERS}


def _went_well(state: GameState, without: Sequence[Record]) -> list[str]:
    """The meters that were lifted and are not in crisis, the most lifted first."""
    gain = _gains(state, without)
    lifted = [m for m in METERS if gain[m] >= LIFTED and level(state.now, m) >= crisis_below(m)]
    return sorted(lifted, key=lambda m: -gain[m])


def _hurt(state: GameState, without: Sequence[Record]) -> bool:
    """Whether a meter ended in crisis, or lower than it would have without the players."""
    gain = _gains(state, without)
    return any(gain[m] <= -LIFTED or level(state.now, m) < crisis_below(m) for m in METERS)


def _heading(deal: str, state: GameState, without: Sequence[Record]) -> str:
    """What the card is dealt as. Nothing is said to go well, or to hurt, when it did not."""
    if deal == "well" and not _went_well(state, without):
        return "tried"
    return "hard" if deal == "hurt" and not _hurt(state, without) else deal


def _subjects(
    deal: str,
    state: GameState,
    without: Sequence[Record],
    scenario: Scenario,
    loops: tuple[str, ...],
) -> list[str]:
    """What a card should be about, the best fit first."""
    room = {m: level(state.now, m) - crisis_below(m) for m in METERS}
    pillars = Counter(filter(None, (pillar_of(c.what, scenario) for c in state.chosen)))
    often = [pillar for pillar, _ in pillars.most_common()]
    if deal == "well":
        return [*_went_well(state, without)[:2], *often, *loops]
    if deal == "hurt":
        return [*sorted(METERS, key=lambda m: room[m])[:2], *loops, *reversed(often)]
    return [*often, *loops]


def _is_true(card: DiscussionCard, state: GameState) -> bool:
    """Whether what the card claims holds for this game."""
    chosen = frozenset(decided.what for decided in state.chosen)
    now = {**state.now, "year": float(state.year)}
    if card.rose is not None and state.now[card.rose] <= state.opening[card.rose]:
        return False
    return all_hold(card.when, now, chosen)


def _best(deal: str, wanted: list[str], state: GameState, used: set[str]) -> DiscussionCard:
    """The card that fits best, of a suit not dealt yet where there is one."""
    cards = [c for c in load_discussion_cards() if c.deal == deal and _is_true(c, state)]

    def fit(card: DiscussionCard) -> tuple[bool, int, float]:
        places = [wanted.index(one) for one in card.about if one in wanted]
        luck = chance(state.seed, 0, f"talk.{card.id}", SLOT)
        return card.suit in used, min(places, default=len(wanted)), luck

    return min(cards, key=fit)


def _view(card: DiscussionCard, heading: str, t: Translator) -> DiscussionView:
    suit = next(suit for suit in load_suits() if suit.id == card.suit)
    return DiscussionView(
        id=card.id,
        suit_id=card.suit,
        symbol=suit.symbol,
        suit=t.pick(suit.name),
        deal=t(f"talk.{heading}"),
        text=t.pick(card.text),
    )
