"""The forty words a pupil needs. The file names them; the glossary explains them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from pydantic import Field

from game.content.common.reading import load_common
from game.content.common.told import CommonFile, Slip, Told
from game.content.fields import Id
from game.content.form import Form
from game.content.suggest import suggestion_line
from game.text.glossary import Concept, Words, load_glossary

COUNT = 40


class Term(Form):
    """A word in three lines: what it is, in the game, in reality."""

    id: Id
    name: Told
    what: Told
    in_game: Told
    in_reality: Told


class TermsFile(CommonFile):
    """terms.yaml: ids of the glossary."""

    name: ClassVar[str] = "terms.yaml"
    terms: tuple[Id, ...] = Field(min_length=1)

    def slips(self) -> Iterator[Slip]:
        """Words the glossary lacks or tells too little about, words twice, and a wrong count."""
        glossary = load_glossary()
        for position, id_ in enumerate(self.terms):
            place = ("terms", position)
            if id_ not in glossary:
                what = f"Ordlista har ikke noe som heter «{id_}»."
                yield Slip(place, what, suggestion_line(id_, tuple(glossary)))
            elif glossary[id_].in_game is None or glossary[id_].in_reality is None:
                what = f"«{id_}» mangler «in_game» eller «in_reality» i ordlista."
                yield Slip(place, what, "Skriv dem i game/text/glossary.yaml.")
            if id_ in self.terms[:position]:
                yield Slip(place, f"«{id_}» står her to ganger.", "Fjern den ene.")
        if len(self.terms) != COUNT:
            what = f"Her står {len(self.terms)} ord, og elevene får {COUNT}."
            yield Slip(("terms",), what, f"Skriv {COUNT} ord.")


@cache
def load_terms() -> tuple[Term, ...]:
    """The forty words, in the order of the file."""
    glossary = load_glossary()
    return tuple(_term(glossary[id_]) for id_ in load_common(TermsFile).terms)


def _term(concept: Concept) -> Term:
    return Term(
        id=concept.id,
        name=_told(concept.name),
        what=_told(concept.explanation),
        in_game=_told(concept.in_game or concept.explanation),
        in_reality=_told(concept.in_reality or concept.explanation),
    )


def _told(words: Words) -> Told:
    return Told(nb=words.nb, nn=words.nn, en=words.en)
