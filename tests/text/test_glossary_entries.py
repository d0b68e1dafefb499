"""Every concept once, explained in plain words."""

from __future__ import annotations

from game.content import effects, form, place_names, scenario
from game.model.variables import VARIABLES
from game.text.glossary import load_glossary

NOT_WRITTEN_BY_AUTHORS = {effects.READ_FROM_BY, "variable", "test", "value"}
FORMS = (
    scenario.Scenario,
    scenario.Municipality,
    place_names.PlaceNames,
    scenario.Measure,
    scenario.Event,
    scenario.Option,
    effects.Effect,
    effects.Condition,
    form.Text,
)


def test_every_quantity_of_the_model_has_an_entry() -> None:
    assert sorted(set(VARIABLES) - set(load_glossary())) == []


def test_every_key_of_the_form_has_an_entry() -> None:
    keys = {field.alias or name for each in FORMS for name, field in each.model_fields.items()}

    assert sorted(keys - NOT_WRITTEN_BY_AUTHORS - set(load_glossary())) == []


def test_every_explanation_is_short_and_there_in_three_languages() -> None:
    long_or_absent = [
        f"{concept.id}: {text}"
        for concept in load_glossary().values()
        for text in (concept.explanation.nb, concept.explanation.nn, concept.explanation.en)
        if not text.endswith(".") or len(text) > 130
    ]

    assert long_or_absent == []
