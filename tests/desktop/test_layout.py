"""The arithmetic of layout, line breaking and the memory of pictures."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop import focus, layout, lettering, motion, theme
from game.desktop.cache import ByteCache

WIDTHS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=1, max_size=6)


@pytest.mark.parametrize("module", (focus, layout, lettering, motion, theme))
def test_the_examples_in_the_descriptions_hold(module):
    assert doctest.testmod(module).failed == 0


def test_a_row_takes_no_more_from_a_part_than_it_can_give():
    assert layout.share_width(1, [1, 1, 1], [0, 0, 0], [0, 0, 0]) == [0, 0, 1]


@given(WIDTHS, st.integers(0, 2000), st.data())
def test_a_row_gives_everyone_enough_and_no_more_than_there_is(pairs, width, data):
    least = [min(pair) for pair in pairs]
    natural = [max(pair) for pair in pairs]
    weights = data.draw(st.lists(st.integers(0, 3), min_size=len(pairs), max_size=len(pairs)))

    sizes = layout.share_width(width, natural, least, weights)

    if sizes is None:
        assert sum(least) > width
    else:
        assert all(size >= low for size, low in zip(sizes, least, strict=True))
        assert sum(sizes) <= max(width, sum(least))


@given(st.integers(1, 3000), st.integers(1, 8), st.integers(0, 20))
def test_equal_parts_fill_the_whole(whole, parts, gap):
    sizes = layout.split_evenly(whole, parts, gap)

    assert sum(sizes) + gap * (parts - 1) == whole
    assert max(sizes) - min(sizes) <= 1


@given(st.text("abc æøå\u00a0", max_size=80), st.integers(1, 40))
def test_no_line_is_wider_than_its_box_and_no_letter_is_lost(text, width):
    lines = lettering.break_lines(text, width, len)

    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_hard_space_never_breaks():
    assert lettering.break_lines("er 1\u00a0234 kr", 6, len) == ["er", "1\u00a0234", "kr"]


def test_a_soft_hyphen_shows_only_where_the_word_breaks():
    assert lettering.break_lines("hjemme\u00adtjeneste", 8, len) == ["hjemme-", "tjeneste"]
    assert lettering.break_lines("hjemme\u00adtjeneste", 20, len) == ["hjemmetjeneste"]


def test_the_window_of_the_design_has_one_pixel_a_dp_and_full_hd_one_and_a_half():
    assert layout.screen_scale(1280, 720) == 1.0
    assert layout.screen_scale(1366, 768) == pytest.approx(1.0625)
    assert layout.screen_scale(1920, 1080) == 1.5
    assert layout.screen_scale(1920, 720) == 1.0


def test_columns_follow_the_breakpoints():
    assert [layout.columns(width) for width in (1100, 1099, 720, 719)] == [3, 2, 2, 1]


def test_the_memory_forgets_the_least_used_first():
    memory = ByteCache(100)
    for name in ("a", "b"):
        memory.get(name, lambda: "picture", lambda _: 40)
    memory.get("a", lambda: "never", lambda _: 40)

    memory.get("c", lambda: "picture", lambda _: 40)

    made = []
    memory.get("a", lambda: made.append("a"), lambda _: 40)
    memory.get("b", lambda: made.append("b"), lambda _: 40)
    assert made == ["b"]
    assert memory.used <= 100
