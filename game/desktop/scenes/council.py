"""The council: thirty-five seats, what each group says, and the answer to an offer."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer
from game.desktop.scenes.base import GAP, GameScene
from game.desktop.scenes.effects import described, effect_rows
from game.desktop.scenes.follow import CardThatTells, Follow
from game.desktop.scenes.marks import Cap, Stamp
from game.desktop.scenes.signs import GroupMark, Hall
from game.engine.action import AnswerCouncil
from game.view.council import AnswerView, CouncilView, GroupView, VoteView, council

MOST_PLEDGES = 2
HALLS = (400.0, 340.0, 300.0, 260.0, 220.0, 180.0, 150.0)
"""Heights of the hall in dp, the largest that fits."""
SIDE_BY_SIDE, LEAST_HEIGHT = 1000.0, 660.0
"""Windows in dp below which the groups stand under the hall, and the page scrolls."""
STAMP_TONES = {"carried": "good", "rejected": "crisis", "withdrawn": "muted"}


class CouncilScene(GameScene):
    """One case at a time: how the groups vote, and what one of them would take for its votes."""

    step = "measures"
    gap = 8

    def __init__(self, play: Any) -> None:
        super().__init__(play)
        self.at: int | None = None
        """The case that is shown, once the players have looked at one themselves."""
        self.heard = ""
        """The group the players have asked to hear."""

    # Intents

    def own(self, intent: Any) -> Answer:
        match intent:
            case ("council", answer):
                view = self._view()
                self.at = self._place(view)
                self.ui.sound("lock" if answer == "accept" else "choose")
                done = self.game.do(AnswerCouncil(view.votes[self.at].what, answer), self.ui.t)
                if self.ui.hovered is None:
                    # Answered by key: the next thing to press is at hand.
                    self.ui.move_focus("go_on" if self._view().is_done else "next_case")
                return done
            case ("hear", group):
                self.heard = group
                return None
            case "next_case":
                view = self._view()
                self.at = (self._place(view) + 1) % len(view.votes)
                return None
        return None

    def _view(self) -> CouncilView:
        return council(self.game.state, self.game.scenario, self.ui.t)

    def _place(self, view: CouncilView) -> int:
        return view.current if self.at is None else min(self.at, len(view.votes) - 1)

    # The page

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        vote = view.votes[self._place(view)]
        self.title = ui.t("rule.council.title", year=view.year)
        # With an offer the focus is on who makes it: Enter must not accept what nobody has read.
        self.first_focus = f"group:{_loudest(vote)[0].id}" if vote.waits else "go_on"
        low = ui.columns > 1
        return self.page(
            self.meters(view.meters, low=low),
            w.Split(
                self._hall(vote), self._side(view, vote), side_width=ui.width_dp * 0.44,
                breakpoint=SIDE_BY_SIDE, gap=GAP,
            ),
            self._answers(vote) if vote.waits else None,
            foot=self.foot(*self._onward(view, vote)),
        )  # fmt: skip

    def _onward(self, view: CouncilView, vote: VoteView) -> list[w.Widget]:
        """The button of this moment first: the next case while one waits, else the year."""
        t, turn = self.ui.t, not view.is_done and not vote.waits
        go_on = w.Button(
            t("rule.council.go_on"), "go_on", "secondary" if turn else "primary",
            icon="continue", name="go_on", enabled=view.is_done, why_not=t("refused.needs_answer"),
        )  # fmt: skip
        if len(view.votes) < 2:
            return [go_on]
        style = "primary" if turn else "secondary"
        following = w.Button(
            t("rule.council.next"), "next_case", style, icon="chevron-right", name="next_case"
        )
        return [following, go_on] if turn else [go_on, following]

    # The hall

    def _hall(self, vote: VoteView) -> w.Widget:
        t = self.ui.t
        head = w.Row(
            w.Icon(vote.icon, 26, vote.pillar, plate=True),
            w.Column(
                w.Label(f"{vote.number} · {vote.prepared_text}", "caption", "muted"),
                w.Label(vote.title, "heading"),
                gap=0,
            ),
            None if vote.waits else self._stamp(vote),
            weights=(0, 1, 0),
            gap=14,
        )
        label = t("rule.council.hall", yes=vote.yes, no=vote.no, needed=vote.needed)
        groups = [(group.row, group.seats, group.yes) for group in vote.groups]
        halls = [Hall(groups, vote.needed, label, tall) for tall in self._heights()]
        words = w.Row(
            w.Label(vote.needed_text, "strong"),
            w.Label(vote.sentence, "body", "muted"),
            gap=10,
        )
        return w.Panel(w.Column(head, w.Fitting(*halls), words, gap=8), pad=16)

    def _heights(self) -> tuple[float, ...]:
        """The heights to try; where the page scrolls there is room for one that can be seen."""
        is_small = self.ui.width_dp < SIDE_BY_SIDE or self.ui.height_dp < LEAST_HEIGHT
        return HALLS[4:5] if is_small else HALLS

    def _stamp(self, vote: VoteView) -> w.Widget:
        return Stamp(vote.result_text, "heading", STAMP_TONES[vote.result])

    # The groups

    def _side(self, view: CouncilView, vote: VoteView) -> w.Widget:
        cards = [self._group(group) for group in vote.groups]
        says = {f"group:{group.id}": self._said(group, True) for group in vote.groups}
        asked = [group for group in vote.groups if group.id == self.heard]
        first = [self._said(group) for group in asked or _loudest(vote)]
        told = Follow(w.Column(*first, gap=10), says)
        return w.Column(
            w.Column(*cards, gap=5),
            w.Panel(told, "sunken", 12, shadow=False),
            self._pledges(view),
            gap=8,
        )

    def _group(self, group: GroupView) -> w.Widget:
        t = self.ui.t
        seats = t("rule.council.seats", n=group.seats)
        row = w.Row(
            GroupMark(group.row, group.yes),
            w.Label(group.name, "strong"),
            w.Label(seats, "caption", "muted"),
            w.Tag(group.vote_text, "good" if group.yes else "crisis"),
            weights=(0, 1, 0, 0),
            gap=10,
        )
        return CardThatTells(
            row, ("hear", group.id), label=group.name, name=f"group:{group.id}", pad=8,
            description=f"{seats}, {group.vote_text}. {group.says} {group.watches}",
        )  # fmt: skip

    def _said(self, group: GroupView, with_promises: bool = False) -> w.Widget:
        """What a group says; with what it promised its voters for the one that is looked at."""
        said = w.Label(self.ui.t("rule.said", text=group.says), "title")
        watches = w.Label(group.watches, "caption", "muted") if with_promises else None
        mark = GroupMark(group.row, group.yes, 30)
        return w.Row(mark, w.Column(said, watches, gap=2), weights=(0, 1), gap=12)

    def _pledges(self, view: CouncilView) -> w.Widget | None:
        if not view.pledges:
            return None
        tones = {"open": "accent", "kept": "good", "broken": "crisis"}
        lines = [
            w.Row(
                w.Label(pledge.text, "small"),
                w.Tag(pledge.status_text, tones[pledge.status]),
                weights=(1, 0),
                gap=8,
            )
            for pledge in view.pledges[:MOST_PLEDGES]
        ]
        heading = w.Label(self.ui.t("rule.pledges"), "caption", "muted")
        return w.Panel(w.Column(heading, *lines, gap=4), pad=10)

    # The offer

    def _answers(self, vote: VoteView) -> w.Widget:
        cards = [self._answer(answer) for answer in vote.answers]
        offer = w.Row(
            w.Icon("partnership", 24, "on_accent_soft"),
            w.Label(vote.offer_text, "strong", "on_accent_soft"),
            weights=(0, 1),
            gap=12,
        )
        return w.Column(
            w.Panel(offer, "accent_soft", 10, shadow=False),
            w.Grid(*cards, least_width=260, gap=GAP, most_columns=3),
            gap=8,
        )

    def _answer(self, view: AnswerView) -> w.Widget:
        body = w.Column(
            w.Row(Cap(view.letter), w.Label(view.label, "strong"), weights=(0, 1), gap=12),
            w.Label(view.text),
            effect_rows(self.ui, view.effects) if view.effects else None,
            gap=5,
        )
        return w.Card(
            body,
            ("council", view.id),
            label=view.label,
            name=f"answer:{view.letter}",
            key=view.letter.lower(),
            pad=12,
            description=described(self.ui, view.effects, view.text),
        )


def _loudest(vote: VoteView) -> list[GroupView]:
    """Those who speak first: who makes an offer, else the largest group on each side."""
    offering = [group for group in vote.groups if group.offers]
    if offering and vote.waits:
        return offering
    by_size = sorted(vote.groups, key=lambda group: -group.seats)
    sides = [[group for group in by_size if group.yes is yes] for yes in (True, False)]
    return [side[0] for side in sides if side]
