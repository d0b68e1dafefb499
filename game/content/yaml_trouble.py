"""What the YAML library could not read, said so that a teacher can mend it.

The library's own words («expected <block end>») help nobody, and differ between its two parsers, so
the cause is found again from the lines themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

_COLON_IN_TEXT = re.compile(r"^\s*(?:- +)?[\w.-]+: .*\S: ")
_QUOTED_START = re.compile(r"""^\s*(?:- +)?(?:[\w.-]+: +)?["']""")
_COMPARISON = re.compile(
    r"^\s*(?:- +)?(?P<name>[\w.-]+): *(?P<sign>>=?|<=?) *(?P<amount>[\d+-].*)$"
)
_BLOCK_SIGN = re.compile(r"^\s*(?:- +)?[\w.-]+: +(?P<sign>[|>]) *[^\s|>+\-\d#]")
_NO_SPACE = re.compile(r"^\s*(?:- +)?(?P<name>[A-Za-z_]\w*):(?P<value>[^\s/].*)$")
_ODD_DASH = re.compile(r"^\s*(?P<dash>[–—•*·]) ")
_TESTS = {">": "above", "<": "below", ">=": "at least", "<=": "at most"}
_BAD_START = re.compile(r"^\s*(?:- +)?(?:[\w.-]+: +)?(?P<sign>[@`%])")


@dataclass(frozen=True)
class Fault:
    """A line that cannot be read, what is wrong with it, and how to mend it."""

    line: int
    what: str
    fix: str


def explained(error: yaml.YAMLError, source: Sequence[str]) -> Fault:
    """The likeliest cause of what the YAML library stopped at."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.line if mark else 0, max(len(source) - 1, 0))
    began = getattr(error, "context_mark", None)
    context = str(getattr(error, "context", "") or "")
    if "quoted scalar" in context and began is not None:
        return Fault(
            began.line + 1, "Anførselstegnet på linja blir aldri lukket.", 'Sett et " til slutt.'
        )
    if "flow" in context and began is not None:
        return _unclosed(source[min(began.line, len(source) - 1)], began.line + 1)
    return _from_lines(str(getattr(error, "problem", "") or ""), at, source)


def _unclosed(line: str, number: int) -> Fault:
    ends = {"{": "}", "[": "]"}
    opened = [sign for sign in line if sign in ends]
    first = opened[-1] if opened else "{"
    return Fault(
        number,
        f"Parentesen «{first}» blir ikke lukket, eller det mangler et komma.",
        f"Skriv komma mellom delene og «{ends[first]}» til slutt.",
    )


def _from_lines(problem: str, at: int, source: Sequence[str]) -> Fault:
    line = source[at] if source else ""
    comparison = _COMPARISON.match(line)
    if comparison:
        name, written, amount = comparison.group("name", "sign", "amount")
        return Fault(
            at + 1,
            f"Spillet forstår ikke «{written}» foran tallet.",
            f"Skriv «{name}: {_TESTS[written]} {amount.strip()}».",
        )
    if _COLON_IN_TEXT.match(line):
        return Fault(
            at + 1,
            "Teksten på linja har kolon i seg, og da tror spillet at et nytt felt begynner.",
            'Sett "…" rundt teksten.',
        )
    sign = _BAD_START.match(line) or _BLOCK_SIGN.match(line)
    if sign:
        return Fault(at + 1, f"En tekst kan ikke begynne med «{sign['sign']}».", 'Sett "…" rundt.')
    if _QUOTED_START.match(line) and "mapping values" not in problem:
        return Fault(
            at + 1, "Det står noe etter anførselstegnet på linja.", 'Sett "…" rundt hele teksten.'
        )
    return _odd_sign(at, source) or _indentation(at, source) or _no_colon(at, source)


def _odd_sign(at: int, source: Sequence[str]) -> Fault | None:
    """A dash that is no dash, or a colon with no space; the parser stops there or just below."""
    for number in (at, at - 1):
        line = source[number] if 0 <= number < len(source) else ""
        dash, colon = _ODD_DASH.match(line), _NO_SPACE.match(line)
        if dash:
            what = f"«{dash['dash']}» er ikke den streken som lager en liste."
            return Fault(number + 1, what, "Skriv «-» og et mellomrom først på linja.")
        if colon:
            what = "Det mangler et mellomrom etter kolon."
            return Fault(number + 1, what, f"Skriv «{colon['name']}: {colon['value'].strip()}».")
    return None


def _indentation(at: int, source: Sequence[str]) -> Fault | None:
    """A line that is not level with the ones above it."""
    above = [line for line in source[:at] if line.strip() and not line.lstrip().startswith("#")]
    here = _indent(source[at]) if source else 0
    if not above or here == _indent(above[-1]):
        return None
    return Fault(
        at + 1,
        f"Innrykket stemmer ikke: {here} mellomrom her, {_indent(above[-1])} på linja over.",
        "Linjer som hører sammen, begynner like langt inne.",
    )


def _no_colon(at: int, source: Sequence[str]) -> Fault:
    """A line the parser could not fit in; often the one above lacks its colon."""
    for number in (at, at - 1):
        line = source[number].strip() if 0 <= number < len(source) else ""
        if line and not line.startswith(("#", "- ")) and ":" not in line:
            return Fault(
                number + 1, f"«{line}» mangler kolon.", "Skriv navnet på feltet, kolon og verdien."
            )
    return Fault(
        at + 1,
        "Spillet forstår ikke oppsettet på denne linja.",
        "Sammenlign med en linje som virker: like mange mellomrom først, og kolon etter navnet.",
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
