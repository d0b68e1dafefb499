"""Each of the six municipalities has a landscape of its own, and the town in it answers alike."""

from __future__ import annotations

import pytest
from test_town import REACTIONS, SIZE, changed_blocks

from game.content.load import list_scenarios, load_scenario
from game.content.words import LANDSCAPES
from game.desktop.scenes.town_show import HOME
from game.desktop.town import paint_town, town_sprites
from game.desktop.town_layout import load_layout

OTHERS = tuple(name for name in LANDSCAPES if name != HOME)


def town(landscape: str, **levels: float):
    return paint_town(levels, SIZE, layout_name=f"town_{landscape}")


def test_no_two_of_the_six_share_a_landscape() -> None:
    places = [load_scenario(one.id).municipality.landscape for one in list_scenarios()]
    assert sorted(places) == sorted(LANDSCAPES)


@pytest.mark.parametrize("landscape", LANDSCAPES)
def test_every_sprite_of_a_landscape_is_drawn(landscape: str) -> None:
    layout = load_layout(f"town_{landscape}")
    used = {one.sprite for one in (*layout.placements, *layout.movers)}
    assert used - set(town_sprites()) == set()


@pytest.mark.parametrize("landscape", OTHERS)
def test_a_landscape_is_told_apart_at_a_glance(landscape: str) -> None:
    """An eighth of the picture or more is clearly different from every other."""
    mine = town(landscape, season=0.25)
    blocks = SIZE[0] // 12 * (SIZE[1] // 12)
    for other in LANDSCAPES:
        if other != landscape:
            assert changed_blocks(mine, town(other, season=0.25)) > blocks / 8, other


@pytest.mark.parametrize("landscape", OTHERS)
def test_the_town_answers_to_the_same_in_every_landscape(landscape: str) -> None:
    here = load_layout(f"town_{landscape}").reactions()
    assert here == load_layout("town_valley").reactions()
    assert set(REACTIONS) - here <= {"season", "evening"}


@pytest.mark.parametrize(
    ("landscape", "reaction"), [(o, r) for o, r in zip(OTHERS * 5, REACTIONS, strict=False)]
)
def test_a_reaction_is_clearly_visible_in_front_of_any_landscape(landscape, reaction) -> None:
    none, full = (town(landscape, season=0.25, **{reaction: level}) for level in (0.0, 1.0))
    assert changed_blocks(none, full) >= 4
