"""The game that is being played: turns what scenes want into actions, and saves after each one."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.content.load import BrokenContent, load_scenario
from game.content.scenario import Scenario
from game.desktop.scene import Answer, Replace, Say, Scene
from game.engine import save
from game.engine.action import (
    Action,
    ChooseMeasure,
    ChooseOption,
    DropMeasure,
    GoOn,
    LeaveUnanswered,
)
from game.engine.apply import Refused
from game.engine.game_state import GameState, Phase, Record
from game.engine.save import CannotOpen
from game.engine.session import Session, new_session
from game.engine.shadow import ShadowRuns
from game.view.event_card import refusal_text

__all__ = ["BrokenContent", "CannotOpen", "Controller", "load_scenario", "new_game", "opened"]

Translate = Callable[..., str]
LARGEST_SEED = 2**31 - 1


def new_game(play: Any, scenario: Scenario) -> Controller:
    """A game at the first picture of a scenario."""
    seed = play.seed if play.seed is not None else random.SystemRandom().randrange(LARGEST_SEED)
    controller = Controller(play, new_session(scenario, seed), play.autosave)
    controller.write()
    return controller


def opened(play: Any, file: Path) -> tuple[Controller, bool]:
    """The game in a save, and whether it goes on under the same rules. Raises CannotOpen."""
    found = save.read(file)
    try:
        scenario = load_scenario(found.scenario_id)
    except BrokenContent as fault:
        raise CannotOpen("scene.scenario.broken", file) from fault
    reopened = save.reopen(found, scenario, file)
    return Controller(play, reopened.session, file), reopened.is_same


class Controller:
    """A session with a save file, and the scene that belongs to each phase."""

    def __init__(self, play: Any, session: Session, file: Path) -> None:
        """`file` is where it is saved: the one it was opened from, or the autosave."""
        self.play = play
        self.file = file
        self.shadow = ShadowRuns(session.scenario)
        self.disk_fails = False
        self._say_so = False
        self.meters_before: Any = ()
        """The meters as they stood when the year was locked, for the year that passes."""
        play.town.last = {}
        self._put_back: tuple[int, str | None, tuple[str, ...]] | None = None
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
        return (answer, trouble) if not isinstance(answer, tuple) else (*answer, trouble)

    # Actions

    def do(self, action: Action, t: Translate) -> Answer:
        """Takes an action: the next scene, the same one again, or why not."""
        phase = self.state.phase
        result = self.session.do(action)
        if isinstance(result, Refused):
            return Say(refusal_text(result, t))  # type: ignore[arg-type]
        return self.with_trouble(self._onward(phase), t)

    def _onward(self, phase: Phase) -> Answer:
        return None if self.state.phase is phase else Replace(self.scene())

    def go_on(self, t: Translate) -> Answer:
        """Leaves the phase; what was put back by going back is taken up again."""
        answer = self.do(GoOn(), t)
        if self._put_back and isinstance(answer, Replace):
            self._take_up_again()
            return Replace(self.scene())
        return answer

    def _take_up_again(self) -> None:
        year, option, picked = self._put_back or (0, None, ())
        if year != self.state.year or self.state.phase not in (Phase.EVENT, Phase.MEASURES):
            self._put_back = None
        elif self.state.phase is Phase.EVENT and option:
            self.session.do(ChooseOption(option))
        elif self.state.phase is Phase.MEASURES:
            for measure in picked:
                self.session.do(ChooseMeasure(measure))
            self._put_back = None

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

    # Back again

    def can_undo(self) -> bool:
        """Whether something of this year can be taken back."""
        return self.session.can_undo()

    def undo(self, t: Translate) -> Answer:
        """Takes back the last choice."""
        phase = self.state.phase
        if not self.session.undo():
            return Say(t("scene.undo.nothing"))
        self._put_back = None
        return self.with_trouble(self._onward(phase), t)

    def can_go_back(self) -> bool:
        """Whether there is an earlier step of this year to look at again."""
        return self.can_undo() and self.state.phase is not Phase.PICTURE

    def back(self, t: Translate) -> Answer:
        """To the step before; what was chosen here comes back when one goes on again."""
        state = self.state
        self._put_back = (state.year, state.option, state.picked or self._picked_before())
        while self.state.phase is state.phase and self.session.undo():
            pass
        return self.with_trouble(self._onward(state.phase), t)

    def _picked_before(self) -> tuple[str, ...]:
        known = self._put_back
        return known[2] if known and known[0] == self.state.year else ()

    def rerun_from(self, year: int, t: Translate) -> Answer:
        """Plays again from the start of a year."""
        self._put_back = None
        self._take(self.session.rerun_from(year))
        self.write()
        return self.with_trouble(Replace(self.scene()), t)

    # Scenes

    def scene(self) -> Scene:
        """The scene of the phase."""
        from game.desktop.scenes.phases import scene_of

        return scene_of(self.state.phase, self.play)
