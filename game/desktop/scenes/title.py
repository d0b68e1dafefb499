"""The first thing one sees: the town at dusk, and one button that asks to be pressed."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scene import Answer, ChangeSetting, Push, Quit, Scene, ShowTerms
from game.desktop.scenes.town_show import DUSK

LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English"))


class TitleScene(Scene):
    """Play, continue, settings, language."""

    first_focus = "play"

    def __init__(self, play: Any) -> None:
        self.play = play
        self._year = play.saved_year()
        self._frames = 0

    def handle(self, intent: Any) -> Answer:
        match intent:
            case "play":
                return self.play.choose()
            case "today":
                return self.play.choose(of_the_day=True)
            case "continue":
                return self._continue()
            case "settings":
                from game.desktop.scenes.settings import SettingsDialog

                return Push(SettingsDialog())
            case "about":
                from game.desktop.scenes.about import AboutDialog

                return Push(AboutDialog())
            case "quit":
                return Quit()
            case ("language", chosen):
                return ChangeSetting("language", chosen)
        return None

    def _continue(self) -> Answer:
        answer = self.play.resume(self.ui.t)
        self._year = self.play.saved_year()
        return answer

    def tick(self, now: float) -> bool:
        """The town comes right after the first picture, and the engine when that is drawn."""
        self._frames += 1
        if self._frames == 2:
            self.ui.rebuild()
        if self._frames == 12:
            self.play.warm_up()
        return self._frames < 13

    def build(self, ui: Any) -> w.Widget:
        if ui.columns == 1 or ui.height_dp < 480:
            return w.Column(self._words(ui), self._buttons(ui), self._foot(ui), pad=24, gap=20)
        plate = w.Sized(
            w.Panel(w.Column(self._words(ui), self._buttons(ui), gap=22), pad=30), width=410
        )
        page = w.Column(
            w.Spacer(), w.Row(plate, w.Spacer(), align="center"), w.Spacer(), self._foot(ui),
            pad=40, gap=12,
        )  # fmt: skip
        return w.Stack(self._town(ui), page)

    def _town(self, ui: Any) -> w.Widget:
        if self._frames < 1:
            return w.Spacer()
        label = ui.t("scene.town.label")
        return self.play.town.of_levels(ui, DUSK, label, rounded=False)

    def _words(self, ui: Any) -> w.Widget:
        return w.Column(
            w.Label(ui.t("interface.game_title"), "display"),
            w.Label(ui.t("scene.title.promise"), "title", "muted"),
            *self._troubles(ui),
            gap=8,
        )

    def _troubles(self, ui: Any) -> list[w.Widget]:
        said = [ui.t(self.play.trouble)] if self.play.trouble else []
        return [self._trouble(text) for text in (*said, *ui.missing)]

    def _trouble(self, text: str) -> w.Widget:
        words = w.Label(text, "caption", name=f"trouble:{text}")
        row = w.Row(w.Icon("warning", 20, "crisis"), words, weights=(0, 1), gap=10)
        return w.Panel(row, "sunken", 10, shadow=False)

    def _buttons(self, ui: Any) -> w.Widget:
        resume = None
        if self._year is not None:
            words = ui.t("scene.title.continue", year=self._year)
            resume = w.Button(words, "continue", icon="continue", name="continue")
        return w.Column(
            w.Button(ui.t("scene.title.play"), "play", "primary", icon="play", name="play"),
            resume,
            w.Button(ui.t("setup.day"), "today", icon="sunrise", name="today"),
            w.Row(
                w.Button(ui.t("scene.settings"), "settings", icon="settings", name="settings"),
                w.Button(ui.t("scene.title.quit"), "quit", name="quit"),
                weights=(1, 0),
                gap=10,
            ),
            gap=10,
        )

    def _foot(self, ui: Any) -> w.Widget:
        choice = w.Choice(
            ui.t("scene.language"), LANGUAGES, ui.settings.language,
            lambda value: ("language", value), show_label=False,
        )  # fmt: skip
        words = w.Button(ui.t("terms.title"), ShowTerms(), icon="book-open", name="terms")
        about = w.Button(ui.t("about.title"), "about", icon="eye", name="about")
        return w.Row(w.Panel(choice, pad=8), w.Spacer(), words, about, gap=10, align="end")
