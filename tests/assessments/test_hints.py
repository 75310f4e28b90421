"""Hints to some charities: what often does not apply, and what many are content with."""

from dataclasses import replace

import pytest

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.hints import expected_level, offers_not_applicable_first
from collabkit.assessments.pack import Expected, OftenNot, OftenNotApplicable, Pack
from collabkit.services.packs import builtin_pack

NOBODY = Charity("1", "Sample Charity")


@pytest.fixture
def pack() -> Pack:
    return replace(builtin_pack("five-themes"), expected=(), often_not_applicable=())


def hinting(pack: Pack, *who: OftenNot) -> Pack:
    return replace(pack, often_not_applicable=(OftenNotApplicable(who, ("POW-3",)),))


@pytest.mark.parametrize(
    ("who", "charity"),
    [
        (OftenNot.MICRO, replace(NOBODY, income_band=IncomeBand.MICRO)),
        (OftenNot.VOLUNTEER_RUN, replace(NOBODY, run_by=RunBy.VOLUNTEERS)),
        (OftenNot.NO_CONTRACTS, replace(NOBODY, has_contracts=False)),
        (OftenNot.NO_PARTNERS, replace(NOBODY, usual_role=PartnershipRole.NOT_NOW)),
    ],
)
def test_does_not_apply_comes_first_for_those_it_is_meant_for(
    pack: Pack, who: OftenNot, charity: Charity
) -> None:
    """For them alone, for the named statements alone, and not where nothing is known."""
    assert offers_not_applicable_first(hinting(pack, who), "POW-3", charity)
    assert not offers_not_applicable_first(hinting(pack, who), "POW-4", charity)
    assert not offers_not_applicable_first(hinting(pack, who), "POW-3", NOBODY)
    others = [other for other in OftenNot if other is not who]
    assert not offers_not_applicable_first(hinting(pack, *others), "POW-3", charity)
    assert offers_not_applicable_first(hinting(pack, *OftenNot), "POW-3", charity)


def test_a_charity_with_contracts_gets_no_hint_for_one_without(pack: Pack) -> None:
    """Yes is not no, and neither is rather not say."""
    for has_contracts in (True, None):
        charity = replace(NOBODY, has_contracts=has_contracts)
        asked = hinting(pack, OftenNot.NO_CONTRACTS)
        assert not offers_not_applicable_first(asked, "POW-3", charity)


def test_the_nearest_hint_at_a_level_wins(pack: Pack) -> None:
    """The statement's before the section's before the one for all, whatever their order."""
    general = Expected(IncomeBand.SMALL, "3", "4")
    section = Expected(IncomeBand.SMALL, "2", "3", sections=("POW",))
    named = Expected(IncomeBand.SMALL, "1", "2", items=("POW-3",))
    pack = replace(pack, expected=(general, section, named))
    found = [
        expected_level(pack, pack.item(i), IncomeBand.SMALL) for i in ("POW-3", "POW-4", "EMP-1")
    ]
    assert found == [named, section, general]


def test_there_is_no_hint_for_other_sizes(pack: Pack) -> None:
    """Nor where the size is not known."""
    pack = replace(pack, expected=(Expected(IncomeBand.SMALL, "3", "4"),))
    for size in (None, IncomeBand.LARGE):
        assert expected_level(pack, pack.item("POW-3"), size) is None
