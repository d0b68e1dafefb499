"""A place to start the model from that is as Norwegian municipalities are on average.

Only the people differ from place to place. The rest are the country's own figures, so that a check
tests what the model makes of a population.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from game.content.parameter_files import load_national
from game.model.axes import LABOUR_MARKETS, SOFT
from game.model.lanes import Array
from game.model.parameter_set import National, Start

FREE_INCOME_NOK = 78_932
"""A resident, the country 2025, KOSTRA 12134."""
FUND_SHARE, FREE_SHARE = 0.113, 0.70
"""Free equity of all revenue 2025, KOSTRA 12134; tax and block grant of all revenue 2024, TBU."""


def place(population: Array, **others: Any) -> Start:
    """An average place with these people, `(2, 106)`; any field of `Start` may be given besides.

    Position size and full time are the sector's of 2024 (KS), sick leave that of 2024 (KS),
    turnover a mean of 2017-2022 (KS), the result and the debt those of 2025 (KOSTRA 12134).
    """
    residents = float(population.sum())
    free = FREE_INCOME_NOK * residents
    start = Start(
        population=population,
        labour_market=LABOUR_MARKETS.index("50 000-150 000"),
        position_size=0.843,
        full_time_share=0.618,
        sick_leave_rate=0.088,
        turnover_rate=0.128,
        agency_share=0.10,
        vacancy_share=0.03,
        reserve_fund_nok=FUND_SHARE * free / FREE_SHARE,
        general_revenue_nok=free,
        net_operating_result_share=0.022,
        payroll_tax_share=0.13,
        debt_share=1.142,
        soft=(50.0,) * len(SOFT),
    )
    return replace(start, **others)


def by_sex(people: Array, national: National | None = None) -> Array:
    """People of both sexes by age, `(106,)`, split by the country's shares of women, `(2, 106)`."""
    n = national or load_national()
    women = n.women_share_by_age[0, :, 0]
    return np.stack([people * women, people * (1.0 - women)])
