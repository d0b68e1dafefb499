"""What was chosen that moves the path of the young: cards, and answers to events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.effects import Effect
from game.content.scenario import Measure, Scenario
from game.engine.conditions import all_hold
from game.engine.decisions import effects_of, find_measure
from game.engine.game_state import Chosen, GameState
from game.engine.resources import chosen_names, delay_of
from game.engine.what_if.youth import still_open
from game.model.axes import APPLICANT_GROUPS, TRAINEES, YOUTH_GROUP
from game.text.numbers import signed
from game.text.translate import Translator
from game.view.names import cause_icon, cause_name, option_label
from game.view.parts import Meaning

TRAINING = ("apprentices", "study_places")
"""The variables of those who begin, in the order of TRAINEES."""
APPLYING = ("applicants", *APPLICANT_GROUPS)
OFFERS: dict[str, range] = {"summer_jobs": range(15, 20), "career_day": range(15, 17)}
"""Cards that meet the young while they are at school, and the ages that their texts name."""
PATH = (*OFFERS, "apprentices", "trainees", "study_grant")
"""The cards of the path. What else moves who begins is found by its effects."""


@dataclass(frozen=True)
class Offer:
    """An offer to the young of some ages in some years."""

    ages: range
    first: int
    until: int
    """The first year without it."""

    def reaches(self, age: int, year: int) -> bool:
        """Whether those who are `age` as `year` begins have had it, or have it this year."""
        return any(age - (year - one) in self.ages for one in range(self.first, self.until)
                   if one <= year)  # fmt: skip


@dataclass(frozen=True)
class YouthCardView:
    """Something that was chosen, and what it does to the path."""

    id: str
    icon: str
    name: str
    lines: tuple[str, ...]
    meaning: Meaning
    is_new: bool
    """Chosen this year and not yet locked."""


def offers(state: GameState, scenario: Scenario) -> tuple[Offer, ...]:
    """The offers that were made, and those that are chosen now."""
    found = []
    for entry, _ in _decided(state, scenario):
        measure = find_measure(entry.what, scenario)
        if measure is not None and entry.what in OFFERS:
            first = entry.year + max(0, entry.delay)
            found.append(Offer(OFFERS[entry.what], first, first + _lasts(measure)))
    return tuple(found)


def _lasts(measure: Measure) -> int:
    """An offer is there for as long as it is paid for."""
    return measure.cost_lasts or 1


def _decided(state: GameState, scenario: Scenario) -> Iterator[tuple[Chosen, bool]]:
    """Everything decided, in order, and whether it is still open to change."""
    for entry in state.chosen:
        yield entry, False
    for name in still_open(state, scenario):
        yield Chosen(state.year, name, delay=delay_of(name, state)), True


def cards_of(
    state: GameState, scenario: Scenario, year: int, t: Translator
) -> tuple[YouthCardView, ...]:
    """What moved the path, each once, as it was chosen last. `year` is the first one ahead."""
    found: dict[str, YouthCardView] = {}
    for entry, is_new in _decided(state, scenario):
        view = _card(entry, is_new, state, scenario, year, t)
        if view is not None:
            found[entry.what] = view
    return tuple(found.values())


def _card(
    entry: Chosen, is_new: bool, state: GameState, scenario: Scenario, year: int, t: Translator
) -> YouthCardView | None:
    effects = [effect for effect in effects_of(entry.what, scenario) if _holds(effect, state)]
    begins = [effect for effect in effects if effect.change in TRAINING]
    if not begins and entry.what not in PATH:
        return None
    began = _began(entry.what, state)
    lines = [*_offer_line(entry, scenario, t), *_began_line(began, state, t)]
    if round(began) == 0:
        lines += _begin_line(begins, entry, year, t)
    lines += _but_line(begins, entry, year, t)
    if entry.what in PATH:
        lines += _apply_line(effects, entry, t)
    if not lines:
        return None
    is_measure = find_measure(entry.what, scenario) is not None
    name = cause_name(entry.what, scenario, t) if is_measure else option_label(
        entry.what, scenario, t
    )  # fmt: skip
    size = sum(effect.by for effect in begins) or began
    return YouthCardView(
        id=entry.what,
        icon=cause_icon(entry.what, scenario),
        name=name,
        lines=tuple(dict.fromkeys(lines)),
        meaning="bad" if size < 0 else "good",
        is_new=is_new,
    )


def _holds(effect: Effect, state: GameState) -> bool:
    """Whether its conditions hold today, with what is chosen now."""
    names = chosen_names(state) | set(state.picked)
    return all_hold(effect.if_, {**state.now, "year": float(state.year)}, names)


def _first(effect: Effect, entry: Chosen) -> int:
    return entry.year + max(0, effect.after + entry.delay)


def _goes_on(effect: Effect, entry: Chosen, year: int) -> bool:
    return effect.lasts is None or _first(effect, entry) + effect.lasts > year


# --- lines ----------------------------------------------------------------------------------------


def _offer_line(entry: Chosen, scenario: Scenario, t: Translator) -> list[str]:
    measure = find_measure(entry.what, scenario)
    if measure is None or entry.what not in OFFERS:
        return []
    first = entry.year + max(0, entry.delay)
    return [t("youth.card.offer", years=_years(first, first + _lasts(measure), t))]


def _began(cause: str, state: GameState) -> float:
    """How many more began last year by this alone."""
    young = float(state.latest.age_groups[YOUTH_GROUP, 0, 0])
    share = state.parameters.n.trainees_per_youth[:, 0, 0]
    per_shift = dict(zip(TRAINING, (float(one) for one in share), strict=True))
    assert len(TRAINING) == len(TRAINEES)
    return sum(
        push.amount * per_shift[push.variable] * young
        for push in state.pushes
        if push.cause == cause and push.variable in per_shift
    )


def _began_line(began: float, state: GameState, t: Translator) -> list[str]:
    if round(began) == 0:
        return []
    year = state.records[-1].year
    return [t("youth.card.began", n=signed(began, 0, t.language), year=year)]


def _begin_line(begins: list[Effect], entry: Chosen, year: int, t: Translator) -> list[str]:
    """In which years more begin, or fewer, for what it does most of; or did, when it is over."""
    still = [effect for effect in begins if _goes_on(effect, entry, year)]
    if not begins:
        return []
    most = max(still or begins, key=lambda effect: abs(effect.by))
    first = _first(most, entry)
    last = None if most.lasts is None else first + most.lasts
    when, more = "begin" if still else "was", "more" if most.by > 0 else "fewer"
    return [t(f"youth.card.{when}.{more}", years=_years(first, last, t))]


def _but_line(begins: list[Effect], entry: Chosen, year: int, t: Translator) -> list[str]:
    """Why it does less than it could, in the author's words, for as long as it does."""
    now = [e for e in begins if _first(e, entry) <= year and _goes_on(e, entry, year)]
    if not any(effect.by > 0 for effect in now):
        return []
    return [t.pick(effect.because) for effect in now if effect.by < 0]


def _apply_line(effects: list[Effect], entry: Chosen, t: Translator) -> list[str]:
    """The first year that it moves who applies for jobs as an adult."""
    applying = [effect for effect in effects if effect.change in APPLYING]
    if not applying:
        return []
    first = min(applying, key=lambda effect: _first(effect, entry))
    more = "more" if first.by > 0 else "fewer"
    return [t(f"youth.card.apply.{more}", year=_first(first, entry))]


def _years(first: int, until: int | None, t: Translator) -> str:
    if until is None:
        return t("youth.years.from", first=first)
    if until - first == 1:
        return str(first)
    return t("youth.years", first=first, last=until - 1)
