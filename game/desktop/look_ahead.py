"""Looking ahead without making anyone wait: futures are counted in a thread beside the window.

The few of a first look come at once, the many and the largest doubt when it has been quiet for a
moment. A new question takes the place of what has not begun; what has begun is shown on the way.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from game.content.scenario import Scenario
from game.engine.game_state import GameState
from game.engine.turn import METERS
from game.engine.what_if.assumed import assuming_use_decline
from game.engine.what_if.forecast import (
    ON_RELEASE,
    WHILE_DRAGGING,
    Fan,
    Forecaster,
    LargestDoubts,
    WhatIf,
)

QUIET = 0.25  # seconds without a new question before the many futures are counted
LONGEST_FRAME = 0.25  # seconds
FEW, MANY, DOUBTS, DONE = range(4)


@dataclass(frozen=True)
class Question:
    """What is asked about a game: `kept` is decided in any case, `tried` is the what-if.

    `decline` is a yearly fall in the use of care, or None for the game's own.
    """

    state: GameState
    kept: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    decline: float | None = None

    def same(self, other: Question | None) -> bool:
        """Whether the answer is the same; states are told apart by being the same object."""
        if other is None or self.state is not other.state:
            return False
        mine, theirs = (self.kept, self.tried, self.decline), (other.kept, other.tried)
        return mine == (*theirs, other.decline)


@dataclass(frozen=True)
class Seen:
    """What is known of a question so far."""

    question: Question
    futures: int
    fan: Fan
    what_if: WhatIf | None = None
    doubts: LargestDoubts | None = None


class Beside:
    """One thread that does one thing after another, begun when it is first needed."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    def do(self, work: Callable[[], Any]) -> Future[Any]:
        """Starts some work."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "look_ahead")
        return self._pool.submit(work)


class Gate:
    """Shut while the window works, so that nobody counts beside it: two at once take far longer
    than one after the other. `with gate:` opens it in the end, when the frame is drawn."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    def __enter__(self) -> None:
        self._open.clear()

    def __exit__(self, *_: object) -> None:
        self._open.set()

    def shut(self) -> None:
        """From now until the next frame is drawn."""
        self._open.clear()

    def open(self) -> None:
        """For those who only wait."""
        self._open.set()

    def wait(self) -> None:
        """Waits at the gate. It is not shut for ever: a window that is gone draws no frames."""
        if not self._open.wait(LONGEST_FRAME):
            self._open.set()


class LookAhead:
    """Answers the last question about the games of one scenario, first roughly and then well."""

    def __init__(self, scenario: Scenario, before_all: Callable[[], object] = lambda: None) -> None:
        """`before_all` is done in the thread before the first answer: what the picture also needs
        and takes long."""
        self.scenario = scenario
        self._before_all = before_all
        self.seen: Seen | None = None
        """The freshest answer; while a control is dragged its question may be a step behind."""
        self.gate = Gate()
        self._beside = Beside()
        self._forecaster: Forecaster | None = None
        self._wanted: Question | None = None
        self._next = DONE
        self._asked_at: float | None = None
        self._running: Future[Seen] | None = None

    def ask(self, question: Question) -> None:
        """Asks. The answer comes in `seen` when `advance` has been called some times."""
        if question.same(self._wanted):
            return
        self._wanted, self._next, self._asked_at = question, FEW, None
        self._begin()

    @property
    def busy(self) -> bool:
        """Whether there is more to come."""
        return self._running is not None or self._next != DONE

    @property
    def is_fresh(self) -> bool:
        """Whether what is seen answers the last question."""
        return self.seen is not None and self.seen.question.same(self._wanted)

    def advance(self, now: float) -> bool:
        """Takes what is finished and begins what is due; True when there is something new."""
        if self._asked_at is None:
            self._asked_at = now
        is_new = self._running is not None and self._running.done()
        if is_new:
            self.gate.shut()
            self._take()
            if self._next == MANY:
                # on a slow machine too, the next drag must not have to wait for the many
                self._asked_at = now
        if self._next == FEW or now - self._asked_at >= QUIET:
            self._begin()
        return is_new

    def finish(self) -> None:
        """Waits until all is known. For pictures and tests; players never wait."""
        while self.busy:
            self.gate.open()
            self._begin()
            if self._running is not None:
                self._running.exception()
                self._take()

    # One thing at a time

    def _begin(self) -> None:
        if self._running is not None or self._wanted is None or self._next == DONE:
            return
        question, step, seen = self._wanted, self._next, self.seen
        self._next += 1
        self._running = self._beside.do(lambda: self._work(question, step, seen))

    def _take(self) -> None:
        if self._running is not None:
            running, self._running = self._running, None
            self.seen = running.result()

    def _work(self, question: Question, step: int, seen: Seen | None) -> Seen:
        if self._forecaster is None:
            self._before_all()
            self._forecaster = Forecaster(self.scenario, breathe=self.gate.wait)
        ahead, state = self._forecaster, question.state
        if question.decline is not None:
            state = assuming_use_decline(state, question.decline)
        if step == DOUBTS and seen is not None:
            chosen = (*question.kept, *question.tried)
            return replace(seen, doubts=ahead.largest_doubts(state, METERS, chosen=chosen))
        futures = WHILE_DRAGGING if step == FEW else ON_RELEASE
        # what was most in doubt a moment ago still is, until it has been looked for again
        same_game = seen is not None and seen.question.state is question.state
        doubts = seen.doubts if seen is not None and same_game else None
        if question.tried:
            both = ahead.what_if(state, METERS, question.tried, question.kept, futures)
            return Seen(question, futures, both.with_, both, doubts)
        fan = ahead.fan(state, METERS, futures, question.kept)
        return Seen(question, futures, fan, None, doubts)
