"""Equations of the services: how much is covered, and how good it is."""

from __future__ import annotations

import numpy as np

from game.model.axes import PERCENT
from game.model.equation import equation
from game.model.lanes import Array


@equation(symbol="d", unit="share", source="identity")
def coverage_by_service(present_fte: Array, agency_fte: Array, needed: Array, mix: Array) -> Array:
    """Share of each service's hours that someone is there to work. Shape (service, 1, lane).

    A profession with more people than it needs does not make up for another that lacks them.
    """
    by_profession = np.minimum(1.0, (present_fte + agency_fte) / needed)
    return (mix * by_profession).sum(axis=0).reshape(mix.shape[1], 1, -1)


@equation(symbol="t", unit="index", source="continuity_by_agency")
def continuity(culture: Array, agency_hours_share: Array, by_agency: Array) -> Array:
    """Familiar faces: full-time culture, less what agency staff take away."""
    points = culture - by_agency * agency_hours_share
    return np.minimum(PERCENT, np.maximum(0.0, points))


@equation(symbol="Q", unit="index", source="quality_weight_coverage")
def quality_terms(
    coverage: Array, lowest: Array, familiar: Array, competence: Array, innovation: Array
) -> tuple[Array, Array, Array, Array]:
    """The four parts of quality, each 0-100: coverage, continuity, competence, new solutions."""
    covered = (coverage - lowest) / (1.0 - lowest)
    return PERCENT * np.minimum(1.0, np.maximum(0.0, covered)), familiar, competence, innovation


@equation(symbol="J", unit="index", source="service_weight")
def services(coverage_part: Array, service_weight: Array) -> Array:
    """The services together, weighted as citizens weigh them. Shape (1, 1, lane)."""
    return (coverage_part * service_weight).sum(axis=0, keepdims=True)
