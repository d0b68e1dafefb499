"""How a game ends: fourteen titles, three results of the 2045 test, and shorter endings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, get_args

from pydantic import Field

from game.content.common.reading import load_common
from game.content.common.told import (
    CommonFile,
    RoleId,
    Slip,
    Told,
    not_all_there,
    written_twice,
)
from game.content.fields import Id, Line
from game.content.form import Form

TITLES = 14
STAND_ENDINGS = 8
RESULTS = ("stands_firm", "holds_breath", "slides_back")


class Title(Form):
    """What a municipality is known for when the game ends."""

    id: Id
    icon: Line
    name: Told
    sentence: Told


class Result(Form):
    """How the municipality stood five years on its own."""

    id: Id
    name: Told
    sentence: Told


class StandEnding(Form):
    """The one line a game on the stand ends with."""

    id: Id
    line: Told


class Badge(Form):
    """What a role gets when its own goal was met. The id is that of the role."""

    id: Id
    icon: Line
    name: Told
    sentence: Told


class TitlesFile(CommonFile):
    """titles.yaml."""

    name: ClassVar[str] = "titles.yaml"
    titles: tuple[Title, ...] = Field(min_length=1)
    results: tuple[Result, ...] = Field(min_length=1)
    stand_endings: tuple[StandEnding, ...] = Field(min_length=1)
    badges: tuple[Badge, ...] = Field(min_length=1)

    def slips(self) -> Iterator[Slip]:
        """Endings that are missing, too many or there twice."""
        yield from written_twice("titles", self.titles)
        yield from written_twice("stand_endings", self.stand_endings)
        yield from written_twice("badges", self.badges)
        yield from not_all_there("results", self.results, RESULTS)
        yield from not_all_there("badges", self.badges, get_args(RoleId))
        for key, count, wanted in (
            ("titles", len(self.titles), TITLES),
            ("stand_endings", len(self.stand_endings), STAND_ENDINGS),
        ):
            if count != wanted:
                what = f"«{key}» har {count}, og spillet bruker {wanted}."
                yield Slip((key,), what, f"Skriv {wanted}.")


def load_titles() -> tuple[Title, ...]:
    """The fourteen titles."""
    return load_common(TitlesFile).titles


def load_results() -> tuple[Result, ...]:
    """The three results of the 2045 test, the best first."""
    return load_common(TitlesFile).results


def load_stand_endings() -> tuple[StandEnding, ...]:
    """The eight lines a game on the stand can end with."""
    return load_common(TitlesFile).stand_endings


def load_badges() -> tuple[Badge, ...]:
    """One badge for each role."""
    return load_common(TitlesFile).badges
