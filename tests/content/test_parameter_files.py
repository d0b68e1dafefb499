"""The model's numbers are whole: what a record leaves out is told, and never becomes 0 silently."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from game.content.parameter_files import Record, load_national, national_from, records

Body = dict[str, Any]


def broken(id_: str, mend: Callable[[Body], Any]) -> list[Record]:
    """All records, with one of them changed."""
    given = copy.deepcopy(records())
    mend(next(record.body for record in given if record.id == id_))
    return given


def told(given: list[Record]) -> list[str]:
    """Every fault, a line each."""
    with pytest.raises(ValueError) as caught:
        national_from(given)
    first, *faults = str(caught.value).splitlines()
    assert first == "Modellens tall har feil:"
    return faults


def test_the_records_of_the_game_are_whole() -> None:
    again = national_from(records())

    for field in fields(again):
        np.testing.assert_array_equal(
            getattr(again, field.name), getattr(load_national(), field.name)
        )


@pytest.mark.parametrize(
    ("id_", "mend", "fault"),
    [
        ("pay_nok", lambda b: b["by"].pop("nurse"), "money.yaml, pay_nok: by mangler nurse"),
        (
            "service_weight",
            lambda b: b["by"].pop("school"),
            "service.yaml, service_weight: by mangler school",
        ),
        (
            "soft_speed",
            lambda b: b["by"].pop("trust"),
            "society.yaml, soft_speed: by mangler trust",
        ),
        (
            "relative_quits_by_band",
            lambda b: b["by"].pop("18-24"),
            "workforce.yaml, relative_quits_by_band: by mangler 18-24",
        ),
        (
            "grant_per_resident_nok",
            lambda b: b["by"].pop("90+"),
            "money.yaml, grant_per_resident_nok: by mangler 90+",
        ),
        (
            "out_rate_by_age",
            lambda b: b["by"].pop("18-19"),
            "people.yaml, out_rate_by_age: by mangler 18-19",
        ),
        (
            "net_rate_by_age",
            lambda b: b["by_row"].pop("over 500 000"),
            "people.yaml, net_rate_by_age: by_row mangler over 500 000",
        ),
        (
            "influence",
            lambda b: b["by_row"].pop("trust"),
            "society.yaml, influence: by_row mangler trust",
        ),
        (
            "national_need_growth",
            lambda b: b["interpolate"].pop("2060"),
            "money.yaml, national_need_growth: interpolate skal gå fra 2026 til 2060",
        ),
        (
            "death_rate_men",
            lambda b: b["interpolate"].pop("0"),
            "people.yaml, death_rate_men: interpolate skal gå fra 0 til minst 100",
        ),
    ],
)
def test_what_is_left_out_is_told(id_: str, mend: Callable[[Body], Any], fault: str) -> None:
    assert told(broken(id_, mend)) == [fault]


@pytest.mark.parametrize(
    ("id_", "mend", "fault"),
    [
        (
            "influence",
            lambda b: b["by_row"]["trust"].update(luck="1"),
            "trust har ukjente navn: luck",
        ),
        ("pay_nok", lambda b: b["by"].update(wizard="1"), "by har ukjente navn: wizard"),
        (
            "out_rate_by_age",
            lambda b: b["by"].update({"10": "0,1"}),
            "by har alder 10 mer enn én gang",
        ),
        (
            "out_rate_by_age",
            lambda b: b["by"].update({"90-120": "0,1"}),
            "«90-120» i by er ikke alder fra 0 til 105",
        ),
        ("boys_share", lambda b: b.update(value="halv"), "«halv» i value er ikke et tall"),
        ("boys_share", lambda b: b.update(value="nan"), "«nan» i value er ikke et tall"),
        (
            "boys_share",
            lambda b: b.pop("value"),
            "posten skal ha «value», og ikke noe annet av det slaget",
        ),
        (
            "boys_share",
            lambda b: b.update(by={}),
            "posten skal ha «value», og ikke noe annet av det slaget",
        ),
        (
            "fertility_by_age",
            lambda b: b.update(by="0,1"),
            "by skal ha navn og tall, skrevet {navn: tall}",
        ),
        ("boys_share", lambda b: b.update(rest="0"), "«rest» har ingen mening sammen med «value»"),
        (
            "women_share_by_age",
            lambda b: b.update(interpolate={"0": "0,5", "100": "0,8", "60": "0,5", "105": "0,8"}),
            "interpolate skal ha punktene i stigende rekkefølge",
        ),
    ],
)
def test_what_the_model_cannot_use_is_told(
    id_: str, mend: Callable[[Body], Any], fault: str
) -> None:
    (only,) = told(broken(id_, mend))

    assert only.endswith(f"{id_}: {fault}")


def test_rest_says_what_the_left_out_values_are() -> None:
    def without_two(body: Body) -> None:
        body["by"] = {k: v for k, v in body["by"].items() if k not in {"nurse", "teacher"}}
        body["rest"] = "500 000"

    pay = national_from(broken("pay_nok", without_two)).pay_nok.ravel()

    assert [pay[0], pay[6]] == [500_000.0, 500_000.0]  # nurse and teacher in axes.PROFESSIONS
    assert pay[2] == load_national().pay_nok.ravel()[2]


def test_without_rest_an_age_is_never_left_to_be_nothing() -> None:
    assert told(broken("fertility_by_age", lambda body: body.pop("rest"))) == [
        "people.yaml, fertility_by_age: by mangler 0-14, 50-105"
    ]


def test_missing_foreign_and_double_records_are_told_at_once() -> None:
    given = records()
    first = given[0]
    faults = told(
        [*given[1:], Record("moon_phase", "luck.yaml", {"value": "1"}), given[1], given[2]]
    )

    assert faults == [
        "luck.yaml, moon_phase: modellen har ingen slik post",
        f"{given[1].file}, {given[1].id}: posten står også i {given[1].file}",
        f"{given[2].file}, {given[2].id}: posten står også i {given[2].file}",
        f"{first.id}: posten mangler",
    ]


def test_faults_in_many_records_are_told_at_once() -> None:
    given = broken("pay_nok", lambda body: body["by"].pop("nurse"))
    other = next(record.body for record in given if record.id == "soft_speed")
    other["by"]["trust"] = "rask"

    assert told(given) == [
        "money.yaml, pay_nok: by mangler nurse",
        "society.yaml, soft_speed: «rask» i by, trust er ikke et tall",
    ]
