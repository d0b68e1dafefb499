"""Arithmetic on widths and heights: who gets how much. Pure; no pygame, no widgets.

All numbers are whole pixels, and shares always add up to the whole, so that nothing drifts apart.
"""

from __future__ import annotations

from collections.abc import Sequence

WIDE = 1100  # dp: three columns
MEDIUM = 720  # dp: two columns; below this, one
FIRST_WIDTH, FIRST_HEIGHT = 1280, 720  # the window at which one dp is one pixel
LARGEST_GUESS = 3.0


def screen_scale(width: int, height: int) -> float:
    """Pixels per dp for a window, before the player's own choice of text size.

    >>> screen_scale(1280, 720), screen_scale(1920, 1080), screen_scale(1024, 600)
    (1.0, 1.5, 1.0)
    """
    guess = min(width / FIRST_WIDTH, height / FIRST_HEIGHT)
    # Steps of 1/32 keep the memory of drawn texts useful while a window is being dragged larger.
    return min(LARGEST_GUESS, max(1.0, int(guess * 32) / 32))


def columns(width_dp: float) -> int:
    """How many columns a page of this width has room for: 3, 2 or 1."""
    return 3 if width_dp >= WIDE else 2 if width_dp >= MEDIUM else 1


def split_evenly(whole: int, parts: int, gap: int) -> list[int]:
    """Widths of equal parts; the first ones take the pixels left over.

    >>> split_evenly(101, 2, 10)
    [46, 45]
    """
    space = whole - gap * (parts - 1)
    share, rest = divmod(space, parts)
    return [share + (1 if i < rest else 0) for i in range(parts)]


def split_by_weight(space: int, weights: Sequence[float]) -> list[int]:
    """Splits a space by weights; the last weighted part takes the rounding.

    >>> split_by_weight(100, (1, 0, 2))
    [33, 0, 67]
    """
    total = sum(weights)
    if total <= 0 or space <= 0:
        return [0 for _ in weights]
    parts = [int(space * weight / total) for weight in weights]
    last = max(i for i, weight in enumerate(weights) if weight > 0)
    parts[last] += space - sum(parts)
    return parts


def share_width(
    width: int, natural: Sequence[int], least: Sequence[int], weights: Sequence[float]
) -> list[int] | None:
    """Widths in a row: natural ones first, the rest by weight; None when there is no room.

    A part with a weight starts at its least width. When the natural widths are too much, the parts
    give up what lies above their least widths, in proportion.

    >>> share_width(100, [30, 20], [30, 20], [0, 1])
    [30, 70]
    >>> share_width(100, [80, 80], [20, 60], [0, 0])
    [35, 65]
    >>> share_width(100, [80, 80], [60, 60], [0, 0]) is None
    True
    """
    if sum(least) > width:
        return None
    wished = [
        low if weight else size for size, low, weight in zip(natural, least, weights, strict=True)
    ]
    spare = width - sum(wished)
    if spare >= 0:
        return _with_weights(width, wished, least, weights)
    give = [size - low for size, low in zip(wished, least, strict=True)]
    cut = _taken(-spare, give)
    return [size - less for size, less in zip(wished, cut, strict=True)]


def _taken(total: int, give: Sequence[int]) -> list[int]:
    """`total` taken in proportion to what each can give, never more than that."""
    taken = [total * one // sum(give) for one in give]
    for i, one in enumerate(give):
        # what rounding left over, a pixel from each that still has one
        if sum(taken) < total and taken[i] < one:
            taken[i] += 1
    return taken


def _with_weights(
    width: int, wished: Sequence[int], least: Sequence[int], weights: Sequence[float]
) -> list[int]:
    """Shares by weight as far as no part gets less than its least width."""
    fixed = {i for i, weight in enumerate(weights) if not weight}
    sizes = list(wished)
    while len(fixed) < len(sizes):
        space = width - sum(sizes[i] for i in fixed)
        parts = split_by_weight(space, [0 if i in fixed else w for i, w in enumerate(weights)])
        short = {i for i, low in enumerate(least) if i not in fixed and parts[i] < low}
        if not short:
            return [sizes[i] if i in fixed else parts[i] for i in range(len(sizes))]
        for i in short:
            sizes[i] = least[i]
        fixed |= short
    return sizes


def grid_columns(width: int, least: int, gap: int, most: int) -> int:
    """How many columns of at least this width fit, never none.

    >>> grid_columns(1000, 280, 12, 6)
    3
    """
    return max(1, min(most, (width + gap) // (least + gap)))


def balanced_columns(count: int, fitting: int) -> int:
    """Fewer columns when that evens the rows: four cards as two and two, not three and one.

    >>> balanced_columns(4, 3), balanced_columns(5, 3), balanced_columns(6, 4)
    (2, 3, 3)
    """
    rows = -(-count // fitting)
    return -(-count // rows)


def flow_rows(widths: Sequence[int], width: int, gap: int) -> list[list[int]]:
    """Which parts stand on which line when they are laid out like words.

    >>> flow_rows([40, 40, 40], 100, 10)
    [[0, 1], [2]]
    """
    rows: list[list[int]] = []
    used = width + 1
    for i, size in enumerate(widths):
        if rows and used + gap + size <= width:
            rows[-1].append(i)
            used += gap + size
        else:
            rows.append([i])
            used = size
    return rows
