"""«Hva gjorde valgene deres?»: bars that sum to the whole, pairs, loops and luck, for one meter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.engine.turn import METERS
from game.engine.what_if.account import Account
from game.engine.what_if.attribution import LUCK_KINDS, Shares, by_pillar
from game.text.numbers import number, signed
from game.text.translate import Translator
from game.view.meters import value_text
from game.view.names import cause_name, option_label
from game.view.parts import BarView, Meaning

MOST_BARS = 8
MOST_PAIRS = 3
MOST_UNNAMED = 0.1
"""Of all that was done, what may hide in «all other choices»."""
LEAST = 0.05
"""Less than a twentieth of a point is shown as nothing."""
By = Literal["choice", "pillar"]


@dataclass(frozen=True)
class PairView:
    """Two choices that did more, or less, together than apart."""

    sentence: str
    amount: float
    meaning: Meaning


@dataclass(frozen=True)
class LoopView:
    """What one loop did to the meter; `kind` is R, B or RB, as the loop is drawn."""

    id: str
    number: int
    kind: str
    name: str
    sentence: str
    chain: tuple[str, ...]
    amount: float
    text: str
    meaning: Meaning


@dataclass(frozen=True)
class AccountView:
    """Everything about one meter in one year. The bars sum to `end` less `start`."""

    title: str
    meter: str
    year: int
    start: float
    end: float
    whole: str
    sentence: str
    bars: tuple[BarView, ...]
    note: str
    pairs: tuple[PairView, ...]
    loops_title: str
    loops_text: str
    loops: tuple[LoopView, ...]
    luck_title: str
    luck_sentence: str
    luck: tuple[BarView, ...]


@dataclass(frozen=True)
class _At:
    """Where in the account one looks."""

    account: Account
    meter: str
    row: int
    t: Translator

    @property
    def column(self) -> int:
        return METERS.index(self.meter)

    @property
    def scale(self) -> float:
        return 100.0 if self.meter == "staffing" else 1.0

    def of(self, values: object) -> float:
        """A number of the account, in the meter's own points."""
        return float(values[self.row, self.column]) * self.scale  # type: ignore[index]

    def amount_text(self, amount: float) -> str:
        unit = "percent" if self.meter == "staffing" else "points"
        return self.t(f"account.{unit}", n=number(abs(amount), 1, self.t.language))


def attribution(
    account: Account, meter: str, t: Translator, by: By = "pillar", year: int | None = None
) -> AccountView:
    """What did what to a meter by the end of a year, else of the last."""
    found = account.by_pillar if by == "pillar" else account.by_choice
    row = found.years.index(year) if year is not None else len(found.years) - 1
    at = _At(account, meter, row, t)
    bars, note = _bars(found, by, at), _note(found, at)
    return AccountView(
        title=t("account.title"),
        meter=t(f"meter.{meter}"),
        year=found.years[row],
        start=at.of(found.none),
        end=at.of(found.all_),
        whole=t(
            "account.whole",
            meter=t(f"meter.{meter}"),
            year=found.years[row],
            without=value_text(meter, at.of(found.none), t),
            with_=value_text(meter, at.of(found.all_), t),
        ),
        sentence=_sentence(bars, at),
        bars=bars,
        note=note,
        pairs=_pairs(found, by, at),
        loops_title=t("account.loops"),
        loops_text=t("account.loops.text"),
        loops=_loops(at),
        luck_title=t("account.luck"),
        luck_sentence=_luck_sentence(at),
        luck=_luck(at),
    )


def _bars(found: Shares, by: By, at: _At) -> tuple[BarView, ...]:
    """The largest one by one, the rest by pillar, and last what is too small to show."""
    amounts = [at.of(share) for share in found.shares]
    order = sorted(range(len(amounts)), key=lambda player: -abs(amounts[player]))
    shown = [player for player in order[:MOST_BARS] if abs(amounts[player]) >= LEAST]
    named = [(_name(found, player, by, at), amounts[player]) for player in shown]
    rest = [player for player in order if player not in shown]
    parts = _by_pillar(found, rest, amounts, at) if by == "choice" else []
    whole = sum(abs(amount) for _, amount in (*named, *parts))
    while sum(abs(amount) for _, amount in parts) > MOST_UNNAMED * whole:
        named.append(parts.pop(0))
    bars = [_bar(name, amount, at) for name, amount in named]
    if parts or (rest and by == "pillar"):
        # what is too small to show is still part of the sum
        left = at.of(found.all_) - at.of(found.none) - sum(amount for _, amount in named)
        bars.append(_bar((at.t("account.other"), ""), left, at))
    return tuple(bars)


def _by_pillar(
    found: Shares, players: list[int], amounts: list[float], at: _At
) -> list[tuple[tuple[str, str], float]]:
    """What the choices of each pillar did together, the largest first; one alone by its name."""
    together: dict[str, list[int]] = {}
    for pillar, rows in by_pillar(at.account.story).items():
        if among := [row for row in rows if row in players]:
            together[pillar] = among
    parts = []
    for pillar, rows in together.items():
        name = (at.t("account.rest", pillar=_pillar_name(pillar, at)), "")
        if len(rows) == 1:
            name = _name(found, rows[0], "choice", at)
        parts.append((name, sum(amounts[row] for row in rows)))
    return sorted(parts, key=lambda part: -abs(part[1]))


def _bar(name: tuple[str, str], amount: float, at: _At) -> BarView:
    label, since = name
    return BarView(
        label=label,
        amount=amount,
        text=signed(amount, 1, at.t.language),
        meaning=_meaning(amount),
        since=since,
        cause="",
    )


def _meaning(amount: float) -> Meaning:
    if abs(amount) < LEAST:
        return "neutral"
    return "good" if amount > 0 else "bad"


def _name(found: Shares, player: int, by: By, at: _At) -> tuple[str, str]:
    """The label of a player, and the year it was chosen where it is one choice."""
    if by == "pillar":
        return _pillar_name(found.players[player], at), ""
    entry = at.account.story.decided[player]
    return _choice_name(entry.what, at), at.t("why.since", year=entry.year)


def _pillar_name(pillar: str, at: _At) -> str:
    return at.t("account.events" if pillar == "events" else f"pillar.{pillar}")


def _choice_name(what: str, at: _At) -> str:
    scenario = at.account.story.scenario
    name = cause_name(what, scenario, at.t)
    return f"{name}: {option_label(what, scenario, at.t)}" if "." in what else name


def _sentence(bars: tuple[BarView, ...], at: _At) -> str:
    if not at.account.story.decided:
        return at.t("account.none")
    named = [bar for bar in bars if bar.label != at.t("account.other")]
    if not named:
        return ""
    most = named[0]
    return at.t("account.most", what=most.label, amount=most.text)


def _note(found: Shares, at: _At) -> str:
    if found.way == "exact":
        return ""
    error = max(at.of(error) for error in found.error)
    shown = number(max(error, LEAST), 1, at.t.language)
    return at.t("account.sampled", n=found.orders, error=shown)


def _pairs(found: Shares, by: By, at: _At) -> tuple[PairView, ...]:
    if found.pairs is None:
        return ()
    players = range(len(found.players))
    pairs = [(at.of(found.pairs[a, b]), a, b) for a in players for b in players if a < b]
    pairs.sort(key=lambda pair: -abs(pair[0]))
    views = []
    for amount, a, b in pairs[:MOST_PAIRS]:
        if abs(amount) < LEAST:
            break
        names = [_name(found, player, by, at)[0] for player in (a, b)]
        key = "account.pair.helped" if amount > 0 else "account.pair.hindered"
        sentence = at.t(key, a=names[0], b=names[1], amount=at.amount_text(amount))
        views.append(PairView(sentence, amount, _meaning(amount)))
    return tuple(views)


def _loops(at: _At) -> tuple[LoopView, ...]:
    """All twelve, in the order of their numbers: a loop that did nothing is also news."""
    views = []
    for loop, difference in zip(at.account.loops, at.account.by_loop.difference, strict=True):
        amount = at.of(difference)
        views.append(
            LoopView(
                id=loop.id,
                number=loop.number,
                kind=loop.kind,
                name=at.t.pick(loop.name),
                sentence=at.t.pick(loop.sentence),
                chain=loop.chain[at.t.language],
                amount=amount,
                text=signed(amount, 1, at.t.language),
                meaning=_meaning(amount),
            )
        )
    return tuple(views)


def _luck_sentence(at: _At) -> str:
    amount = at.of(at.account.luck.difference[0])
    if abs(amount) < LEAST:
        return at.t("account.luck.none")
    key = "account.luck.good" if amount > 0 else "account.luck.bad"
    return at.t(key, amount=at.amount_text(amount))


def _luck(at: _At) -> tuple[BarView, ...]:
    """The kinds of luck and the events that did something, the largest first."""
    story, found = at.account.story, at.account.luck
    names = [(at.t(f"luck.{kind}"), "") for kind in LUCK_KINDS]
    names += [
        (cause_name(event.what, story.scenario, at.t), str(event.year)) for event in story.happened
    ]
    bars = [
        _bar(name, at.of(difference), at)
        for name, difference in zip(names, found.difference[1:], strict=True)
    ]
    told = sorted((bar for bar in bars if abs(bar.amount) >= LEAST), key=lambda b: -abs(b.amount))
    return tuple(told[:MOST_BARS])
