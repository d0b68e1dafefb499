"""The hand-drawn icons: every one there, and only what the window's renderer can draw."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.paths import assets_dir

NAMESPACE = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
NAMES = (
    "recruitment full_time innovation volunteering leadership staffing services wellbeing trust"
    " money summer-job apprentice men-in-health bonus stipend home language trainee whole-position"
    " rota long-shift forced-shift staffing-pool agency more-hands attendance lifting-aid senior"
    " ask-all medicine night-watch task-sharing rehabilitation ai-notes service-design web-form"
    " idea-pot scale-up volunteers visiting-friend premises meeting-place hand-over cooperation"
    " co-creation leader fewer-per-leader competence-map partnership education election newspaper"
    " phone flu torch money-bag storm school kindergarten nursing-home coffee waffle resign"
    " neighbour pool robot inspection play continue settings back close help why undo lock arrow-up"
    " arrow-down flat check warning clock effort sound-on sound-off plus minus chevron-right menu"
    " eye trophy inno-sensors lead-together megaphone open-day vol-entrepreneur vol-heart vol-merge"
).split()


def icon(name: str) -> Path:
    return assets_dir() / "icons" / f"{name}.svg"


def elements(name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(icon(name).read_text(encoding="utf-8")).iter())


def test_every_icon_the_content_may_name_is_drawn() -> None:
    assert [name for name in NAMES if not icon(name).exists()] == []


def test_no_icon_lies_there_without_being_listed_here() -> None:
    drawn = {path.stem for path in icon("check").parent.glob("*.svg")}
    assert drawn - set(NAMES) == set()


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_uses_only_shapes_that_are_drawn_everywhere(name: str) -> None:
    assert {element.tag.removeprefix(NAMESPACE) for element in elements(name)} <= SHAPES


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_drawn_on_the_grid_of_24(name: str) -> None:
    assert elements(name)[0].get("viewBox") == "0 0 24 24"


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_takes_the_colour_of_the_text_beside_it(name: str) -> None:
    found = (element.get(key) for element in elements(name) for key in ("fill", "stroke"))
    assert {colour for colour in found if colour} <= {"currentColor", "none"}
