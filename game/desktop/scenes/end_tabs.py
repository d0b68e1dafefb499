"""What one can look at when a game is over: badges and goals, four jobs, or three cards."""

from __future__ import annotations

from typing import Any

from game.desktop import widgets as w
from game.view.discussion import DiscussionView
from game.view.ending import BadgeView, EndView, GoalView
from game.view.jobs import JobView

TABS = ("years", "badges", "jobs", "talk")
SUIT_ICONS = {
    "clubs": "club",
    "diamonds": "diamond",
    "hearts": "heart",
    "spades": "spade",
    "star": "star",
}


def tab_of(ui: Any, tab: str, view: EndView) -> w.Widget:
    """One of the tabs but the first; what is too high for its place scrolls in it."""
    make = {"badges": _badges, "jobs": _jobs, "talk": _talk}[tab]
    if ui.columns == 1:
        return make(ui, view)
    return w.Fitting(make(ui, view), w.Scroll(make(ui, view), f"tab:{tab}"))


# --- badges and goals -----------------------------------------------------------------------------


def _badges(ui: Any, view: EndView) -> w.Widget:
    loops = None
    if view.loops is not None:
        count = w.Label(view.loops.count_text, "strong")
        loops = w.Row(w.Icon("repeat", 20, "accent"), count, gap=10)
    if not view.badges:
        words = w.Label(ui.t("end.no_roles"), tone="muted")
        return w.Panel(w.Column(words, loops, gap=12), pad=16)
    goals = None
    if view.goals:
        heading = w.Label(ui.t("end.goals"), "small", "muted")
        goals = w.Column(heading, *[_goal(goal) for goal in view.goals], gap=4)
    return w.Panel(
        w.Column(
            w.Grid(*[_badge(ui, badge) for badge in _mine_first(ui, view)], least_width=210, gap=8),
            goals,
            loops,
            gap=10,
        ),
        pad=14,
    )


def _mine_first(ui: Any, view: EndView) -> list[BadgeView]:
    return sorted(view.badges, key=lambda badge: badge.role != ui.settings.seat)


def _badge(ui: Any, badge: BadgeView) -> w.Widget:
    whose = badge.role_name
    if badge.role == ui.settings.seat:
        whose = f"{whose} – {ui.t('seat.mine').lower()}"
    tone = "accent" if badge.is_won else "muted"
    if badge.is_won:
        lines = [
            w.Label(whose, "caption", "muted"),
            w.Label(badge.name, "strong"),
            w.Label(badge.sentence, "caption", "muted"),
        ]
    else:
        missed = ui.t("end.goal.missed")
        lines = [
            w.Label(whose, "small", "muted"),
            w.Label(f"{missed}. {badge.sentence}", "caption", "muted"),
        ]
    words = w.Column(*lines, gap=0)
    return w.Row(
        w.Icon(badge.icon, 24, tone, plate=True), words, weights=(0, 1), gap=10, align="start"
    )


def _goal(goal: GoalView) -> w.Widget:
    tone = "good" if goal.is_reached else "neutral"
    return w.Row(w.Label(goal.name), w.Tag(goal.text, tone), weights=(1, 0), gap=10)


# --- jobs -----------------------------------------------------------------------------------------


def _jobs(ui: Any, view: EndView) -> w.Widget:
    cards = w.Grid(*[_job(ui, job) for job in view.jobs.jobs], least_width=230, gap=8)
    check = w.Label(view.jobs.check, "caption", "muted")
    return w.Column(cards, check, gap=8)


def _job(ui: Any, job: JobView) -> w.Widget:
    head = w.Row(
        w.Icon(job.icon, 24, "accent", plate=True), w.Label(job.name, "strong"),
        weights=(0, 1), gap=10,
    )  # fmt: skip
    why = w.Label(job.why, "caption", "accent" if job.is_surprise else "muted")
    way = w.Label(ui.t("jobs.way", text=job.way), "caption")
    return w.Panel(w.Column(head, why, w.Label(job.does, "caption"), way, gap=3), pad=10)


# --- the talk -------------------------------------------------------------------------------------


def _talk(ui: Any, view: EndView) -> w.Widget:
    cards = [_card(card) for card in view.cards]
    how = w.Label(ui.t("talk.how"), "caption", "muted")
    return w.Column(*cards, how, gap=10)


def _card(card: DiscussionView) -> w.Widget:
    head = w.Row(
        w.Icon(SUIT_ICONS[card.suit_id], 22, "accent"), w.Label(card.suit, "small", "muted"),
        w.Spacer(), w.Tag(card.deal, "neutral"), gap=10,
    )  # fmt: skip
    return w.Panel(w.Column(head, w.Label(card.text, "title"), gap=4), pad=14)
