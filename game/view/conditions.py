"""What an effect waits for, in words: «hvis tillit er minst 50»."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.effects import Condition
from game.content.scenario import Scenario
from game.model.variables import VARIABLES
from game.text.numbers import number, percent
from game.text.translate import Translator
from game.view.amounts import amount_text
from game.view.names import cause_name

TESTS = {"above": "above", "below": "below", "at least": "least", "at most": "most"}
CHOICES = ("chose", "not_chosen")


def condition_text(conditions: Sequence[Condition], scenario: Scenario, t: Translator) -> str:
    """All that must hold, in one clause; empty where nothing must."""
    told = list(dict.fromkeys(_said(one, scenario, t) for one in conditions))
    if sum(one.kind in CHOICES for one in conditions) > 1:
        # a list of titles is more than a line can hold
        told = [t("effect.if.others")]
    return t("effect.if", what=t("effect.if.and").join(told)) if told else ""


def _said(condition: Condition, scenario: Scenario, t: Translator) -> str:
    match condition.kind:
        case "value":
            return _compared(condition, t)
        case "chose" | "not_chosen":
            name = condition.chose or condition.not_chosen or ""
            if "." in name:
                # an answer to what may not have happened yet is not told ahead
                return t("effect.if.others")
            return t(f"effect.if.{condition.kind}", what=cause_name(name, scenario, t))
        case "any":
            each = dict.fromkeys(_said(part, scenario, t) for part in condition.any)
            if all(part.kind in CHOICES for part in condition.any):
                return t("effect.if.others")
            return t("effect.if.or").join(each)
        case _:
            return t("effect.if.luck")


def _compared(condition: Condition, t: Translator) -> str:
    return t(
        f"effect.if.{TESTS[condition.test]}",
        name=t(f"variable.{condition.variable}"),
        value=_value(condition.variable, condition.value, t),
    )


def _value(variable: str, value: float, t: Translator) -> str:
    unit = VARIABLES[variable].unit
    if unit in ("share", "relative"):
        decimals = 0 if abs(value * 100.0 - round(value * 100.0)) < 1e-6 else 1
        return percent(value, decimals, t.language)
    if unit == "nok":
        return amount_text(value, t.language)
    return number(value, 0, t.language)
