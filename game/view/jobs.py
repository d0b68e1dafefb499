"""«Møt en jobb»: three jobs behind the team's own choices, and one that nobody thought of."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.common.occupations import Occupation, load_occupations, where_to_check_ways
from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.trials import pillar_of
from game.model.draws import chance
from game.text.translate import Translator
from game.view.names import cause_name

BEHIND = 3
SLOT = 0
OWN, WIDE = 3.0, 1.0
"""What a card or an event that names the job counts, and what a card of a pillar that does."""


@dataclass(frozen=True)
class JobView:
    """A job one can meet."""

    id: str
    icon: str
    name: str
    does: str
    task: str
    good: str
    hard: str
    way: str
    why: str
    """Why it is shown: one of the team's choices, or as a surprise."""
    is_surprise: bool


@dataclass(frozen=True)
class JobsView:
    """Four jobs, and where to look up the way in."""

    jobs: tuple[JobView, ...]
    check: str


def jobs_met(state: GameState, scenario: Scenario, t: Translator) -> JobsView:
    """The jobs behind most of what was chosen, and last one behind nothing of it."""
    names = [entry.what for entry in state.chosen]
    names += [entry.what for entry in state.seen]
    scored = [
        (_points(one, names, scenario), -chance(state.seed, 0, f"job.{one.id}", SLOT), one)
        for one in load_occupations()
    ]
    scored.sort(key=lambda row: row[:2], reverse=True)
    behind = [one for points, _, one in scored[:BEHIND]]
    # the least touched of all; among those alike, luck chose the order
    surprise = min(scored[BEHIND:], key=lambda row: row[:2])[2]
    shown = [_view(one, t, _reason(one, names, scenario, t)) for one in behind]
    shown.append(_view(surprise, t, t("jobs.surprise"), is_surprise=True))
    return JobsView(tuple(shown), t.pick(where_to_check_ways()))


def _points(job: Occupation, names: list[str], scenario: Scenario) -> float:
    found = 0.0
    for name in names:
        card = name.partition(".")[0]
        if card in job.related:
            found += OWN
        elif pillar_of(name, scenario) in job.related:
            found += WIDE
    return found


def _reason(job: Occupation, names: list[str], scenario: Scenario, t: Translator) -> str:
    for name in names:
        card = name.partition(".")[0]
        if card in job.related:
            return t("jobs.because", what=cause_name(card, scenario, t))
    for name in names:
        pillar = pillar_of(name, scenario)
        if pillar in job.related:
            return t("jobs.because", what=t(f"pillar.{pillar}"))
    return t("jobs.always")


def _view(job: Occupation, t: Translator, why: str, is_surprise: bool = False) -> JobView:
    return JobView(
        id=job.id,
        icon=job.icon,
        name=t.pick(job.name),
        does=t.pick(job.does),
        task=t.pick(job.task),
        good=t.pick(job.good),
        hard=t.pick(job.hard),
        way=t.pick(job.way),
        why=why,
        is_surprise=is_surprise,
    )
