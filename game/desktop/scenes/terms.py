"""«Ordliste»: all the words to the left, and to the right what the chosen one means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.desktop import widgets as w
from game.desktop.interface import Interface
from game.desktop.scene import Answer, Dialog, Pop, Stay
from game.desktop.scenes.title import LANGUAGES
from game.desktop.widgets.base import Widget
from game.desktop.widgets.button import LEAST
from game.view.terms import TermView, next_with_letter, term_ids, term_views

WIDE, HIGH = 1240, 690  # dp: all the words at once
LOW = 420  # dp: a lower window has the meaning among the words
ROOMY = 560  # dp: a lower window has only the player's own language beside the list
AROUND = 200  # dp that the dialog needs above and below the words
COLUMNS, GAP = 4, 2
LIST, SIDE = 250, 372  # dp
PAD = 9  # dp
LEAP = 8  # words a page key moves
LETTER, AIR = 16, 4  # dp, the margin where a new letter stands, and before the next one

SAME_ID = ("meter", "dive", "profession")
"""Controls named «kind:id» whose id is the id of the word, where there is one."""
BELONGS = {
    "goals": "employer_strategy", "hear": "hearing", "involve": "union_rep",
    "lead": "leadership", "tab:lead": "leadership",
}  # fmt: skip
"""Controls that are one of the words under another name; the others open on no word."""

Step = Callable[[int], bool]


def asked_term(ui: Any) -> str | None:
    """The word of what has focus, else of what the pointer is on, when it is one of the words."""
    terms = term_ids()
    for widget in (ui.focus, ui.hovered):
        found = _term_of(widget.name) if widget is not None else None
        if found in terms:
            return found
    return None


def _term_of(control: str) -> str | None:
    kind, _, of = control.partition(":")
    return of if kind in SAME_ID else BELONGS.get(control, BELONGS.get(kind))


class TermsDialog(Dialog):
    """One word is chosen at a time; arrows and letters move to another."""

    width = 1232

    def __init__(self, term: str | None = None) -> None:
        self.term = term
        self.views: tuple[TermView, ...] = ()

    def handle(self, intent: Any) -> Answer:
        match intent:
            case ("term", term):
                self.term = term
                self.ui.rebuild()
                self.ui.reveal_focus()
            case ("letter", letter):
                found = next_with_letter(self.views, letter, self.term)
                if found is not None:
                    self.show(found.id)
        return Stay()

    def on_key(self, name: str) -> Any:
        """Every letter looks for a word; without single keys only from within the list."""
        if len(name) != 1 or not name.isalpha():
            return None
        held = self.ui.focus
        in_list = held is not None and held.name.startswith("term:")
        return ("letter", name) if in_list or self.ui.settings.single_keys else None

    def show(self, term: str) -> None:
        """Chooses a word for someone with keys: with the ring, and in sight."""
        self.term = term
        self.ui.rebuild()
        self.ui.move_focus(f"term:{term}")

    def step(self, key: int) -> bool:
        """Moves to another word with the arrows and the page keys."""
        if self._reads_on(key):
            return True
        ids = [view.id for view in self.views]
        at = ids.index(str(self.term))
        aside = self._rows if self._columns > 1 else 0
        places = {
            pygame.K_UP: at - 1, pygame.K_DOWN: at + 1,
            pygame.K_PAGEUP: max(0, at - LEAP), pygame.K_PAGEDOWN: min(len(ids) - 1, at + LEAP),
            pygame.K_HOME: 0, pygame.K_END: len(ids) - 1,
            pygame.K_LEFT: at - aside, pygame.K_RIGHT: at + aside,
        }  # fmt: skip
        place = places.get(key, at)
        if place == at or not 0 <= place < len(ids):
            return key in (pygame.K_UP, pygame.K_DOWN)
        self.show(ids[place])
        return True

    def _reads_on(self, key: int) -> bool:
        """Scrolls within a word that is higher than the window before it moves to the next."""
        held = self.ui.focus
        for area in self.ui.top.scrolls_around(held):
            below = key == pygame.K_DOWN and held.rect.bottom > area.rect.bottom
            above = key == pygame.K_UP and held.rect.top < area.rect.top
            if (below or above) and area.on_key(self.ui, key):
                return True
        return False

    @property
    def _columns(self) -> int:
        roomy = self.ui.width_dp >= WIDE and self.ui.height_dp >= HIGH
        return COLUMNS if roomy else 1

    @property
    def _rows(self) -> int:
        return -(-len(self.views) // self._columns)

    # Pictures

    def build(self, ui: Any) -> w.Widget:
        t = ui.t
        self.title = t("terms.title")
        self.views = term_views(t)
        chosen = next((view for view in self.views if view.id == self.term), self.views[0])
        self.term, self.first_focus = chosen.id, f"term:{chosen.id}"
        count = w.Tag(t("terms.count", n=len(self.views)), "neutral")
        head = w.Row(w.Label(self.title, "heading"), w.Spacer(), count, gap=12)
        close = w.Button(t("interface.close"), Pop(), "primary", name="close")
        hint = w.Label(t("terms.hint"), "caption", "muted")
        foot = w.Row(hint, close, weights=(1, 0), gap=16)
        return w.Column(head, self._body(chosen), foot, gap=12)

    def _body(self, chosen: TermView) -> w.Widget:
        ui = self.ui
        rows = self._rows if self._columns > 1 else len(self.views)
        words = [self._line(at, chosen, rows) for at in range(len(self.views))]
        if self._columns > 1:
            # A grid fills row by row, and a dictionary is read downwards.
            downwards = [word for row in range(rows) for word in words[row::rows]]
            page = w.Grid(*downwards, least_width=120, gap=GAP, most_columns=COLUMNS)
            return w.Split(page, self._panel(chosen), side_width=SIDE, gap=16)
        if ui.columns > 1 and ui.height_dp >= LOW:
            high = max(180, ui.height_dp - AROUND)
            scroll = w.Scroll(w.Column(*words, gap=GAP), "words", high, "raised")
            return w.Row(w.Sized(scroll, width=LIST), self._panel(chosen), weights=(0, 1), gap=20)
        words[self.views.index(chosen)] = OpenWord(chosen, self._meaning(chosen), self.step)
        return w.Column(*words, gap=GAP)

    def _line(self, at: int, chosen: TermView, rows: int) -> w.Widget:
        """A word, and its letter where it is the first of it or the first of a column."""
        view = self.views[at]
        is_first = at % rows == 0 or self.views[at - 1].letter != view.letter
        letter = w.Label(view.letter if is_first else "", "strong", "accent")
        air = w.Sized(w.Label("", "caption"), width=AIR)
        return w.Row(
            w.Sized(letter, width=LETTER), Word(view, view is chosen, self.step), air,
            weights=(0, 1, 0), gap=4,
        )  # fmt: skip

    def _panel(self, view: TermView) -> w.Widget:
        """The meaning beside the list; at large sizes it scrolls by itself."""
        body = w.Column(w.Label(view.name, "heading"), self._meaning(view), gap=8)
        scroll = w.Scroll(body, f"meaning:{view.id}", 120, "sunken")
        return w.Panel(scroll, "sunken", 18, shadow=False)

    def _meaning(self, view: TermView) -> w.Widget:
        t = self.ui.t
        return w.Column(
            w.Label(view.what, "title", name="what"),
            self._part("play", t("terms.in_game"), view.in_game, "in_game"),
            self._part("home", t("terms.in_reality"), view.in_reality, "in_reality"),
            self._elsewhere(view),
            gap=16,
        )

    def _elsewhere(self, view: TermView) -> w.Widget | None:
        if not view.elsewhere or self.ui.height_dp < ROOMY:
            return None
        names = dict(LANGUAGES)
        words = "\n".join(f"{names[language]}: {word}" for language, word in view.elsewhere)
        return self._part("language", self.ui.t("terms.elsewhere"), words, "elsewhere")

    def _part(self, icon: str, heading: str, text: str, name: str) -> w.Widget:
        words = w.Column(w.Label(heading, "small", "muted"), w.Label(text, name=name), gap=2)
        sign = w.Icon(icon, 22, "accent", plate=True)
        return w.Row(sign, words, weights=(0, 1), gap=14, align="start")


class Word(Widget):
    """A word in the list. Tab reaches the chosen one; arrows move between them."""

    role = "radio"

    def __init__(self, view: TermView, selected: bool, step: Step) -> None:
        super().__init__(label=view.name, name=f"term:{view.id}")
        self.intent = ("term", view.id)
        self.selected = self.focusable = selected
        self.step = step

    def state(self) -> list[str]:
        return ["selected"] if self.selected else []

    def wish(self, ui: Interface) -> int:
        return ui.painter.text_width(self.label, "strong") + 2 * ui.dp(PAD)

    def need(self, ui: Interface) -> int:
        return ui.painter.word_width(self.label, "strong") + 2 * ui.dp(PAD)

    def measure(self, ui: Interface, width: int) -> int:
        words = ui.painter.text_height(self.label, "strong", width - 2 * ui.dp(PAD))
        return max(ui.dp(LEAST), words + 2 * ui.dp(4))

    def on_key(self, ui: Interface, key: int) -> bool:
        return self.step(key)

    def paint(self, ui: Interface, surface: pygame.Surface) -> None:
        style, ink = "body", "ink"
        if self.selected:
            style, ink = "strong", "on_accent_soft"
            ui.painter.box(surface, self.rect, "accent_soft", self.radius, "accent", 2)
        elif ui.is_hovered(self):
            frame = "border" if ui.theme.outlined else None
            shade = ui.theme.blend("raised", "ink", 0.07)
            ui.painter.box(surface, self.rect, shade, self.radius, frame, 2)
        width = self.rect.width - 2 * ui.dp(PAD)
        height = ui.painter.text_height(self.label, style, width)
        left, top = self.rect.left + ui.dp(PAD), self.rect.centery - height // 2
        area = pygame.Rect(left, top, width, height)
        ui.painter.draw_text(surface, self.label, style, ink, area)


class OpenWord(w.Card):
    """The chosen word with its meaning below, where there is no room beside the list."""

    def __init__(self, view: TermView, meaning: w.Widget, step: Step) -> None:
        super().__init__(
            w.Column(w.Label(view.name, "heading"), meaning, gap=8), ("term", view.id), view.name,
            name=f"term:{view.id}", pad=14, role="radio", selected=True,
        )  # fmt: skip
        self.step = step

    def on_key(self, ui: Interface, key: int) -> bool:
        return self.step(key)

    def _paint_tick(self, ui: Interface, surface: pygame.Surface) -> None:
        """That it is open says enough."""
