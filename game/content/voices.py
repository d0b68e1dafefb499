"""The voices of the town as written: who speaks, what is said, and when it may be said.

`scenarios/common/cast.yaml` holds the people, `scenarios/common/voices/*.yaml` what can be said.
No number stands in a text: it is a {placeholder} that the view fills in from the game.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import ValidationError, ValidationInfo, field_validator, model_validator

from game import paths
from game.content.document import Document
from game.content.effects import Condition
from game.content.fields import Id, Line, Word
from game.content.form import Form, Text
from game.content.opening import read_document
from game.content.problem import BrokenContent, Place, Problem, has_errors
from game.content.quantity import Unclear
from game.content.suggest import suggestion_line
from game.content.wording import note_faults
from game.content.words import NOT_MEASURED
from game.content.yaml_trouble import Fault
from game.model.variables import VARIABLES

Kind = Literal["headline", "article", "quote", "letter"]
Way = Literal["better", "worse", "flat"]
AnyForm = TypeVar("AnyForm", bound=Form)
MOST_WORDS: dict[str, int] = {"headline": 8, "article": 55, "quote": 24, "letter": 40}
LANGUAGES = ("nb", "nn", "en")
LEAD = re.compile(r"\*\*([^*]+[.!?…])\*\* (.+)\Z", re.DOTALL)
"""An article: one bold opening sentence, then the rest."""
PLAIN_PLACEHOLDERS = ("name", "year", "nursing_home")
SHAPES = ("before", "change", "of_100")
"""`{trust_before}` is the value before the report, `{trust_change}` how far it moved without a
sign, and `{vacancy_share_of_100}` the whole number that 12 % is of a hundred."""


class Person(Form):
    """Someone the players get to know."""

    id: Id
    name: Line
    role: Text

    @field_validator("role")
    @classmethod
    def _in_all_languages(cls, role: Text) -> Text:
        return _whole(role)


class Voice(Form):
    """Something that can be said, once in a game.

    `about` is a quantity of the model, or something that happens: a measure, `measure.step`, an
    event or `event.option`. What happens must have happened in the years of the report. A quantity
    must have moved the `way` that is asked for; without `way` only `when` decides.
    """

    id: Id
    kind: Annotated[Kind, Word]
    who: Line | None = None
    about: Line | None = None
    way: Annotated[Way, Word] | None = None
    when: tuple[Condition, ...] = ()
    text: Text

    @cached_property
    def is_about_a_quantity(self) -> bool:
        """Whether it is about a number of the model, not about something that happened.

        Some measures share their name with a number; then it is the number only when the voice
        asks how it moved or how it stands.
        """
        is_read = self.way is not None or any(c.variable == self.about for c in self.when)
        return self.about in VARIABLES and is_read

    @field_validator("way")
    @classmethod
    def _something_must_move(cls, way: Way | None, info: ValidationInfo) -> Way | None:
        about = info.data.get("about")
        if way is not None and VARIABLES.get(about or "") is None:
            raise Unclear(
                "«way» sier hvordan en størrelse har beveget seg.",
                "Skriv en størrelse i «about», for eksempel «about: trust», eller fjern «way».",
            )
        if way in {"better", "worse"} and VARIABLES[str(about)].rising_is == "neutral":
            raise Unclear(
                f"«{about}» er verken god eller dårlig når den stiger.",
                "Skriv en betingelse under «when» i stedet.",
            )
        return way

    @field_validator("text")
    @classmethod
    def _can_be_printed(cls, text: Text, info: ValidationInfo) -> Text:
        kind = str(info.data.get("kind", ""))
        for language, sentence in spoken(_whole(text)):
            _check_words(kind, language, sentence)
            _check_numbers(sentence)
        if len({frozenset(placeholders(sentence)) for _, sentence in spoken(text)}) > 1:
            raise Unclear(
                "Språkene har ikke de samme plassholderne.",
                "Bruk de samme {navnene} på bokmål, nynorsk og engelsk.",
            )
        return text

    @model_validator(mode="after")
    def _someone_says_it(self) -> Voice:
        if self.kind == "quote" and not self.who:
            raise Unclear("Et sitat må ha noen som sier det.", "Legg til «who: nina».")
        if self.kind in {"headline", "article"} and self.who:
            raise Unclear("Avisa skriver dette selv.", "Fjern «who».")
        return self


@dataclass(frozen=True)
class Voices:
    """All the people, and all that can be said, in the order of the files."""

    cast: tuple[Person, ...]
    entries: tuple[Voice, ...]

    @cached_property
    def people(self) -> dict[str, Person]:
        """The people by id."""
        return {person.id: person for person in self.cast}

    def fitting(self, happened: Iterable[str]) -> Iterator[Voice]:
        """What may be said when this happened: what is about it, and what is about no happening."""
        yield from self._by_happening.get("", ())
        for what in happened:
            yield from self._by_happening.get(what, ())

    @cached_property
    def _by_happening(self) -> dict[str, list[Voice]]:
        found: dict[str, list[Voice]] = {}
        for voice in self.entries:
            about = "" if voice.is_about_a_quantity else voice.about or ""
            found.setdefault(about, []).append(voice)
        return found


def spoken(text: Text) -> Iterator[tuple[str, str]]:
    """Each language of a text with its sentence."""
    for language in LANGUAGES:
        sentence = getattr(text, language)
        if sentence:
            yield language, sentence


def placeholders(sentence: str) -> tuple[str, ...]:
    """The names in braces, in the order they stand."""
    try:
        return tuple(name for _, name, _, _ in string.Formatter().parse(sentence) if name)
    except ValueError:
        raise Unclear("En krøllparentes er ikke lukket.", "Skriv for eksempel «{trust}».") from None


def split_placeholder(name: str) -> tuple[str, str]:
    """The quantity and the shape it is shown in: `trust_before` is ("trust", "before")."""
    for shape in SHAPES:
        quantity = name.removesuffix(f"_{shape}")
        if quantity != name and quantity in VARIABLES:
            return quantity, shape
    return name, ""


def _whole(text: Text) -> Text:
    absent = [language for language in LANGUAGES if not getattr(text, language)]
    if absent:
        raise Unclear(f"Teksten mangler på {', '.join(absent)}.", "Skriv den på nb, nn og en.")
    return text


def _check_words(kind: str, language: str, sentence: str) -> None:
    most = MOST_WORDS.get(kind, 0)
    count = len(sentence.replace("–", " ").split())
    if most and count > most:
        raise Unclear(
            f"Teksten på {language} har {count} ord.", f"Skriv høyst {most} ord i «{kind}»."
        )
    if kind == "article" and not LEAD.match(sentence):
        raise Unclear(
            f"Artikkelen på {language} mangler åpningen.",
            "Begynn med én hel setning mellom **stjerner**, og skriv resten etter.",
        )


def _check_numbers(sentence: str) -> None:
    names = placeholders(sentence)
    outside = sentence
    for name in names:
        outside = outside.replace("{" + name + "}", "")
        quantity, _ = split_placeholder(name)
        known = (*PLAIN_PLACEHOLDERS, *(v for v in VARIABLES if v not in NOT_MEASURED))
        if quantity not in known:
            raise Unclear(f"Spillet kan ikke fylle inn «{name}».", suggestion_line(quantity, known))
    if any(sign.isdigit() for sign in outside):
        raise Unclear(
            "Det står et tall i teksten.",
            "Skriv navnet på en størrelse i krøllparentes, for eksempel «{sick_leave_rate}».",
        )


# --- reading -------------------------------------------------------------------------------------


class _CastFile(Form):
    cast: Any


class _VoicesFile(Form):
    voices: Any


@cache
def load_voices(folder: Path | None = None) -> Voices:
    """The cast and all that can be said. Raises BrokenContent with every fault in the files."""
    home = folder or paths.scenarios_dir() / "common"
    cast_file = read_document(home / "cast.yaml")
    cast = _items(cast_file, "cast", _CastFile, Person)
    files = [(read_document(path), path) for path in sorted((home / "voices").glob("*.yaml"))]
    read = [(document, _items(document, "voices", _VoicesFile, Voice)) for document, _ in files]
    _note_twice(cast_file, cast, set())
    known, taken = [person.id for _, person in cast], set[str]()
    for document, voices in read:
        _note_twice(document, voices, taken)
        _note_strangers(document, voices, known)
    problems: list[Problem] = [p for document, _ in [(cast_file, 0), *read] for p in
                               document.problems]  # fmt: skip
    if has_errors(problems):
        raise BrokenContent(problems)
    entries = tuple(voice for _, voices in read for _, voice in voices)
    return Voices(tuple(person for _, person in cast), entries)


def subject_faults(voices: Voices, happenings: Iterable[str]) -> tuple[str, ...]:
    """A line for each voice about something no scenario has."""
    known = frozenset(happenings)
    asked = [(voice.id, name) for voice in voices.entries for name in _subjects(voice)]
    return tuple(
        f"{id_}: «{name}» finnes ikke. {suggestion_line(name, tuple(sorted(known)))}"
        for id_, name in asked
        if name not in known
    )


def _subjects(voice: Voice) -> Iterator[str]:
    if voice.about and not voice.is_about_a_quantity:
        yield voice.about
    for condition in voice.when:
        for part in (condition, *condition.any):
            yield from (name for name in (part.chose, part.not_chosen) if name)


def _items(
    document: Document, key: str, top: type[Form], form: type[AnyForm]
) -> list[tuple[Place, AnyForm]]:
    if _read(document, top, document.data, ()) is None:
        return []
    written = document.data[key]
    if not isinstance(written, list):
        fix = "Skriv en liste, med en strek foran hvert punkt."
        document.add(Fault(document.line_of((key,)), f"«{key}» har feil oppsett.", fix))
        return []
    places: list[Place] = [(key, position) for position in range(len(written))]
    read = [(place, _read(document, form, written[int(place[1])], place)) for place in places]
    return [(place, item) for place, item in read if item is not None]


def _read(document: Document, form: type[AnyForm], data: Any, at: Place) -> AnyForm | None:
    try:
        return form.model_validate(data, context={"language": "nb"}, by_alias=True, by_name=False)
    except ValidationError as error:
        note_faults(error, form, at, document)
        return None


def _note_twice(document: Document, items: Iterable[tuple[Place, Any]], taken: set[str]) -> None:
    for place, item in items:
        if item.id in taken:
            fault = f"Id-en «{item.id}» er brukt før."
            document.add(Fault(document.line_of((*place, "id")), fault, "Velg en annen id."))
        taken.add(item.id)


def _note_strangers(
    document: Document, voices: Iterable[tuple[Place, Voice]], known: list[str]
) -> None:
    for place, voice in voices:
        if voice.who is not None and voice.who not in known:
            fault = f"Ingen av dem vi kjenner, heter «{voice.who}»."
            fix = suggestion_line(voice.who, tuple(known))
            document.add(Fault(document.line_of((*place, "who")), fault, fix))
