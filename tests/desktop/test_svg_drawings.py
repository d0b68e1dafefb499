"""The small SVG subset: what is expanded, and what is refused rather than dropped in silence."""

from __future__ import annotations

import pytest

from game.desktop.svg import Drawing, ForbiddenSvg, flatten, rasterise
from game.desktop.town import town_drawings, town_sprites
from game.desktop.town_palette import EVENINGS, SEASONS, palette_for

PALETTE = {"roof": "#aa2200", "wall": "#ffffff", "leaf": "none"}


def svg(inner: str, box: str = "0 0 20 20") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inner}</svg>'


def colour_at(flat: str, x: int, y: int) -> tuple[int, int, int, int]:
    return tuple(rasterise(flat, 20, 20).get_at((x, y)))


def test_a_palette_name_becomes_its_colour() -> None:
    assert 'fill="#aa2200"' in flatten(svg('<rect width="9" height="9" fill="roof"/>'), PALETTE)


def test_a_name_the_palette_lacks_is_refused() -> None:
    with pytest.raises(ForbiddenSvg, match="door"):
        flatten(svg('<rect width="9" height="9" fill="door"/>'), PALETTE)


def test_a_used_symbol_stands_where_it_is_used_in_the_colour_it_was_given() -> None:
    drawing = '<symbol id="box"><rect width="4" height="4" fill="currentColor"/></symbol>'
    flat = flatten(svg(f'{drawing}<use href="#box" x="10" y="10" color="roof"/>'), PALETTE)

    assert colour_at(flat, 11, 11) == (170, 34, 0, 255)
    assert colour_at(flat, 2, 2)[3] == 0


def test_transforms_add_up_through_nested_use() -> None:
    drawing = (
        '<defs><rect id="dot" width="1" height="1" fill="roof"/>'
        '<g id="pair"><use href="#dot" transform="translate(2 0) scale(2)"/></g></defs>'
        '<use href="#pair" transform="translate(6 10) scale(2)"/>'
    )
    flat = flatten(svg(drawing), PALETTE)

    # 6 + 2 * 2 = 10; the dot is 1 * 2 * 2 = 4 wide.
    assert colour_at(flat, 9, 11)[3] == 0
    assert colour_at(flat, 10, 11) == (170, 34, 0, 255)
    assert colour_at(flat, 13, 13) == (170, 34, 0, 255)
    assert colour_at(flat, 14, 11)[3] == 0


def test_the_x_of_a_use_comes_inside_its_transform() -> None:
    drawing = '<defs><rect id="dot" width="2" height="2" fill="roof"/></defs>'
    flat = flatten(svg(f'{drawing}<use href="#dot" x="4" transform="scale(2)"/>'), PALETTE)

    assert colour_at(flat, 9, 1) == (170, 34, 0, 255)
    assert colour_at(flat, 5, 1)[3] == 0


def test_a_symbol_with_a_box_is_fitted_into_the_size_asked_for() -> None:
    drawing = (
        '<symbol id="box" viewBox="-1 -1 2 2">'
        '<rect x="-1" y="-1" width="2" height="2" fill="roof"/>'
        '</symbol><use href="#box" x="10" y="0" width="10" height="10"/>'
    )
    flat = flatten(svg(drawing), PALETTE)

    assert colour_at(flat, 10, 0) == (170, 34, 0, 255)
    assert colour_at(flat, 19, 9) == (170, 34, 0, 255)
    assert colour_at(flat, 9, 5)[3] == 0


def test_gradient_shares_become_percentages_that_nanosvg_reads() -> None:
    drawing = (
        '<defs><linearGradient id="fade" x1="0" y1="0" x2="1" y2="0">'
        '<stop offset="0" stop-color="roof"/><stop offset="1" stop-color="wall"/>'
        '</linearGradient></defs><rect width="20" height="20" fill="url(#fade)"/>'
    )
    flat = flatten(svg(drawing), PALETTE)

    assert 'x2="100%"' in flat
    assert colour_at(flat, 0, 10)[2] < 40
    assert colour_at(flat, 19, 10)[2] > 215


def test_a_colour_that_is_none_in_this_season_leaves_the_shape_out() -> None:
    flat = flatten(svg('<rect width="20" height="20" fill="leaf"/>'), PALETTE)

    assert colour_at(flat, 10, 10)[3] == 0


@pytest.mark.parametrize(
    "inner",
    [
        "<text>hei</text>",
        '<filter id="blur"/>',
        '<rect width="1" height="1" style="fill:red"/>',
        '<rect width="1" height="1" class="roof"/>',
        '<g clip-path="url(#a)"/>',
        '<image href="picture.png"/>',
        '<use href="other.svg#roof"/>',
        '<use href="#nothing"/>',
        '<g id="a"/><g id="a"/>',
        '<defs><g id="a"><use href="#a"/></g></defs><use href="#a"/>',
        '<rect width="1" height="1" fill="url(#nothing)"/>',
    ],
)
def test_what_nanosvg_would_skip_is_refused(inner: str) -> None:
    with pytest.raises(ForbiddenSvg):
        flatten(svg(inner), PALETTE)


def test_a_picture_has_the_size_asked_for_and_is_ready_to_blit() -> None:
    surface = rasterise(flatten(svg('<rect width="20" height="20" fill="roof"/>'), PALETTE), 40, 40)

    assert surface.get_size() == (40, 40)
    assert surface.get_at((39, 39)) == (170, 34, 0, 255)


@pytest.mark.parametrize("name", sorted(town_drawings()))
def test_every_drawing_obeys_the_subset_and_uses_only_named_colours(name: str) -> None:
    drawing = town_drawings()[name]
    written = {
        element.attrib[key]
        for element in drawing.elements()
        for key in ("fill", "stroke", "stop-color", "color")
        if key in element.attrib
    }

    assert not [colour for colour in written if colour.startswith("#")]


@pytest.mark.parametrize("season", SEASONS)
def test_every_sprite_flattens_in_every_season_and_hour(season: str) -> None:
    for evening in EVENINGS:
        palette = palette_for(season, evening, "light")
        for name, (drawing, _) in town_sprites().items():
            assert drawing.flatten(palette, name).startswith("<svg")


def test_a_drawing_names_itself_in_its_complaint() -> None:
    with pytest.raises(ForbiddenSvg, match="roofs.svg"):
        Drawing(svg("<text/>"), "roofs.svg")
