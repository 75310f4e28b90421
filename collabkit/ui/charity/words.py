"""What can be said about a charity, in the words people choose from.

The limits of the income bands are those of the NCVO UK Civil Society Almanac; the words for who
runs a group follow B&NES CYPN 2018, Glossary of terms.
"""

from collabkit.assessments.charity import IncomeBand, PartnershipRole, RunBy
from collabkit.i18n import _

UNSAID = "unsaid"  # rather not say
YES, NO = "yes", "no"

Options = tuple[tuple[str, str], ...]


def income_options() -> Options:
    """Return the codes of the income bands with their amounts."""
    return (
        (IncomeBand.MICRO, _("Micro: less than 10,000 pounds")),
        (IncomeBand.SMALL, _("Small: 10,000 to 100,000 pounds")),
        (IncomeBand.MEDIUM, _("Medium: 100,000 to 1 million pounds")),
        (IncomeBand.LARGE, _("Large: 1 million to 10 million pounds")),
        (IncomeBand.MAJOR, _("Major: 10 million to 100 million pounds")),
        (IncomeBand.SUPER_MAJOR, _("Super-major: more than 100 million pounds")),
        _unsaid(),
    )


def run_by_options() -> Options:
    """Return the codes of who does the day-to-day work."""
    return (
        (RunBy.VOLUNTEERS, _("Volunteers do most of the day-to-day work")),
        (RunBy.STAFF, _("Paid staff do most of the day-to-day work")),
        _unsaid(),
    )


def role_options() -> Options:
    """Return the codes of the usual role in partnerships."""
    return (
        (PartnershipRole.LEAD, _("We usually lead")),
        (PartnershipRole.SUBCONTRACTOR, _("We are a subcontractor or the smaller partner")),
        (PartnershipRole.PEER, _("We work among equals")),
        (PartnershipRole.NOT_NOW, _("We do not work with partners just now")),
        _unsaid(),
    )


def contract_options() -> Options:
    """Return the codes of whether there are contracts."""
    return ((YES, _("Yes")), (NO, _("No")), _unsaid())


def contract_code(has_contracts: bool | None) -> str:
    """Return the code of what is known about contracts."""
    return UNSAID if has_contracts is None else YES if has_contracts else NO


def _unsaid() -> tuple[str, str]:
    return UNSAID, _("Rather not say")
