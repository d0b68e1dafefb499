"""What a choice is expected to do, shown before it is made: what, which way, how soon, how sure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.content.effects import Effect
from game.content.scenario import Costly
from game.engine.conditions import all_hold
from game.engine.game_state import GameState
from game.engine.resources import chosen_names
from game.model.variables import VARIABLES
from game.text.numbers import SPACE, nok_millions
from game.text.translate import Translator
from game.view.parts import EffectView, Meaning

STRONG_FROM = {"index": 5.0, "share": 0.007, "relative": 0.08}
"""From here an effect is shown with two arrows."""


def effects_in_sight(effects: Iterable[Effect], state: GameState) -> tuple[Effect, ...]:
    """Those that would work as things stand; what waits for a later year may still come to."""
    values, chosen = {**state.now, "year": float(state.year)}, chosen_names(state)
    return tuple(e for e in effects if e.after or all_hold(e.if_, values, chosen))


def effect_views(effects: Iterable[Effect], t: Translator) -> tuple[EffectView, ...]:
    """One view a quantity and direction, the soonest first; several of a kind count together."""
    views: dict[tuple[str, str], EffectView] = {}
    for effect in sorted(effects, key=lambda effect: effect.after):
        view = _view(effect, t)
        key = (view.name, view.direction)
        first = views.get(key)
        views[key] = replace(first, strength=2) if first else view
    return tuple(views.values())


def _view(effect: Effect, t: Translator) -> EffectView:
    variable = VARIABLES[effect.change]
    rises = effect.by > 0
    meaning: Meaning = "neutral"
    if variable.rising_is != "neutral":
        meaning = "good" if rises == (variable.rising_is == "good") else "bad"
    strong = abs(effect.by) >= STRONG_FROM.get(variable.unit, float("inf"))
    return EffectView(
        name=t(f"variable.{effect.change}"),
        direction="up" if rises else "down",
        strength=2 if strong else 1,
        delay_text=delay_text(effect, t),
        meaning=meaning,
        because=t.pick(effect.because),
    )


def delay_text(effect: Effect, t: Translator) -> str:
    """«nå», «om 1 år», «om 2–4 år»."""
    first, last = effect.after, effect.after + effect.over - 1
    if last == 0:
        return t("delay.now")
    if first == last:
        return t("delay.one", n=first)
    if first == 0:
        return t("delay.through", n=last + 1)
    return t("delay.span", first=first, last=last)


def cost_text(costly: Costly, residents: float, t: Translator) -> str:
    """«1,2 mill. kr», with the yearly cost after it; «Koster ikke penger» when nothing is paid."""
    parts = []
    once, yearly = costly.cost.total(residents), costly.yearly_cost.total(residents)
    if once:
        parts.append(nok_millions(once, t.language))
    if yearly:
        parts.append(t("cost.yearly", amount=nok_millions(yearly, t.language)))
    return " + ".join(parts).replace(" + ", f"{SPACE}+ ") if parts else t("cost.free")
