"""The five lengths of a game, from scenarios/common/presets.yaml: same model, other turns."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BeforeValidator, Field, model_validator

from game import paths
from game.content.fields import Id, YesNo
from game.content.form import Form, Text
from game.text.yaml_text import text_only_loader

FILE = "presets.yaml"
LONGEST_TURN = 5
NEAR = 0.051


def _number(written: object) -> object:
    """A number written the Norwegian way, in a file of our own."""
    if not isinstance(written, str):
        return written
    try:
        return Decimal(written.replace(",", "."))
    except InvalidOperation as fault:
        raise ValueError(f"«{written}» er ikke et tall") from fault


Number = Annotated[float, BeforeValidator(_number)]
Count = Annotated[int, BeforeValidator(_number)]


class Minutes(Form):
    """Where the time goes, in minutes. All 0 when nobody counts."""

    start: Number
    guided: Number
    turn: Number
    end: Number
    air: Number
    total: Number


class Preset(Form):
    """One length of a game. `turns` are the years of each turn.

    `weight` is how many times as strong a decision works where one stands for many. `cases` is how
    many times the council can be asked; `guess_from_turn` 0 means that nobody is asked to guess.
    """

    id: Id
    name: Text
    text: Text
    turns: tuple[Annotated[int, BeforeValidator(_number), Field(ge=1, le=LONGEST_TURN)], ...]
    answers_only: YesNo
    weight: Number
    council: YesNo
    cases: Count
    roles: Count
    strategy: YesNo
    leading: YesNo
    forecast: YesNo
    guess_from_turn: Count
    minutes: Minutes

    @model_validator(mode="after")
    def _minutes_add_up(self) -> Preset:
        m = self.minutes
        guided = 1 if m.guided else 0
        spent = m.start + m.guided + m.turn * (len(self.turns) - guided) + m.end + m.air
        if abs(spent - m.total) > NEAR:
            raise ValueError(f"{self.id}: minuttene blir {spent}, ikke {m.total}")
        return self

    def lengths(self, years: int) -> tuple[int, ...]:
        """The years of each turn, in a scenario that lasts this many years."""
        found, left = [], years
        for length in self.turns:
            if left > 0:
                found.append(min(length, left))
            left -= length
        return tuple(found)


@cache
def load_presets(path: Path | None = None) -> tuple[Preset, ...]:
    """All presets, in the order of the file. Raises ValueError with what is wrong."""
    place = path or paths.scenarios_dir() / "common" / FILE
    written: Any = _read(place)
    return tuple(Preset.model_validate(one) for one in written)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=text_only_loader())


def preset(id_: str) -> Preset:
    """The preset with this id. Raises KeyError for one there is not."""
    for one in load_presets():
        if one.id == id_:
            return one
    raise KeyError(id_)
