"""What must hold of the model whatever its numbers are; mutants are tried on the same."""

from __future__ import annotations

import pytest

from game.lab.properties import examples, family, records, signs
from game.lab.properties.catalogue import PROPERTIES, Property
from game.lab.properties.ground import texts, town
from game.model.axes import SOFT


@pytest.mark.parametrize("one", PROPERTIES, ids=lambda one: one.id)
def test_the_model_has_the_property(one: Property) -> None:
    faults = one.faults()

    assert not faults, "\n".join(faults[:20])


def test_every_quantity_lever_kind_of_luck_and_coefficient_is_in_the_drawing() -> None:
    assert not signs.left_out()


def test_the_drawing_names_nothing_that_the_model_does_not_have() -> None:
    trial = town(2)

    for cause in signs.causes():
        trial.change(1, f"{cause} * 1")


def test_the_drawing_never_goes_in_a_ring() -> None:
    done: set[str] = set()

    def follow(effect: str, way: tuple[str, ...]) -> None:
        assert effect not in way, " > ".join([*way, effect])
        if effect not in done:
            for arrow in signs.arrows().get(effect, ()):
                follow(arrow.cause, (*way, effect))
        done.add(effect)

    for effect in signs.arrows():
        follow(effect, ())


def test_most_signs_of_the_drawing_say_something() -> None:
    found = [sign for cause in signs.causes() for sign in signs.expected(cause).values()]

    # where every road is open either way, a drawing would hold whatever the model did
    assert found.count(signs.EITHER) < 0.3 * len(found)


def test_every_equation_has_an_example_or_is_followed_in_the_accounts() -> None:
    assert not examples.without_example()


def test_no_example_is_of_an_equation_that_is_gone() -> None:
    assert set(texts("examples")) <= set(examples.equations())


def test_fifty_municipalities_of_all_kinds_stay_within_their_bands() -> None:
    assert len(list(family.members())) == family.MEMBERS
    assert not family.faults()


def test_a_bad_year_shows_and_fades() -> None:
    assert not family.shock_faults()


def test_five_hundred_years_of_any_luck_stay_numbers() -> None:
    assert not family.long_faults()


def test_every_parameter_can_be_anywhere_in_its_own_range() -> None:
    assert not records.faults()


def test_every_lever_can_be_pulled_as_far_as_its_variable_goes() -> None:
    assert not family.lever_faults()


def test_a_change_of_something_unknown_is_refused() -> None:
    trial = town(2)

    for change in ("wellbeing", "wellbeing ^ 3", "lever nonsense + 1", "staff king * 2"):
        with pytest.raises((ValueError, AttributeError)):
            trial.change(1, change)


def test_a_change_reaches_only_its_own_lane() -> None:
    trial = town(4)

    trial.change(2, "wellbeing + 5, n.sick_leave_by_gap * 2, lever revenue = 7, band 67+ * 0")

    row = SOFT.index("wellbeing")
    assert trial.state.soft[row, 0, 2] == trial.state.soft[row, 0, 0] + 5
    gap = trial.p.n.sick_leave_by_gap[0, 0]
    assert gap[2] == 2 * gap[0] and gap[1] == gap[0] == gap[3]
    assert trial.levers.of("revenue")[0, 0].tolist() == [0, 0, 7, 0]
    assert trial.state.staff[:, -1, 2].sum() == 0 < trial.state.staff[:, -1, 3].sum()
