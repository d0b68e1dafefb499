"""What is chosen becomes decided: effects set in motion, bills and promises made, effort held."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.content.scenario import Costly, Scenario
from game.engine.council import has_backlash, needs_council, settled, with_pledge
from game.engine.decisions import (
    costly_of,
    effects_of,
    find_measure,
    is_trial,
    strength,
    was_redrawn,
)
from game.engine.game_state import Bill, Chosen, GameState, Project
from game.engine.later import Promise, promises
from game.engine.resources import decided_now, delay_of, prepared
from game.engine.specials import decision_of
from game.engine.trials import is_closing, pillar_of
from game.engine.weight import weight_of


@dataclass
class Locking:
    """What grows while the decisions of a turn are gone through."""

    state: GameState
    scenario: Scenario
    queue: list[Promise]
    bills: list[Bill]
    projects: list[Project]
    chosen: list[Chosen] = field(default_factory=list)

    def decide(
        self, name: str, weight: float = 1.0, delay: int = 0, involved: bool = False
    ) -> None:
        """Take a decision: everything that follows from it is in the scenario."""
        state, scenario = self.state, self.scenario
        costly = costly_of(name, scenario)
        known = {entry.what for entry in state.chosen}
        redrawn = was_redrawn(name, known)
        turned_out = strength(name, state.year, state.seed, state.parameters.n, scenario, redrawn)
        self.queue += promises(name, state.year, turned_out * weight, scenario, delay)
        self.bills += bills_of(name, costly, state, max(0, delay))
        self._hold(name, costly)
        self.chosen.append(Chosen(state.year, name, weight, delay, involved))

    def _hold(self, name: str, costly: Costly) -> None:
        year = self.state.year
        if is_closing(name):
            card = name.partition(".")[0]
            self.projects = [p for p in self.projects if p.what != card or p.until is not None]
        if is_trial(find_measure(name, self.scenario)):
            self.projects.append(Project(name, max(1, costly.effort), None))
        elif costly.effort and costly.takes:
            self.projects.append(Project(name, costly.effort, year + costly.takes))


def locked(state: GameState, scenario: Scenario) -> GameState:
    """The state with everything of this turn decided; the years have not passed yet."""
    state = _with_pledges_of_votes(state)
    work = Locking(state, scenario, [*state.queue], [*state.bills], [*state.projects])
    if state.event and effects_of(state.event, scenario):
        work.queue += promises(state.event, state.year, 1.0, scenario)
    for name in _carried(state, scenario):
        asked = prepared(name, state).involve
        work.decide(name, weight_of(name, state, scenario), delay_of(name, state), asked)
    for name in _by_the_rules(state, scenario):
        work.decide(name)
    seen = state.seen + ((Chosen(state.year, state.event),) if state.event else ())
    cases = sum(needs_council(name, state, scenario) for name in state.picked)
    return replace(
        state,
        queue=tuple(work.queue),
        bills=tuple(work.bills),
        projects=tuple(work.projects),
        chosen=(*state.chosen, *work.chosen),
        seen=seen,
        cases=state.cases + cases,
    )


def settle_pledges(state: GameState, scenario: Scenario) -> GameState:
    """The state when this year's cards and deadlines have told on the promises to the council."""
    if not any(pledge.kept is None for pledge in state.pledges):
        return state
    pillars = {pillar_of(c.what, scenario) for c in state.chosen if c.year == state.year}
    pledges, told = settled(state, pillars, state.year)
    work = Locking(state, scenario, [*state.queue], [*state.bills], [*state.projects])
    for name in told:
        work.decide(name)
    return replace(
        state,
        pledges=pledges,
        queue=tuple(work.queue),
        chosen=(*state.chosen, *work.chosen),
    )


def _with_pledges_of_votes(state: GameState) -> GameState:
    for vote in state.votes:
        state = with_pledge(state, vote)
    return state


def _carried(state: GameState, scenario: Scenario) -> list[str]:
    """What is chosen and not turned down, in order."""
    turned_down = {vote.what for vote in state.votes if not vote.carried}
    return [name for name, _ in decided_now(state, scenario) if name not in turned_down]


def _by_the_rules(state: GameState, scenario: Scenario) -> list[str]:
    """What follows from how it was decided."""
    found = [f"lead_{state.lead}"] if state.lead else []
    for special in state.specials:
        if special.year == state.year and (own := decision_of(special.role, special.what)):
            found.append(own)
    cases = [name for name in state.picked if needs_council(name, state, scenario)]
    carried = set(_carried(state, scenario))
    found += ["hearing" for name in cases if prepared(name, state).hearing][:1]
    found += ["council_fight" for vote in state.votes if vote.answer == "fight"][:1]
    found += ["backlash" for name in cases if name in carried and has_backlash(name, state)][:1]
    return found


def bills_of(name: str, costly: Costly, state: GameState, delay: int) -> list[Bill]:
    """What a decision binds the municipality to pay."""
    residents, first = state.now["population"], state.year + delay
    bills = []
    if costly.cost.value:
        # a cost that falls once is a bill that ends the year it begins
        bills.append(Bill(name, costly.cost.total(residents), first, first))
    if costly.yearly_cost.value:
        until = first + costly.cost_lasts if costly.cost_lasts else None
        bills.append(Bill(name, costly.yearly_cost.total(residents), first, until))
    return bills
