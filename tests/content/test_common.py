"""What all municipalities share: every list is whole, and a broken file is told in words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from game import paths
from game.content.common import (
    load_areas,
    load_badges,
    load_discussion_cards,
    load_goals,
    load_monitor,
    load_occupations,
    load_parties,
    load_results,
    load_roles,
    load_stand_endings,
    load_suits,
    load_terms,
    load_titles,
    load_values,
)
from game.content.common.discussion import SUIT_SIZES, DiscussionFile
from game.content.common.goals import GoalsFile
from game.content.common.monitor import MonitorFile
from game.content.common.occupations import OccupationsFile
from game.content.common.parties import PartiesFile
from game.content.common.reading import read_common
from game.content.common.roles import RolesFile
from game.content.common.terms import TermsFile
from game.content.common.titles import TitlesFile
from game.content.common.told import METERS, CommonFile
from game.content.load import load_library
from game.content.loops import load_loops
from game.content.problem import BrokenContent
from game.content.scenario import Measure
from game.content.words import Pillar
from game.text.glossary import load_glossary

SOURCE = paths.scenarios_dir() / "common"


def problems_when(
    tmp_path: Path, form: type[CommonFile], old: str, new: str
) -> list[tuple[int, str]]:
    """What is told when the first `old` in a sound file is replaced by `new`."""
    text = (SOURCE / form.name).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / form.name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenContent) as broken:
        read_common(form, tmp_path)
    return [(problem.line, problem.what) for problem in broken.value.problems]


# ---- the lists are whole ----


def test_every_list_has_as_many_as_the_design_promises() -> None:
    counts = {
        "goals": len(load_goals()),
        "parties": len(load_parties()),
        "roles": len(load_roles()),
        "occupations": len(load_occupations()),
        "cards": len(load_discussion_cards()),
        "titles": len(load_titles()),
        "results": len(load_results()),
        "stand endings": len(load_stand_endings()),
        "badges": len(load_badges()),
        "indicators": len(load_monitor()),
        "areas": len(load_areas()),
        "terms": len(load_terms()),
    }

    assert counts == {
        "goals": 8,
        "parties": 5,
        "roles": 7,  # six, and the leader of the youth council
        "occupations": 20,
        "cards": 32,
        "titles": 14,
        "results": 3,
        "stand endings": 8,
        "badges": 7,
        "indicators": 8,
        "areas": 7,
        "terms": 40,
    }
    assert len(load_values()) >= 6


def test_a_file_is_read_once_and_cannot_be_changed() -> None:
    assert load_goals() is load_goals()
    with pytest.raises(ValueError):
        load_goals()[0].by = 3.0  # type: ignore[misc]


def test_the_five_groups_fill_the_thirty_five_seats_and_none_rules_alone() -> None:
    seats = [party.seats for party in load_parties()]

    assert sum(seats) == 35
    assert max(seats) + sorted(seats)[-2] < 18  # not even the two largest have a majority


def test_each_group_asks_for_a_pillar_of_its_own_and_watches_two_quantities() -> None:
    parties = load_parties()

    assert sorted(party.asks_for for party in parties) == sorted(get_args(Pillar))
    watched = [name for party in parties for name in party.watches]
    assert len(set(watched)) == 10


def test_the_eight_goals_are_about_eight_things_and_every_pillar_follows_one_up() -> None:
    goals = load_goals()

    assert len({goal.variable for goal in goals}) == 8
    assert {pillar for goal in goals for pillar in goal.follow_up} == set(get_args(Pillar))
    assert [goal.id for goal in goals if goal.signed < 0] == ["attendance"]


def test_numbers_said_in_a_roles_goal_are_the_numbers_it_is_judged_by() -> None:
    roles = {role.id: role for role in load_roles()}

    assert "ti prosentpoeng" in roles["hr"].goal.nb and roles["hr"].aims[0].by == 0.1
    holds = roles["finance"].aims[0].holds
    assert "fem prosent" in roles["finance"].goal.nb and holds is not None and holds.value == 0.05
    assert roles["development"].goal.nb.startswith("To ")
    assert roles["development"].aims[0].count == 2


def test_six_roles_sit_at_the_table_and_one_can_stand_in_for_any() -> None:
    roles = load_roles()

    assert [role.id for role in roles if role.replaces_any] == ["youth"]
    assert len({role.letter for role in roles}) == 7
    assert len({role.knows for role in roles}) == 7
    assert len({role.special.id for role in roles}) == 7
    assert not [role.id for role in roles if role.id in role.pulls_against]


def test_every_adviser_can_argue_both_for_and_against() -> None:
    for role in load_roles():
        assert 6 <= len(role.reasons) <= 8, role.id
        assert {reason.stance for reason in role.reasons} == {"for", "against"}, role.id


def test_no_adviser_is_both_for_and_against_the_same_move() -> None:
    for role in load_roles():
        stances: dict[tuple[str, str], set[str]] = {}
        for reason in role.reasons:
            for name in reason.moves:
                stances.setdefault((name, reason.direction), set()).add(reason.stance)
        assert not [move for move, said in stances.items() if len(said) > 1], role.id


def moves_of(measure: Measure) -> set[tuple[str, str]]:
    """What a card moves, its price and the strength it takes counted with the rest."""
    moves = {(effect.change, "up" if effect.by > 0 else "down") for effect in measure.effects}
    if measure.cost.value or measure.yearly_cost.value:
        moves.add(("operating_cost", "up"))
    if measure.effort >= 2:
        moves.add(("change_capacity", "down"))
    return moves


def test_every_card_that_is_dealt_has_an_adviser_for_it_and_one_against() -> None:
    one_sided = []
    for measure in load_library().measures:
        moves = moves_of(measure)
        stances = {
            reason.stance
            for role in load_roles()
            for reason in role.reasons
            if any((name, reason.direction) in moves for name in reason.moves)
        }
        if measure.dealt and stances != {"for", "against"}:
            one_sided.append(measure.id)

    assert one_sided == []


def test_the_name_of_what_moves_can_be_put_into_every_reason() -> None:
    for role in load_roles():
        for reason in role.reasons:
            for name in reason.moves:
                concept = load_glossary()[name]
                said = reason.text.nb.format(quantity=concept.name.nb)
                assert "{" not in said and said.endswith("."), role.id
                assert (concept.name.nb in said) or len(reason.moves) == 1


# ---- the discussion deck ----


def test_the_deck_has_four_suits_of_seven_and_four_jokers() -> None:
    assert Counter(card.suit for card in load_discussion_cards()) == SUIT_SIZES
    assert "".join(suit.symbol for suit in load_suits()) == "♣♦♥♠★"


def test_every_meter_has_a_card_for_when_it_went_well_and_one_for_when_it_hurt() -> None:
    cards = load_discussion_cards()

    for meter in METERS:
        deals = {card.deal for card in cards if meter in card.about}
        assert {"well", "hurt"} <= deals, meter


def test_every_pillar_and_every_loop_has_a_card() -> None:
    about = {name for card in load_discussion_cards() for name in card.about}

    assert set(get_args(Pillar)) <= about
    assert {loop.id for loop in load_loops()} <= about


# ---- what is named elsewhere exists ----


def test_every_icon_is_drawn() -> None:
    icons = [x.icon for x in (*load_titles(), *load_badges(), *load_goals(), *load_occupations())]
    drawn = {path.stem for path in (paths.assets_dir() / "icons").glob("*.svg")}

    assert sorted(set(icons) - drawn) == []


def test_what_an_occupation_is_related_to_is_a_pillar_or_a_card() -> None:
    library = load_library()
    known = {*get_args(Pillar), *(m.id for m in library.measures), *(e.id for e in library.events)}

    missing = [
        f"{occupation.id}: {name}"
        for occupation in load_occupations()
        for name in occupation.related
        if name not in known
    ]
    assert missing == []


def test_every_pillar_leads_to_an_occupation() -> None:
    related = {name for occupation in load_occupations() for name in occupation.related}

    assert set(get_args(Pillar)) <= related


# ---- a file with faults ----


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    text = (SOURCE / "goals.yaml").read_text(encoding="utf-8")
    broken_text = (
        text.replace("variable: applicants", "variable: søkere", 1)
        .replace("direction: down", "direction: ned", 1)
        .replace("by: 4 points", "by: -4 points", 1)
        .replace("    follow_up: [innovation]\n", "", 1)
    )
    (tmp_path / "goals.yaml").write_text(broken_text, encoding="utf-8")

    with pytest.raises(BrokenContent) as broken:
        read_common(GoalsFile, tmp_path)

    said = [problem.what for problem in broken.value.problems]
    assert said == [
        "Spillet måler ingen størrelse som heter «søkere».",
        "«ned» kan ikke stå i «direction».",
        "«-4 points» skal være over null.",
        "«follow_up» mangler.",
    ]


@pytest.mark.parametrize(
    ("form", "old", "new", "expected"),
    [
        (GoalsFile, ", en: Young people want to work here}", "}", "«en» mangler."),
        (
            GoalsFile,
            "- id: say_it",
            "- id: ask_first",
            "«ask_first» er brukt to ganger i «values».",
        ),
        (
            PartiesFile,
            "seats: 8",
            "seats: 9",
            "Gruppene har 36 plasser til sammen, og kommunestyret har 35.",
        ),
        (PartiesFile, "id: thrift_list", "id: other", "«thrift_list» mangler i «parties»."),
        (RolesFile, "«{quantity}»", "«{tall}»", "«{tall}» kan ikke stå i teksten."),
        (
            RolesFile,
            "Mer «{quantity}» gjør",
            "Det gjør",
            "Teksten gjelder flere størrelser, men sier ikke hvilken.",
        ),
        (
            RolesFile,
            "        variable: position_size\n",
            "",
            "«change» trenger «variable».",
        ),
        (RolesFile, "knows: state_grant", "knows: alt", "«alt» kan ikke stå i «knows»."),
        (TitlesFile, "- id: stands_firm", "- id: wins", "«stands_firm» mangler i «results»."),
        (
            DiscussionFile,
            "about: [trust_interest, trust]",
            "about: [tillitsrenta]",
            "«tillitsrenta» er verken en måler, en søyle eller en sløyfe.",
        ),
        (
            DiscussionFile,
            "    suit: clubs",
            "    suit: star",
            "Fargen «clubs» har 6 kort, og skal ha 7.",
        ),
        (OccupationsFile, "profession: nurse", "profession: lege", "«lege» kan ikke stå her."),
        (MonitorFile, "area: hours", "area: tid", "«tid» er ikke et område i fila."),
        (TermsFile, "  - trust\n", "  - tillit\n", "Ordlista har ikke noe som heter «tillit»."),
        (
            TermsFile,
            "  - trust\n",
            "  - debt\n",
            "«debt» mangler «in_game» eller «in_reality» i ordlista.",
        ),
    ],
)
def test_a_fault_is_told_in_words_an_author_understands(
    tmp_path: Path, form: type[CommonFile], old: str, new: str, expected: str
) -> None:
    found = problems_when(tmp_path, form, old, new)

    assert expected in [what for _, what in found]
    assert all(line > 0 for line, _ in found)


def test_a_missing_file_and_a_file_of_another_kind_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "goals.yaml").write_text("- bare\n- en liste\n", encoding="utf-8")

    with pytest.raises(BrokenContent, match="ikke bygd opp av felt"):
        read_common(GoalsFile, tmp_path)
    with pytest.raises(BrokenContent, match="finnes ikke"):
        read_common(PartiesFile, tmp_path)
