"""Every story of the folder is played and read. What they prove stands in the stories."""

from __future__ import annotations

import pytest

from tests.stories.reading import check, compare
from tests.stories.runner import Told, last_year, played, stories


@pytest.mark.parametrize("told", stories(), ids=lambda told: f"{told.file}: {told.name}")
def test_it_goes_as_the_story_says(told: Told) -> None:
    until = last_year(told.written)
    here = played(told.written, until)
    for year, expected in told.written.get("expect", {}).items():
        for name, said in expected.items():
            check(here, year, name, said)
    if told.there is None:
        return

    there = played(told.there, until)
    for year, expected in told.there["expect"].items():
        for name, said in expected.items():
            compare(here, there, year, name, said)


def test_there_are_at_least_thirty_stories_and_each_says_something_of_its_own() -> None:
    names = [told.name for told in stories()]

    assert len(names) >= 30
    assert len(names) == len(set(names))
    assert all(told.written.get("concept") for told in stories())
    assert all(told.claims_something for told in stories())
