"""Three cards for the talk: what went well, what hurt, and home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.content.common.discussion import DiscussionCard, load_discussion_cards, load_suits
from game.content.scenario import Scenario
from game.engine.crisis import crisis_below, level
from game.engine.game_state import GameState, Record
from game.engine.trials import pillar_of
from game.engine.turn import METERS
from game.model.draws import chance
from game.text.translate import Translator

DEALS = ("well", "hurt", "home")
SLOT = 0


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
        card = _best(deal, wanted, state.seed, used)
        used.add(card.suit)
        found.append(_view(card, t))
    return tuple(found)


def _subjects(
    deal: str,
    state: GameState,
    without: Sequence[Record],
    scenario: Scenario,
    loops: tuple[str, ...],
) -> list[str]:
    """What a card should be about, the best fit first."""
    gain = {m: level(state.now, m) - level(without[-1].values, m) for m in METERS}
    room = {m: level(state.now, m) - crisis_below(m) for m in METERS}
    pillars = Counter(filter(None, (pillar_of(c.what, scenario) for c in state.chosen)))
    often = [pillar for pillar, _ in pillars.most_common()]
    if deal == "well":
        return [*sorted(METERS, key=lambda m: -gain[m])[:2], *often, *loops]
    if deal == "hurt":
        return [*sorted(METERS, key=lambda m: room[m])[:2], *loops, *reversed(often)]
    return [*often, *loops]


def _best(deal: str, wanted: list[str], seed: int, used: set[str]) -> DiscussionCard:
    """The card that fits best, of a suit not dealt yet where there is one."""
    cards = [card for card in load_discussion_cards() if card.deal == deal]

    def fit(card: DiscussionCard) -> tuple[bool, int, float]:
        places = [wanted.index(one) for one in card.about if one in wanted]
        luck = chance(seed, 0, f"talk.{card.id}", SLOT)
        return card.suit in used, min(places, default=len(wanted)), luck

    return min(cards, key=fit)


def _view(card: DiscussionCard, t: Translator) -> DiscussionView:
    suit = next(suit for suit in load_suits() if suit.id == card.suit)
    return DiscussionView(
        id=card.id,
        suit_id=card.suit,
        symbol=suit.symbol,
        suit=t.pick(suit.name),
        deal=t(f"talk.{card.deal}"),
        text=t.pick(card.text),
    )
