"""«Hva tror dere dro mest?»: three causes to choose between before the report tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.scenario import Scenario
from game.engine.explain import Contribution
from game.engine.game_state import GameState, Guess
from game.engine.loops_found import Found
from game.engine.turn_causes import causes_over, guess_options, main_cause
from game.text.numbers import signed
from game.text.translate import Translator
from game.view.loop_book import LoopPage, loop_page
from game.view.meters import arrow, shown_change
from game.view.names import why_text
from game.view.parts import Arrow
from game.view.waterfall import LEAST_BAR, cause_label, change_over


@dataclass(frozen=True)
class GuessView:
    """The question, before it is answered."""

    meter: str
    question: str
    direction: Arrow
    change_text: str
    options: tuple[tuple[str, str], ...]
    """The cause to send, and what it is called."""
    hint: str


@dataclass(frozen=True)
class AnswerView:
    """What came of the guess: nothing is won or lost."""

    is_right: bool
    heading: str
    text: str
    found: LoopPage | None
    """A loop that was found by it."""


def asks_at_all(state: GameState) -> bool:
    """Whether some report of the game asks, so that loops can be found."""
    return bool(state.setup.preset.guess_from_turn)


def may_guess(state: GameState) -> bool:
    """Whether the report asks before it tells."""
    first = state.setup.preset.guess_from_turn
    return bool(first) and state.turn + 1 >= first and guess_of(state) is None


def guess_of(state: GameState) -> Guess | None:
    """The guess of this turn, when there is one."""
    return next((guess for guess in state.guesses if guess.year == state.year), None)


def guess_view(
    years: Sequence[GameState], meter: str, scenario: Scenario, t: Translator
) -> GuessView | None:
    """The question about a meter; None when nothing in particular moved it."""
    state = years[-1]
    options = guess_options(causes_over(years, meter), meter, state.seed, state.year)
    change = shown_change(*change_over(years, meter))
    way = arrow(change)
    if not options or way == "flat":
        return None
    return GuessView(
        meter=meter,
        question=t(f"guess.question.{way}", name=t(f"variable.{meter}")),
        direction=way,
        change_text=signed(change, 0, t.language),
        options=tuple((part.cause, _label(part, way, scenario, t)) for part in options),
        hint=t("guess.hint"),
    )


def _label(part: Contribution, way: Arrow, scenario: Scenario, t: Translator) -> str:
    """A factor is named by the way the meter went, so that its name does not give it away."""
    if part.is_decision:
        return cause_label(part, scenario, t)
    return t(f"cause.{part.cause}.{way}")


def answer_view(
    years: Sequence[GameState],
    guess: Guess,
    scenario: Scenario,
    t: Translator,
    found: Sequence[Found] = (),
) -> AnswerView:
    """What came of a guess. A wrong one gets the better explanation."""
    causes = causes_over(years, guess.meter)
    right = main_cause(causes)
    most = next((part for part in causes if part.cause == right), Contribution(guess.cause, 0.0))
    way: Arrow = "up" if most.amount > 0 else "down"
    name, amount = cause_label(most, scenario, t), signed(most.amount, 1, t.language)
    text = t(f"guess.most.{way}", what=name, amount=amount)
    if guess.cause != right:
        text = f"{_own_text(causes, guess.cause, way, scenario, t)} {text}"
    if most.is_decision:
        because = why_text(most.cause, most.effect, scenario, t)
        text = f"{text} {t('guess.because', because=because, year=most.since)}"
    new = next((one for one in found if one.year == guess.year), None)
    return AnswerView(
        is_right=guess.cause == right,
        heading=t("guess.right" if guess.cause == right else "guess.wrong"),
        text=text,
        found=loop_page(new.loop, t, new) if new and guess.cause == right else None,
    )


def _own_text(
    causes: Sequence[Contribution], cause: str, way: Arrow, scenario: Scenario, t: Translator
) -> str:
    """What was guessed, by the name and the amount of its bar, and which way it pulled."""
    own = next((one for one in causes if one.cause == cause), Contribution(cause, 0.0))
    if abs(own.amount) < LEAST_BAR:
        return t("guess.own.nothing", what=_label(own, way, scenario, t))
    pulled = "up" if own.amount > 0 else "down"
    return t(
        "guess.own.too" if pulled == way else f"guess.own.{pulled}",
        what=cause_label(own, scenario, t),
        amount=signed(own.amount, 1, t.language),
    )
