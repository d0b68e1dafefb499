"""«Året går»: four seasons in the town, or a picture a year, with what lands on the way.

Always skippable.
"""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scenes.base import GAP, GameScene
from game.desktop.scenes.gauge import gauges
from game.desktop.scenes.marks import Stamp, Steps
from game.engine.turn_causes import latest_years
from game.view.passing import PassingView, SeasonView, passing

LASTS = 8.4  # seconds, for the whole turn
STAMP_STAYS = 1.2


SUDDEN = ("season", "evening", "snow", "election", "northern_light")


def blended(before: dict[str, float], after: dict[str, float], share: float) -> dict[str, float]:
    """The town on its way from one year to the next; what comes at once is not blended."""
    if not before:
        return after
    names = (set(before) | set(after)) - set(SUDDEN)
    between = {
        name: before.get(name, 0.0) + (after.get(name, 0.0) - before.get(name, 0.0)) * share
        for name in names
    }
    return {**after, **between}


LANDED_HEIGHT = 30.0
STILL_HEIGHT, TALLEST_STILL, AROUND_STILLS = 150.0, 340.0, 300.0
"""In dp: the least and most of one still, and what meters, words and foot take of the window."""


class PassingScene(GameScene):
    """The year passes by itself, or at once when asked to."""

    step = "passing"
    first_focus = "go_on"

    def __init__(self, play: Any) -> None:
        super().__init__(play)
        self._before = dict(play.town.last)
        self._meters_before = play.game.meters_before
        self._began: float | None = None
        self._season = 0
        self._stamped = False
        self._years = latest_years(self.game.session)

    def _view(self) -> PassingView:
        return passing(self.game.state, self.game.scenario, self.ui.t, self._years)

    def tick(self, now: float) -> bool:
        """Moves on through the seasons; stays at the last until the player goes on."""
        if self.ui.settings.motion != "full":
            return False
        if self._began is None:
            self._began = now
        passed = now - self._began
        count = len(self._view().seasons)
        season = min(count - 1, int(passed / LASTS * count))
        stamped = passed > STAMP_STAYS
        if (season, stamped) != (self._season, self._stamped):
            if season != self._season and self._landed_in(season):
                self.ui.sound("chime")
            self._season, self._stamped = season, stamped
            self.ui.rebuild()
        if passed > LASTS:
            self.ui.emit("go_on")
            return False
        return True

    def _landed_in(self, season: int) -> bool:
        return bool(self._view().seasons[season].landed)

    def build(self, ui: Any) -> w.Widget:
        view = self._view()
        self.title = ui.t("scene.passing.title", year=view.years_text)
        moving = ui.settings.motion == "full"
        words = ui.t("scene.passing.skip" if moving else "scene.passing.go_on")
        go_on = w.Button(words, "go_on", "primary", icon="continue", name="go_on")
        middle = self._film(view) if moving else self._stills(view)
        return self.page(self._meters(view), middle, foot=self.foot(go_on))

    def _meters(self, view: PassingView) -> w.Widget:
        """Last year's until the winter, when this year's result is known."""
        if (
            self.ui.settings.motion == "full"
            and self._season < len(view.seasons) - 1
            and self._meters_before
        ):
            return gauges(self.ui, self._meters_before)
        return gauges(self.ui, view.meters, moves=True)

    # One picture that changes

    def _film(self, view: PassingView) -> w.Widget:
        ui = self.ui
        season = view.seasons[self._season]
        levels = blended(self._before, season.town.levels(), (self._season + 1) / len(view.seasons))
        lines = tuple(one.line for one in season.town.reactions if one.line)
        town = self.play.town.of_levels(ui, levels, ui.t("scene.town.label"), lines)
        names = tuple(one.name for one in view.seasons)
        line = w.Panel(w.Row(Steps(names, self._season), gap=8), pad=8)
        stamp = None if self._stamped else Stamp(ui.t("scene.stamp"), "display")
        over = w.Column(
            w.Row(self._year(view), w.Spacer(), line, align="start"),
            w.Spacer(),
            w.Row(w.Spacer(), stamp, w.Spacer()) if stamp else None,
            w.Spacer(),
            self._words(season),
            pad=16,
        )
        return w.Stack(town, over)

    def _year(self, view: PassingView) -> w.Widget:
        return w.Panel(w.Label(view.years_text, "display"), pad=12)

    def _words(self, season: SeasonView) -> w.Widget:
        landed = [self._landed(text) for text in season.landed]
        line = w.Panel(w.Label(season.line, "title"), pad=14)
        return w.Flow(line, *landed, gap=10)

    def _landed(self, text: str) -> w.Widget:
        words = w.Label(text, "strong", "on_accent_soft")
        row = w.Row(w.Icon("check", 20, "on_accent_soft"), words)
        return w.Panel(row, "accent_soft", 14)

    # Four still pictures

    def _stills(self, view: PassingView) -> w.Widget:
        return w.Grid(*[self._still(one) for one in view.seasons], least_width=320, gap=GAP,
                      most_columns=2)  # fmt: skip

    def _still_height(self) -> float:
        """In dp. Two rows of pictures fill the window, as far as it goes without scrolling."""
        if self.ui.columns == 1:
            return STILL_HEIGHT
        lines = [len(season.landed) for season in self._view().seasons]
        words = LANDED_HEIGHT * (max(lines[:2]) + max(lines[2:], default=0))
        room = (self.ui.height_dp - AROUND_STILLS - words) / 2
        return max(STILL_HEIGHT, min(TALLEST_STILL, room))

    def _still(self, season: SeasonView) -> w.Widget:
        label = f"{self.ui.t('scene.town.label')}: {season.name}"
        town = self.play.town.widget(
            self.ui, season.town, label, name=f"town {season.id}", still=True,
            fill=False, height=self._still_height(),
        )  # fmt: skip
        head = w.Row(w.Tag(season.name, "accent"), w.Label(season.line), weights=(0, 1), gap=10)
        landed = [w.Label(text, "small") for text in season.landed]
        return w.Column(town, head, *landed, gap=6)
