"""«Hvorfor?» as a waterfall: the causes of a meter's change through one or several years."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.scenario import Scenario
from game.engine.explain import Contribution
from game.engine.game_state import GameState
from game.engine.turn_causes import causes_over
from game.text.numbers import signed
from game.text.translate import Translator
from game.view.meters import arrow, points, shown_change, value_text
from game.view.names import cause_name, why_text
from game.view.parts import BarView, WaterfallView

MOST_BARS = 5
REST_SHARE = 0.10
"""«Annet» may be at most this share of all that moved; more bars are shown until it is."""
LEAST_BAR = 0.05


def change_over(years: Sequence[GameState], meter: str) -> tuple[float, float]:
    """The meter before the first of these years and after the last."""
    before = years[0].records[-2].values
    return points(before, meter), points(years[-1].records[-1].values, meter)


def waterfall(
    state: GameState,
    scenario: Scenario,
    meter: str,
    t: Translator,
    years: Sequence[GameState] = (),
) -> WaterfallView:
    """The causes of the change in one meter, largest first, «annet» last.

    `years` are the states at the end of each year to explain; only the last year when not given.
    """
    years = years or (state,)
    shown = shown_causes(years, meter)
    before, now = change_over(years, meter)
    bars = [bar(part, scenario, t) for part in shown]
    left = now - before - sum(part.amount for part in shown)
    change = shown_change(before, now)
    if abs(left) >= LEAST_BAR:
        bars.append(bar(Contribution("rest", left), scenario, t))
    return WaterfallView(
        title=t(f"why.title.{arrow(change)}", name=t(f"variable.{meter}")),
        unit=t("unit.percent") if meter == "staffing" else t("unit.points"),
        start=before,
        end=now,
        start_text=value_text(meter, before, t),
        end_text=value_text(meter, now, t),
        bars=tuple(bars),
        sentence=_sentence(shown, change, scenario, t),
    )


def shown_causes(years: Sequence[GameState], meter: str) -> list[Contribution]:
    """The causes that get a bar of their own, the largest first."""
    parts = [part for part in causes_over(years, meter) if abs(part.amount) >= LEAST_BAR]
    named = sorted((p for p in parts if p.cause != "rest"), key=lambda p: -abs(p.amount))
    total = sum(abs(part.amount) for part in named)
    shown = named[:MOST_BARS]
    for part in named[MOST_BARS:]:
        left = total - sum(abs(p.amount) for p in shown)
        if left <= REST_SHARE * total:
            break
        shown.append(part)
    return shown


def bar(part: Contribution, scenario: Scenario, t: Translator) -> BarView:
    """One cause in words."""
    rises = part.amount > 0
    because, since = "", ""
    if part.is_decision:
        because = why_text(part.cause, part.effect, scenario, t)
        since = t("why.since", year=part.since)
    return BarView(
        label=cause_label(part, scenario, t),
        amount=part.amount,
        text=signed(part.amount, 1, t.language),
        meaning="good" if rises else "bad",
        since=since,
        cause=because,
    )


def cause_label(part: Contribution, scenario: Scenario, t: Translator) -> str:
    """What a cause is called: the decision, or the factor and which way it pulled."""
    if part.is_decision:
        return cause_name(part.cause, scenario, t)
    return t(f"cause.{part.cause}.{'up' if part.amount > 0 else 'down'}")


def _sentence(shown: list[Contribution], change: int, scenario: Scenario, t: Translator) -> str:
    along = [part for part in shown if part.amount * change > 0]
    if not along:
        return t("why.balanced")
    return t("why.mostly", what=cause_label(along[0], scenario, t))
