"""The stocks of a snapshot as plain data by name, and how those of older rules become today's.

Names, not places, are what a save keeps: a stock, a profession, a band or a soft stock that is new
since the save was made has the value it has at the start of a new game.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.model.axes import AGES, BANDS, LEADERSHIP, PROFESSIONS, SEXES, SOFT
from game.model.lanes import Array, State

Plain = dict[str, Any]

MAY_BE_NEGATIVE = {"reserve_fund_nok"}
OLD_SOFT = (
    "wellbeing",
    "trust",
    "reputation",
    "leadership",
    "competence_match",
    "full_time_culture",
    "innovation",
    "volunteers",
    "change_capacity",
    "neighbour_pay",
)
"""The soft stocks of rules 2026.1, in the order it wrote them."""
OLD_BANDS: tuple[dict[str, float], ...] = (
    {"18-24": 1.0},
    {"25-29": 1.0},
    {"30-34": 1.0},
    {"35-44": 1.0},
    {"35-44": 1.0},
    {"45-54": 1.0},
    {"45-54": 1.0},
    {"55-59": 1.0},
    {"60-61": 0.45, "62-64": 0.55},
    {"65-66": 0.6, "67+": 0.4},
)
"""Where the people of each band of rules 2026.1 belong now: half and half, fewer with age."""


def to_plain(state: State) -> Plain:
    """Lane 0 of every stock by name; the soft stocks by their own names."""
    plain: Plain = {
        name: getattr(state, name)[:, :, 0].ravel().tolist()
        for name, _, _ in state.layout
        if name != "soft"
    }
    plain["soft"] = dict(zip(SOFT, state.soft[:, 0, 0].tolist(), strict=True))
    return plain


def from_plain(written: Any, fresh: State) -> State:
    """The stocks as written, on top of those of a new game.

    Raises ValueError, KeyError or TypeError for stocks that are not whole or not possible.
    """
    plain = _of_2026_1(written) if isinstance(written, list) else written
    state = fresh.copy()
    for name, rows, columns in state.layout:
        if name == "soft" or name not in plain:
            continue
        values = _possible(plain[name], name)
        if values.shape != (rows * columns,):
            raise ValueError("bestandene passer ikke")
        getattr(state, name)[:] = values.reshape(rows, columns, 1)
    for name, value in plain["soft"].items():
        if name in SOFT:
            state.soft[SOFT.index(name)] = _possible(value, name)
    return state


def _possible(written: Any, name: str) -> Array:
    values = np.array(written, dtype=np.float64)
    if not np.isfinite(values).all() or ((values < 0).any() and name not in MAY_BE_NEGATIVE):
        raise ValueError("en bestand er ikke mulig")
    return values


def _of_2026_1(written: list[float]) -> Plain:
    """One long row: people, staff in ten bands of five years, ten soft stocks, the fund."""
    values = np.array(written, dtype=np.float64)
    people, staff = len(SEXES) * AGES, len(PROFESSIONS) * len(OLD_BANDS)
    if values.shape != (people + staff + len(OLD_SOFT) + 1,):
        raise ValueError("bestandene passer ikke")
    before = values[people : people + staff].reshape(len(PROFESSIONS), len(OLD_BANDS))
    now = np.zeros((len(PROFESSIONS), len(BANDS)))
    for column, places in enumerate(OLD_BANDS):
        for band, share in places.items():
            now[:, BANDS.index(band)] += share * before[:, column]
    soft = dict(zip(OLD_SOFT, values[people + staff : -1].tolist(), strict=True))
    leadership = soft.pop("leadership")
    return {
        "population": values[:people].tolist(),
        "staff": now.ravel().tolist(),
        "reserve_fund_nok": values[-1:].tolist(),
        "soft": soft | {area: leadership for area in LEADERSHIP},
    }
