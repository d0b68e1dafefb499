"""The commands under `kommunespillet lab`: what each is called, takes and does.

A command imports what it needs when it runs, so that asking for help costs nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from game.lab import checks_command, mutants, trace, validate_command
from game.lab.backcast import command as backcast
from game.lab.balance import command as balance
from game.lab.balance import play_command

AddArguments = Callable[[argparse.ArgumentParser], None]
Work = Callable[[argparse.Namespace], int]

COMMANDS: dict[str, tuple[str, AddArguments, Work]] = {
    "backcast": (backcast.WORDS, backcast.add_arguments, backcast.work),
    "balance": (balance.WORDS, balance.add_arguments, balance.work),
    "mutants": (mutants.WORDS, mutants.add_arguments, mutants.work),
    "play": (play_command.WORDS, play_command.add_arguments, play_command.work),
    "trace": (trace.WORDS, trace.add_arguments, trace.work),
    "checks": (checks_command.WORDS, checks_command.add_arguments, checks_command.work),
    "validate": (validate_command.WORDS, validate_command.add_arguments, validate_command.work),
}
"""Name to its sentence of help, its arguments, and its work, which returns the exit status."""
