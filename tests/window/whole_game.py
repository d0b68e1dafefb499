"""A whole game at the real window, from the title to the end screen, by keys or by mouse alone.

    python -m tests.window.whole_game keys|mouse FOLDER

Run in a process of its own by test_real_window.py, with DISPLAY set and the game's home moved.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pygame

from game.desktop.app import App
from game.desktop.play import Play
from game.desktop.scenes.title import TitleScene
from game.desktop.settings import Settings
from game.desktop.widgets import Widget
from tests.window.hands import Hands

YEARS = range(2026, 2041)


def main(way: str, folder: Path) -> None:
    """Play, and say how it went."""
    app = App(TitleScene(Play(folder, seed=7)), Settings(), (1280, 720), folder / "settings.json")
    hands = Hands(app)
    assert pygame.display.get_driver() == "x11", pygame.display.get_driver()
    choose = hands.choose_by_keys if way == "keys" else hands.choose_by_mouse
    choose("button", "Spill nå")
    choose("button", "Velg Fjellvik")
    for year in YEARS:
        play_a_year(hands, choose, year)
    hands.until(lambda: "VENDEPUNKT" in app.ui.tree().upper(), "the end screen is there")
    hands.let_go()
    picture(folder / f"end_{way}.png")
    print(f"{len(YEARS)} years, {hands.events} presses by {way}")
    pygame.quit()


def play_a_year(hands: Hands, choose: object, year: int) -> None:
    """See, answer, choose a card, lock, let the year pass, read the report."""
    assert callable(choose)
    hands.until(lambda: hands.sees("button", "Videre") is not None, f"{year} has begun")
    choose("button", "Videre")
    hands.until(lambda: bool(hands.sees("button", "Lås året") or options(hands)), "what comes now")
    if options(hands):
        answer(hands, choose)
    card = next(
        (w for w in hands.all_of("button") if w.name.startswith("card") and w.enabled), None
    )
    if card is not None and year % 2 == 0:
        choose("button", card.label)
    choose("button", "Lås året")
    choose("button", "Lås, og la året gå")
    sit_in_council(hands, choose)
    hands.until(
        lambda: bool(hands.sees("button", "Hopp over") or hands.sees("button", "Videre")),
        "the year passes",
    )
    if hands.sees("button", "Hopp over"):
        choose("button", "Hopp over")
    if hands.sees("button", "Videre"):
        choose("button", "Videre")
    choose("button", "Se hvordan det gikk" if year == YEARS[-1] else f"Til {year + 1}")


def sit_in_council(hands: Hands, choose: object) -> None:
    """Take the offer if there is one, and let the year pass; nothing in a year without cases."""
    assert callable(choose)
    words = ("La året gå", "Hopp over", "Videre")
    hands.until(lambda: any(hands.sees("button", word) for word in words), "what comes now")
    if hands.sees("button", "La året gå"):
        if hands.sees("button", "Ta imot"):
            choose("button", "Ta imot")
        choose("button", "La året gå")


def options(hands: Hands) -> list[Widget]:
    """The answers that lie on the table, those too dear as well."""
    return [w for w in hands.all_of("button") if w.name.startswith("option")]


def answer(hands: Hands, choose: object) -> None:
    """Take the first answer that can be paid, if any, and go on."""
    assert callable(choose)
    for option in [option for option in options(hands) if option.enabled][:1]:
        choose("button", option.label)
    choose("button", "Videre")
    hands.until(lambda: hands.sees("button", "Lås året") is not None, "the cards are there")


def picture(file: Path) -> None:
    """A picture of the window as it stands."""
    surface = pygame.display.get_surface()
    assert surface is not None
    pygame.image.save(surface, str(file))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
