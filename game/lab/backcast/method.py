"""What the backcast takes as given: constants that are the same for every start and every file.

Everything else is estimated from the file and from national tables before the start. Each constant
is told with its range. Moving one to an end of it moves the errors by some tenths of a point; a
window of five years, and a mortality span of two periods, move them most. They were set by people
who knew what came after, as any rule set today is; the window, the wave and the memories are the
ones that a look at the years before 2010 alone says least about.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """The constants of the backcast."""

    longest_window: int = 10
    """Years of the file that rates are read from, when it has so many; 5 to 15."""
    mortality_span: int = 4
    """Five-year periods over which the fall in death rates is measured; 2 to 4."""
    immigration_memory: float = 0.85
    """How much of the distance to the long-run mean is left a year later; 0,8 to 0,95."""
    fertility_memory: float = 0.85
    """The same for the birth rate, when it lies over its long-run mean; 0,8 to 1."""
    local_memory: float = 0.97
    """How much of what is special to a place is left a year later; 0,93 to 1. Inside 2005-2010
    the covariance of what is special falls by 0 to 3 per cent a year."""
    old_memory: float = 0.4
    """The same for ages over 66, where less repeats itself; 0,3 to 1. Over all places 0,8 is a
    little better (4,9 against 5,1 per cent at 80+ from 2010 to 2020), in Telemark 0,4 is."""
    wave_memory: float = 0.95
    """How much of a wave of in-moves is left a year later; 0,85 to 0,99. What is special to a place
    in one year of 2005-2010 is there in the next with little loss."""
    certain_deaths: float = 2_000.0
    """Deaths at an age that weigh as much as the UN table when national level is set."""
    certain_places: float = 20.0
    """Municipalities in the file that weigh as much as the usual spread between places."""
    certain_persons: float = 2_000.0
    """Persons in the file at ages that weigh as much as no net moves at all."""
