"""Each charity is shown the questionnaires that suit it first, with a reason."""

from itertools import product

import pytest

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.library.first_packs import builtin_first_packs, suggested_packs

PACKS = {
    "five-themes", "barriers", "opportunities", "first-conversation", "bid-check", "behaviours",
    "health-check", "power-inventory", "board-check", "partners-view", "handover",
}  # fmt: skip


def charity(size=None, run_by=None, role=None, contracts=None) -> Charity:
    return Charity("c", "Sample Charity", size, run_by, role, has_contracts=contracts)


def ids(**about) -> list[str]:
    return [suggestion.pack_id for suggestion in suggested_packs(charity(**about))]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("micro", "five-themes barriers opportunities"),
        ("small", "five-themes first-conversation bid-check opportunities"),
        ("medium", "five-themes health-check bid-check power-inventory"),
        ("large", "five-themes behaviours partners-view board-check"),
    ],
)
def test_first_packs_by_size(size, expected):
    """As the guidance by size says."""
    assert ids(size=IncomeBand(size)) == expected.split()


@pytest.mark.parametrize(("size", "second"), [("major", "behaviours"), ("super-major", "handover")])
def test_the_largest_are_offered_all(size, second):
    """All eleven, with the partners' view each year."""
    found = ids(size=IncomeBand(size))
    assert set(found) == PACKS
    assert found[:3] == ["five-themes", "partners-view", second]


def test_pages_and_suggestions_agree():
    """What the page of a size names is what is suggested first, for a charity of that size."""
    from collabkit.library.guidance import builtin_guidance

    for band in IncomeBand:
        page = builtin_guidance().page(f"size-{band}")
        named = next(section.packs for section in page.sections if section.key == "packs")
        assert tuple(ids(size=band)[: len(named)]) == named


@pytest.mark.parametrize(
    ("about", "is_short"),
    [
        ({"size": IncomeBand.MICRO}, True),
        ({"size": IncomeBand.SMALL, "run_by": RunBy.STAFF}, True),
        ({"size": IncomeBand.MEDIUM}, False),
        ({"size": IncomeBand.MEDIUM, "run_by": RunBy.VOLUNTEERS}, True),
        ({"run_by": RunBy.VOLUNTEERS}, True),
        ({"run_by": RunBy.STAFF}, False),
    ],
)
def test_short_version(about, is_short):
    """Small groups and groups that volunteers run start with the short version."""
    first = suggested_packs(charity(**about))[0]
    assert (first.pack_id, first.short) == ("five-themes", is_short)


def test_role_adds_what_suits_it():
    """Leads ask partners, equals look at who holds what."""
    assert ids(size=IncomeBand.MICRO, role=PartnershipRole.LEAD)[3:] == [
        "partners-view",
        "health-check",
    ]
    assert ids(size=IncomeBand.MICRO, role=PartnershipRole.PEER)[3:] == ["power-inventory"]


def test_without_partners_begin_with_finding_one():
    """Nothing that needs a partner is suggested."""
    found = ids(size=IncomeBand.MEDIUM, role=PartnershipRole.NOT_NOW)
    assert found[:3] == ["first-conversation", "opportunities", "barriers"]
    assert not {"health-check", "power-inventory", "partners-view"} & set(found)


def test_without_contracts_no_bid_check():
    """It is about contracts; whoever has not said whether it has any is shown it."""
    assert "bid-check" not in ids(size=IncomeBand.SMALL, contracts=False)
    assert "bid-check" in ids(size=IncomeBand.SMALL, contracts=None)
    assert "bid-check" in ids(size=IncomeBand.SMALL, contracts=True)


def test_every_charity_gets_known_packs_once_with_a_reason():
    """Whatever a charity says about itself: at least three, among them the five themes."""
    bands, runs, roles = (None, *IncomeBand), (None, *RunBy), (None, *PartnershipRole)
    for size, run_by, role, contracts in product(bands, runs, roles, (None, True, False)):
        found = suggested_packs(charity(size, run_by, role, contracts))
        names = [suggestion.pack_id for suggestion in found]
        assert len(names) == len(set(names)) >= 3
        assert "five-themes" in names
        assert all(s.reason.endswith(".") and s.reason.count(".") == 1 for s in found)


def test_every_pack_is_suggested_to_somebody():
    """The file names all packs that come with the program, and no others."""
    assert set(builtin_first_packs().pack_ids) == PACKS
