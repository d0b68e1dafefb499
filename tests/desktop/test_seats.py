"""A seat at the table: chosen before the game, seen in every year of it, and first at its end."""

from __future__ import annotations

import pygame
import pytest
from scenes_kit import Keys, Window, press, to_end

from game.content.common.roles import load_roles
from game.engine.specials import ROLES
from game.view.own_role import TEAM, own_role, seats
from game.view.private_facts import private_fact


@pytest.fixture
def finance(tmp_path):
    window = Window(tmp_path, seat="finance")
    press(window, "play", "begin")
    return window


def facts(window) -> str:
    state, scenario, t = window.play.game.state, window.play.game.scenario, window.ui.t
    return private_fact("finance", state, scenario, t).text


def test_a_seat_is_taken_by_keys_before_the_game_and_remembered(tmp_path):
    window = Window(tmp_path)
    keys = Keys(window)
    press(window, "play")
    keys.choose("button", "Plass: Hele teamet")
    keys.choose("button", "HR-sjef")
    keys.choose("button", "Velg HR-sjef")
    assert window.sees("button", "Plass: HR-sjef")
    assert '"seat": "hr"' in (tmp_path / "settings.json").read_text(encoding="utf-8")


def test_esc_leaves_the_seats_as_they_were(tmp_path):
    window = Window(tmp_path)
    press(window, "play", "seats", "seat:union")
    Keys(window).press(pygame.K_ESCAPE)
    assert window.sees("button", "Plass: Hele teamet")


def test_a_drawn_seat_is_another_than_the_one_that_was_marked(tmp_path):
    window = Window(tmp_path, seat="hr")
    press(window, "play", "seats")
    for _ in range(6):
        before = window.ui.find(name="take").label
        press(window, "draw")
        assert window.ui.find(name="take").label not in (before, "Velg Hele teamet")


def test_the_one_who_minds_the_money_reads_what_nobody_else_knows_each_year(finance):
    assert "Økonomisjef vet" in finance.texts()
    assert facts(finance) in finance.texts()
    assert "Sparepengene er aldri under fem prosent" in finance.texts()


def test_the_whole_team_reads_no_secret_on_the_picture(tmp_path):
    window = Window(tmp_path)
    press(window, "play", "begin")
    assert facts(window) not in window.texts()


def test_ones_own_badge_comes_first_when_the_game_is_over(tmp_path):
    window = Window(tmp_path, seat="union", preset="lesson")
    press(window, "play", "begin")
    to_end(window)
    press(window, "tab:badges")
    read = window.texts()
    assert read.index("din plass") < read.index("Kommunedirektør")


def test_a_seat_that_is_not_at_the_table_is_no_seat(tmp_path):
    window = Window(tmp_path, seat="finance", preset="lesson")
    press(window, "play", "begin")
    assert (
        own_role("finance", window.play.game.state, window.play.game.scenario, window.ui.t) is None
    )
    assert "Økonomisjef vet" not in window.texts()


def test_the_stand_has_no_seats(tmp_path):
    window = Window(tmp_path, preset="stand")
    press(window, "play")
    assert window.ui.find_all(name="seats") == []


def test_every_role_can_be_taken_and_tells_three_different_things(finance):
    found = seats(finance.play.game.state.setup, finance.ui.t)
    assert [one.id for one in found] == [TEAM, *ROLES]
    assert {one.id for one in found} - {TEAM} <= {role.id for role in load_roles()}
    assert all(len({one.sees, one.goal, one.special}) == 3 for one in found)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
def test_nothing_is_clipped_where_the_seats_are(tmp_path, faults, size, language, scale):
    window = Window(tmp_path, size, text_scale=scale, language=language, seat="cocreation")
    press(window, "play", "seats")
    assert faults(window.ui) == []
    press(window, "take", "begin")
    assert faults(window.ui) == []


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_the_picture_of_a_seat_needs_no_scrolling_at_usual_sizes(tmp_path, size):
    window = Window(tmp_path, size, seat="hr")
    press(window, "play", "begin")
    assert not window.ui.page_scrolls
