"""Where a tip lies: over no control while there is room for it somewhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect
from scenes_kit import Window, press, start_game, to_measures
from test_report_and_end import at_report

from game.desktop.scene import Say
from game.desktop.tips import best_place

ROOM = Rect(0, 0, 1000, 700)
TIP = (200, 40)


def test_a_tip_lies_below_what_it_tells_of_when_nothing_is_there() -> None:
    assert best_place(TIP, Rect(400, 300, 100, 30), ROOM, [], 10).midtop == (450, 340)


def test_a_tip_over_the_foot_of_the_window_lies_above() -> None:
    assert best_place(TIP, Rect(400, 660, 100, 30), ROOM, [], 10).midbottom == (450, 650)


def test_a_tip_moves_from_the_buttons_below_and_above_to_the_side() -> None:
    rows = [Rect(300, 250, 300, 40), Rect(300, 340, 300, 40)]
    tip = best_place(TIP, Rect(300, 295, 300, 40), ROOM, rows, 10)

    assert tip.collidelist(rows) < 0
    assert tip.left == 610


@given(st.integers(0, 900), st.integers(0, 670))
def test_a_tip_is_inside_the_window_and_never_over_what_it_tells_of(x: int, y: int) -> None:
    anchor = Rect(x, y, 100, 30)
    tip = best_place(TIP, anchor, ROOM, [], 10)

    assert ROOM.contains(tip)
    assert not tip.colliderect(anchor)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_tip_of_a_bar_covers_no_other_bar_and_no_button(tmp_path, size) -> None:
    window = at_report(tmp_path, turn=1, preset="double", size=size)
    ui = window.ui
    chart = ui.find(role="chart", name="why chart")
    buttons = [widget.rect for widget in ui.find_all(role="button")]

    for at in range(len(chart.points)):
        anchor = chart.point_rect(at)
        rows = [chart.point_rect(row) for row in range(len(chart.points)) if row != at]
        tip = ui.tips._box(chart.point_tip(at), anchor)
        assert tip.collidelist([*rows, *buttons]) < 0


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080)])
def test_a_message_hides_no_button_and_goes_with_its_scene(tmp_path, size):
    window = Window(tmp_path, size, seed=5)
    start_game(window)
    to_measures(window)
    window.ui.emit(Say("Dere mangler 1 omstillingskraft. Noe må bli ferdig først."))
    box = window.ui.tips._message_box()
    held = [one.label for one in window.ui.top.order if one.rect.colliderect(box)]
    assert [label for label in held if label in ("Lås året", "Angre", "Mer", "Råd")] == []
    press(window, "lock", "locked")
    assert window.ui.tips.message == ""
