"""How a game ends: what the municipality is known for, which roles and goals were met.

There is no total. A title is the profile that stands out most, each counted in how far it usually
spreads between games; the tables below are all there is to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from game.content.common.roles import Aim, load_roles
from game.content.scenario import PUT_TO_USE, Scenario
from game.engine.conditions import all_hold
from game.engine.council import needs_council
from game.engine.crisis import Values, crises, crisis_below, level
from game.engine.decisions import find_measure
from game.engine.game_state import GameState, Record
from game.engine.later_years import test_2045 as test_2045
from game.engine.session import Session
from game.engine.shadow import end_without_players
from game.engine.specials import roles_in
from game.engine.strategy import reached
from game.engine.trials import EVALUATED, STOPPED, chosen_year, open_trials
from game.engine.turn import METERS

NEIGHBOUR_CHOICES = (
    "shared_service",
    "with_heart_network",
    "merge_municipalities",
    "neighbour_borrows.share_all",
    "neighbour_bonus.pact",
)
"""What is decided together with the neighbours."""


@dataclass(frozen=True)
class Played:
    """A game that is over, beside the same municipality with nobody at the wheel."""

    state: GameState
    without: Sequence[Record]
    scenario: Scenario

    @property
    def now(self) -> Values:
        """The last day."""
        return self.state.records[-1].values

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All that was decided, in order."""
        return tuple(entry.what for entry in self.state.chosen)

    @cached_property
    def cards(self) -> int:
        """How many cards and steps of cards were chosen."""
        found = (find_measure(name.partition(".")[0], self.scenario) for name in self.names)
        return sum(measure is not None and measure.dealt for measure in found)

    @cached_property
    def answers(self) -> int:
        """How many events were answered."""
        events = {event.id for event in self.scenario.events}
        return sum(name.partition(".")[0] in events for name in self.names)

    def gain(self, name: str) -> float:
        """How much higher a quantity ended than «uten dere»."""
        return self.now[name] - self.without[-1].values[name]

    def mean_gain(self, name: str) -> float:
        """How much higher it was in a mean year."""
        pairs = list(zip(self.state.records[1:], self.without[1:], strict=False))
        return sum(mine.values[name] - alone.values[name] for mine, alone in pairs) / len(pairs)

    def meter_gain(self, meter: str) -> float:
        """The same for a meter, in its own points."""
        return level(self.now, meter) - level(self.without[-1].values, meter)

    @cached_property
    def least_meter_gain(self) -> float:
        """The gain of the meter that gained least."""
        return min(self.meter_gain(meter) for meter in METERS)


Measured = Callable[[Played], float | None]
"""How much of something there is; None when the name would not be true."""


@dataclass(frozen=True)
class Profile:
    """What a title is measured by, and where that usually lies.

    `usual` and `spread` are the middle and the spread of some hundred games of many kinds, rounded.
    """

    id: str
    measure: Measured
    usual: float
    spread: float

    def stands_out(self, played: Played) -> float | None:
        """How far from the usual, counted in spreads."""
        value = self.measure(played)
        return None if value is None else (value - self.usual) / self.spread


# --- what the profiles are measured by ------------------------------------------------------------


def _full_time(played: Played) -> float | None:
    return 100.0 * played.gain("position_size") + 0.3 * played.gain("full_time_culture")


def _put_to_use(played: Played) -> float | None:
    count = sum(name.endswith(f".{PUT_TO_USE}") for name in played.names)
    return count + played.gain("innovation") / 10.0 if count else None


def _none_forgotten(played: Played) -> float | None:
    calmer = len(crises(played.now)) < len(crises(played.without[-1].values))
    safe = calmer or not crises(played.now)
    return played.least_meter_gain if safe and played.least_meter_gain > 0 else None


def _climbed(played: Played) -> float | None:
    """The longest way up for a meter that was in crisis and no longer is."""
    found = []
    for meter in METERS:
        levels = [level(record.values, meter) for record in played.state.records]
        if min(levels) < crisis_below(meter) <= levels[-1]:
            found.append(levels[-1] - min(levels))
    return max(found, default=None)


def _young(played: Played) -> float | None:
    return played.mean_gain("apprentices") + played.mean_gain("study_places")


def _changed_course(played: Played) -> float | None:
    """Trials that were measured, and then stopped."""
    stopped = [name for name in dict.fromkeys(played.names) if name.endswith(f".{STOPPED}")]
    measured = [
        name
        for name in stopped
        if _decided_by(f"{name.partition('.')[0]}.{EVALUATED}", name, played.state)
    ]
    return float(len(measured)) or None


def _decided_by(first: str, second: str, state: GameState) -> bool:
    before, after = chosen_year(first, state), chosen_year(second, state)
    return before is not None and after is not None and before <= after


def _with_neighbours(played: Played) -> float | None:
    together = sum(name in NEIGHBOUR_CHOICES for name in played.names)
    return together - played.gain("neighbour_pay") / 10.0 if together else None


def _only_money(played: Played) -> float | None:
    best_else = max(played.meter_gain(meter) for meter in METERS if meter != "money")
    saved = played.meter_gain("money")
    return saved - 2.0 * max(0.0, best_else) if saved > max(0.0, best_else) else None


def _only_fires(played: Played) -> float | None:
    decided = played.answers + played.cards
    return played.answers / decided + 0.1 * len(crises(played.now)) if decided else 0.0


def _statues(played: Played) -> float | None:
    count = len(open_trials(played.state, played.scenario))
    return float(count) if count > 1 else None


TITLES = (
    Profile("full_time_workshop", _full_time, 1.0, 1.4),
    Profile("attendance_municipality", lambda p: -100.0 * p.gain("sick_leave_rate"), 0.2, 0.65),
    Profile("recruitment_magnet", lambda p: p.gain("applicants"), 0.05, 0.09),
    Profile("trial_to_everyday", _put_to_use, 0.5, 1.2),
    Profile("community_builders", lambda p: p.gain("volunteers"), 2.0, 4.0),
    Profile("open_municipality", lambda p: p.gain("trust"), 3.0, 5.0),
    Profile("steady_course", _none_forgotten, 0.0, 2.0),
    Profile("turnaround", _climbed, 2.0, 6.0),
    Profile("youth_municipality", _young, 0.02, 0.11),
    Profile("learning_team", _changed_course, 0.0, 0.6),
    Profile("good_neighbours", _with_neighbours, 0.1, 0.65),
    Profile("money_box", _only_money, 0.0, 9.0),
    Profile("firefighters", _only_fires, 0.95, 0.25),
    Profile("pilot_park", _statues, 0.7, 1.2),
)
DAY_TO_DAY = "firefighters"
"""The title of a game in which nothing stands out."""


# --- the stand ------------------------------------------------------------------------------------


def _if_more(gain: float) -> float | None:
    return gain if gain > 0 else None


def _waffles(played: Played) -> float | None:
    """More to share an evening with, while the shifts stand empty."""
    return _if_more(played.gain("volunteers")) if "staffing" in crises(played.now) else None


def _half_done(played: Played) -> float | None:
    """More was tried than was ever proven."""
    return _if_more(played.gain("trials") - played.gain("proven"))


STAND_ENDINGS = (
    Profile("waffles", _waffles, 2.8, 1.6),
    Profile("agency_favourite", lambda p: _if_more(p.mean_gain("agency_share")), 0.012, 0.016),
    Profile("piggy_bank", _only_money, 0.0, 10.0),
    Profile("pilot_park_opens", _half_done, 0.9, 0.9),
    Profile("weekend_gap_won", lambda p: -100.0 * p.gain("staffing"), -3.0, 2.5),
    Profile("neighbour_calls", lambda p: _if_more(p.gain("services")), 9.0, 6.0),
    Profile("people_want_to_work_here", lambda p: _if_more(p.gain("wellbeing")), 4.5, 4.5),
    Profile("youth_took_over", lambda p: _if_more(p.least_meter_gain), 2.0, 2.5),
)
NOBODY_CAME = "weekend_gap_won"
"""The ending of a game in which nothing stands out."""


BROKEN = 4
"""With so many meters in crisis no praise is true: the names that are left tell how it went."""
HONEST = ("money_box", "firefighters", "pilot_park")


def title_scores(
    state: GameState, scenario: Scenario, without: Sequence[Record]
) -> dict[str, float]:
    """How far each title that is true stands out from the usual."""
    broken = len(crises(state.now)) >= BROKEN
    profiles = [profile for profile in TITLES if not broken or profile.id in HONEST]
    return _scores(profiles, DAY_TO_DAY, Played(state, without, scenario))


def title_of(state: GameState, scenario: Scenario, without: Sequence[Record]) -> str:
    """The title of a game that is over, against the records «uten dere»."""
    return _highest(title_scores(state, scenario, without))


def stand_ending(state: GameState, scenario: Scenario, without: Sequence[Record]) -> str:
    """The one line a game on the stand ends with."""
    return _highest(_scores(STAND_ENDINGS, NOBODY_CAME, Played(state, without, scenario)))


def _scores(profiles: Sequence[Profile], otherwise: str, played: Played) -> dict[str, float]:
    found = {profile.id: profile.stands_out(played) for profile in profiles}
    scores = {id_: score for id_, score in found.items() if score is not None}
    return {**scores, otherwise: max(0.0, scores.get(otherwise, 0.0))}


def _highest(scores: dict[str, float]) -> str:
    return max(scores, key=lambda id_: scores[id_])


# --- roles and goals ------------------------------------------------------------------------------


def role_results(state: GameState, scenario: Scenario) -> dict[str, bool]:
    """Whether each role at the table met its own goal."""
    roles = {role.id: role for role in load_roles()}
    return {
        id_: all(_met(aim, state, scenario) for aim in roles[id_].aims) for id_ in roles_in(state)
    }


def _met(aim: Aim, state: GameState, scenario: Scenario) -> bool:
    match aim.kind:
        case "change":
            return _has_moved(aim, state)
        case "always":
            held = (aim.holds,) if aim.holds else ()
            years = state.records[1:]
            return all(all_hold(held, record.values, frozenset()) for record in years)
        case "no_meter_in_crisis":
            return not crises(state.now)
        case "solutions_in_use":
            used = {c.what for c in state.chosen if c.what.endswith(f".{PUT_TO_USE}")}
            return len(used) >= aim.count
        case _:
            return _discussed_early(state, scenario)


def _has_moved(aim: Aim, state: GameState) -> bool:
    name = str(aim.variable)
    moved = state.now[name] - state.opening[name]
    return moved >= aim.by if aim.direction == "up" else -moved >= aim.by


def _discussed_early(state: GameState, scenario: Scenario) -> bool:
    """Whether there were cases, and the unions had a say before each of them."""
    cases = [entry for entry in state.chosen if needs_council(entry.what, state, scenario)]
    return bool(cases) and all(entry.involved for entry in cases)


def goals_reached(state: GameState) -> dict[str, bool]:
    """Whether each goal of the strategy is reached."""
    return {goal.id: reached(goal.id, state) for goal in state.goals}


def endings_of(session: Session) -> tuple[str, ...]:
    """What a game came to: `title …` (`stand_ending …` on the stand), and `result …`."""
    state, scenario = session.state, session.scenario
    alone = end_without_players(scenario, session.seed, session.setup)
    if state.setup.preset.answers_only:
        name = f"stand_ending {stand_ending(state, scenario, alone.records)}"
    else:
        name = f"title {title_of(state, scenario, alone.records)}"
    return name, f"result {test_2045(state, scenario, alone).result}"
