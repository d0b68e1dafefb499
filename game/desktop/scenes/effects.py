"""What a choice does, as rows: an arrow on a plate, the quantity, and how soon."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.desktop.scenes.marks import Bolts, EffectMark
from game.view.parts import EffectView


def effect_rows(ui: Any, effects: tuple[EffectView, ...], short: bool = False) -> w.Widget:
    """One row an effect: arrow, quantity, «bedre» or «verre», and how soon.

    What it waits for stands below it; where room is `short`, only that it waits for something.
    """
    return w.Column(*[_row(ui, view, short) for view in effects], gap=2)


def _row(ui: Any, view: EffectView, short: bool) -> w.Widget:
    mark = EffectMark(view, effect_words(ui, view))
    way = ui.t(f"scene.direction.{view.direction}")  # for what is neither good nor bad
    parts = [_meaning(ui, view) or way, view.delay_text]
    if view.condition and short:
        parts.append(ui.t("effect.if.short"))
    words = w.Label(" · ".join(parts), "caption", "muted")
    name: w.Widget = w.Label(view.name)
    if view.condition and not short:
        name = w.Column(name, w.Label(view.condition, "caption", "muted"), gap=0)
    return w.Row(mark, name, words, weights=(0, 1, 0), gap=9)


def waits_for(effects: tuple[EffectView, ...]) -> str:
    """What the effects of a card wait for, for its tip; empty when none does."""
    return ". ".join(f"{view.name}: {view.condition}" for view in effects if view.condition)


def _meaning(ui: Any, view: EffectView) -> str:
    """«bedre» or «verre»; nothing for what is neither."""
    return "" if view.meaning == "neutral" else str(ui.t(f"scene.meaning.{view.meaning}"))


def effect_words(ui: Any, view: EffectView) -> str:
    """An effect in words, for the ear and for tests: «opp en del, bedre»."""
    way, size = ui.t(f"scene.direction.{view.direction}"), ui.t(f"effect.size.{view.strength}")
    return ", ".join(part for part in (f"{way} {size}", _meaning(ui, view)) if part)


def described(ui: Any, effects: tuple[EffectView, ...], *more: str) -> str:
    """All effects in one sentence, for the description of a card."""
    parts = [
        f"{view.name} {effect_words(ui, view)} {view.delay_text} {view.condition}".strip()
        for view in effects
    ]
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
