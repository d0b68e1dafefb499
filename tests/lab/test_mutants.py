"""The harness itself: it finds a fault, spares the model, and tells what it did not notice."""

from __future__ import annotations

import inspect
import json

import numpy as np
import pytest

from game.cli import main
from game.lab import mutation_report as report
from game.lab.mutation import Mutant, all_mutants, in_place, sample
from game.lab.mutation_excuses import by_arguments, excuse, unknown_excuses
from game.lab.mutation_pool import TIMED_OUT, Verdict, judge, judge_all
from game.lab.properties import examples
from game.lab.properties.examples import numbers
from game.model import workforce
from game.model.axes import REVENUES


def the_mutant(key: str) -> Mutant:
    """The one whose key ends like this."""
    found = [mutant for mutant in all_mutants() if mutant.key.endswith(key)]
    assert len(found) == 1, [mutant.key for mutant in found]
    return found[0]


SICK_PEOPLE_AT_WORK = "workforce.present_fte: «1.0 - sick_rate» ble «1.0 + sick_rate»"
TURNED_PRODUCT = (
    "«workforce.sick_leave_rate(work.sick_leave_rate, factor * age, "
    "given.levers.of('sick_leave_rate'))» ble «workforce.sick_leave_rate(factor * age, "
    "work.sick_leave_rate, given.levers.of('sick_leave_rate'))»"
)


def present(employed: float, sick: float) -> float:
    """The equation as the model calls it."""
    return float(workforce.present_fte(numbers(employed), numbers(sick))[0, 0, 0])


def test_a_planted_fault_is_in_place_only_while_it_is_tried() -> None:
    with in_place(the_mutant(SICK_PEOPLE_AT_WORK)):
        wrong = present(100, 0.05)

    assert (wrong, present(100, 0.05)) == (105, 95)


def test_a_fault_is_taken_out_again_when_what_tries_it_breaks_down() -> None:
    with pytest.raises(ZeroDivisionError), in_place(the_mutant(SICK_PEOPLE_AT_WORK)):
        raise ZeroDivisionError

    assert present(100, 0.05) == 95


def test_a_known_fault_is_noticed_and_the_reason_is_told() -> None:
    verdict = judge(the_mutant(SICK_PEOPLE_AT_WORK))

    assert verdict.killer == "examples"
    assert "present_fte(100, 0.05) == 95" in verdict.why


def test_what_changes_nothing_survives_and_is_told_apart() -> None:
    mutant = the_mutant(TURNED_PRODUCT)

    verdict = judge(mutant)
    told = report.Report((), ((verdict, excuse(mutant) or ""),), 1)

    assert verdict.killer is None
    assert "Regnes ikke med" in "\n".join(report.printed(told))
    assert not told.wrongly_excused


def test_one_that_is_excused_and_yet_noticed_fails_the_command() -> None:
    verdict = Verdict(the_mutant(SICK_PEOPLE_AT_WORK), "examples", "95")

    found = report.Report((), ((verdict, "byttet faktorer"),), 1)

    assert not found.reaches_the_goal
    assert "ble avslørt" in "\n".join(report.printed(found))


def test_survivors_are_told_with_file_line_and_what_was_changed() -> None:
    mutant = the_mutant(SICK_PEOPLE_AT_WORK)
    verdicts = (Verdict(mutant, None), Verdict(mutant, "signs"))

    found = report.Report(verdicts, (), 2)
    lines = "\n".join(report.printed(found))

    assert f"workforce.py:{mutant.line} present_fte, feil regneart" in lines
    assert "1 av 2 mutanter ble avslørt: 50,0\u00a0%" in lines
    assert json.loads(report.as_json(found))["survivors"][0]["key"] == mutant.key


def test_every_equation_and_every_part_of_the_year_has_mutants() -> None:
    mutated = {mutant.function for mutant in all_mutants()}
    keys = [mutant.key for mutant in all_mutants()]

    assert set(examples.equations()) <= mutated
    assert {"flows", "stocks_after", "need_of", "hours_of", "money_of", "moves_of"} <= mutated
    assert len(keys) == len(set(keys))


def test_each_kind_of_fault_is_made_somewhere() -> None:
    assert {mutant.what for mutant in all_mutants()} >= {
        "feil regneart",
        "et ledd er borte",
        "feil tall",
        "feil rad",
        "feil akse",
        "feil navn",
        "grensa er borte",
        "byttet rekkefølge",
        "linja er borte",
        "gir svaret uendret",
    }


def test_a_sample_is_the_same_every_time_and_other_with_another_seed() -> None:
    mutants = all_mutants()

    one, same, other = (sample(mutants, 30, seed) for seed in ("a", "a", "b"))

    assert one == same != other
    assert [m.key for m in one] == [m.key for m in mutants if m in one]


def test_no_mutant_is_excused_that_does_not_exist() -> None:
    assert not unknown_excuses()


@pytest.mark.parametrize(
    ("function", "pair"), [pair for pair in by_arguments() if pair[0] in examples.equations()]
)
def test_arguments_that_are_said_to_change_places_freely_do(function: str, pair: str) -> None:
    equation = examples.equations()[function]
    names = list(inspect.signature(equation).parameters)
    one, other = (names.index(name) for name in pair.split())
    rows = len(REVENUES) if function == "revenue_by_source" else 1
    mix = {"levels": (np.ones((1, 1, 2)),) * len(REVENUES)}
    for size in (0.3, -0.7, 2.0):
        given = [
            mix.get(name, np.full((rows, 1, 2), size / (i + 1))) for i, name in enumerate(names)
        ]
        turned = list(given)
        turned[one], turned[other] = given[other], given[one]

        np.testing.assert_allclose(equation(*given), equation(*turned), rtol=1e-12)


def test_real_processes_agree_with_this_one() -> None:
    mutants = sample(all_mutants(), 8, "processes")

    found = judge_all(mutants, processes=2)

    assert [verdict.mutant for verdict in found] == mutants
    assert [v.killer for v in found] == [judge(mutant).killer for mutant in mutants]


def test_one_that_never_ends_counts_as_noticed_and_the_rest_go_on() -> None:
    mutants = sample(all_mutants(), 2, "slow")

    found = judge_all(mutants, processes=1, time_limit=0.0)

    # no process is up and done before its time is out
    assert [verdict.killer for verdict in found] == [TIMED_OUT, TIMED_OUT]


def test_bad_numbers_of_processes_are_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["lab", "mutants", "--processes", "0"]) == 2

    assert capsys.readouterr().err == "Tallet på prosesser må være minst 1.\n"
