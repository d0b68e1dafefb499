"""The town answers to every reaction, in every season, at the width it is played at."""

from __future__ import annotations

import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pygame
import pytest
from pygame import Rect, Surface

from game.content.words import LANDSCAPES
from game.desktop.town import Frame, Look, TownPicture, forget_pictures, paint_town, town_sprites
from game.desktop.town_layout import load_layout
from game.desktop.town_palette import EVENINGS, SEASONS, colour_names, palette_for
from game.paths import assets_dir
from game.text.translate import load_catalogue

SIZE = (900, 506)
BLOCK = 12
CLEARLY_DIFFERENT = 14.0
"""Mean difference over a block of 12 x 12 pixels, of 255, that an eye does not miss."""

REACTIONS = (
    "dark_windows bicycles rota_board empty_pegs suitcases lunch_on_steps umbrella scaffolding"
    " statues roof_star notice_board torches piggy_bank playground benches removal_van waffles"
    " who_takes_the_shift apprentice_vests snow election northern_light"
).split()
LEVEL_OF = {"spring": 0.0, "summer": 0.25, "autumn": 0.5, "winter": 0.75}
STEPS_FROM_NONE_TO_FULL = {"scaffolding": 4, "statues": 4, "suitcases": 4, "piggy_bank": 3}


@lru_cache(maxsize=256)
def picture(season: str, reaction: str, level: float) -> Surface:
    return paint_town({"season": LEVEL_OF[season], reaction: level}, SIZE)


def changed_blocks(one: Surface, other: Surface) -> int:
    blocks = SIZE[0] // BLOCK, SIZE[1] // BLOCK
    apart = one.copy()
    apart.blit(other, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    back = other.copy()
    back.blit(one, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    apart.blit(back, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    small = pygame.transform.smoothscale(apart, blocks)
    colours = (small.get_at((x, y)) for x in range(blocks[0]) for y in range(blocks[1]))
    return sum(max(colour[:3]) > CLEARLY_DIFFERENT for colour in colours)


@pytest.mark.parametrize("season", SEASONS)
@pytest.mark.parametrize("reaction", REACTIONS)
def test_a_reaction_is_clearly_visible_at_900_pixels(reaction: str, season: str) -> None:
    assert changed_blocks(picture(season, reaction, 0.0), picture(season, reaction, 1.0)) >= 4


@pytest.mark.parametrize("reaction", REACTIONS)
def test_half_a_reaction_is_neither_none_nor_all_of_it(reaction: str) -> None:
    none, half, full = (picture("summer", reaction, level) for level in (0.0, 0.5, 1.0))

    assert changed_blocks(none, half) + changed_blocks(half, full) > 0
    assert reaction in ("snow", "election") or changed_blocks(none, half) > 0


@pytest.mark.parametrize(("reaction", "steps"), STEPS_FROM_NONE_TO_FULL.items())
def test_some_reactions_are_built_up_step_by_step(reaction: str, steps: int) -> None:
    levels = [number / 20 for number in range(21)]
    stages = {picture("summer", reaction, level).get_buffer().raw for level in levels}

    assert len(stages) - 1 >= steps


@pytest.mark.parametrize("change", [{"season": 0.75}, {"evening": 1.0}, {"evening": 0.5}])
def test_season_and_evening_change_the_whole_picture(change: dict[str, float]) -> None:
    day = paint_town({"season": 0.25}, SIZE)

    assert changed_blocks(day, paint_town({"season": 0.25, **change}, SIZE)) > 1500


def test_northern_light_brings_its_own_night() -> None:
    assert Look.of({"northern_light": 1.0}, "light").evening == "night"
    assert Look.of({"northern_light": 0.0}, "light").evening == "day"


@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_every_theme_has_its_colours(theme_name: str) -> None:
    themed = palette_for("summer", "day", theme_name)

    assert themed.keys() == palette_for("summer", "day", "light").keys()


def test_every_colour_name_has_a_colour_in_every_season_and_hour() -> None:
    names = {colour_names(season) for season in SEASONS}
    palettes = [palette_for(season, hour, "light") for season in SEASONS for hour in EVENINGS]

    assert len(names) == 1
    assert all(palette.keys() == set(*names) for palette in palettes)


def test_every_reaction_has_a_sprite_and_sprites_and_drawings_match() -> None:
    layout = load_layout()
    towns = [load_layout(f"town_{name}") for name in LANDSCAPES]
    placed = {one.sprite for town in towns for one in (*town.placements, *town.movers)}

    assert layout.reactions() == set(REACTIONS)
    assert placed == town_sprites().keys()


def test_every_reaction_has_a_sentence_low_and_high() -> None:
    catalogue = load_catalogue()
    wanted = {f"town.{name}.{way}" for name in REACTIONS for way in ("low", "high")}

    assert wanted <= catalogue.keys()


@pytest.mark.parametrize(
    "size", [(560, 300), (1400, 800), (780, 300), (840, 600), (1, 1), (3, 900)]
)
def test_the_picture_covers_any_size_to_its_edges(size: tuple[int, int]) -> None:
    surface = paint_town({}, size)
    corners = [(x, y) for x in (0, size[0] - 1) for y in (0, size[1] - 1)]

    assert surface.get_size() == size
    assert all(surface.get_at(corner)[:3] != (0, 0, 0) for corner in corners)


@pytest.mark.parametrize("size", [(1400, 1000), (1400, 538)])
@pytest.mark.parametrize("reaction", [one for one in REACTIONS if one != "northern_light"])
def test_the_first_sign_of_a_reaction_is_inside_the_narrowest_and_the_widest_crop(
    reaction: str, size: tuple[int, int]
) -> None:
    layout = load_layout()
    frame, whole = Frame.cover(size, layout), Rect(0, 0, *size)
    mine = [one for one in layout.placements if one.reaction == reaction]
    first = min(one.least for one in mine)

    signs = [frame.point(one.x, one.y - 40) for one in mine if one.least == first]
    assert any(whole.collidepoint(sign) for sign in signs)


def test_nothing_is_painted_again_when_nothing_moves() -> None:
    screen = Surface(SIZE)
    town = TownPicture(SIZE, {}, still=True)

    assert town.draw(screen, Rect(0, 0, *SIZE), 0.0) == [Rect(0, 0, *SIZE)]
    assert town.draw(screen, Rect(0, 0, *SIZE), 5.0) == []
    assert not town.is_moving


def test_a_tick_repaints_only_what_moved_and_leaves_a_whole_picture() -> None:
    screen, place = Surface((1000, 600)).convert(), Rect(40, 30, *SIZE)
    town = TownPicture(SIZE, {"waffles": 1.0})
    town.draw(screen, place, 0.0)

    dirty = [town.draw(screen, place, moment) for moment in (50.0, 51.0, 52.5)][-1]

    assert 0 < sum(rect.w * rect.h for rect in dirty) < SIZE[0] * SIZE[1] / 8
    assert all(place.contains(rect) for rect in dirty)
    afresh = paint_town({"waffles": 1.0}, SIZE, still_time=52.5)
    assert screen.subsurface(place).copy().get_buffer().raw == afresh.get_buffer().raw
    assert screen.get_at((10, 10)) == (0, 0, 0)


def test_new_levels_repaint_the_picture() -> None:
    screen = Surface(SIZE)
    town = TownPicture(SIZE, {}, still=True)
    town.draw(screen, screen.get_rect(), 0.0)

    town.show({"statues": 1.0})

    assert town.draw(screen, screen.get_rect(), 0.0) == [screen.get_rect()]


def test_the_same_town_is_painted_the_same_with_an_empty_memory() -> None:
    before = paint_town({"benches": 0.8}, SIZE).get_buffer().raw

    forget_pictures()

    assert paint_town({"benches": 0.8}, SIZE).get_buffer().raw == before


def test_every_file_has_its_row_among_the_attributions() -> None:
    rows = (assets_dir() / "ATTRIBUTIONS.md").read_text(encoding="utf-8")

    assert not [file.name for file in (assets_dir() / "svg").iterdir() if file.name not in rows]


def test_importing_the_town_reads_no_drawing() -> None:
    code = (
        "import game.desktop.town as town; "
        "assert not town.town_drawings.cache_info().currsize and not len(town._cache)"
    )
    root = Path(__file__).parents[2]

    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)
