"""Kommunestyret: what the five groups say to a case, what one would take for its votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.common.parties import Party
from game.content.form import Text
from game.content.scenario import Measure, Scenario
from game.engine.council import anchoring, load_parties_in_order, needs_council, support
from game.engine.decisions import effects_of
from game.engine.game_state import GameState, Vote
from game.engine.resources import prepared
from game.engine.standing import SEATS, number_of
from game.text.numbers import percent
from game.text.translate import Translator
from game.view.effects import effect_views
from game.view.measures import anchoring_word
from game.view.meters import meters
from game.view.parts import EffectView, MeterView
from game.view.pledges import PledgeView, pledges

ANSWERS = ("accept", "fight", "withdraw")
LETTERS = "ABC"
FRIENDLY_FROM = 50.0
FIGHT = "council_fight"
WITH_NEIGHBOUR = ("shared_service", "merge_municipalities")
"""Cases of the pillar of volunteering that volunteers have no part in."""


@dataclass(frozen=True)
class GroupView:
    """One group in the council: its seats, its vote, and what it says. `row` gives its shape."""

    id: str
    row: int
    name: str
    seats: int
    yes: bool
    vote_text: str
    says: str
    watches: str
    is_friendly: bool
    offers: bool


@dataclass(frozen=True)
class AnswerView:
    """One way to answer an offer, with what it leads to."""

    id: str
    letter: str
    label: str
    text: str
    effects: tuple[EffectView, ...]


@dataclass(frozen=True)
class VoteView:
    """One case. `result` is «carried», «rejected», «withdrawn», or empty while it waits."""

    what: str
    number: str
    title: str
    icon: str
    pillar: str
    groups: tuple[GroupView, ...]
    yes: int
    no: int
    needed: int
    needed_text: str
    sentence: str
    prepared_text: str
    anchoring: float
    anchoring_text: str
    offer_text: str
    answers: tuple[AnswerView, ...]
    result: str
    result_text: str

    @property
    def waits(self) -> bool:
        """Whether an answer is needed."""
        return not self.result


@dataclass(frozen=True)
class CouncilView:
    """The meeting: its cases in order, and the promises that are remembered."""

    year: int
    votes: tuple[VoteView, ...]
    current: int
    pledges: tuple[PledgeView, ...]
    meters: tuple[MeterView, ...]

    @property
    def is_done(self) -> bool:
        """Whether every case has its answer."""
        return not any(vote.waits for vote in self.votes)


def council(state: GameState, scenario: Scenario, t: Translator) -> CouncilView:
    """The meeting of this turn. The current case is the first that waits, else the last."""
    votes = tuple(_vote(vote, place, state, scenario, t) for place, vote in enumerate(state.votes))
    waiting = [place for place, vote in enumerate(votes) if vote.waits]
    return CouncilView(
        year=state.year,
        votes=votes,
        current=waiting[0] if waiting else max(0, len(votes) - 1),
        pledges=pledges(state, t),
        meters=meters(state, t),
    )


def _vote(vote: Vote, place: int, state: GameState, scenario: Scenario, t: Translator) -> VoteView:
    measure = scenario.decisions[vote.what]
    assert isinstance(measure, Measure)  # only cards are cases
    case = state.cases + place + 1
    pillar = measure.pillar if _is_new(place, measure, state, scenario) else ""
    groups = tuple(
        _group(row, party, vote, (case, pillar), state, t)
        for row, party in enumerate(load_parties_in_order())
    )
    yes = sum(group.seats for group in groups if group.yes)
    level = anchoring(vote.what, state)
    return VoteView(
        what=vote.what,
        number=t("rule.council.case", n=case, year=state.year % 100),
        title=t.pick(measure.title),
        icon=measure.icon,
        pillar=measure.pillar,
        groups=groups,
        yes=yes,
        no=SEATS - yes,
        needed=vote.needed,
        needed_text=t("rule.council.needed", needed=vote.needed, total=SEATS),
        sentence=_sentence(yes, vote.needed, t),
        prepared_text=_prepared_text(vote.what, state, t),
        anchoring=level,
        anchoring_text=anchoring_word(level, state, t),
        offer_text=_offer_text(vote, state, t),
        answers=_answers(state, scenario, t) if vote.waits else (),
        result=_result(vote),
        result_text="" if vote.waits else t(f"rule.council.{_result(vote)}"),
    )


def _result(vote: Vote) -> str:
    if vote.waits:
        return ""
    if vote.answer == "withdraw":
        return "withdrawn"
    return "carried" if vote.carried else "rejected"


def _sentence(yes: int, needed: int, t: Translator) -> str:
    if yes >= needed:
        return t("rule.council.enough")
    return t("rule.council.missing", n=needed - yes)


def _prepared_text(what: str, state: GameState, t: Translator) -> str:
    """How the case was made ready: with the unions, with a hearing, or neither."""
    case = prepared(what, state)
    parts = [
        t("rule.council.involved") if case.involve else "",
        t("rule.council.heard") if case.hearing else "",
    ]
    said = [part for part in parts if part]
    return " · ".join(said) if said else t("rule.council.rushed")


def _group(
    row: int, party: Party, vote: Vote, case: tuple[int, str], state: GameState, t: Translator
) -> GroupView:
    offers = vote.offer is not None and vote.offer.party == party.id
    won = offers and vote.answer == "accept"
    yes = vote.yes[row] > 0 or won
    lines = _lines(party, vote, case[1], yes)
    return GroupView(
        id=party.id,
        row=row,
        name=t.pick(party.name),
        seats=state.seats[row],
        yes=yes,
        vote_text=t("rule.council.yes" if yes else "rule.council.no"),
        says=t.pick(lines[(case[0] - 1) % len(lines)]),
        watches=" ".join(t.pick(promise.text) for promise in party.promises),
        is_friendly=support(state, party) >= FRIENDLY_FROM,
        offers=offers,
    )


def _is_new(place: int, measure: Measure, state: GameState, scenario: Scenario) -> bool:
    """Whether this is surely the first case of its pillar, so that what is said of it is unsaid.

    A case that fell leaves only its number behind. After one, the groups speak in general.
    """
    if measure.id in WITH_NEIGHBOUR:
        return False
    passed = [
        scenario.decisions[one.what]
        for one in state.chosen
        if one.year < state.year and needs_council(one.what, state, scenario)
    ]
    now = [scenario.decisions[vote.what] for vote in state.votes[:place]]
    earlier = [one.pillar for one in (*passed, *now) if isinstance(one, Measure)]
    return len(passed) == state.cases and measure.pillar not in earlier


def _lines(party: Party, vote: Vote, pillar: str, yes: bool) -> Sequence[Text]:
    """What a group may say: with its offer, about a new pillar, else in general.

    The lines are taken in turn by the number of the case, so none comes twice in a game.
    """
    if vote.offer is not None and vote.offer.party == party.id and vote.waits:
        return party.smaller if vote.offer.kind == "smaller" else party.compromise
    told = [one.yes if yes else one.no for one in party.about if one.pillar == pillar]
    return told or (party.yes if yes else party.no)


def _offer_text(vote: Vote, state: GameState, t: Translator) -> str:
    """What the group wants for its votes, as the rules will hold it to."""
    if vote.offer is None:
        return ""
    party = next(one for one in load_parties_in_order() if one.id == vote.offer.party)
    n, name = state.parameters.n, t.pick(party.name)
    if vote.offer.kind == "smaller":
        share = percent(number_of(n.smaller_factor), 0, t.language)
        return t("rule.council.offer.smaller", group=name, share=share)
    until = min(state.last_year, state.year + int(number_of(n.pledge_years)))
    pillar = t(f"pillar.{vote.offer.pillar}")
    return t("rule.council.offer.pledge", group=name, pillar=pillar, year=until)


def _answers(state: GameState, scenario: Scenario, t: Translator) -> tuple[AnswerView, ...]:
    fight = effect_views(effects_of(FIGHT, scenario), t) if FIGHT in scenario.causes else ()
    return tuple(
        AnswerView(
            id=answer,
            letter=letter,
            label=t(f"rule.answer.{answer}"),
            text=t(f"rule.answer.{answer}.text"),
            effects=fight if answer == "fight" else (),
        )
        for answer, letter in zip(ANSWERS, LETTERS, strict=True)
    )
