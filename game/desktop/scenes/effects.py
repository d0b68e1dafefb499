"""What a choice does, as rows: an arrow on a plate, the quantity, and how soon."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scenes.marks import Bolts, EffectMark
from game.view.parts import EffectView


def effect_rows(ui: Any, effects: tuple[EffectView, ...]) -> w.Widget:
    """One row an effect: arrow, quantity, «bedre» or «verre», and how soon."""
    return w.Column(*[_row(ui, view) for view in effects], gap=2)


def _row(ui: Any, view: EffectView) -> w.Widget:
    mark = EffectMark(view, effect_words(ui, view))
    meaning = _meaning(ui, view)
    how = f"{meaning} · {view.delay_text}" if meaning else view.delay_text
    words = w.Label(how, "caption", "muted")
    return w.Row(mark, w.Label(view.name), words, weights=(0, 1, 0), gap=9)


def _meaning(ui: Any, view: EffectView) -> str:
    """«bedre» or «verre»; nothing for what is neither."""
    return "" if view.meaning == "neutral" else str(ui.t(f"scene.meaning.{view.meaning}"))


def effect_words(ui: Any, view: EffectView) -> str:
    """An effect in words, for the ear and for tests."""
    meaning = _meaning(ui, view)
    return f"{ui.t(f'scene.direction.{view.direction}')} {meaning}".strip()


def described(ui: Any, effects: tuple[EffectView, ...], *more: str) -> str:
    """All effects in one sentence, for the description of a card."""
    parts = [f"{view.name} {effect_words(ui, view)} {view.delay_text}" for view in effects]
    return ", ".join((*parts, *(text for text in more if text)))


def price(ui: Any, cost_text: str, effort: int, *more: w.Widget | None) -> w.Widget:
    """What it costs: money, and effort as bolts."""
    bolts = None
    if effort:
        bolts = Bolts(effort, effort, ui.t("scene.effort", n=effort), 17)
    return w.Row(
        w.Row(w.Icon("money", 18, "muted"), w.Label(cost_text, "small"), weights=(0, 1), gap=7),
        w.Spacer(),
        *more,
        bolts,
        gap=10,
    )
