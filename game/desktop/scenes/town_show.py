"""The picture of the town as a widget, the same from scene to scene."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.town import TownPicture
from game.view.parts import TownView

DUSK = {"season": 0.25, "evening": 0.5}
"""The town of the title: a summer evening, with light in the windows."""

HOME = "valley"
"""The landscape of the title."""


class TownShow:
    """Keeps the living picture as long as the town looks the same, and makes a new one when not."""

    def __init__(self) -> None:
        self.landscape = HOME
        """Which town is shown, when nothing else is asked for."""
        self.last: dict[str, float] = {}
        """The reactions of the view shown last."""
        self._pictures: dict[str, tuple[Any, TownPicture]] = {}

    def widget(
        self,
        ui: Any,
        view: TownView,
        label: str,
        name: str = "town",
        still: bool = False,
        **options: Any,
    ) -> w.Picture:
        """The town of a view."""
        self.last = view.levels()
        lines = tuple(reaction.line for reaction in view.reactions if reaction.line)
        return self.of_levels(ui, view.levels(), label, lines, name, still, **options)

    def of_levels(
        self,
        ui: Any,
        levels: dict[str, float],
        label: str,
        lines: tuple[str, ...] = (),
        name: str = "town",
        still: bool = False,
        landscape: str = "",
        **options: Any,
    ) -> w.Picture:
        """The town with these reactions."""
        quiet = still or ui.settings.motion != "full"
        place = landscape or self.landscape
        look = (tuple(sorted(levels.items())), ui.theme.name, quiet, place)
        known = self._pictures.get(name)
        if known is None or known[0] != look:
            # Each holds some ten megabytes of drawn houses and people, so those of another scene
            # are let go; only the four seasons are ever seen side by side.
            beside = {} if name == "town" else self._pictures
            picture = TownPicture((16, 9), levels, ui.theme.name, quiet, f"town_{place}")
            self._pictures = {**beside, name: (look, picture)}
        options = {"fill": True, "least_height": 170, **options}
        return w.Picture(self._pictures[name][1], label, lines=lines, name=name, **options)
