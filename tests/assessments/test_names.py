"""Every word of a closed vocabulary has a name that people can read."""

from collections.abc import Callable
from enum import StrEnum

import pytest

from collabkit.assessments.assessment import Confidence
from collabkit.assessments.names import (
    any_of,
    band_name,
    confidence_name,
    effort_name,
    finding_name,
    kind_name,
    people_called,
    role_name,
    spread_name,
)
from collabkit.assessments.pack import ActionKind, Effort, Respondent
from collabkit.assessments.results import Band, FindingKind, Spread


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (Band, band_name),
        (Spread, spread_name),
        (FindingKind, finding_name),
        (ActionKind, kind_name),
        (Effort, effort_name),
        (Confidence, confidence_name),
        (Respondent, people_called),
    ],
)
def test_every_word_has_a_name_of_its_own(
    words: type[StrEnum], name: Callable[[StrEnum], str]
) -> None:
    """No word is left out and no two look alike."""
    names = [name(word) for word in words]
    assert all(names)
    assert len(set(names)) == len(names)


def test_several_roles_are_joined_as_in_a_sentence() -> None:
    """Commas, and “or” before the last."""
    roles = [Respondent.TRUSTEE, Respondent.STAFF, Respondent.PERSON_SERVED]
    assert any_of(roles[:1]) == "trustees"
    assert any_of(roles[:2]) == "trustees or staff"
    assert any_of(roles) == "trustees, staff or the people the charity serves"


def test_no_two_roles_have_the_same_name() -> None:
    """People tick theirs."""
    assert len({role_name(role) for role in Respondent}) == len(Respondent)
