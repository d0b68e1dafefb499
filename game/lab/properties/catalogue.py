"""All properties that every mutant is tried on, the quickest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.lab.properties import accounts, examples, family, likeness, reality, signs


@dataclass(frozen=True)
class Property:
    """One kind of thing that must hold; `faults` runs the model and tells what does not."""

    id: str
    title_nb: str
    check: Callable[[], list[str]]

    def faults(self) -> list[str]:
        """What does not hold, a sentence each; a model that breaks down does not hold either."""
        with np.errstate(all="ignore"):
            try:
                return self.check()
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as fault:
                return [f"{type(fault).__name__}: {fault}"]


PROPERTIES: tuple[Property, ...] = (
    Property("examples", "regnede eksempler", examples.faults),
    Property("rest", "det første året i ro", reality.rest_faults),
    Property("reality", "ytterpunkter og virkelighetssjekker", reality.faults),
    Property("repeat", "samme år to ganger", likeness.repeat_faults),
    Property("lanes", "hver bane for seg", likeness.lane_faults),
    Property("scale", "dobbelt så stor kommune", likeness.scale_faults),
    Property("accounts", "regnskapene går opp", accounts.faults),
    Property("signs", "fortegnene i årsakstegningen", signs.faults),
    Property("family", "kommuner av alle slag", family.few_faults),
)
