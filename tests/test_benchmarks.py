"""All engines run the same model, and the table says so plainly when one is not there."""

from __future__ import annotations

import importlib.util
import shutil

import numpy as np
import pytest

from benchmarks import __main__, ccm25, small_model, table
from benchmarks.measuring import Contest
from benchmarks.peers import compiled, loops, numpy_lanes
from game.model.batch import many_lanes

ROUNDING = 1e-12
"""Relative: what another order of adding may do in 25 years."""


def needs(package: str) -> pytest.MarkDecorator:
    missing = importlib.util.find_spec(package) is None
    return pytest.mark.skipif(missing, reason=f"{package}: {table.MISSING}")


needs_compiler = pytest.mark.skipif(
    not any(shutil.which(name) for name in ("gcc", "clang", "cc")), reason="no C compiler"
)


def ours(lane: int) -> ccm25.Result:
    ends = numpy_lanes.run(numpy_lanes.pulls(48))
    return ccm25.Result(*(float(row[lane]) for row in ends))


def test_the_small_model_lives() -> None:
    """Feedback that never moves, or people who die out, would be a poor test of an engine."""
    few, many = ours(0), ours(40)

    assert 10_000 < few.population < 14_000
    assert few.staff < ccm25.START_STAFF - 50
    assert few.reputation != ccm25.START_REPUTATION
    assert few.population != pytest.approx(many.population, rel=1e-3)


@pytest.mark.parametrize("lane", [0, 17, 40])
def test_plain_loops_end_where_numpy_ends(lane: int) -> None:
    assert small_model.apart(loops.run(ccm25.pull(lane)), ours(lane)) < ROUNDING


@needs_compiler
@pytest.mark.parametrize("compile_", [compiled.one_by_one, compiled.many])
def test_c_ends_where_numpy_ends_in_every_lane(compile_) -> None:  # type: ignore[no-untyped-def]
    pulls = numpy_lanes.pulls(64)
    ends = np.array(numpy_lanes.run(pulls))

    assert np.allclose(compile_()(pulls), ends, rtol=ROUNDING, atol=0.0)


@needs("pysd")
@pytest.mark.filterwarnings("ignore")
def test_pysd_ends_where_numpy_ends() -> None:
    from benchmarks.peers import vensim

    assert small_model.apart(vensim.translated(ccm25.pull(17))(), ours(17)) < small_model.SAME_TO


@needs("mesa")
@pytest.mark.filterwarnings("ignore")
def test_mesa_cohorts_end_where_numpy_ends_and_persons_near_by() -> None:
    from benchmarks.peers import mesa_agents

    assert small_model.apart(mesa_agents.run_cohorts(ccm25.pull(17)), ours(17)) < ROUNDING
    assert small_model.apart(mesa_agents.run_persons(ccm25.pull(17)), ours(17)) < 0.04


def test_the_lanes_of_numpy_do_not_talk_and_its_buffer_changes_no_bit() -> None:
    pulls = numpy_lanes.pulls(600)
    whole = np.array(numpy_lanes.run(pulls))
    with many_lanes():
        quick = np.array(numpy_lanes.run(pulls))

    assert np.array_equal(quick, whole)
    assert np.array_equal(np.array(numpy_lanes.run(pulls[..., 200:205])), whole[:, 200:205])


@needs_compiler
def test_the_fastest_c_leaves_the_arithmetic_of_the_process_alone() -> None:
    ends = compiled.many(compiled.LOOSE)(numpy_lanes.pulls(32))

    assert np.allclose(ends, np.array(numpy_lanes.run(numpy_lanes.pulls(32))), rtol=1e-9, atol=0.0)
    assert np.float64(5e-324) * np.float64(1.0) > 0.0


@needs_compiler
def test_c_refuses_lanes_that_do_not_fill_its_vectors() -> None:
    with pytest.raises(ValueError, match="33 lanes"):
        compiled.many()(numpy_lanes.pulls(33))


def test_the_table_says_what_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.delenv("CC", raising=False)

    small_model.show(1)

    told = capsys.readouterr().out
    assert told.count("ikke installert: pip install -e '.[bench]'") == 3
    assert told.count("ingen C-kompilator her") == 3
    assert "alle like" in told
    assert "PySD /" not in told and "vår / C" not in told


def test_an_end_that_differs_is_not_called_the_same(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    astray = ccm25.Result(12_259.1, 516.0, 0.99)
    engine = small_model.Engine("en annen", lambda: None, lambda: astray)

    small_model.show_ends([*small_model._ours(), engine])

    assert "IKKE LIKE" in capsys.readouterr().out


def test_a_goal_is_told_as_reached_or_not(capsys: pytest.CaptureFixture[str]) -> None:
    table.at_least("a", 499, 500)
    table.at_most("b", 6, 6)
    table.part_at_most("c", 161, 160)

    told = capsys.readouterr().out.splitlines()
    assert "IKKE nådd" in told[0]
    assert told[1].endswith("– nådd") and told[2].endswith("– nådd")


@pytest.mark.parametrize(
    ("value", "told"),
    [(25_000, "25\N{NARROW NO-BREAK SPACE}000"), (14.26, "14,3"), (1.5, "1,50"), (0.01, "0,0100")],
)
def test_numbers_are_written_as_in_norwegian(value: float, told: str) -> None:
    assert table.number(value) == told


def test_the_quickest_round_counts_and_the_first_call_does_not() -> None:
    calls: list[str] = []
    contest = Contest()
    contest.enter("often", lambda: calls.append("often"))
    contest.enter("seldom", lambda: calls.append("seldom"), every=3)

    contest.run(4)

    assert calls.count("often") == 1 + 4
    assert calls.count("seldom") == 1 + 2
    assert contest["often"] < 1.0


def test_an_unknown_part_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        __main__.main(["--only", "small,huge"])

    assert stop.value.code == 2
    assert "ukjent del: huge. Delene er small, real, game, window." in capsys.readouterr().err
