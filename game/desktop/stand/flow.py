"""A game on the stand: five answers, each with what came of it, and a card at the end."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from game.content.load import list_scenarios
from game.desktop.scene import Answer, Reset, Say, Scene
from game.desktop.scenes.controller import Controller, load_scenario, new_game
from game.desktop.scenes.town_show import TownShow
from game.desktop.stand.tally import Tally
from game.desktop.town import forget_pictures
from game.engine.action import ChooseOption, GoOn, LeaveUnanswered
from game.engine.apply import Refused
from game.engine.endings import stand_ending
from game.engine.game_state import Phase
from game.engine.setup import Setup
from game.view.event_card import refusal_text

SAVE = "last-game.jsonl"
STOPS = (Phase.EVENT, Phase.REPORT, Phase.OVER)


class StandPlay:
    """What the scenes of the stand share. The game is saved beside no one's own game."""

    def __init__(
        self,
        folder: Path,
        scenario: str = "",
        seed: int | None = None,
        tally: Tally | None = None,
    ) -> None:
        """Without a scenario each game is in the next municipality. `folder` is the stand's own."""
        self.folder = folder
        self.seed = seed
        self.tally = tally or Tally(folder)
        self.town = TownShow()
        self.game: Any = None
        self._scenario = scenario
        self._places = tuple(one.id for one in list_scenarios() if one.head is not None)

    @property
    def autosave(self) -> Path:
        """The last game on this stand."""
        return self.folder / SAVE

    @property
    def place(self) -> str:
        """The municipality of the next game."""
        return self._scenario or self._places[self.tally.begun % len(self._places)]

    @property
    def controller(self) -> Controller:
        """The game that is played."""
        game: Controller = self.game
        return game

    def today(self) -> date:
        """The date, for what asks the title's own `Play` the same."""
        return date.today()

    # From the first press to the last

    def attract(self) -> Scene:
        """The loop that waits for someone. What the last one did is forgotten."""
        from game.desktop.stand.attract import AttractScene

        self.game = None
        return AttractScene(self)

    def leave(self) -> Answer:
        """Back to the loop."""
        return Reset(self.attract())

    def begin(self) -> Answer:
        """A new game."""
        scenario = load_scenario(self.place)
        forget_pictures()
        self.game = new_game(self, scenario, Setup.of("stand"), self.seed)
        self.tally.begin()
        return Reset(self.onward())

    def answer(self, option: str, t: Any) -> Answer:
        """Takes an answer, or lets the event pass, and lets the years go."""
        do = self.controller.session.do
        taken = do(ChooseOption(option) if option else LeaveUnanswered())
        if isinstance(taken, Refused):
            return Say(refusal_text(taken, t, self.controller.state))
        do(GoOn())
        return Reset(self.onward())

    def go_on(self) -> Answer:
        """From what came of an answer to the next question."""
        self.controller.session.do(GoOn())
        return Reset(self.onward())

    def onward(self) -> Scene:
        """The next scene where there is something to see."""
        from game.desktop.stand import scenes

        game = self.controller
        while game.state.phase not in STOPS:
            if isinstance(game.session.do(GoOn()), Refused):
                return self.attract()
        if game.state.phase is Phase.EVENT:
            return scenes.QuestionScene(self)
        if game.state.phase is Phase.REPORT:
            return scenes.AnsweredScene(self)
        self.tally.finish(stand_ending(game.state, game.scenario, game.without()))
        return scenes.CardScene(self)
