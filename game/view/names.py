"""Names and icons of decisions, found by the id that causes and promises carry."""

from __future__ import annotations

from game.content.scenario import Event, Measure, Scenario
from game.engine.decisions import effects_of
from game.text.translate import Translator


def _source(cause: str, scenario: Scenario) -> Measure | Event:
    first = cause.partition(".")[0]
    things: list[Measure | Event] = [*scenario.measures, *scenario.events]
    for thing in things:
        if thing.id == first:
            return thing
    raise KeyError(cause)


def cause_name(cause: str, scenario: Scenario, t: Translator) -> str:
    """The title of the measure, or of the event the choice belongs to."""
    return t.pick(_source(cause, scenario).title)


def cause_icon(cause: str, scenario: Scenario) -> str:
    """The icon of the measure or event."""
    return _source(cause, scenario).icon


def option_label(cause: str, scenario: Scenario, t: Translator) -> str:
    """What was answered, for `event.option`; the measure's title otherwise."""
    source = _source(cause, scenario)
    option_id = cause.partition(".")[2]
    if isinstance(source, Event):
        for option in source.choices:
            if option.id == option_id:
                return t.pick(option.label)
    return t.pick(source.title)


def why_text(cause: str, effect: int, scenario: Scenario, t: Translator) -> str:
    """The author's «because» of one effect of a decision."""
    return t.pick(effects_of(cause, scenario)[effect].because)
