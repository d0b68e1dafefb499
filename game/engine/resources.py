"""What the players have to spend: handlingsrom (kroner) and omstillingskraft (effort)."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.scenario import Costly, Option, Scenario
from game.engine.decisions import costly_of, is_put_to_use
from game.engine.game_state import Bill, GameState, Prepared, Project
from game.engine.standing import lost_effort, number_of

CHEAPER_USE = "gain_path"
"""The card after which putting a trial to use takes less effort."""
AHEAD_YEARS = 4
"""As far as an økonomiplan reaches."""
POSTPONED = "finance"
"""The role whose own card moves a bill to the year after."""


def current_option(state: GameState, scenario: Scenario) -> Option | None:
    """The option that is chosen for the event of the year, if any."""
    found = scenario.decisions.get(f"{state.event}.{state.option}") if state.option else None
    return found if isinstance(found, Option) else None


def decided_now(state: GameState, scenario: Scenario) -> Iterator[tuple[str, Costly]]:
    """What is chosen this year and not yet locked: its name and its costs."""
    option = current_option(state, scenario)
    if option is not None:
        yield f"{state.event}.{option.id}", option
    for name in state.picked:
        yield name, costly_of(name, scenario)


def prepared(name: str, state: GameState) -> Prepared:
    """How a case is made ready; the quick road when nothing is said."""
    return next((case for case in state.prepared if case.what == name), Prepared(name))


def delay_of(name: str, state: GameState) -> int:
    """How many years later than written a decision of this turn works, and costs."""
    heard = prepared(name, state).hearing and not state.uses_special("union", name)
    later = heard + state.uses_special(POSTPONED, name)
    return int(later) - int(state.uses_special("director", name))


def cost_nok(name: str, state: GameState, scenario: Scenario) -> float:
    """What a decision costs in this turn: once, and the yearly costs of its years."""
    return _paid_nok(name, state.turn_years - max(0, delay_of(name, state)), state, scenario)


def price_nok(name: str, state: GameState, scenario: Scenario) -> float:
    """What a decision costs in as many years as a turn has, whenever they begin."""
    return _paid_nok(name, state.turn_years, state, scenario)


def _paid_nok(name: str, years: int, state: GameState, scenario: Scenario) -> float:
    costly, residents = costly_of(name, scenario), state.now["population"]
    if years <= 0:
        return 0.0
    paid = min(years, costly.cost_lasts) if costly.cost_lasts else years
    return costly.cost.total(residents) + paid * costly.yearly_cost.total(residents)


def effort_of(name: str, state: GameState, scenario: Scenario) -> int:
    """What a decision takes of effort, with the talks that prepare it."""
    effort = costly_of(name, scenario).effort
    if is_put_to_use(name) and effort > 1 and CHEAPER_USE in chosen_names(state):
        effort -= 1
    return effort + prepared(name, state).involve


def chosen_names(state: GameState) -> frozenset[str]:
    """What has been decided in locked years."""
    return frozenset(entry.what for entry in state.chosen)


def bills_in(state: GameState, year: int) -> float:
    """Promised yearly costs that fall in `year`, in kroner."""
    return sum(bill.nok for bill in state.bills if falls_in(bill, year))


def once_in(state: GameState, year: int) -> float:
    """What is paid once and falls in `year`, in kroner."""
    return sum(bill.nok for bill in state.bills if bill.first == bill.until == year)


def falls_in(bill: Bill, year: int) -> bool:
    """Whether a bill is paid in a year as a promised yearly cost."""
    return bill.first <= year and (bill.until is None or year < bill.until)


def bound_ahead(state: GameState, scenario: Scenario) -> tuple[float, ...]:
    """What is promised away in each of the four years to come, with what lies chosen now."""
    residents = state.now["population"]
    found = []
    for year in range(state.year, state.year + AHEAD_YEARS):
        bound = bills_in(state, year) + once_in(state, year)
        for name, costly in decided_now(state, scenario):
            first = state.year + max(0, delay_of(name, state))
            bound += costly.cost.total(residents) * (year == first)
            lasts = not costly.cost_lasts or year < first + costly.cost_lasts
            bound += costly.yearly_cost.total(residents) * (year >= first and lasts)
        found.append(bound)
    return tuple(found)


def room_total_nok(state: GameState) -> float:
    """Handlingsrom of the turn before anything is chosen, never below zero."""
    n = state.parameters.n
    revenue, fund = state.now["revenue"], state.now["reserve_fund"]
    floor = number_of(n.room_fund_floor_share) * revenue
    # with an empty fund only a part is left: the council wants to see it filled again
    calm = min(1.0, max(number_of(n.room_least_share), fund / floor))
    room = number_of(n.room_share_of_revenue) * revenue * calm * state.setup.room_factor
    room += number_of(n.room_share_of_fund) * max(0.0, fund - floor)
    years = range(state.year, state.year + state.turn_years)
    bound = sum(bills_in(state, year) + once_in(state, year) for year in years)
    return max(0.0, room * len(years) - bound)


def room_left_nok(state: GameState, scenario: Scenario) -> float:
    """Handlingsrom that is not yet used."""
    spent = sum(cost_nok(name, state, scenario) for name, _ in decided_now(state, scenario))
    return room_total_nok(state) - spent


def effort_total(state: GameState) -> int:
    """Omstillingskraft of the turn, before projects that are running."""
    n = state.parameters.n
    steps = int(state.now["change_capacity"] // number_of(n.effort_per_capacity))
    effort = int(min(number_of(n.effort_least) + steps, number_of(n.effort_most)))
    # a turn of more years has time for a little more
    return lost_effort(effort + state.turn_years - 1, state)


def running(state: GameState) -> tuple[Project, ...]:
    """Projects from earlier years that hold effort this year."""
    return tuple(p for p in state.projects if p.until is None or state.year < p.until)


def effort_left(state: GameState, scenario: Scenario) -> int:
    """Effort that is neither held nor used."""
    held = sum(project.effort for project in running(state))
    used = sum(effort_of(name, state, scenario) for name, _ in decided_now(state, scenario))
    return effort_total(state) - held - used - state.revised - _freed(state)


def _freed(state: GameState) -> int:
    """Less than zero: what a trial that is finished this turn gives back at once."""
    done = {
        name.partition(".")[0]
        for name in state.picked
        if name.endswith((".stopped", ".put_to_use"))
    }
    return -sum(p.effort for p in running(state) if p.until is None and p.what in done)
