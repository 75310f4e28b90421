"""Charities: named once, described, put away and brought back."""

from dataclasses import replace

import pytest

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.errors import InvalidInputError
from collabkit.services import Services


def test_a_charity_keeps_its_name_tidied_and_its_description(services: Services) -> None:
    charity = services.charities.add("  Sample   Charity ", IncomeBand.SMALL, RunBy.VOLUNTEERS)
    assert charity.name == "Sample Charity"
    assert services.charities.get(charity.id) == charity


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_name_is_needed_and_not_endless(services: Services, name: str) -> None:
    with pytest.raises(InvalidInputError, match="name"):
        services.charities.add(name)
    assert services.charities.all() == ()


def test_the_same_name_is_refused_whatever_its_case(services: Services) -> None:
    services.charities.add("Sample Charity")
    with pytest.raises(InvalidInputError, match="already"):
        services.charities.add("sample charity")


def test_a_charity_may_be_described_anew_under_its_own_name(services: Services) -> None:
    charity = services.charities.add("Sample Charity")
    services.charities.change(replace(charity, run_by=RunBy.STAFF))
    assert services.charities.get(charity.id).run_by is RunBy.STAFF


def test_what_is_put_away_is_gone_from_the_list_and_comes_back(services: Services) -> None:
    charity = services.charities.add("Sample Charity")
    services.charities.remove(charity.id)
    assert services.charities.all() == ()
    services.charities.restore(charity.id)
    assert services.charities.all() == (charity,)


def test_the_sample_comes_last(services: Services) -> None:
    services.charities.add("A sample", is_sample=True)
    services.charities.add("Zebra Sample Trust")
    assert [c.is_sample for c in services.charities.all()] == [False, True]


def test_control_characters_do_not_come_into_a_name(services: Services) -> None:
    """What was pasted with the name is not part of it; nothing but such signs is no name."""
    assert services.charities.add("Sample\tCha\x00ri\x1bty\x07").name == "Sample Charity"
    with pytest.raises(InvalidInputError, match="name"):
        services.charities.add("\x00\x1b")


def test_whether_there_are_contracts_is_kept(services: Services) -> None:
    """Yes, no and rather not say are three things."""
    for has_contracts in (True, False, None):
        name = f"Sample {has_contracts}"
        charity = services.charities.add(name, has_contracts=has_contracts)
        assert services.charities.get(charity.id).has_contracts is has_contracts
    services.charities.change(replace(charity, has_contracts=False))
    assert services.charities.get(charity.id).has_contracts is False
