"""The ground all forms stand on: frozen, closed, and the two values used everywhere in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator

from game.content.quantity import Unclear, tidy
from game.content.units import money


class Form(BaseModel):
    """Something an author fills in."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy that works out anew what this one had worked out from other values."""
        copied = super().model_copy(update=update, deep=deep)
        for name in [name for name in copied.__dict__ if name not in type(self).model_fields]:
            del copied.__dict__[name]
        return copied


class Text(Form):
    """The same words in up to three languages. Bokmål is always there, own or borrowed."""

    nb: str
    nn: str | None = None
    en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_one_language(cls, written: object, info: ValidationInfo) -> object:
        """A plain text is in the language of the file."""
        own = (info.context or {}).get("language", "nb")
        if isinstance(written, str):
            written = {own: written}
        if not isinstance(written, dict):
            return written
        texts = {key: v.strip() if isinstance(v, str) else v for key, v in written.items()}
        if "nb" not in texts and own in texts:
            texts["nb"] = texts[own]
        return texts


class Amount(Form):
    """Money: a sum, or a sum for each inhabitant."""

    value: float
    per_inhabitant: bool = False

    def total(self, inhabitants: float) -> float:
        """The whole sum for a municipality of this size."""
        return self.value * inhabitants if self.per_inhabitant else self.value

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, written: object, info: ValidationInfo) -> object:
        if isinstance(written, str):
            value, per_inhabitant = money(written)
            return {"value": value, "per_inhabitant": per_inhabitant}
        if isinstance(written, (int, float)):
            return {"value": written}
        if isinstance(written, dict) and info.context is not None:
            raise Unclear("Her skal det stå et beløp.", f"Skriv for eksempel «{tidy('6 mnok')}».")
        return written
