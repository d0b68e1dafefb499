"""Speed, as ratios within one run. Prints tables; fails nothing.

python benchmarks.py [--quick] [--only small,real,game,window]
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

PARTS = ("small", "real", "game", "window")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.py", description="Måler fart som forholdstall i én og samme kjøring."
    )
    parser.add_argument("--quick", action="store_true", help="færre runder, under et halvt minutt")
    parser.add_argument("--only", default=",".join(PARTS), help="deler, skilt med komma")
    chosen = parser.parse_args(arguments)
    parts = chosen.only.split(",")
    if unknown := sorted(set(parts) - set(PARTS)):
        parser.error(f"ukjent del: {', '.join(unknown)}. Delene er {', '.join(PARTS)}.")
    rounds = 15 if chosen.quick else 40
    # each part loads what it needs when its turn comes, so that one can be run without the others
    if "small" in parts:
        from benchmarks import small_model

        small_model.show(rounds)
    if "real" in parts:
        from benchmarks import real_model

        real_model.show(rounds, chosen.quick)
    if "game" in parts or "window" in parts:
        from benchmarks import whole_game

        if "game" in parts:
            whole_game.show(rounds // 5)
        if "window" in parts:
            whole_game.show_window()


if __name__ == "__main__":
    main()
