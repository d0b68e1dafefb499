"""The game that is being played: turns what scenes want into actions, and saves after each one."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.content.load import BrokenContent, load_scenario
from game.content.scenario import Scenario
from game.desktop.look_ahead import Beside, LookAhead
from game.desktop.scene import Answer, Change, Replace, Say, Scene
from game.engine import save
from game.engine.action import (
    Action,
    ChooseMeasure,
    ChooseOption,
    DropMeasure,
    GoBack,
    GoOn,
    LeaveUnanswered,
    ParkMeasure,
    PrepareCase,
)
from game.engine.apply import Refused
from game.engine.game_state import GameState, Phase, Record
from game.engine.resources import prepared
from game.engine.save import CannotOpen
from game.engine.session import Session, new_session
from game.engine.setup import Setup
from game.engine.shadow import ShadowRuns
from game.view.event_card import refusal_text

__all__ = ["BrokenContent", "CannotOpen", "Controller", "load_scenario", "new_game", "opened"]

Translate = Callable[..., str]
LARGEST_SEED = 2**31 - 1
FINISHED = ".finished.jsonl"
"""The ending of the file that keeps the last finished game when a part of it is played again."""


def new_game(
    play: Any, scenario: Scenario, setup: Setup | None = None, seed: int | None = None
) -> Controller:
    """A game at the first picture of a scenario; the luck is new where no seed is given."""
    seed = play.seed if seed is None else seed
    if seed is None:
        seed = random.SystemRandom().randrange(LARGEST_SEED)
    controller = Controller(play, new_session(scenario, seed, setup), play.autosave)
    controller.write()
    return controller


def opened(play: Any, file: Path) -> tuple[Controller, str]:
    """The game in a save, and the key of what to say when it is not quite the same game.

    Raises CannotOpen.
    """
    found = save.read(file)
    try:
        scenario = load_scenario(found.scenario_id)
    except BrokenContent as fault:
        raise CannotOpen("scene.scenario.broken", file) from fault
    reopened = save.reopen(found, scenario, file)
    return Controller(play, reopened.session, file), reopened.difference


class Controller:
    """A session with a save file, and the scene that belongs to each phase."""

    def __init__(self, play: Any, session: Session, file: Path) -> None:
        """`file` is where it is saved: the one it was opened from, or the autosave."""
        self.play = play
        self.file = file
        self.shadow = ShadowRuns(session.scenario, session.setup)
        self.ahead = LookAhead(session.scenario, self.without)
        self.beside = Beside()
        """For what takes long enough to be felt."""
        self.counted: Any = None
        """What the end has shared out, kept between looks."""
        self.disk_fails = False
        self._say_so = False
        self.meters_before: Any = ()
        """The meters as they stood when the year was locked, for the year that passes."""
        play.town.last, play.town.landscape = {}, session.scenario.municipality.landscape
        self._take(session)

    def _take(self, session: Session) -> None:
        self.session = session
        session.listeners.append(lambda _: self.write())

    @property
    def state(self) -> GameState:
        """The game at this moment."""
        return self.session.state

    @property
    def scenario(self) -> Scenario:
        """What is being played."""
        return self.session.scenario

    def without(self) -> tuple[Record, ...]:
        """The same years without players."""
        return self.shadow.records(self.session.seed)

    # Saving

    def write(self) -> None:
        """Saves the game. A disk that fails is told once, and the game goes on."""
        try:
            save.write(self.session, self.file)
        except OSError:
            self._say_so = self._say_so or not self.disk_fails
            self.disk_fails = True
        else:
            self.disk_fails = False

    def with_trouble(self, answer: Answer, t: Translate) -> Answer:
        """The answer, and the sentence about the disk when there is something new to say."""
        if not self._say_so:
            return answer
        self._say_so = False
        trouble = Say(t("scene.save.failed"))
        if answer is None:
            return trouble
        return (answer, trouble) if isinstance(answer, Change) else (*answer, trouble)

    # Actions

    def do(self, action: Action, t: Translate) -> Answer:
        """Takes an action: the next scene, the same one again, or why not."""
        phase = self.state.phase
        result = self.session.do(action)
        if isinstance(result, Refused):
            return Say(refusal_text(result, t, self.state))  # type: ignore[arg-type]
        return self.with_trouble(self._onward(phase), t)

    def _onward(self, phase: Phase) -> Answer:
        return None if self.state.phase is phase else Replace(self.scene())

    def go_on(self, t: Translate) -> Answer:
        """Leaves the phase."""
        return self.do(GoOn(), t)

    def answer(self, option: str, t: Translate) -> Answer:
        """Answers the event of the year."""
        return self.do(ChooseOption(option), t)

    def leave_unanswered(self, t: Translate) -> Answer:
        """Lets an event that nobody can pay for pass, and goes on."""
        self.session.do(LeaveUnanswered())
        return self.go_on(t)

    def toggle(self, measure: str, t: Translate) -> Answer:
        """Takes a card, or puts it back."""
        chosen = measure in self.state.picked
        return self.do(DropMeasure(measure) if chosen else ChooseMeasure(measure), t)

    def park(self, measure: str, t: Translate) -> Answer:
        """Keeps a card for the next turn, or lets go of the one that was kept."""
        return self.do(ParkMeasure("" if self.state.parked == measure else measure), t)

    def prepare(self, measure: str, part: str, t: Translate) -> Answer:
        """Changes one of the two ways a case is made ready: `involve` or `hearing`."""
        case = prepared(measure, self.state)
        involve = case.involve != (part == "involve")
        hearing = case.hearing != (part == "hearing")
        return self.do(PrepareCase(measure, involve, hearing), t)

    # Back again

    def can_undo(self) -> bool:
        """Whether something of this year can be taken back."""
        return self.session.can_undo()

    def undo(self, t: Translate) -> Answer:
        """Takes back the last choice."""
        phase = self.state.phase
        if not self.session.undo():
            return Say(t("scene.undo.nothing"))
        return self.with_trouble(self._onward(phase), t)

    def can_go_back(self) -> bool:
        """Whether there is an earlier step of this year to look at again."""
        return self.state.phase in (Phase.EVENT, Phase.MEASURES)

    def back(self, t: Translate) -> Answer:
        """To the step before. What is chosen stays chosen."""
        return self.do(GoBack(), t)

    def rerun_from(self, year: int, t: Translate) -> Answer:
        """Plays again from the start of the turn that a year is in.

        The finished game is kept beside the new one, and nothing of how it ended stays in sight.
        """
        with contextlib.suppress(OSError):
            save.write(self.session, self.file.with_suffix(FINISHED))
        starts = [first for first in self.session.year_starts if first <= year]
        self._take(self.session.rerun_from(max(starts, default=year)))
        self.meters_before, self.counted, self.play.town.last = (), None, {}
        self.write()
        return self.with_trouble(Replace(self.scene()), t)

    # Scenes

    def scene(self) -> Scene:
        """The scene of the phase."""
        from game.desktop.scenes.phases import scene_of

        return scene_of(self.state.phase, self.play)
