"""Hand-written SVG in, pygame surfaces out.

A strict small subset, because nanosvg drops everything else in silence. `flatten` expands symbols
and palette colours; `rasterise` draws. What to draw where is the matter of town.py.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from io import BytesIO

import pygame

Palette = Mapping[str, str]
Box = tuple[float, float, float, float]
Expanded = tuple[str, str]
"""Gradients, and the shapes that use them."""

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GRADIENTS = frozenset({"linearGradient", "radialGradient"})
ELEMENTS = SHAPES | GRADIENTS | {"svg", "g", "defs", "symbol", "use", "stop"}
COLOUR_ATTRIBUTES = frozenset({"fill", "stroke", "stop-color", "color"})
PLAIN_ATTRIBUTES = frozenset(
    "d x y width height rx ry cx cy r x1 y1 x2 y2 fx fy points transform opacity fill-opacity"
    " stroke-opacity stroke-width stroke-linecap stroke-linejoin stroke-miterlimit"
    " stroke-dasharray stroke-dashoffset fill-rule gradientUnits gradientTransform spreadMethod"
    " offset stop-opacity".split()
)
OWN_ATTRIBUTES = frozenset({"id", "href", "viewBox"})
ATTRIBUTES = COLOUR_ATTRIBUTES | PLAIN_ATTRIBUTES | OWN_ATTRIBUTES
UNIT_COORDINATES = frozenset({"x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy"})
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
REFERENCE = re.compile(r"url\(#([^)]+)\)")


class ForbiddenSvg(ValueError):
    """The drawing uses something outside the subset, or a name that does not exist."""


class Drawing:
    """One SVG file, read and checked once, that can be flattened for many palettes."""

    def __init__(self, text: str, name: str = "svg") -> None:
        self.name = name
        self.root = ElementTree.fromstring(text)
        self._by_id: dict[str, ElementTree.Element] = {}
        for element in self.root.iter():
            self._check(element)

    def sprites(self) -> dict[str, Box]:
        """Every symbol that has a viewBox of its own, with that box."""
        return {
            symbol_id: _box(element)
            for symbol_id, element in self._by_id.items()
            if element.tag == "symbol" and "viewBox" in element.attrib
        }

    def elements(self) -> Iterator[ElementTree.Element]:
        """Every element of the file, for tests that read the drawings."""
        return self.root.iter()

    def flatten(
        self,
        palette: Palette,
        symbol: str | None = None,
        size: tuple[int, int] | None = None,
        placed: str = "",
    ) -> str:
        """Plain SVG for nanosvg: the whole file, or one symbol placed by a transform."""
        source = self.root if symbol is None else self.find(symbol)
        box = _box(source)
        width, height = size or (box[2], box[3])
        view = "" if size else f' viewBox="{" ".join(f"{number:g}" for number in box)}"'
        return _whole(self.expanded(palette, symbol), f"{width:g}", f"{height:g}", view, placed)

    def expanded(self, palette: Palette, symbol: str | None = None) -> Expanded:
        """The file or one symbol in plain shapes, the same wherever it is placed."""
        expander = _Expander(self, palette)
        for child in self.root if symbol is None else self.find(symbol):
            expander.add(child, "none", ())
        return expander.gradients(), "".join(expander.parts)

    def find(self, element_id: str) -> ElementTree.Element:
        """The element with this id."""
        if element_id not in self._by_id:
            raise ForbiddenSvg(f"{self.name}: nothing is called «{element_id}»")
        return self._by_id[element_id]

    def _check(self, element: ElementTree.Element) -> None:
        element.tag = _local(element.tag)
        if element.tag not in ELEMENTS:
            raise ForbiddenSvg(f"{self.name}: <{element.tag}> is not in the subset")
        if (element.text or "").strip() or (element.tail or "").strip():
            raise ForbiddenSvg(f"{self.name}: loose text in <{element.tag}>")
        if not ATTRIBUTES.issuperset(element.attrib) or "href" in element.attrib:
            for key in list(element.attrib):
                self._check_attribute(element, key)
        if "id" in element.attrib:
            if element.attrib["id"] in self._by_id:
                raise ForbiddenSvg(f"{self.name}: two are called «{element.attrib['id']}»")
            self._by_id[element.attrib["id"]] = element

    def _check_attribute(self, element: ElementTree.Element, key: str) -> None:
        name = _local(key)
        if name not in ATTRIBUTES:
            raise ForbiddenSvg(f"{self.name}: {name}= on <{element.tag}> is not in the subset")
        if name == "href" and (element.tag != "use" or not element.attrib[key].startswith("#")):
            raise ForbiddenSvg(f"{self.name}: href is for <use> of something in the same file")
        if name != key:
            element.attrib[name] = element.attrib.pop(key)


class _Expander:
    """Walks a drawing and writes it out flat."""

    def __init__(self, drawing: Drawing, palette: Palette) -> None:
        self.drawing = drawing
        self.palette = palette
        self.parts: list[str] = []
        self._used_gradients: dict[str, None] = {}

    def add(self, element: ElementTree.Element, current: str, trail: tuple[str, ...]) -> None:
        """Writes one element; `current` is what currentColor means here."""
        tag = element.tag
        if tag in SHAPES:
            self.parts.append(f"<{tag}{self._attributes(element, current)}/>")
        elif tag in ("g", "svg"):
            current = self._current(element, current)
            self.parts.append(f"<g{self._attributes(element, current)}>")
            for child in element:
                self.add(child, current, trail)
            self.parts.append("</g>")
        elif tag == "use":
            self._add_use(element, self._current(element, current), trail)

    def gradients(self) -> str:
        """The gradients that were pointed at, with coordinates nanosvg reads rightly."""
        if not self._used_gradients:
            return ""
        texts = (self._gradient(gradient_id) for gradient_id in self._used_gradients)
        return f"<defs>{''.join(texts)}</defs>"

    def _current(self, element: ElementTree.Element, current: str) -> str:
        colour = element.get("color")
        return current if colour is None else self._colour(colour, current)

    def _add_use(self, element: ElementTree.Element, current: str, trail: tuple[str, ...]) -> None:
        target_id = element.get("href", "#")[1:]
        if target_id in trail:
            raise ForbiddenSvg(f"{self.drawing.name}: «{target_id}» uses itself")
        target = self.drawing.find(target_id)
        trail = (*trail, target_id)
        transform = _use_transform(element, target)
        self.parts.append(f"<g{self._attributes(element, current, transform)}>")
        if target.tag == "symbol":
            for child in target:
                self.add(child, self._current(target, current), trail)
        else:
            self.add(target, current, trail)
        self.parts.append("</g>")

    def _attributes(
        self, element: ElementTree.Element, current: str, transform: str | None = None
    ) -> str:
        texts: list[str] = []
        is_use = element.tag == "use"
        for key, value in element.attrib.items():
            if key == "fill" or key == "stroke":
                texts.append(f' {key}="{self._paint(value, current)}"')
            elif key == "color" or key in OWN_ATTRIBUTES:
                continue
            elif not is_use or key not in ("x", "y", "width", "height", "transform"):
                texts.append(f' {key}="{value}"')
        if transform:
            texts.append(f' transform="{transform}"')
        return "".join(texts)

    def _paint(self, value: str, current: str) -> str:
        if value.startswith("url("):
            match = REFERENCE.fullmatch(value)
            if not match:
                raise ForbiddenSvg(f"{self.drawing.name}: cannot read the paint «{value}»")
            self._used_gradients[match[1]] = None
            return value
        return self._colour(value, current)

    def _colour(self, value: str, current: str) -> str:
        if value in self.palette:
            return self.palette[value]
        if value == "currentColor":
            return current
        if value == "none" or HEX_COLOUR.fullmatch(value):
            return value
        raise ForbiddenSvg(f"{self.drawing.name}: the palette has no colour «{value}»")

    def _gradient(self, gradient_id: str) -> str:
        element = self.drawing.find(gradient_id)
        if element.tag not in GRADIENTS:
            raise ForbiddenSvg(f"{self.drawing.name}: «{gradient_id}» is not a gradient")
        in_user_space = element.get("gradientUnits") == "userSpaceOnUse"
        texts = [f'<{element.tag} id="{gradient_id}"']
        for key, value in element.attrib.items():
            if key in UNIT_COORDINATES and not in_user_space:
                value = _percent(value)
            if key != "id":
                texts.append(f' {key}="{value}"')
        stops = "".join(self._stop(stop) for stop in element)
        return f"{''.join(texts)}>{stops}</{element.tag}>"

    def _stop(self, stop: ElementTree.Element) -> str:
        colour = self._colour(stop.get("stop-color", "#000000"), "none")
        opacity = "0" if colour == "none" else stop.get("stop-opacity", "1")
        shown = "#ffffff" if colour == "none" else colour
        offset = _percent(stop.get("offset", "0"))
        return f'<stop offset="{offset}" stop-color="{shown}" stop-opacity="{opacity}"/>'


def placed_at(drawn: Expanded, size: tuple[int, int], placed: str) -> str:
    """Plain SVG of an exact size in pixels, with what is drawn placed by a transform."""
    return _whole(drawn, f"{size[0]:g}", f"{size[1]:g}", "", placed)


def _whole(drawn: Expanded, width: str, height: str, view: str, placed: str) -> str:
    gradients, body = drawn
    if placed:
        body = f'<g transform="{placed}">{body}</g>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    return f"{head}{view}>{gradients}{body}</svg>"


def flatten(svg_text: str, palette: Palette) -> str:
    """The same picture without symbols, palette names or anything nanosvg would skip."""
    return Drawing(svg_text).flatten(palette)


def rasterise(svg_text: str, width: int, height: int) -> pygame.Surface:
    """Draws flat SVG at an exact size in pixels, ready for fast blits when a window is open."""
    surface = pygame.image.load_sized_svg(BytesIO(svg_text.encode()), (width, height))
    # An unconverted surface costs 34 times more to blit (desktop.md 10).
    return surface.convert_alpha() if pygame.display.get_surface() else surface


def _use_transform(element: ElementTree.Element, target: ElementTree.Element) -> str:
    texts = [element.get("transform", "")]
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    if x or y:
        texts.append(f"translate({x:g} {y:g})")
    if target.tag == "symbol" and "viewBox" in target.attrib:
        texts.append(_fit(element, _box(target)))
    return " ".join(text for text in texts if text)


def _fit(element: ElementTree.Element, box: Box) -> str:
    if "width" not in element.attrib or "height" not in element.attrib:
        raise ForbiddenSvg(f"<use> of «{element.get('href')}», which has a box, needs a size")
    width, height = float(element.attrib["width"]), float(element.attrib["height"])
    scale = min(width / box[2], height / box[3])
    left = (width - scale * box[2]) / 2 - scale * box[0]
    top = (height - scale * box[3]) / 2 - scale * box[1]
    return f"translate({left:g} {top:g}) scale({scale:g})"


def _box(element: ElementTree.Element) -> Box:
    numbers = [float(part) for part in element.get("viewBox", "").replace(",", " ").split()]
    if len(numbers) != 4:
        raise ForbiddenSvg(f"«{element.get('id')}» needs a viewBox of four numbers")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _percent(value: str) -> str:
    return value if value.endswith("%") else f"{float(value) * 100:g}%"


def _local(name: str) -> str:
    return name.rpartition("}")[2]
