"""What bands, spreads and findings mean and what to do about them, in plain sentences."""

from dataclasses import dataclass

from collabkit.assessments.bands import BandLimits
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.measure import band_limits
from collabkit.assessments.pack import ActionKind, Pack
from collabkit.assessments.results import Band, FindingKind, Spread
from collabkit.assessments.rounding import shown
from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class BandMeaning:
    """A band with its place on the scale ("from 2.5 to below 3.5") and what it suggests."""

    band: Band
    reach: str
    meaning: str


def band_meanings(pack: Pack) -> tuple[BandMeaning, ...]:
    """Return the four bands of ``pack``, the lowest first."""
    limits = band_limits(pack)
    bands = (Band.ACT_FIRST, Band.BUILD, Band.KEEP_GOING, Band.SHARE_IT)
    return tuple(BandMeaning(band, band_reach(band, limits), band_meaning(band)) for band in bands)


def band_reach(band: Band, limits: BandLimits) -> str:
    """Return where on the scale a band lies; a split has no place on it."""
    words = {
        Band.ACT_FIRST: _("below {build}"),
        Band.BUILD: _("from {build} to below {keep_going}"),
        Band.KEEP_GOING: _("from {keep_going} to below {share_it}"),
        Band.SHARE_IT: _("{share_it} and above"),
        Band.TALK_FIRST: "",
    }[band]
    return words.format(
        build=shown(limits.build),
        keep_going=shown(limits.keep_going),
        share_it=shown(limits.share_it),
    )


def band_meaning(band: Band) -> str:
    """Return what a band suggests."""
    return {
        Band.ACT_FIRST: _("Little of this happens so far. Choose one small thing to begin with."),
        Band.BUILD: _("Some of this happens, but not everywhere. Make it regular."),
        Band.KEEP_GOING: _("This is regular practice. Keep it up and write down how you do it."),
        Band.SHARE_IT: _("This is how you work. Others could learn from you."),
        Band.TALK_FIRST: _(
            "People see this very differently. Hear both sides before you decide anything."
        ),
    }[band]


def spread_meaning(spread: Spread) -> str:
    """Return what a spread says about a group."""
    return {
        Spread.SINGLE: _("One person answered, so nothing is said about spread."),
        Spread.TOO_FEW: _("Too few people answered to show anything."),
        Spread.SPLIT: _(
            "A fifth or more, and never fewer than two, are at each end. Hear both sides first."
        ),
        Spread.TOGETHER: _("Everybody is on the same or two neighbouring levels."),
        Spread.MOSTLY_TOGETHER: _("Four fifths or more are on two neighbouring levels."),
        Spread.SPREAD: _("The answers are scattered, without two clear sides."),
    }[spread]


def finding_meaning(kind: FindingKind, minimum: int) -> str:
    """Return what a kind of finding suggests; ``minimum`` is 1 for one person's own assessment."""
    match kind:
        case FindingKind.SPLIT:
            return _("Hear both sides before anything else.")
        case FindingKind.TALKING_POINT if minimum == OWN_ASSESSMENT:
            return _("An older habit is still there. Talk about when it shows, and why.")
        case FindingKind.TALKING_POINT:
            return _(
                "An older habit is still there, or you see it very differently. Talk about when "
                "it shows, and why."
            )
        case FindingKind.LOW:
            return _("Little of this happens so far. Choose one or two of these, not all.")
        case FindingKind.NOT_VISIBLE if minimum == OWN_ASSESSMENT:
            return _("You said “don't know”. Find out who knows.")
        case FindingKind.NOT_VISIBLE:
            return _("A third or more said “don't know”. Find out who knows.")
        case FindingKind.STRENGTH:
            return _("Others could learn from this. Tell a partner how you do it.")


def kind_meaning(kind: ActionKind) -> str:
    """Return what a kind of action takes (B&NES CYPN 2018, Recommended next steps)."""
    return {
        ActionKind.QUICK_WIN: _("Within about three months, with what you have."),
        ActionKind.LONGER_TERM: _("Needs time, money or a decision of the board."),
        ActionKind.INFLUENCE: _("Needs somebody else to change, so you ask them to."),
    }[kind]
