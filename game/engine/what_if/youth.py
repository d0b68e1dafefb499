"""Ungdomsløpet: who begins to train in the years ahead, who finishes, and who gets a job here.

The same futures as for the rekrutteringsmodell, but read young person by young person: the share
that begins is the model's, and so is the way through the training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from game.content.scenario import Scenario
from game.engine.game_state import GameState, Phase
from game.engine.what_if.forecast import decided_so_far, futures_seed, story_ahead
from game.engine.what_if.lane_luck import ManyFutures
from game.engine.what_if.lanes import Lanes, replay
from game.engine.what_if.story import Story
from game.model import workforce
from game.model.axes import LEAST, YOUTH_GROUP
from game.model.lanes import Array, Levers
from game.model.parameter_set import Parameters
from game.model.year import Year

YEARS = 4
"""As far ahead as money that is bound is shown; apprentices and students finish within it."""
FUTURES = 16
"""Few, for the young that will begin are alive already: the futures hardly differ."""

OPEN = (Phase.PICTURE, Phase.EVENT, Phase.MEASURES, Phase.COUNCIL)
"""The phases in which what is chosen can still be changed."""


@dataclass(frozen=True)
class YouthAhead:
    """People by `(year, kind of trainee)`, the mean of the futures."""

    years: tuple[int, ...]
    begin: Array
    usual: Array
    """How many would begin if nothing had been chosen and nothing had happened."""
    finish: Array
    hired: Array
    hired_as: Array
    """Those hired, by `(year, profession)`."""
    training_years: tuple[int, ...]
    """By kind of trainee; whoever finishes within so many years is in training already."""


@dataclass
class _Seen:
    """What a replay sees of the young: who begins, and how many of those able get a job."""

    parameters: Parameters
    begin: list[Array] = field(default_factory=list)
    usual: list[Array] = field(default_factory=list)
    room: list[Array] = field(default_factory=list)

    def pull(self, levers: Levers) -> None:
        """Nothing is held otherwise here."""

    def see(self, year: int, flows: Year) -> None:
        young = flows.age_groups[YOUTH_GROUP : YOUTH_GROUP + 1]
        usual = workforce.trainee_intake(
            young, self.parameters.n.trainees_per_youth, np.zeros_like(young)
        )
        able = flows.applicants + flows.graduates
        room = np.minimum(1.0, flows.wanted_hires / np.maximum(LEAST, able))
        for rows, seen in ((self.begin, flows.intake), (self.usual, usual), (self.room, room)):
            rows.append(seen[:, 0].mean(axis=-1))


def still_open(state: GameState, scenario: Scenario) -> tuple[str, ...]:
    """What is chosen this turn and not yet locked."""
    return decided_so_far(state, scenario) if state.phase in OPEN else ()


def youth_ahead(state: GameState, scenario: Scenario, futures: int = FUTURES) -> YouthAhead:
    """Four years from where a game stands, with what is on its way and what is chosen now."""
    story = story_ahead(state, scenario, still_open(state, scenario))
    story = replace(story, last_year=story.start.year + YEARS - 1)
    seen = _Seen(story.start.parameters)
    _replay(story, state.seed, futures, seen)
    begin = np.stack(seen.begin)
    finish, hired_as_kind = _through(story, begin, seen.room)
    return YouthAhead(
        years=tuple(story.years),
        begin=begin,
        usual=np.stack(seen.usual),
        finish=finish,
        hired=hired_as_kind.sum(axis=1),
        hired_as=hired_as_kind.sum(axis=2),
        training_years=tuple(int(years) for years in seen.parameters.n.trainee_years[:, 0, 0]),
    )


def _replay(story: Story, seed: int, futures: int, seen: _Seen) -> None:
    stocks = story.start.municipality.repeated(futures)
    stocks.true_effect[:] = 1.0  # nobody knows how well new ways will turn out here
    lanes = Lanes(
        has=story.everything(futures),
        luck=ManyFutures(futures_seed(seed), futures),
        start=stocks,
        apart=True,
    )
    replay(story, lanes, ("population",), beside=seen)


def _through(story: Story, begin: Array, room: Sequence[Array]) -> tuple[Array, Array]:
    """Who finishes, `(year, kind)`, and who is hired, `(year, profession, kind)`."""
    n, work = story.start.parameters.n, story.start.parameters.work
    trainees = story.start.municipality.trainees[:, :, :1]
    finish, hired = [], []
    for intake, share in zip(begin, room, strict=True):
        done = trainees[:, :1] * (1.0 - n.trainee_dropout_rate)
        staying = (done * n.trainee_stay_share)[:, 0, 0]
        finish.append(done[:, 0, 0])
        hired.append(n.trainee_professions[:, :, 0] * staying * share[:, None])
        trainees = workforce.trainees_next(
            trainees, intake[:, None, None], work.trainee_entry, n.trainee_dropout_rate
        )
    return np.stack(finish), np.stack(hired)
