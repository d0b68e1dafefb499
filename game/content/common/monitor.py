"""The arbeidsgivermonitor: eight indicators in seven areas, read every second year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from game.content.common.reading import load_common
from game.content.common.told import CommonFile, MeasuredName, Slip, Told, written_twice
from game.content.fields import Id
from game.content.form import Form
from game.content.suggest import suggestion_line

INDICATORS, AREAS = 8, 7


class Area(Form):
    """A side of being an employer."""

    id: Id
    name: Told


class Indicator(Form):
    """One number to read, and the question it answers."""

    id: Id
    area: Id
    variable: MeasuredName
    name: Told
    question: Told


class MonitorFile(CommonFile):
    """monitor.yaml."""

    name: ClassVar[str] = "monitor.yaml"
    areas: tuple[Area, ...] = Field(min_length=1)
    indicators: tuple[Indicator, ...] = Field(min_length=1)

    def slips(self) -> Iterator[Slip]:
        """Areas without indicators, indicators without areas, and wrong counts."""
        yield from written_twice("areas", self.areas)
        yield from written_twice("indicators", self.indicators)
        known = tuple(area.id for area in self.areas)
        used = {indicator.area for indicator in self.indicators}
        for position, indicator in enumerate(self.indicators):
            if indicator.area not in known:
                what = f"«{indicator.area}» er ikke et område i fila."
                place = ("indicators", position, "area")
                yield Slip(place, what, suggestion_line(indicator.area, known))
        for position, area in enumerate(self.areas):
            if area.id not in used:
                what = f"Området «{area.id}» har ingen indikator."
                yield Slip(("areas", position), what, "Legg til en indikator, eller fjern det.")
        for key, count, wanted in (
            ("areas", len(self.areas), AREAS),
            ("indicators", len(self.indicators), INDICATORS),
        ):
            if count != wanted:
                yield Slip((key,), f"«{key}» har {count}, og skal ha {wanted}.", "")


def load_monitor() -> tuple[Indicator, ...]:
    """The eight indicators."""
    return load_common(MonitorFile).indicators


def load_areas() -> tuple[Area, ...]:
    """The seven areas."""
    return load_common(MonitorFile).areas
