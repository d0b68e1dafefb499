"""Reading the model's own code: what each equation is given, and what is made from what."""

from __future__ import annotations

import ast

import pytest

from game.content.parameter_files import records
from game.model.year import Year
from game.reports.equations import equations
from game.reports.facts import readers_outside_the_model
from game.reports.following import found_in_model
from game.reports.origins import Kind, Origin, levers_behind
from game.reports.parts import parts_of_a_year
from game.reports.spoken import spoken

FOUND = found_in_model()


# read off sections.py and step.py by eye
GIVEN: list[tuple[str, Kind, str]] = [
    ("need.smart_ways_share", "soft", "innovation"),
    ("workforce.pressure", "quantity", "needed_fte"),
    ("workforce.sick_leave_factor", "parameter", "sick_leave_by_gap"),
    ("workforce.sick_leave_rate", "equation", "workforce.sick_leave_factor"),
    ("workforce.leave_rate", "parameter", "retirement_by_band"),
    ("money.gap_cost_nok", "parameter", "agency_price_ratio"),
    ("people.births", "luck", "births"),
    ("people.births", "stock", "population"),
    ("service.services", "parameter", "quality_weight_coverage"),
    ("society.soft_next", "quantity", "influence_terms"),
]
NOT_GIVEN: list[tuple[str, Kind, str]] = [
    ("people.births", "stock", "staff"),
    ("workforce.pressure", "soft", "wellbeing"),
    ("money.gap_cost_nok", "parameter", "sick_pay_refund_share"),
]


def given(equation: str) -> frozenset[Origin]:
    return frozenset().union(*FOUND.inputs[equation].values())


@pytest.mark.parametrize(("equation", "kind", "origin"), GIVEN)
def test_what_an_equation_is_given_is_followed_to_where_it_comes_from(
    equation: str, kind: Kind, origin: str
) -> None:
    assert Origin(kind, origin) in given(equation)


@pytest.mark.parametrize(("equation", "kind", "origin"), NOT_GIVEN)
def test_what_an_equation_is_not_given_is_not_told_of_it(
    equation: str, kind: Kind, origin: str
) -> None:
    assert Origin(kind, origin) not in given(equation)


def test_a_number_worked_out_at_the_start_is_followed_to_its_records() -> None:
    made = FOUND.made[Origin("derived", "People.death_probability")]

    assert Origin("parameter", "death_rate_women") in made
    assert Origin("parameter", "death_rate_decline_by_age") in made
    assert Origin("parameter", "fertility_by_age") not in made


def test_every_quantity_of_a_year_is_made_from_something() -> None:
    made = {origin.name for origin in FOUND.made if origin.kind == "quantity"}

    assert set(Year.__dataclass_fields__) - made == set()


def test_every_number_of_the_model_has_someone_who_uses_it() -> None:
    used = {
        origin.name
        for origins in (
            *FOUND.made.values(),
            *(o for i in FOUND.inputs.values() for o in i.values()),
        )
        for origin in origins
        if origin.kind == "parameter"
    }

    unused = {record.id for record in records()} - used - set(readers_outside_the_model())
    assert unused == set()


def test_every_equation_has_a_sentence_a_unit_and_a_formula_or_a_note() -> None:
    bare = [
        e.id for e in equations().values() if not (e.sentence and e.unit and (e.formula or e.notes))
    ]

    assert bare == []


def test_the_parts_of_a_year_are_told_in_the_order_they_are_worked_out() -> None:
    names = [part.name for part in parts_of_a_year()]

    assert names[0] == "people_of"
    assert names[-1] == "society_of"
    assert names.index("need_of") < names.index("hours_of") < names.index("money_of")
    assert all(part.sentence for part in parts_of_a_year())


def test_a_group_of_levers_is_known_by_its_members() -> None:
    assert "home_care_need" in levers_behind("need_shift")
    assert levers_behind("in_moves") == ("in_moves",)


SPOKEN = [
    ("np.maximum(0.0, 1.0 - a * b)", "max(0, 1 − a · b)"),
    ("(a - b) / c", "(a − b) / c"),
    ("a - (b - c)", "a − (b − c)"),
    ("a * (b + c)", "a · (b + c)"),
    ("(rate * people).sum(axis=0, keepdims=True)", "sum(rate · people)"),
    ("residents[20:67].sum(axis=0)", "sum(residents[20–66])"),
    ("PERCENT * x.reshape(1, -1)", "100 · x"),
    ("-np.sqrt(e)", "−√(e)"),
]


@pytest.mark.parametrize(("code", "words"), SPOKEN)
def test_an_expression_is_said_as_people_write_it(code: str, words: str) -> None:
    assert spoken(ast.parse(code, mode="eval").body) == words
