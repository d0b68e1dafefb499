"""The twelve loops: every link exists, can be switched off, and changes nothing at rest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.content.loops import FILE, Link, load_loops, loops_from
from game.content.parameter_files import load_national
from game.engine.session import new_session
from game.engine.turn import METERS
from game.engine.what_if.links import switched_off, what_each_link_did, what_loops_did
from game.engine.what_if.story import Story, story_of
from game.lab.players import ALL_PLAYERS, play
from game.model.draws import no_luck
from game.model.lanes import Levers
from game.model.step import step
from game.text.yaml_text import read_text_values
from tests.engine.what_if_kit import WATCHED, a_story, forced, values_of
from tests.kit import fjellvik

LOOPS = load_loops()
EVERY_LINK = sorted({link for loop in LOOPS for link in loop.links}, key=lambda link: link.name)


def test_there_are_twelve_loops_in_three_languages() -> None:
    assert [loop.number for loop in LOOPS] == list(range(1, 13))
    assert {loop.kind for loop in LOOPS} == {"R", "B", "RB"}
    for loop in LOOPS:
        assert loop.name.nb and loop.name.nn and loop.name.en
        assert loop.sentence.nb.endswith(".")
        assert len({len(steps) for steps in loop.chain.values()}) == 1
        assert len(loop.chain["nb"]) >= 3


def broken(**changes: object) -> dict[str, object]:
    """The file as it is, with one more loop that is wrong in some way."""
    written = read_text_values(FILE)
    return {**written, "test_loop": {**written["wear_spiral"], **changes}}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"kind": "X"}, "«X» er ikke et slag"),
        ({"number": "to"}, "«to» er ikke et nummer"),
        ({"name": {"nb": "Prøve"}}, "name skal stå på nb, nn, en"),
        ({"links": []}, "minst én lenke"),
        ({"links": [{"row": "trust"}]}, "er ikke en lenke"),
        ({"links": [{"record": "sick_leave_by_moon"}]}, "ingen post «sick_leave_by_moon»"),
        ({"links": [{"record": "influence", "row": "luck"}]}, "influence har ingen rad «luck»"),
        (
            {"links": [{"record": "influence", "row": "trust", "column": "sun"}]},
            "influence har ingen kolonne «sun»",
        ),
        ({"links": [{"record": "quits_by_gap", "row": "nurse"}]}, "ingen rad «nurse»"),
        (
            {"links": [{"record": "influence", "row": "trust", "column": "span"}]},
            "influence.trust.span er null fra før",
        ),
    ],
)
def test_a_loop_that_is_wrong_is_told_in_one_sentence(
    changes: dict[str, object], told: str
) -> None:
    with pytest.raises(ValueError, match="Sløyfene har feil") as caught:
        loops_from(broken(**changes), load_national())

    lines = [line for line in str(caught.value).splitlines() if "test_loop" in line]
    assert len(lines) == 1 and told in lines[0]


def test_all_that_is_wrong_is_told_at_once() -> None:
    links = [{"record": "moon"}, {"record": "influence", "row": "sun"}]

    with pytest.raises(ValueError) as caught:
        loops_from(broken(links=links), load_national())

    assert "«moon»" in str(caught.value) and "«sun»" in str(caught.value)


def with_no(link: Link, story: Story) -> Story:
    """The story in a world where the link is not there."""
    p = switched_off(story.start.parameters, [(link,), (link,)])
    return replace(story, start=replace(story.start, parameters=p))


@pytest.mark.parametrize("loop", LOOPS, ids=lambda loop: loop.id)
def test_a_loop_is_the_game_less_the_game_in_a_world_without_it(loop: object) -> None:
    story = a_story()

    found = what_loops_did(story, WATCHED, LOOPS)

    row = found.things.index(loop.id)  # type: ignore[attr-defined]
    p = switched_off(story.start.parameters, [loop.links, loop.links])  # type: ignore[attr-defined]
    end = forced(replace(story, start=replace(story.start, parameters=p)), story.decided)
    without = values_of(end, WATCHED, 2026)
    assert (found.difference[row] == found.whole - without).all()


@pytest.mark.parametrize(
    ("loop", "player"), [("change_muscle", "ways"), ("volunteer_well", "together")]
)
def test_the_loops_that_go_round_in_a_resource_move_a_meter_too(loop: str, player: str) -> None:
    moved = []
    for seed in (2, 3, 4):
        session = play(new_session(fjellvik(), seed), ALL_PLAYERS[player])
        found = what_loops_did(story_of(session), METERS, [one for one in LOOPS if one.id == loop])
        did = np.abs(found.difference[0])
        two_years_running = np.minimum(did[1:], did[:-1])
        moved.append(float(two_years_running.max()))

    assert max(moved) >= 1.0


def test_the_lane_with_every_link_is_the_game() -> None:
    story = a_story()

    found = what_each_link_did(story, WATCHED, LOOPS)

    end = forced(story, story.decided)
    assert (found.whole == values_of(end, WATCHED, 2026)).all()
    assert len(found.things) == len(EVERY_LINK)


def test_a_link_switched_off_changes_nothing_in_a_year_at_rest() -> None:
    start = a_story().start
    off = [(), *((link,) for link in EVERY_LINK)]
    lanes = len(off)

    after, year = step(
        start.municipality.repeated(lanes),
        Levers(lanes),
        no_luck(lanes),
        switched_off(start.parameters, off),
        0,
    )

    stocks = after.flat.reshape(-1, lanes)
    apart = np.abs(stocks - stocks[:, :1]) / np.maximum(1.0, np.abs(stocks[:, :1]))
    moved = [off[lane][0].name for lane in range(1, lanes) if apart[:, lane].max() > 1e-6]
    assert not moved


def test_most_loops_matter_in_a_game_that_is_played_well() -> None:
    found = what_loops_did(a_story(), METERS, LOOPS)

    moved = np.abs(found.difference).max(axis=(1, 2))
    assert (moved > 0.05).sum() >= 8, dict(zip(found.things, moved.round(3), strict=True))
