"""Plays the stories of this folder: what is written under a year is done, what is expected is read.

A story does not depend on which cards and events luck would have dealt. README.md tells how one is
written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from game.content.load import load_scenario
from game.content.scenario import Scenario
from game.engine.action import (
    Action,
    AnswerCouncil,
    ChooseMeasure,
    ChooseOption,
    DeepDive,
    GoOn,
    Lead,
    LeaveUnanswered,
    ParkMeasure,
    PrepareCase,
    Reason,
    SetStrategy,
    UseSpecial,
)
from game.engine.apply import Refused
from game.engine.deal import may_be_chosen
from game.engine.decisions import find_measure
from game.engine.game_state import GameState, Offer, Phase, Vote
from game.engine.session import Session, new_session
from game.engine.setup import Setup

FOLDER = Path(__file__).parent
NOT_DEALT = "not_dealt"
"""Why a card cannot be chosen that could not have been on the table."""
KEYS = {
    "story",
    "concept",
    "scenario",
    "seed",
    "preset",
    "difficulty",
    "place",
    "events",
    "play",
    "expect",
    "compared_with",
}
Plan = Mapping[int, list[dict[str, Any]]]


@dataclass(frozen=True)
class Told:
    """A story as it is written."""

    name: str
    file: str
    written: Mapping[str, Any]

    @property
    def claims_something(self) -> bool:
        """Whether it can turn out not to be so."""
        claims = self.written.keys() & {"expect", "compared_with"}
        return bool(claims) or "cannot" in str(self.written["play"])

    @property
    def there(self) -> Mapping[str, Any] | None:
        """The game it is compared with: as the story, but for what is said to be different."""
        other = self.written.get("compared_with")
        return None if other is None else {**self.written, "expect": {}, **other}


@dataclass
class Game:
    """A game that was played as a story tells."""

    session: Session
    votes: dict[tuple[int, str], Vote] = field(default_factory=dict)

    @property
    def state(self) -> GameState:
        """Where the game stands."""
        return self.session.state


def stories() -> list[Told]:
    """All stories of the folder. Raises ValueError for a key that means nothing."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for written in yaml.safe_load(path.read_text("utf-8")):
            if unknown := set(written) - KEYS:
                raise ValueError(f"{path.name}: {written['story']}: ukjent nøkkel {unknown}")
            found.append(Told(written["story"], path.name, written))
    return found


def last_year(written: Mapping[str, Any]) -> int:
    """The last year that something is said about."""
    expected = [*written.get("expect", {}), *written.get("compared_with", {}).get("expect", {})]
    return max(*expected, *written["play"], 0)


def played(written: Mapping[str, Any], until: int) -> Game:
    """The game of a story, to the beginning of the year after `until`."""
    setup = Setup.of(written.get("preset", "free"), written.get("difficulty", "usual"))
    place = tuple(sorted(written.get("place", {}).items()))
    scenario = _scenario(written.get("scenario", "fjellvik"), place, "events" in written)
    game = Game(new_session(scenario, written.get("seed", 7), setup))
    plan: Plan = {year: _items(said) for year, said in written["play"].items()}
    told = set()
    while not game.state.is_over and game.state.year <= until:
        told.add(game.state.year)
        _turn(game, plan.get(game.state.year, []), quiet="events" not in written)
    assert told >= set(plan), f"det begynner ingen tur i {sorted(set(plan) - told)}"
    return game


_as_written = cache(load_scenario)


@cache
def _scenario(id_: str, place: tuple[tuple[str, float], ...], as_usual: bool) -> Scenario:
    scenario = _as_written(id_)
    municipality = scenario.municipality.model_copy(update=dict(place))
    return scenario.model_copy(update={"municipality": municipality})


def _items(said: Any) -> list[dict[str, Any]]:
    return said if isinstance(said, list) else [said]


# --- one turn ------------------------------------------------------------------------------------


def _turn(game: Game, items: list[dict[str, Any]], quiet: bool) -> None:
    session, scenario = game.session, game.session.scenario
    event = next((pair for item in items for pair in item.items() if _is_event(pair, game)), None)
    if quiet or event:
        session.state = replace(session.state, event=event[0] if event else None)
    _each(game, items, Phase.PICTURE)
    _do(game, GoOn())
    if session.state.phase is Phase.EVENT:
        _do(game, ChooseOption(event[1]) if event else LeaveUnanswered())
        _do(game, GoOn())
    if session.state.phase is Phase.MEASURES:
        _each(game, items, Phase.MEASURES)
        _do(game, GoOn())
    if session.state.phase is Phase.COUNCIL:
        _council(game, items)
        _do(game, GoOn())
    while session.state.phase in (Phase.PASSING, Phase.REPORT):
        _do(game, GoOn())
    assert scenario is session.scenario


def _is_event(pair: tuple[str, Any], game: Game) -> bool:
    return any(event.id == pair[0] for event in game.session.scenario.events)


def _each(game: Game, items: Iterable[dict[str, Any]], phase: Phase) -> None:
    for item in items:
        refused = item.get("cannot")
        for action in _actions(game, refused or item, phase):
            if refused:
                _must_refuse(game, action, item["because"])
            else:
                _do(game, action)


def _actions(game: Game, item: dict[str, Any], phase: Phase) -> Iterable[Action]:
    if phase is Phase.PICTURE:
        if "strategy" in item:
            yield SetStrategy(tuple(item["strategy"]), tuple(item["strategy"].values()))
        if "dive" in item:
            yield DeepDive(item["dive"])
        return
    for card in (item.get("give_card"), item.get("choose"), item.get("park")):
        _give(game, card)
    if "choose" in item:
        yield ChooseMeasure(item["choose"])
        if ways := item.get("with", []):
            yield PrepareCase(item["choose"], "involve" in ways, "hearing" in ways)
    if "park" in item:
        yield ParkMeasure(item["park"])
    if "lead" in item:
        yield Lead(item["lead"])
    for role, target in item.get("special", {}).items():
        yield UseSpecial(role, target)


def _give(game: Game, card: str | None) -> None:
    """Lay a card on the table, if it could have been dealt this turn."""
    state, measure = game.state, find_measure(card or "", game.session.scenario)
    if measure and measure.id not in state.table and may_be_chosen(measure, state):
        game.session.state = replace(state, table=(*state.table, measure.id))


def _do(game: Game, action: Action) -> None:
    result = game.session.do(action)
    assert not isinstance(result, Refused), f"{game.state.year}: {action} gikk ikke: {result}"


def _must_refuse(game: Game, action: Action, because: str) -> None:
    result = game.session.do(action)
    assert isinstance(result, Refused), f"{game.state.year}: {action} skulle ikke gå"
    unknown = isinstance(action, ChooseMeasure) and result.reason is Reason.UNKNOWN
    reason = NOT_DEALT if unknown else result.reason.value
    assert reason == because, f"{game.state.year}: {action} gikk ikke: {reason}, ikke {because}"


# --- the council ---------------------------------------------------------------------------------


def _council(game: Game, items: Iterable[dict[str, Any]]) -> None:
    by_card = {item["choose"]: item for item in items if "choose" in item}
    state = game.state
    votes = tuple(_vote(vote, by_card[vote.what].get("council"), state) for vote in state.votes)
    game.session.state = replace(state, votes=votes)
    for vote in votes:
        if vote.waits:
            _do(game, AnswerCouncil(vote.what, by_card[vote.what]["answer"]))
    game.votes |= {(state.year, vote.what): vote for vote in game.state.votes}


def _vote(vote: Vote, said: Any, state: GameState) -> Vote:
    """The vote as the story wants it: yes from all, an offer, or what they say themselves."""
    if said == "votes":
        return vote
    if said is None:
        return replace(vote, yes=state.seats, offer=None)
    wants, party = said["asks"], said["for"]
    offer = Offer(party, "smaller") if wants == "smaller" else Offer(party, "pledge", wants)
    return replace(vote, yes=(0, 0, 0, 0, 0), offer=offer)
