"""What a choice is expected to do, shown before it is made: what, which way, how soon, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.effects import Effect
from game.content.scenario import Costly, Scenario
from game.engine.conditions import all_hold
from game.engine.game_state import GameState
from game.engine.resources import chosen_names
from game.model.variables import VARIABLES
from game.text.numbers import SPACE
from game.text.translate import Translator
from game.view.amounts import amount_text
from game.view.conditions import condition_text
from game.view.parts import EffectView, Meaning

STRONG_FROM = {"index": 5.0, "share": 0.007, "relative": 0.08, "nok": 400.0}
"""From here a change is much for its unit; kroner are per inhabitant."""
STRONG_OF = {
    "administration_need": 0.03,
    "agency_share": 0.06,
    "apprentices": 0.4,
    "care_applicants": 0.12,
    "health_need": 0.04,
    "home_care_need": 0.02,
    "in_moves": 0.03,
    "kindergarten_need": 0.03,
    "nursing_home_need": 0.02,
    "out_moves": 0.04,
    "property_tax": 0.2,
    "school_need": 0.02,
    "study_places": 0.4,
    "task_sharing": 0.1,
    "technical_need": 0.03,
    "volunteer_use": 10.0,
}
"""The quantities that move much more, or much less, than others of their unit."""
LARGE, SOME = 1.0, 0.45
"""Three marks from what is much for the quantity, two from nearly half of it."""
FIRST_SEEN = 3
"""So many lines are seen on a card; among them are both good and bad, where there are both."""


def effects_in_sight(effects: Iterable[Effect], state: GameState) -> tuple[Effect, ...]:
    """Those that would work as things stand; what waits for a later year may still come to."""
    values, chosen = {**state.now, "year": float(state.year)}, chosen_names(state)
    return tuple(
        effect
        for effect in effects
        if not any(one.not_chosen in chosen for one in effect.if_)
        and (effect.after or all_hold(effect.if_, values, chosen))
    )


def effect_views(
    effects: Iterable[Effect], t: Translator, scenario: Scenario | None = None
) -> tuple[EffectView, ...]:
    """One view a quantity, direction and condition, the largest first; those of a kind sum.

    With the scenario it is told what an effect waits for.
    """
    together: dict[tuple[str, bool, str], list[Effect]] = {}
    for effect in sorted(effects, key=lambda effect: effect.after):
        waits = condition_text(effect.if_, scenario, t) if scenario and effect.after else ""
        together.setdefault((effect.change, effect.by > 0, waits), []).append(effect)
    sized = [(_size(group), _view(group, waits, t)) for (_, _, waits), group in together.items()]
    sized.sort(key=lambda one: -one[0])
    return _both_sides(tuple(view for _, view in sized))


def _size(group: Sequence[Effect]) -> float:
    """How large a change is against what is much for its quantity."""
    variable = VARIABLES[group[0].change]
    strong = STRONG_OF.get(variable.id, STRONG_FROM.get(variable.unit, 0.0))
    return abs(sum(effect.by for effect in group)) / strong if strong else 0.0


def _both_sides(views: tuple[EffectView, ...]) -> tuple[EffectView, ...]:
    """The lines that are seen at first hide neither the good nor the bad."""
    seen, rest = views[:FIRST_SEEN], views[FIRST_SEEN:]
    for wanted in ("good", "bad"):
        other = next((view for view in rest if view.meaning == wanted), None)
        if other is None or any(view.meaning == wanted for view in seen):
            continue
        after = tuple(view for view in rest if view is not other)
        return (*seen[:-1], other, seen[-1], *after)
    return views


def _view(group: Sequence[Effect], waits: str, t: Translator) -> EffectView:
    effect, size = group[0], _size(group)
    variable = VARIABLES[effect.change]
    rises = effect.by > 0
    meaning: Meaning = "neutral"
    if variable.rising_is != "neutral":
        meaning = "good" if rises == (variable.rising_is == "good") else "bad"
    return EffectView(
        name=t(f"variable.{effect.change}"),
        direction="up" if rises else "down",
        strength=1 + (size >= SOME) + (size >= LARGE),
        delay_text=delay_text(effect, t),
        meaning=meaning,
        because=t.pick(effect.because),
        condition=waits,
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
        parts.append(amount_text(once, t.language))
    if yearly:
        parts.append(t("cost.yearly", amount=amount_text(yearly, t.language)))
    return " + ".join(parts).replace(" + ", f"{SPACE}+ ") if parts else t("cost.free")
