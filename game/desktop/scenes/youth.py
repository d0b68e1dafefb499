"""«Ungdomsløpet» as a picture: school, the road through training, and the house one moves into."""

from __future__ import annotations

from typing import Any

from game.charts.youth_road import youth_road
from game.charts.youth_school import youth_school
from game.desktop import widgets as w
from game.engine.what_if.youth import youth_ahead
from game.text.translate import Translator
from game.view.youth import YouthView, youth
from game.view.youth_cards import YouthCardView

LOW = 700  # dp
CHART, LOW_CHART, ALONE = 292, 262, 350  # dp
ALONE_SCHOOL = 220  # dp
BESIDE = 720  # dp, narrower than this the school lies above the road
MOST_CARDS = 6


def youth_view(game: Any, t: Translator) -> YouthView:
    """The path of this game, with what is chosen now."""
    return youth(game.state, game.scenario, youth_ahead(game.state, game.scenario), t)


def youth_panel(ui: Any, view: YouthView) -> w.Widget:
    """The sentence, the two pictures, and what was chosen that moved them."""
    return w.Column(
        w.Flow(
            w.Label(view.sentence, "title", name="sentence"),
            w.Label(view.detail, "body", "muted") if view.detail else None,
            gap=10,
        ),
        _pictures(ui, view),
        _cards(view),
        gap=8,
    )


def _pictures(ui: Any, view: YouthView) -> w.Widget:
    alone = ui.columns == 1
    high = ALONE if alone else CHART if ui.height_dp >= LOW else LOW_CHART
    school = w.Column(
        w.Label(view.school.title, "strong"),
        w.Label(view.school.sentence, "caption", "muted"),
        w.Chart(
            lambda width, height: youth_school(
                view.school, width, height, ui.chart_text_width, t=ui.t, scale=ui.scale
            ),
            view.school.title, height=ALONE_SCHOOL if alone else high, fill=True,
            ground="raised", name="school",
        ),
        gap=2,
    )  # fmt: skip
    road = w.Column(
        w.Label(view.road.title, "strong"),
        w.Label(view.road.jobs, "caption", "muted") if view.road.jobs else None,
        w.Chart(
            lambda width, height: youth_road(
                view.road, width, height, ui.chart_text_width, t=ui.t, scale=ui.scale
            ),
            view.road.title, height=high, fill=True, ground="raised", name="road",
        ),
        gap=2,
    )  # fmt: skip
    return _Beside(school, road)


class _Beside(w.Split):
    """School to the left with a quarter of the width, the road with the rest."""

    def __init__(self, school: w.Widget, road: w.Widget) -> None:
        super().__init__(school, road, breakpoint=BESIDE, gap=24)

    def _side(self, ui: Any, width: int) -> int | None:
        if width < ui.dp(self.breakpoint):
            return None
        return int((width - ui.dp(self.gap)) * 0.73)


def _cards(view: YouthView) -> w.Widget:
    title = w.Label(view.cards_title, "strong" if view.cards else "body")
    shown = [_card(card) for card in view.cards[-MOST_CARDS:]]
    if not shown:
        return title
    return w.Column(title, w.Grid(*shown, least_width=236, gap=8, most_columns=4), gap=4)


def _card(card: YouthCardView) -> w.Widget:
    tone = "accent" if card.meaning == "good" else "crisis"
    words = w.Column(
        w.Label(card.name, "strong"),
        w.Label(" · ".join(card.lines), "caption", "muted"),
        gap=0,
    )
    row = w.Row(
        w.Icon(card.icon, 22, tone, plate=True), words, weights=(0, 1), gap=10, align="start"
    )
    return w.Panel(row, "accent_soft" if card.is_new else "sunken", 8, shadow=False,
                   name=f"youth:{card.id}")  # fmt: skip
