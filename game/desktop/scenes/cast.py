"""The people one meets: who is speaking, as a figure from the town or as a face in a circle."""

from __future__ import annotations

from typing import Any

import pygame

from game.desktop.shapes import from_svg, svg
from game.desktop.svg import rasterise
from game.desktop.town import town_sprites
from game.desktop.town_palette import palette_for
from game.desktop.widgets.base import Widget
from game.desktop.widgets.boxes import Row
from game.desktop.widgets.label import Label

FIGURES = {
    "Nina": "youth_phone",
    "Aisha": "woman_hijab",
    "Jonas": "apprentice_helmet",
    "Ingvild": "teacher",
    "Samir": "man_beard",
    "Tor": "nurse_man",
    "Ellen": "woman_red_coat",
    "Ragnhild": "volunteer_waffle",
    "Lars": "voter_two",
    "Bjarne": "singer_four",
    "Marit": "mayor",
    "Olaug": "volunteer_alone",
}
FACE = 0.46
"""How much of a figure, from the top, is shown in a circle."""


def speaker(text: str) -> str:
    """The one who says it, when it is someone we know: the name that stands last in the text."""
    places = {name: text.rfind(name) for name in FIGURES}
    name = max(places, key=lambda name: places[name])
    return name if places[name] >= 0 else ""


class Figure(Widget):
    """A person standing, as tall as asked for."""

    role = "image"

    def __init__(self, name: str, height: float) -> None:
        super().__init__(label=name)
        self.figure, self.tall = FIGURES[name], height

    def _unit(self, ui: Any) -> float:
        return float(ui.dp(self.tall) / town_sprites()[self.figure][1][3])

    def wish(self, ui: Any) -> int:
        return round(town_sprites()[self.figure][1][2] * self._unit(ui)) + 2

    need = wish

    def measure(self, ui: Any, width: int) -> int:
        return int(ui.dp(self.tall))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        size = (self.natural(ui), ui.dp(self.tall))
        key = ("figure", self.figure, size, ui.theme.name)
        picture = ui.painter.keep(key, lambda: drawn(ui, self.figure, size, self._unit(ui)))
        place = picture.get_rect(midbottom=self.rect.midbottom)
        surface.blit(picture, place)


class Face(Widget):
    """The upper part of a person in a circle."""

    role = "image"

    def __init__(self, name: str, size: float = 58) -> None:
        super().__init__(label=name)
        self.figure, self.size = FIGURES[name], size

    def wish(self, ui: Any) -> int:
        return int(ui.dp(self.size))

    need = wish

    def measure(self, ui: Any, width: int) -> int:
        return int(ui.dp(self.size))

    def paint(self, ui: Any, surface: pygame.Surface) -> None:
        size = ui.dp(self.size)
        key = ("face", self.figure, size, ui.theme.name)
        picture = ui.painter.keep(key, lambda: self._drawn(ui, size))
        place = picture.get_rect(center=self.rect.center)
        surface.blit(picture, place, special_flags=pygame.BLEND_PREMULTIPLIED)
        frame = "border" if ui.theme.outlined else None
        if frame:
            ui.painter.box(surface, place, None, self.size / 2, frame, 2)

    def _drawn(self, ui: Any, size: int) -> pygame.Surface:
        box = town_sprites()[self.figure][1]
        unit = size / (box[3] * FACE)
        wide = round(box[2] * unit)
        person = drawn(ui, self.figure, (wide, size), unit)
        sheet = pygame.Surface((size, size), pygame.SRCALPHA).convert_alpha()
        sheet.fill(ui.theme.colour("accent_soft"))
        sheet.blit(person, ((size - wide) // 2, round(size * 0.08)))
        disc = f'<circle cx="{size / 2}" cy="{size / 2}" r="{size / 2}" fill="#FFFFFF"/>'
        sheet.blit(from_svg(svg(size, size, disc), (size, size)), (0, 0),
                   special_flags=pygame.BLEND_RGBA_MULT)  # fmt: skip
        return sheet


def drawn(ui: Any, figure: str, size: tuple[int, int], unit: float) -> pygame.Surface:
    """A figure from its top left corner, cut at the size."""
    drawing, box = town_sprites()[figure]
    placed = f"translate({-box[0] * unit:.2f} {-box[1] * unit:.2f}) scale({unit:.4f})"
    palette = palette_for("summer", "day", ui.theme.name)
    flat = drawing.flatten(palette, figure, size, placed)
    return rasterise(flat, *size)


def quoted(text: str, size: float = 58) -> Widget:
    """What someone says, with the face of the one who says it."""
    name = speaker(text)
    if not name:
        return Label(text)
    return Row(Face(name, size), Label(text), weights=(0, 1), gap=12)
