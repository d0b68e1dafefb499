"""`@equation` labels a function as an equation of the model. Taking it away changes no result."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

Inputs = ParamSpec("Inputs")
Result = TypeVar("Result")


def equation(
    *, symbol: str, unit: str, source: str
) -> Callable[[Callable[Inputs, Result]], Callable[Inputs, Result]]:
    """Attach the symbol, the unit and the source that the book prints.

    `source` is «identity», «definition», or the id of a parameter or of a record in sources.yaml.
    """

    def label(function: Callable[Inputs, Result]) -> Callable[Inputs, Result]:
        function.__dict__["equation"] = {"symbol": symbol, "unit": unit, "source": source}
        return function

    return label
