"""Kommunespillet: a turn-based game about running a Norwegian municipality, 2026 to 2040."""

__version__ = "0.3.0"

RULES_VERSION = "2026.3"
"""Changes whenever the same actions could end in another state; saves carry it."""
