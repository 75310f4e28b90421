"""What bands, spreads and findings mean."""

from dataclasses import replace
from types import MappingProxyType

from collabkit.assessments.bands import BandLimits
from collabkit.assessments.meanings import (
    band_meaning,
    band_meanings,
    band_reach,
    finding_meaning,
    spread_meaning,
)
from collabkit.assessments.results import Band, FindingKind, Spread
from collabkit.services.packs import builtin_pack


def test_the_bands_lie_below_each_other_without_a_gap() -> None:
    """Each begins where the one below it ends; a split has no place."""
    reaches = [band_reach(band, BandLimits()) for band in Band]
    assert reaches == [
        "below 2.5",
        "from 2.5 to below 3.5",
        "from 3.5 to below 4.5",
        "4.5 and above",
        "",
    ]


def test_a_pack_with_other_limits_says_so() -> None:
    """The limits are data of the pack."""
    pack = builtin_pack("five-themes")
    settings = MappingProxyType({"bands": {"build": 2, "keep_going": 3, "share_it": 4}})
    changed = replace(pack, outcome=replace(pack.outcome, settings=settings))
    assert next(iter(band_meanings(changed))).reach == "below 2.0"


def test_every_label_has_a_meaning_of_its_own() -> None:
    """No label is left unexplained."""
    bands = [band_meaning(band) for band in Band]
    spreads = [spread_meaning(spread) for spread in Spread]
    findings = [finding_meaning(kind, 5) for kind in FindingKind]
    for meanings in (bands, spreads, findings):
        assert all(meanings)
        assert len(set(meanings)) == len(meanings)


def test_one_person_is_told_of_their_own_dont_know() -> None:
    """A share of one person says nothing."""
    assert finding_meaning(FindingKind.NOT_VISIBLE, 1).startswith("You said")
    assert finding_meaning(FindingKind.NOT_VISIBLE, 3).startswith("A third or more said")


def test_the_four_bands_of_a_pack_come_lowest_first() -> None:
    """They are read from low to high."""
    bands = [meaning.band for meaning in band_meanings(builtin_pack("five-themes"))]
    assert bands == [Band.ACT_FIRST, Band.BUILD, Band.KEEP_GOING, Band.SHARE_IT]
