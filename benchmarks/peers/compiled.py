"""The two C versions: written out with the tables, compiled in a temporary folder, and loaded."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import ccm25
from benchmarks.ccm25 import AGES, BAND, MOVING_AGES, SEXES, YEARS

Array = NDArray[np.float64]
Run = Callable[[Array], Array]

HERE = Path(__file__).parent
WIDTH = 32
"""Runs that lanes.c takes at a time; the number of lanes must be a multiple of it."""
STRICT = ("-O3", "-ffp-contract=off")
LOOSE = ("-Ofast", "-march=native", "-mprefer-vector-width=512")

CONSTANTS: dict[str, float] = {
    "SEXES": SEXES,
    "AGES": AGES,
    "YEARS": YEARS,
    "MOVING_AGES": MOVING_AGES,
    "WORK_FROM": ccm25.WORKING_BANDS.start * BAND,
    "WORK_TO": ccm25.WORKING_BANDS.stop * BAND,
    "MOTHERS_FROM": ccm25.MOTHER_BANDS.start * BAND,
    "MOTHERS_TO": ccm25.MOTHER_BANDS.stop * BAND,
    "START_STAFF": ccm25.START_STAFF,
    "START_REPUTATION": ccm25.START_REPUTATION,
    "SICK": ccm25.SICK,
    "SICK_BY_LOAD": ccm25.SICK_BY_LOAD,
    "LEAST_SICK": ccm25.LEAST_SICK,
    "MOST_SICK": ccm25.MOST_SICK,
    "QUIT": ccm25.QUIT,
    "QUIT_BY_LOAD": ccm25.QUIT_BY_LOAD,
    "MOST_QUIT": ccm25.MOST_QUIT,
    "APPLICANTS": ccm25.APPLICANTS,
    "TIRED": ccm25.TIRED,
    "REPUTATION_SPEED": ccm25.REPUTATION_SPEED,
    "START_COVER": ccm25.START_COVER,
}


class NoCompiler(Exception):
    """There is no C compiler here, or it does not take what we ask of it; the text says which."""


def one_by_one(options: Iterable[str] = STRICT) -> Run:
    """Runs one at a time, as C made from a Vensim model does. Raises NoCompiler."""
    return _compiled("one_run.c", "run_one_by_one", options, 1)


def many(options: Iterable[str] = STRICT) -> Run:
    """Runs thirty-two at a time, by vector instructions. Raises NoCompiler."""
    return _compiled("lanes.c", "run_many", options, WIDTH)


def _compiled(source: str, function: str, options: Iterable[str], width: int) -> Run:
    compiler = os.environ.get("CC") or next(
        (name for name in ("gcc", "clang", "cc") if shutil.which(name)), None
    )
    if compiler is None:
        raise NoCompiler("ingen C-kompilator her (gcc, clang eller cc)")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        program, object_, library = (Path(folder) / f"program.{end}" for end in ("c", "o", "so"))
        program.write_text(_tables() + (HERE / source).read_text("utf-8"), "utf-8")
        # linked apart: with -Ofast the linker would add code that rounds the smallest numbers of
        # the whole process to nought, numpy's too
        for command in (
            [compiler, *options, "-fPIC", "-c", str(program), "-o", str(object_)],
            [compiler, "-shared", str(object_), "-o", str(library)],
        ):
            if subprocess.run(command, capture_output=True).returncode:
                raise NoCompiler(f"{compiler} tar ikke {' '.join(options)}")
        entry = ctypes.CDLL(str(library))[function]
    entry.restype = None
    entry.argtypes = [ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]

    def run(pull: Array) -> Array:
        lanes = pull.size
        if lanes % width:
            raise ValueError(f"{lanes} lanes; {source} takes {width} at a time")
        pull, results = np.ascontiguousarray(pull), np.empty((3, lanes))
        entry(lanes, pull.ctypes.data, results.ctypes.data)
        return results

    return run


def _tables() -> str:
    fill = [0.0] * (AGES - MOVING_AGES)
    lines = [f"#define {name} {value!r}" for name, value in CONSTANTS.items()]
    tables = {
        "_stay": ccm25.stay(),
        "_moving_in": [row + fill for row in ccm25.moving_in()],
        "_start": ccm25.start_population(),
    }
    for name, rows in tables.items():
        body = ",\n".join("{" + ", ".join(map(repr, row)) + "}" for row in rows)
        lines.append(f"static const double {name}[SEXES][AGES] = {{{body}}};")
    lines += [
        _vector("_use[AGES]", ccm25.use_by_age()),
        _vector("_fertility[AGES]", ccm25.fertility_by_age()),
        _vector("_by_sex[SEXES]", (1.0 - ccm25.BOYS, ccm25.BOYS)),
    ]
    return "\n".join(lines) + "\n"


def _vector(name: str, values: Iterable[float]) -> str:
    return f"static const double {name} = {{{', '.join(map(repr, values))}}};"
