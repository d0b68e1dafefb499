"""Equations of the services: how much is covered, and how good it is."""

from __future__ import annotations

import numpy as np

from game.model.axes import PERCENT
from game.model.equation import equation
from game.model.lanes import Array
from game.model.parameter_set import National
from game.model.shares import per


@equation(symbol="c", unit="share", source="identity")
def coverage_by_profession(present_fte: Array, agency_fte: Array, needed: Array) -> Array:
    """Share of each profession's hours that someone is there to work. Shape (profession, 1, lane).

    A profession with more people than it needs does not make up for another that lacks them.
    """
    return np.minimum(1.0, per(present_fte + agency_fte, needed))


@equation(symbol="d", unit="share", source="identity")
def coverage_by_service(by_profession: Array, mix: Array) -> Array:
    """Share of each service's hours that someone is there to work. Shape (service, 1, lane)."""
    return (mix * by_profession).sum(axis=0).reshape(mix.shape[1], 1, -1)


@equation(symbol="t", unit="index", source="continuity_by_agency")
def continuity(culture: Array, agency_hours_share: Array, by_agency: Array) -> Array:
    """Familiar faces: full-time culture, less what agency staff take away."""
    points = culture - by_agency * agency_hours_share
    return np.minimum(PERCENT, np.maximum(0.0, points))


@equation(symbol="D", unit="index", source="lowest_coverage")
def coverage_part(coverage: Array, lowest: Array) -> Array:
    """Coverage as a mark from 0 to 100: nothing at the lowest, full marks when all is covered.

    D = 100 · (d - low) / (1 - low), between 0 and 100
    """
    mark = (coverage - lowest) / (1.0 - lowest)
    return PERCENT * np.minimum(1.0, np.maximum(0.0, mark))


@equation(symbol="J", unit="index", source="quality_weight_coverage")
def services(
    covered: Array, familiar: Array, competence: Array, solutions: Array, n: National
) -> Array:
    """The services together, 0-100: hours covered, familiar faces, competence, new solutions.

    J = w1 · D + w2 · t + w3 · competence + w4 · innovation
    """
    return (
        n.quality_weight_coverage * covered
        + n.quality_weight_continuity * familiar
        + n.quality_weight_competence * competence
        + n.quality_weight_innovation * solutions
    )
