"""Property tests try the same cases every time, so that a red run can be run again.

pytest --hypothesis-profile explore     tries new ones
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")
