"""The command `kommunespillet`: play, stand, check, run, replay, lab, book.

Each imports what it needs when used.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from game import __version__

FINE, BROKEN, NO_SCREEN, STOPPED = 0, 2, 3, 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # a console that cannot write «ø» must not stop the game
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    chosen = _parser().parse_args(arguments)
    try:
        status: int = chosen.command(chosen)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # whoever read our lines has had enough; say nothing more
        sys.stdout = open(os.devnull, "w")
        return FINE
    return status


class _Usage(argparse.HelpFormatter):
    """Norwegian where argparse writes English."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
        super().add_usage(usage, actions, groups, "bruk: ")


class _Parser(argparse.ArgumentParser):
    """Says what was not understood in one sentence, and where help is."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Usage, add_help=False, allow_abbrev=False, **settings)
        # argparse names its own groups in English
        self._positionals.title = "det du skriver"
        self._optionals.title = "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")

    def error(self, message: str) -> NoReturn:
        written = " ".join(sys.argv[1:])
        _complain(f"Forsto ikke «{written}». Skriv «{self.prog} --help» for å se hva som går an.")
        self.exit(BROKEN)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kommunespillet",
        description="Styr en kommune fra 2026 til 2040. Uten kommando starter spillet.",
    )
    parser.set_defaults(command=play, save=None)
    parser.add_argument("--version", action="version", version=__version__, help="vis utgaven")
    commands = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO")
    _add_play(commands)
    _add_stand(commands)
    _add_check(commands)
    _add_run(commands)
    _add_replay(commands)
    _add_lab(commands)
    _add_book(commands)
    return parser


def _command(commands: Any, name: str, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, prog=f"kommunespillet {name}", help=words, description=words
    )
    return parser


def _add_play(commands: Any) -> None:
    parser = _command(commands, "play", "Åpne vinduet og spill.")
    parser.add_argument("--save", type=Path, metavar="FIL", help="fortsett et lagret spill")
    parser.set_defaults(command=play)


def _add_stand(commands: Any) -> None:
    parser = _command(commands, "stand", "Spillet på fem minutter, låst i full skjerm hele dagen.")
    parser.epilog = "Ut igjen: hold øverste venstre hjørne i fem sekunder, eller Ctrl+Shift+Q."
    parser.add_argument("--scenario", default="", metavar="ID", help="alltid samme kommune")
    parser.add_argument("--language", default="nb", choices=("nb", "nn", "en"), help="språket")
    parser.add_argument(
        "--text", type=int, default=100, choices=(100, 125, 150, 175, 200), help="tekst i prosent"
    )
    parser.add_argument("--windowed", action="store_true", help="i et vindu, uten lås")
    parser.add_argument("--count", action="store_true", help="vis hvor mange som har spilt")
    parser.set_defaults(command=stand)


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", "Se etter feil i et scenario eller et bibliotek.")
    parser.add_argument("file", type=Path, metavar="FIL", help="scenariofila eller mappa")
    parser.set_defaults(command=check)


def _add_run(commands: Any) -> None:
    parser = _command(commands, "run", "Spill et helt spill uten vindu, én linje i året.")
    parser.add_argument("--scenario", default="fjellvik", metavar="ID", help="id eller fil")
    parser.add_argument("--seed", type=int, default=1, metavar="TALL", help="flaksens frø")
    parser.add_argument("--player", default="balanced", choices=("nothing", "random", "balanced"))
    parser.add_argument(
        "--preset",
        default="free",
        choices=("stand", "lesson", "double", "day", "free"),
        help="hvor langt spillet er",
    )
    parser.add_argument(
        "--difficulty", default="usual", choices=("calm", "usual", "tough"), help="hvor tøft det er"
    )
    parser.add_argument(
        "--today", action="store_true", help="dagens kommune: samme sted og flaks for alle i dag"
    )
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    parser.add_argument("--save", type=Path, metavar="FIL", help="lagre spillet når det er slutt")
    parser.set_defaults(command=run)


def _add_replay(commands: Any) -> None:
    parser = _command(commands, "replay", "Spill et lagret spill om igjen og se at det er likt.")
    parser.add_argument("save", type=Path, metavar="LAGRET", help="det lagrede spillet")
    parser.add_argument("--scenario", metavar="FIL", help="scenariofila, når den ikke er spillets")
    parser.add_argument("--json", action="store_true", help="skriv JSON")
    parser.set_defaults(command=replay)


def _add_lab(commands: Any) -> None:
    from game.lab.commands import COMMANDS

    parser = _command(commands, "lab", "Prøv modellen mot virkeligheten.")
    parser.set_defaults(command=lambda chosen: _print_help(parser))
    inner = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO")
    for name, (words, add_arguments, work) in COMMANDS.items():
        one = inner.add_parser(
            name, prog=f"kommunespillet lab {name}", help=words, description=words
        )
        add_arguments(one)
        one.set_defaults(command=work)


def _add_book(commands: Any) -> None:
    parser = _command(commands, "book", "Skriv hele modellen som én side til å lese og trykke.")
    parser.add_argument(
        "file", type=Path, nargs="?", default=Path("modellboka.html"), metavar="FIL", help="hvor"
    )
    parser.add_argument("--language", default="nb", choices=("nb", "nn", "en"), help="språk")
    parser.set_defaults(command=book)


def _print_help(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    return FINE


def play(chosen: argparse.Namespace) -> int:
    """Open the window."""

    def opened() -> int:
        from game.desktop.play import run as run_window

        return run_window(chosen.save)

    return _in_a_window(opened)


def _in_a_window(opened: Callable[[], int]) -> int:
    from game.desktop.app import NoScreen

    try:
        return opened()
    except NoScreen:
        _complain(
            "Spillet fant ingen skjerm å tegne på. Start det på en maskin med skjerm, "
            "eller bruk «kommunespillet run» for å spille uten vindu."
        )
        return NO_SCREEN


def check(chosen: argparse.Namespace) -> int:
    """Print every problem of a file; 2 when it cannot be played."""
    from game.content.check import check_file
    from game.content.problem import has_errors, printed

    problems = check_file(chosen.file)
    print(printed(problems) if problems else "Ingen feil funnet.")
    return BROKEN if has_errors(problems) else FINE


def stand(chosen: argparse.Namespace) -> int:
    """Open the stand, or tell how many have played there."""
    if chosen.count:
        from game.desktop.stand.kiosk import print_count

        return print_count()
    if chosen.scenario and not _can_be_played(chosen.scenario):
        return BROKEN

    def opened() -> int:
        from game.desktop.stand.kiosk import run as run_stand

        return run_stand(chosen.scenario, chosen.language, chosen.text, chosen.windowed)

    return _in_a_window(opened)


def _can_be_played(scenario: str) -> bool:
    from game.content.load import BrokenContent, load_scenario
    from game.content.problem import printed

    try:
        load_scenario(scenario)
    except BrokenContent as broken:
        print(printed(broken.problems), file=sys.stderr)
        return False
    return True


def run(chosen: argparse.Namespace) -> int:
    """Play a whole game without a window and print its years."""
    from game.content.load import BrokenContent, load_scenario
    from game.content.problem import printed
    from game.engine.save import write
    from game.engine.session import new_session
    from game.engine.setup import Setup
    from game.lab.players import PLAYERS
    from game.lab.players import play as play_to_the_end

    if chosen.today:
        chosen.scenario, chosen.seed = _of_today()
    try:
        scenario = load_scenario(chosen.scenario)
    except BrokenContent as broken:
        print(printed(broken.problems), file=sys.stderr)
        return BROKEN
    if not 0 <= chosen.seed < 2**63:
        _complain("Frøet må være et helt tall fra 0 og oppover.")
        return BROKEN
    setup = Setup.of(chosen.preset, chosen.difficulty)
    session = play_to_the_end(new_session(scenario, chosen.seed, setup), PLAYERS[chosen.player])
    _print_years(session.state.records[1:], chosen.json)
    if chosen.save:
        try:
            write(session, chosen.save)
        except OSError as fault:
            _complain(f"Kunne ikke lagre i «{chosen.save}»: {fault.strerror}. Velg en annen mappe.")
            return BROKEN
    return FINE


def _of_today() -> tuple[str, int]:
    from datetime import date

    from game.content.load import list_scenarios
    from game.engine.setup import place_of_the_day

    return place_of_the_day(date.today(), [listed.id for listed in list_scenarios()])


def replay(chosen: argparse.Namespace) -> int:
    """Play a save again and compare; 2 when it cannot be opened."""
    from game.content.load import BrokenContent, load_scenario
    from game.content.problem import printed
    from game.engine.save import CannotOpen, fingerprint, read, reopen
    from game.text.translate import Translator, load_catalogue

    t = Translator("nb", load_catalogue())
    try:
        saved = read(chosen.save)
        scenario = load_scenario(chosen.scenario or saved.scenario_id)
        opened = reopen(saved, scenario, chosen.save)
    except CannotOpen as fault:
        _complain(t(fault.key))
        return BROKEN
    except BrokenContent as broken:
        print(printed(broken.problems), file=sys.stderr)
        return BROKEN
    if not opened.is_same:
        _complain(
            "Spillet ble ikke likt. Reglene, tallene eller innholdet er endret siden lagringen."
        )
        return BROKEN
    _print_years(opened.session.state.records[1:], chosen.json)
    if not chosen.json:
        mark = fingerprint(opened.session.state)
        print(f"Likt til siste siffer. Fingeravtrykk {mark}.")
    return FINE


def book(chosen: argparse.Namespace) -> int:
    """Write the model book and say where it is."""
    from game.reports.book import write

    try:
        written = write(chosen.file, chosen.language)
    except OSError:
        _complain(
            f"Fikk ikke skrevet «{chosen.file}». Se om mappa finnes og kan skrives til, "
            "eller velg en annen fil."
        )
        return BROKEN
    except ValueError as faults:
        _complain(str(faults))
        return BROKEN
    print(f"Modellboka ligger i {written}")
    return FINE


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)


HEADLINES = (
    "staffing",
    "services",
    "wellbeing",
    "trust",
    "money",
    "employees",
    "needed_fte",
    "sick_leave_rate",
    "position_size",
    "population",
    "persons_80_plus",
    "reserve_fund",
)


def _print_years(records: Iterable[Any], as_json: bool) -> None:
    for record in records:
        numbers = {name: record.values[name] for name in HEADLINES}
        if as_json:
            print(json.dumps({"year": record.year, **numbers}))
        else:
            print(f"{record.year}  Folk {100 * numbers['staffing']:.0f} %  {_words(numbers)}")


def _words(numbers: dict[str, float]) -> str:
    names = {"services": "Tjenester", "wellbeing": "Trivsel", "trust": "Tillit", "money": "Penger"}
    return "  ".join(f"{word} {numbers[name]:.0f}" for name, word in names.items())


if __name__ == "__main__":
    sys.exit(main())
