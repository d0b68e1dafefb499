"""Arbeidsgiverstrategien: three of eight goals, each with a role that follows it up."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, Replace, Say
from game.desktop.scenes.base import GAP, GameScene
from game.desktop.scenes.picture import PictureScene
from game.engine.action import SetStrategy
from game.view.strategy import GoalView, StrategyView, strategy

STATUS_TONES = {"alive": "good", "reached": "good", "asleep": "crisis"}


class PictureWithGoals(PictureScene):
    """The year's picture, with the way to the goals where the game has them."""

    def own(self, intent: Any) -> Answer:
        if intent == "goals":
            return Replace(StrategyScene(self.play))
        return super().own(intent)

    def foot(self, primary: w.Widget, *others: w.Widget | None) -> w.Widget:
        return super().foot(primary, self._goals(), *others)

    def _goals(self) -> w.Widget | None:
        state, t = self.game.state, self.ui.t
        if not state.setup.preset.strategy:
            return None
        view = strategy(state, self.game.scenario, t)
        word = "see" if not view.is_open else "change" if view.is_set else "open"
        return w.Button(t(f"rule.strategy.{word}"), "goals", icon="target", key="s", name="goals")


class StrategyScene(GameScene):
    """A draft of three goals until it is decided. Leaving it decides nothing."""

    step = "picture"
    gap = 10

    def __init__(self, play: Any) -> None:
        super().__init__(play)
        state = play.game.state
        self.owners: dict[str, str] = {goal.id: goal.owner for goal in state.goals}
        """The goals of the draft, in the order they were chosen, with the role of each."""

    # Intents

    def own(self, intent: Any) -> Answer:
        match intent:
            case ("goal", goal):
                return self._toggle(goal)
            case ("owner", goal, role):
                self._give(goal, role)
                return None
            case "decide":
                return self._decide()
            case "skip":
                return Replace(self.game.scene())
        return None

    def on_escape(self) -> Any:
        return "skip"

    def go_on(self) -> Answer:
        return self._decide() if self._is_full(self._view()) else Replace(self.game.scene())

    def _toggle(self, goal: str) -> Answer:
        view = self._view()
        if goal in self.owners:
            del self.owners[goal]
        elif len(self.owners) >= view.count:
            return Say(self.ui.t("rule.strategy.full"))
        else:
            free = [one.id for one in view.owners if one.id not in self.owners.values()]
            self.owners[goal] = free[0]
        self.ui.sound("choose")
        return None

    def _give(self, goal: str, role: str) -> None:
        """The role takes the goal; the goal it had goes to whoever had this one."""
        before = self.owners[goal]
        for other, owner in self.owners.items():
            if owner == role:
                self.owners[other] = before
        self.owners[goal] = role

    def _decide(self) -> Answer:
        action = SetStrategy(tuple(self.owners), tuple(self.owners.values()))
        answer: Answer = self.game.do(action, self.ui.t)
        if tuple(goal.id for goal in self.game.state.goals) != action.goals:
            return answer
        self.ui.sound("lock")
        return Replace(self.game.scene())

    def _view(self) -> StrategyView:
        return strategy(self.game.state, self.game.scenario, self.ui.t)

    def _is_full(self, view: StrategyView) -> bool:
        return view.is_open and len(self.owners) == view.count

    # The page

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = ui.t("rule.strategy.question")
        self.first_focus = f"goal:{view.goals[0].id}" if view.is_open else "skip"
        cards = [self._goal(goal, view) for goal in view.goals]
        return self.page(
            self._head(view),
            w.Grid(*cards, least_width=250, gap=GAP, most_columns=4),
            self._plan(view),
            foot=self.foot(self._primary(view), self._skip(view)),
        )

    def _head(self, view: StrategyView) -> w.Widget:
        t = self.ui.t
        under = view.price or t("rule.strategy.how")
        words = w.Column(
            w.Label(self.title, "heading"),
            w.Label(under if view.is_open else t("rule.strategy.closed"), "body", "muted"),
            gap=0,
        )
        count = t("rule.strategy.places", n=len(self.owners), total=view.count)
        return w.Row(words, w.Tag(count, "accent"), weights=(1, 0), gap=16)

    def _primary(self, view: StrategyView) -> w.Widget:
        t = self.ui.t
        if not view.is_open:
            return w.Button(t("scene.back"), "skip", "primary", icon="back", name="skip")
        return w.Button(
            t("rule.strategy.decide"), "decide", "primary", icon="lock", key="l", name="decide",
            enabled=self._is_full(view), why_not=t("rule.strategy.not_yet"),
        )  # fmt: skip

    def _skip(self, view: StrategyView) -> w.Widget | None:
        words = self.ui.t("rule.strategy.skip")
        return w.Button(words, "skip", icon="continue", name="skip") if view.is_open else None

    # The goals

    def _goal(self, goal: GoalView, view: StrategyView) -> w.Widget:
        chosen = goal.id in self.owners
        foot = w.Row(
            w.Label(goal.target, "small", "muted"), self._status(goal), weights=(1, 0), gap=8
        )
        body = w.Column(
            w.Row(
                w.Icon(goal.icon, 24, goal.pillar, plate=True),
                w.Label(goal.name, "strong"),
                weights=(0, 1),
                gap=12,
            ),
            w.Spacer(),
            foot,
            gap=8,
        )
        return w.Card(
            body,
            ("goal", goal.id),
            label=goal.name,
            selected=chosen,
            enabled=view.is_open or chosen,
            edge=goal.pillar,
            name=f"goal:{goal.id}",
            pad=12,
            tip=goal.sentence,
            description=f"{goal.sentence} {goal.target}. {goal.follow_up}",
        )

    def _status(self, goal: GoalView) -> w.Widget | None:
        if not goal.status:
            return None
        return w.Tag(goal.status_text, STATUS_TONES[goal.status])

    # The plan as it takes shape

    def _plan(self, view: StrategyView) -> w.Widget:
        by_id = {goal.id: goal for goal in view.goals}
        chosen = [self._part(by_id[goal], view) for goal in self.owners]
        empty = [self._empty(number) for number in range(len(chosen) + 1, view.count + 1)]
        if self.ui.columns == 1:
            return w.Column(*chosen, *empty, gap=GAP)
        return w.Row(*chosen, *empty, weights=(1,) * view.count, gap=GAP)

    def _empty(self, number: int) -> w.Widget:
        words = w.Label(self.ui.t("rule.strategy.slot", n=number), "title", "muted", "center")
        return w.Panel(w.Column(w.Spacer(), words, w.Spacer()), "sunken", 16, shadow=False)

    def _part(self, goal: GoalView, view: StrategyView) -> w.Widget:
        """One goal of the plan: what it says, what keeps it alive, and who follows it up."""
        t = self.ui.t
        head = w.Row(
            w.Icon(goal.icon, 28, goal.pillar, plate=True), w.Label(goal.name, "title"),
            weights=(0, 1), gap=14,
        )  # fmt: skip
        follow = t("rule.strategy.follow", what=goal.follow_up)
        return w.Panel(
            w.Column(
                head,
                w.Label(goal.sentence),
                w.Label(follow, "caption", "muted"),
                w.Spacer(),
                self._owner(goal, view),
                gap=8,
            ),
            pad=16,
        )

    def _owner(self, goal: GoalView, view: StrategyView) -> w.Widget:
        role = next(one for one in view.owners if one.id == self.owners[goal.id])
        said = self.ui.t("rule.strategy.owned", who=role.name)
        name = w.Label(said, "small", "muted")
        if not view.is_open:
            return name
        roles = [
            w.Button(
                one.letter, ("owner", goal.id, one.id), name=f"owner:{goal.id}:{one.id}",
                pressed=one is role, tip=one.name,
            )
            for one in view.owners
        ]  # fmt: skip
        return w.Column(name, w.Flow(*roles, gap=6), gap=6)
