"""What each role knows alone. Every fact is read from the model, and holds there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.content.scenario import Measure, Scenario
from game.engine.council import anchoring, needs_council
from game.engine.decisions import costly_of, find_measure
from game.engine.game_state import GameState, Prepared
from game.engine.later import levers_from
from game.engine.resources import bills_in, once_in, prepared, running
from game.engine.standing import number_of
from game.engine.trials import evaluation, open_trials, pillar_of
from game.engine.weight import weight_of
from game.model.axes import PROFESSIONS, REVENUES, SOFT
from game.model.draws import no_luck
from game.model.step import step
from game.text.numbers import number, percent, signed
from game.text.translate import Translator
from game.view.amounts import amount_text
from game.view.names import cause_name
from game.view.role_cards import letter_of, role_of
from game.view.steps import trial_result, trial_strength_of

YEARS_AHEAD = 2
PLAN_YEARS = 4
GRANT = REVENUES.index("grant")
Teller = Callable[[GameState, Scenario, Translator], str]


@dataclass(frozen=True)
class FactView:
    """What one role knows, and nobody else at the table."""

    role: str
    letter: str
    name: str
    text: str


def private_fact(role: str, state: GameState, scenario: Scenario, t: Translator) -> FactView:
    """The private fact of a role in the turn that is played."""
    form = role_of(role)
    return FactView(role, letter_of(role, t), t.pick(form.name), _TELLERS[role](state, scenario, t))


# The director: what the state gives


def grants_ahead(state: GameState) -> tuple[float, ...]:
    """The state's grant in the two years to come, without luck and with what is set in motion."""
    municipality, found = state.municipality, []
    projects = sum(project.effort for project in running(state))
    for ahead in range(YEARS_AHEAD):
        cost = once_in(state, state.year + ahead) + bills_in(state, state.year + ahead)
        levers = levers_from(state.pushes, projects, cost, municipality.lanes)
        municipality, year = step(
            municipality,
            levers,
            no_luck(municipality.lanes),
            state.parameters,
            state.index + ahead,
        )
        found.append(float(year.revenue_by_source[GRANT, 0, 0]))
    return tuple(found)


def _state_grant(state: GameState, scenario: Scenario, t: Translator) -> str:
    first, second = grants_ahead(state)
    now = float(state.latest.revenue_by_source[GRANT, 0, 0])
    return t(
        "rule.fact.director",
        year=state.year,
        first=amount_text(first, t.language),
        next=state.year + 1,
        second=amount_text(second, t.language),
        now=amount_text(now, t.language),
    )


# The head of HR: who quits, and why


@dataclass(frozen=True)
class Leaving:
    """One profession in the last year: how many left, and how many could have taken over."""

    profession: str
    left: float
    able: float
    employees: float

    @property
    def short_share(self) -> float:
        """How many of those who left nobody could replace, as a share of the profession."""
        return (self.left - self.able) / self.employees if self.employees > 0.0 else 0.0


def hardest_to_replace(state: GameState) -> Leaving:
    """The profession where most of those who left had nobody to take over."""
    year = state.latest
    left = year.leavers.sum(axis=1)[:, 0]
    able = (year.applicants + year.graduates)[:, 0, 0]
    here = year.employees_by_profession[:, 0, 0]
    found = [
        Leaving(name, float(left[row]), float(able[row]), float(here[row]))
        for row, name in enumerate(PROFESSIONS)
    ]
    return max(found, key=lambda one: one.short_share)


def why_they_quit(state: GameState) -> str:
    """The strongest of the forces that make people quit now; `age` when none of them does."""
    n, p = state.parameters.n, state.parameters
    soft = state.municipality.soft[:, 0, 0] - p.reference.soft[:, 0, 0]
    moved = {name: float(soft[row]) for row, name in enumerate(SOFT)}
    forces = {
        "gap": number_of(n.quits_by_gap) * float(state.latest.pressure[0, 0, 0]),
        "neighbour_pay": number_of(n.quits_by_neighbour_pay) * moved["neighbour_pay"],
        "wellbeing": -number_of(n.quits_by_wellbeing) * moved["wellbeing"],
        "reputation": -number_of(n.quits_by_reputation) * moved["reputation"],
    }
    strongest = max(forces, key=lambda name: forces[name])
    return strongest if forces[strongest] > 0.0 else "age"


def _who_quits(state: GameState, scenario: Scenario, t: Translator) -> str:
    hard = hardest_to_replace(state)
    told = t(
        "rule.fact.hr",
        profession=t(f"rule.profession.{hard.profession}"),
        left=number(hard.left, 0, t.language),
        able=number(hard.able, 0, t.language),
    )
    return f"{told} {t(f'rule.fact.hr.{why_they_quit(state)}')}"


# The head of finance: what it really costs


def four_year_cost(name: str, state: GameState, scenario: Scenario) -> float:
    """What a decision costs in four years: once, and each year it binds."""
    costly, residents = costly_of(name, scenario), state.now["population"]
    years = min(PLAN_YEARS, costly.cost_lasts or PLAN_YEARS)
    return costly.cost.total(residents) + years * costly.yearly_cost.total(residents)


def _true_costs(state: GameState, scenario: Scenario, t: Translator) -> str:
    fund = percent(state.now["reserve_fund_share"], 0, t.language)
    if not state.table:
        return t("rule.fact.finance.fund", share=fund)
    dear = max(state.table, key=lambda name: four_year_cost(name, state, scenario))
    costly, residents = costly_of(dear, scenario), state.now["population"]
    first = costly.cost.total(residents) + costly.yearly_cost.total(residents)
    told = t(
        "rule.fact.finance",
        card=cause_name(dear, scenario, t),
        amount=amount_text(four_year_cost(dear, state, scenario), t.language),
        first=amount_text(first, t.language),
    )
    return f"{told} {t('rule.fact.finance.fund', share=fund)}"


# The head of development: how a trial goes, before it is measured


def _trial_results(state: GameState, scenario: Scenario, t: Translator) -> str:
    hidden = [card for card in open_trials(state, scenario) if not evaluation(card, state)]
    if not hidden:
        return t("rule.fact.development.none")
    # what gives nothing is what the others most need to hear of
    card = min(hidden, key=lambda one: trial_strength_of(one, state, scenario) > 0.0)
    result = trial_result(card, state, scenario, t)
    return t("rule.fact.development", card=cause_name(card, scenario, t), result=result)


# The co-creation coordinator: what the organisations say


def refusal_of(measure: Measure) -> str | None:
    """What in a card wears volunteers out: the variable, or None when they would gladly join."""
    use = sum(e.by for e in measure.effects if e.change == "volunteer_use")
    own = sum(e.by for e in measure.effects if e.change == "volunteers")
    return "volunteer_use" if use > 0.0 else "volunteers" if own < 0.0 else None


def _organisations(state: GameState, scenario: Scenario, t: Translator) -> str:
    cards = [find_measure(n, scenario) for n in state.table]
    theirs = [c for c in cards if c is not None and pillar_of(c.id, scenario) == "volunteering"]
    refused = [card for card in theirs if refusal_of(card)]
    if refused:
        variable = refusal_of(refused[0])
        because = next(e.because for e in refused[0].effects if e.change == variable)
        return t(
            "rule.fact.cocreation.refused",
            card=t.pick(refused[0].title),
            because=t.pick(because),
        )
    level = number(state.now["volunteers"], 0, t.language)
    if theirs:
        return t("rule.fact.cocreation.offers", card=t.pick(theirs[0].title), level=level)
    return t("rule.fact.cocreation.none", level=level)


# The main union representative: what asking early is worth


def worth_of_asking(name: str, state: GameState, scenario: Scenario) -> tuple[float, float, float]:
    """How well a case is anchored without and with the unions, and how much stronger it works."""
    heard = prepared(name, state).hearing
    without, early = (
        _made_ready(state, Prepared(name, involve, heard)) for involve in (False, True)
    )
    factor = weight_of(name, early, scenario) / weight_of(name, without, scenario)
    return anchoring(name, without), anchoring(name, early), factor


def _made_ready(state: GameState, case: Prepared) -> GameState:
    others = tuple(one for one in state.prepared if one.what != case.what)
    return replace(state, prepared=(*others, case))


def _rota_mood(state: GameState, scenario: Scenario, t: Translator) -> str:
    names = [*state.picked, *state.table]
    case = next((name for name in names if needs_council(name, state, scenario)), None)
    if case is None:
        now, then = state.now["wellbeing"], state.opening["wellbeing"]
        return t(
            "rule.fact.union.mood",
            level=number(now, 0, t.language),
            change=signed(now - then, 0, t.language),
        )
    without, early, factor = worth_of_asking(case, state, scenario)
    return t(
        "rule.fact.union",
        card=cause_name(case, scenario, t),
        without=number(without, 0, t.language),
        early=number(early, 0, t.language),
        more=percent(factor - 1.0, 0, t.language),
    )


_TELLERS: dict[str, Teller] = {
    "director": _state_grant,
    "hr": _who_quits,
    "finance": _true_costs,
    "development": _trial_results,
    "cocreation": _organisations,
    "union": _rota_mood,
}
