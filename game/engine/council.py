"""Kommunestyret: thirty-five seats in five invented groups that vote, bargain and remember."""

from __future__ import annotations

from dataclasses import replace

from game.content.common.parties import Party, load_parties
from game.content.scenario import Measure, Scenario
from game.content.words import PARTIES
from game.engine.decisions import card_of, chance_each_way, strength
from game.engine.game_state import GameState, Offer, Pledge, Vote
from game.engine.resources import chosen_names, prepared, price_nok, room_total_nok
from game.engine.standing import ELECTION_YEARS, SEATS, number_of, seats_needed
from game.model.draws import chance
from game.model.variables import VARIABLES

HALF = 50.0
MOST = 100.0
PREPARES = ("co_creation_workshop", "partnership")
"""Cards after which cases are better anchored."""
THRIFTY = "thrift_list"
VOTE_SLOT, OFFER_SLOT, FIGHT_SLOT, MOOD_SLOT, SEAT_SLOT, BACKLASH_SLOT = 0, 1, 2, 3, 4, 5
ANSWERS = ("accept", "fight", "withdraw")


def needs_council(name: str, state: GameState, scenario: Scenario) -> bool:
    """Whether a decision is a case for the council in this game."""
    measure = card_of(name, scenario)
    return bool(measure and measure.id == name and measure.council and state.setup.preset.council)


def anchoring(name: str, state: GameState) -> float:
    """Forankring: how well those it concerns stand behind a case, 0-100."""
    n, case = state.parameters.n, prepared(name, state)
    heard = case.hearing or state.uses_special("union", name)
    level = number_of(n.anchoring_start)
    level += number_of(n.anchoring_by_partnership) * (state.now["partnership"] - HALF)
    level += number_of(n.anchoring_involved) * case.involve + number_of(n.anchoring_heard) * heard
    known = chosen_names(state)
    level += number_of(n.anchoring_prepared) * sum(card in known for card in PREPARES)
    return min(MOST, max(0.0, level))


def support(state: GameState, party: Party) -> float:
    """How a group sees the planners, 0-100: by trust, by what it watches, and by what it was told.

    A group is friendly from 50.
    """
    n = state.parameters.n
    level = number_of(n.support_start) + _by_trust(state) + memory(state, party.id)
    for promise in party.promises:
        way = 1.0 if promise.direction == "up" else -1.0
        level += number_of(n.support_by_change) * way * _moved(promise.variable, state)
    since = _last_election(state)
    return level + number_of(n.vote_luck) * chance_each_way(state.seed, since, party.id, MOOD_SLOT)


def memory(state: GameState, party: str) -> float:
    """What kept and broken promises do to a group, in points."""
    n = state.parameters.n
    own = [pledge.kept for pledge in state.pledges if pledge.party == party]
    return number_of(n.vote_by_kept) * own.count(True) - number_of(n.vote_by_broken) * own.count(
        False
    )


def friendly_seats(state: GameState) -> int:
    """The seats of the groups that see the planners kindly."""
    groups = zip(load_parties_in_order(), state.seats, strict=True)
    return sum(seats for party, seats in groups if support(state, party) >= HALF)


def broken_pledges(state: GameState) -> int:
    """How many promises were not kept."""
    return sum(pledge.kept is False for pledge in state.pledges)


def load_parties_in_order() -> tuple[Party, ...]:
    """The groups in the order of `PARTIES`, which seats and votes are kept in."""
    by_id = {party.id: party for party in load_parties()}
    return tuple(by_id[id_] for id_ in PARTIES)


def first_seats() -> tuple[int, ...]:
    """The council on the day the game begins."""
    return tuple(party.seats for party in load_parties_in_order())


def vote_on(name: str, state: GameState, scenario: Scenario) -> Vote:
    """What the council says to a case, and what a group would take for its votes."""
    measure = scenario.decisions[name]
    assert isinstance(measure, Measure)
    leaning = [_leaning(party, measure, state, scenario) for party in load_parties_in_order()]
    yes = tuple(
        seats if level >= HALF else 0 for seats, level in zip(state.seats, leaning, strict=True)
    )
    vote = Vote(name, yes, seats_needed(state))
    return vote if vote.carried else replace(vote, offer=_offer(vote, leaning, state))


def _leaning(party: Party, measure: Measure, state: GameState, scenario: Scenario) -> float:
    n = state.parameters.n
    fit = (party.id in measure.welcomed_by) - (party.id in measure.feared_by)
    price = price_nok(measure.id, state, scenario) / max(1.0, room_total_nok(state))
    weight = 2.0 if party.id == THRIFTY else 1.0
    level = number_of(n.vote_start) + _by_trust(state) + memory(state, party.id)
    level += number_of(n.vote_by_fit) * fit
    level += number_of(n.vote_by_anchoring) * (anchoring(measure.id, state) - HALF)
    level -= number_of(n.vote_by_price) * weight * min(1.0, max(0.0, price))
    luck = chance_each_way(state.seed, state.year, f"{party.id}.{measure.id}", VOTE_SLOT)
    return level + number_of(n.vote_luck) * luck


def _offer(vote: Vote, leaning: list[float], state: GameState) -> Offer | None:
    """The group nearest to yes whose seats would do, and what it wants."""
    reach = number_of(state.parameters.n.compromise_reach)
    missing = vote.needed - sum(vote.yes)
    near = [
        (HALF - level, party)
        for level, party, seats in zip(leaning, load_parties_in_order(), state.seats, strict=True)
        if 0 < HALF - level <= reach and seats >= missing
    ]
    if not near:
        return None
    _, party = min(near, key=lambda one: one[0])
    luck = chance(state.seed, state.year, f"{party.id}.{vote.what}", OFFER_SLOT)
    # nobody asks for a promise that is due when the game is over
    if luck < 1 / 2 or _due(state) > state.last_year:
        return Offer(party.id, "smaller")
    return Offer(party.id, "pledge", party.asks_for)


def answers_to(vote: Vote, state: GameState) -> tuple[str, ...]:
    """What can be answered: an offer all three ways; a case that was heard can be taken back."""
    if vote.offer is not None:
        return ANSWERS
    return ("withdraw",) if prepared(vote.what, state).hearing else ()


def hearing_finds(name: str, state: GameState, scenario: Scenario) -> float | None:
    """What a hearing brings to light: how strong the case will turn out, around 1.

    None when nobody was heard.
    """
    if not (prepared(name, state).hearing or state.uses_special("union", name)):
        return None
    return strength(name, state.year, state.seed, state.parameters.n, scenario)


def answered(vote: Vote, answer: str, state: GameState) -> Vote:
    """The vote once the offer is answered. A fight may move the group, or nobody."""
    if answer != "fight" or vote.offer is None:
        return replace(vote, answer=answer)
    n, row = state.parameters.n, PARTIES.index(vote.offer.party)
    luck = chance(state.seed, state.year, f"{vote.offer.party}.{vote.what}", FIGHT_SLOT)
    won = luck < number_of(n.fight_reach) / number_of(n.compromise_reach) / 2.0
    yes = tuple(
        state.seats[row] if won and place == row else seats for place, seats in enumerate(vote.yes)
    )
    return replace(vote, answer=answer, yes=yes)


def with_pledge(state: GameState, vote: Vote) -> GameState:
    """The state with the promise that an accepted offer asked for."""
    if vote.answer != "accept" or vote.offer is None or vote.offer.kind != "pledge":
        return state
    pledge = Pledge(vote.offer.party, vote.offer.pillar, state.year, _due(state))
    return replace(state, pledges=(*state.pledges, pledge))


def _due(state: GameState) -> int:
    """The year before whose end a promise that is given now must be kept."""
    return state.year + int(number_of(state.parameters.n.pledge_years))


def settled(state: GameState, pillars: set[str], year: int) -> tuple[tuple[Pledge, ...], list[str]]:
    """The promises when cards from `pillars` are decided in `year`, and what came of them."""
    pledges, told = [], []
    for pledge in state.pledges:
        if pledge.kept is None and pledge.year < year and pledge.pillar in pillars:
            pledge = replace(pledge, kept=True)
            told.append("pledge_kept")
        elif pledge.kept is None and year >= pledge.until:
            pledge = replace(pledge, kept=False)
            told.append("pledge_broken")
        pledges.append(pledge)
    return tuple(pledges), told


def has_backlash(name: str, state: GameState) -> bool:
    """Whether a case that nobody was asked about meets resistance."""
    n = state.parameters.n
    if anchoring(name, state) >= number_of(n.backlash_below):
        return False
    luck = chance(state.seed, state.year, name, BACKLASH_SLOT)
    return luck < number_of(n.backlash_chance)


def after_election(state: GameState) -> tuple[int, ...]:
    """The new council: trust helps those who stand behind the planners, and luck plays its part."""
    n, trust = state.parameters.n, state.now["trust"]
    shares = []
    for party in load_parties_in_order():
        side = 1.0 if support(state, party) >= HALF else -1.0
        swing = number_of(n.election_by_support) * (trust - HALF) * side
        luck = chance_each_way(state.seed, state.year, party.id, SEAT_SLOT)
        shares.append(max(0.1, party.seats * (1.0 + swing + number_of(n.election_luck) * luck)))
    return _whole_seats(shares)


def _whole_seats(shares: list[float]) -> tuple[int, ...]:
    """Seats by largest remainder; they always sum to 35."""
    exact = [SEATS * share / sum(shares) for share in shares]
    seats = [int(part) for part in exact]
    by_rest = sorted(range(len(exact)), key=lambda place: (seats[place] - exact[place], place))
    for place in by_rest[: SEATS - sum(seats)]:
        seats[place] += 1
    return tuple(seats)


def _by_trust(state: GameState) -> float:
    return number_of(state.parameters.n.vote_by_trust) * (state.now["trust"] - HALF)


def _moved(variable: str, state: GameState) -> float:
    """How far a quantity is from where it began, in points or per cent."""
    now, then = state.now[variable], state.opening[variable]
    if VARIABLES[variable].unit == "index":
        return now - then
    if VARIABLES[variable].unit in ("share", "relative"):
        return MOST * (now - then)
    return MOST * (now - then) / max(1.0, abs(then))


def _last_election(state: GameState) -> int:
    return max((year for year in ELECTION_YEARS if year < state.year), default=state.first_year)
