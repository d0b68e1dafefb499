"""What the players have to spend: handlingsrom (kroner) and omstillingskraft (effort)."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.scenario import Costly, Measure, Option, Scenario
from game.engine.game_state import Bill, GameState, Project
from game.model.lanes import Array


def _number(parameter: Array) -> float:
    return float(parameter[0, 0, 0])


def find_measure(measure_id: str, scenario: Scenario) -> Measure | None:
    """The measure with this id, if the scenario has it."""
    return next((m for m in scenario.measures if m.id == measure_id), None)


def current_option(state: GameState, scenario: Scenario) -> Option | None:
    """The option that is chosen for the event of the year, if any."""
    for event in scenario.events:
        if event.id == state.event:
            return next((o for o in event.choices if o.id == state.option), None)
    return None


def decided_now(state: GameState, scenario: Scenario) -> Iterator[tuple[str, Costly]]:
    """What is chosen this year and not yet locked: its name and its costs."""
    option = current_option(state, scenario)
    if option is not None:
        yield f"{state.event}.{option.id}", option
    for measure_id in state.picked:
        measure = find_measure(measure_id, scenario)
        if measure is not None:
            yield measure_id, measure


def first_cost_nok(costly: Costly, residents: float) -> float:
    """What it costs in the year it is decided: once, and the first of the yearly costs."""
    return costly.cost.total(residents) + costly.yearly_cost.total(residents)


def bills_in(state: GameState, year: int) -> float:
    """Promised yearly costs that fall in `year`, in kroner."""
    return sum(bill.nok for bill in state.bills if _falls_in(bill, year))


def _falls_in(bill: Bill, year: int) -> bool:
    return bill.first <= year and (bill.until is None or year < bill.until)


def room_total_nok(state: GameState) -> float:
    """Handlingsrom of the year before anything is chosen, never below zero."""
    n = state.parameters.n
    revenue, fund = state.now["revenue"], state.now["reserve_fund"]
    floor = _number(n.room_fund_floor_share) * revenue
    # with an empty fund only a part is left: the council wants to see it filled again
    calm = min(1.0, max(_number(n.room_least_share), fund / floor))
    room = _number(n.room_share_of_revenue) * revenue * calm
    room += _number(n.room_share_of_fund) * max(0.0, fund - floor)
    return max(0.0, room - bills_in(state, state.year))


def room_left_nok(state: GameState, scenario: Scenario) -> float:
    """Handlingsrom that is not yet used."""
    residents = state.now["population"]
    spent = sum(first_cost_nok(c, residents) for _, c in decided_now(state, scenario))
    return room_total_nok(state) - spent


def effort_total(state: GameState) -> int:
    """Omstillingskraft of the year, before projects that are running."""
    n = state.parameters.n
    steps = int(state.now["change_capacity"] // _number(n.effort_per_capacity))
    return int(min(_number(n.effort_least) + steps, _number(n.effort_most)))


def running(state: GameState) -> tuple[Project, ...]:
    """Projects from earlier years that hold effort this year."""
    return tuple(project for project in state.projects if state.year < project.until)


def effort_left(state: GameState, scenario: Scenario) -> int:
    """Effort that is neither held nor used."""
    held = sum(project.effort for project in running(state))
    used = sum(costly.effort for _, costly in decided_now(state, scenario))
    return effort_total(state) - held - used
