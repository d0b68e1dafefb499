"""The commands under `kommunespillet lab`: what each is called, takes and does.

A command imports what it needs when it runs, so that asking for help costs nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

AddArguments = Callable[[argparse.ArgumentParser], None]
Work = Callable[[argparse.Namespace], int]

COMMANDS: dict[str, tuple[str, AddArguments, Work]] = {}
"""Name to its sentence of help, its arguments, and its work, which returns the exit status."""
