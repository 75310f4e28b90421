"""What is put away is known with its day, and comes back unless its name is taken."""

from datetime import date

import pytest

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.services import Services
from collabkit.services.packs import builtin_pack
from collabkit.storage import Removed

TODAY = date(2026, 11, 22)


def start(services: Services, charity_id: str) -> str:
    sitting = services.assessments.start_alone(
        charity_id,
        builtin_pack("five-themes"),
        Selection.CORE,
        Respondent.TRUSTEE,
        "November 2026",
        TODAY,
    )
    return sitting.assessment.id


def test_a_charity_is_known_with_the_day_it_was_put_away(services: Services) -> None:
    """The day is the one on which it was put away."""
    charity = services.charities.add("Sample Kitchen")
    services.store.charities.remove(charity.id, TODAY)
    assert services.charities.removed() == (Removed(charity, TODAY),)


def test_an_assessment_is_known_with_the_day_it_was_put_away(services: Services) -> None:
    """The day is the one on which it was put away."""
    assessment_id = start(services, services.charities.add("Sample Kitchen").id)
    services.store.assessments.remove(assessment_id, TODAY)
    assessment = services.assessments.get(assessment_id)
    assert services.assessments.removed() == (Removed(assessment, TODAY),)


def test_an_assessment_goes_and_comes_back_with_its_charity(services: Services) -> None:
    """While the charity is away too, its assessment is not offered by itself."""
    charity = services.charities.add("Sample Kitchen")
    assessment_id = start(services, charity.id)
    services.assessments.remove(assessment_id)
    services.charities.remove(charity.id)
    assert services.assessments.removed() == ()
    services.charities.restore(charity.id)
    assert [gone.record.id for gone in services.assessments.removed()] == [assessment_id]


def test_a_charity_does_not_come_back_beside_one_of_its_name(services: Services) -> None:
    """It stays put away, and comes back when the name is free."""
    charity = services.charities.add("Sample Kitchen")
    services.charities.remove(charity.id)
    other = services.charities.add("sample kitchen")
    with pytest.raises(InvalidInputError, match="already a charity called “Sample Kitchen”"):
        services.charities.restore(charity.id)
    assert services.charities.put_away() == (charity,)
    services.charities.remove(other.id)
    services.charities.restore(charity.id)
    assert services.charities.all() == (charity,)
