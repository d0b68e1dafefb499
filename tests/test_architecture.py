"""The import rule and the budgets, told in words one can act on."""

from __future__ import annotations

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GAME = ROOT / "game"
ALLOWED: dict[str, set[str]] = {
    "paths": set(),
    "text": {"paths"},
    "model": set(),
    "content": {"model", "text", "paths"},
    "engine": {"model", "content", "text", "paths"},
    "view": {"engine", "model", "content", "text", "paths"},
    "charts": {"view", "engine", "model", "content", "text", "paths"},
    "reports": {"charts", "view", "engine", "model", "content", "text", "paths"},
    "desktop": {"charts", "view", "engine", "model", "content", "text", "paths"},
    "lab": {"engine", "model", "content", "text", "paths"},
    "cli": {"desktop", "lab", "reports", "charts", "view", "engine", "model", "content", "text"}
    | {"paths"},
}
HOMES: dict[str, set[str]] = {
    "numpy": {"model", "content", "engine", "lab", "desktop"},
    "yaml": {"content", "text", "desktop"},
    "pydantic": {"content"},
    "pygame": {"desktop"},
    "lucide": {"desktop"},
    "font_source_sans_pro": {"desktop"},
    "platformdirs": {"paths"},
    # an extra: only the lab's largest sweeps ask for it
    "dask": {"lab"},
    "distributed": {"lab"},
}
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


def python_files() -> list[Path]:
    return sorted(GAME.rglob("*.py"))


def package_of(path: Path) -> str:
    return path.relative_to(GAME).parts[0].removesuffix(".py")


def imported(path: Path) -> list[tuple[int, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [
                (node.lineno, name if node.module == "game" else node.module) for name in names
            ]
    return found


def test_a_package_imports_only_from_packages_to_its_left() -> None:
    wrong = []
    for path in python_files():
        package = package_of(path)
        if package not in ALLOWED:
            continue
        for line, name in imported(path):
            parts = name.split(".")
            if parts[0] != "game" or len(parts) < 2 or parts[1].startswith("__"):
                continue
            inner = parts[1]
            if inner != package and inner in ALLOWED and inner not in ALLOWED[package]:
                allowed = ", ".join(sorted(ALLOWED[package])) or "nothing of ours"
                wrong.append(
                    f"{path.relative_to(ROOT)}:{line} imports {name}. {package} may import "
                    f"{allowed}. Pass the value in, or move this to a package to the right."
                )
    assert not wrong, "\n".join(wrong)


def test_every_package_of_the_game_has_its_place_in_the_rule() -> None:
    packages = {package_of(path) for path in python_files()} - {"__init__", "__main__"}

    assert packages == set(ALLOWED)


def test_third_parties_stay_in_their_homes_and_no_layer_below_the_desktop_knows_pygame() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}; its home is {sorted(HOMES[first])}"
        for path in python_files()
        for line, name in imported(path)
        if (first := name.split(".")[0]) in HOMES and package_of(path) not in HOMES[first]
    ]

    assert not wrong, "\n".join(wrong)


def test_nothing_is_imported_that_is_not_declared() -> None:
    declared = {"numpy", "yaml", "pydantic", "pygame", "lucide", "font_source_sans_pro"}
    declared |= {"platformdirs", "game", "dask", "distributed"}
    known = declared | set(sys.stdlib_module_names)
    wrong = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in python_files()
        for line, name in imported(path)
        if name.split(".")[0] not in known
    ]

    assert not wrong, "\n".join(wrong)


def test_no_file_hides_an_import_behind_type_checking() -> None:
    wrong = [str(path) for path in python_files() if "TYPE_CHECKING" in path.read_text("utf-8")]

    assert not wrong


def test_files_and_functions_stay_small() -> None:
    wrong = []
    for path in python_files():
        text = path.read_text("utf-8")
        if (lines := text.count("\n")) > LONGEST_FILE:
            wrong.append(f"{path.relative_to(ROOT)} has {lines} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {length}")
    assert not wrong, "\n".join(wrong)


EQUATION_FILES = ("people", "need", "workforce", "service", "money", "society", "sections", "step")


@pytest.mark.parametrize("name", EQUATION_FILES)
def test_equations_hold_no_numbers_but_nought_and_one(name: str) -> None:
    path = GAME / "model" / f"{name}.py"
    wrong = []
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Constant) and isinstance(node.value, float):
                if node.value not in (0.0, 1.0):
                    wrong.append(f"{path.name}:{node.lineno} {node.value}")
    assert not wrong, "\n".join(wrong)


FORBIDDEN_CALLS = re.compile(
    r"np\.(exp|log|log2|log10|log1p|expm1|power|tanh|sin|cos|matmul|dot|einsum|argsort|random\.d)|"
    r"\*\* ?[0-9a-z]| @ "
)


def test_the_model_avoids_operations_known_to_differ_between_machines() -> None:
    wrong = []
    for path in sorted((GAME / "model").glob("*.py")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            code = line.split("#")[0]
            if FORBIDDEN_CALLS.search(code) and "2**32" not in code and "2.0**-" not in code:
                wrong.append(f"{path.name}:{number} {line.strip()}")
    assert not wrong, "\n".join(wrong)


def test_no_installed_package_brings_the_other_pygame_along() -> None:
    names = {(dist.metadata["Name"] or "").lower() for dist in metadata.distributions()}

    assert "pygame-ce" in names
    assert "pygame" not in names


def test_importing_the_game_starts_nothing_and_needs_no_window() -> None:
    import subprocess

    code = (
        "import sys, game.cli, game.text.translate\n"
        "heavy = {'pygame', 'numpy', 'pydantic', 'yaml'} & set(sys.modules)\n"
        "heavy -= {'yaml'}\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)

    assert done.returncode == 0, done.stderr
