"""In whose company a questionnaire is answered: alone, in a group, by organisations. Pure.

Which company a pack can be answered in follows from its outcome. Where a sheet is what an
organisation has agreed on, nobody is uncovered by it.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from collabkit.assessments.assessment import Assessment, Party
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.pack import OutcomeKind, Pack


class Company(StrEnum):
    """Who fills in the sheets of one assessment."""

    ALONE = "alone"  # one person, or one shared list
    GROUP = "group"  # people of one charity, one after the other
    PARTNERS = "partners"  # people of several organisations, told apart if there are enough
    MEMBERS = "members"  # organisations, one answer each
    VERSIONS = "versions"  # people separately, and then one agreed version
    VIEWS = "views"  # organisations, each about every one of them
    SIDES = "sides"  # two organisations, each for itself
    LISTS = "lists"  # two organisations, a list each

    @property
    def has_secrets(self) -> bool:
        """Whether what one person said is nobody else's business."""
        return self in (Company.GROUP, Company.PARTNERS, Company.MEMBERS)

    @property
    def has_parties(self) -> bool:
        """Whether other organisations take part."""
        return self in _WITH_PARTIES

    @property
    def most_others(self) -> int:
        """How many other organisations there can be."""
        if not self.has_parties:
            return 0
        return 1 if self in (Company.SIDES, Company.LISTS) else 20

    @property
    def fewest_others(self) -> int:
        """How many other organisations are named at the start."""
        return 1 if self.has_parties and self is not Company.MEMBERS else 0


_WITH_PARTIES = (
    Company.PARTNERS,
    Company.MEMBERS,
    Company.VIEWS,
    Company.SIDES,
    Company.LISTS,
)


def companies_of(pack: Pack) -> tuple[Company, ...]:
    """Return in whose company a pack can be answered, the usual one first."""
    return tuple(_companies(pack))


def _companies(pack: Pack) -> Iterator[Company]:
    settings = pack.outcome.settings
    match pack.outcome.kind:
        case OutcomeKind.HOLDINGS:
            yield Company.VIEWS
        case OutcomeKind.SHARED_PAGE:
            yield Company.SIDES
        case OutcomeKind.MIRROR:
            yield Company.GROUP
        case OutcomeKind.DECISION:
            yield from (Company.ALONE, Company.VERSIONS)
        case OutcomeKind.OPEN_ACTIONS:
            yield from (Company.ALONE, Company.LISTS)
        case OutcomeKind.PROFILE if "organisations" in settings:
            yield from (Company.PARTNERS, Company.ALONE)
        case _:
            yield from (Company.ALONE, Company.GROUP)
            if "network" in settings or "matching" in settings:
                yield Company.MEMBERS


def company_of(
    pack: Pack, assessment: Assessment, parties: Sequence[Party], people: int
) -> Company:
    """Return in whose company an assessment is answered, from how it was started."""
    if people == 1 and assessment.minimum == OWN_ASSESSMENT:
        return Company.ALONE
    match pack.outcome.kind:
        case OutcomeKind.HOLDINGS:
            return Company.VIEWS
        case OutcomeKind.SHARED_PAGE:
            return Company.SIDES
        case OutcomeKind.OPEN_ACTIONS:
            return Company.LISTS
        case OutcomeKind.DECISION:
            return Company.VERSIONS
        case OutcomeKind.PROFILE if parties:
            return Company.PARTNERS
        case _:
            return Company.MEMBERS if parties else Company.GROUP


def looks_at_itself(company: Company, parties: int) -> bool:
    """Tell whether each organisation answers about itself: between two sides all is relative."""
    return company is Company.VIEWS and parties <= 2


def pairs(company: Company, parties: int) -> Iterator[tuple[int, int | None]]:
    """Yield for and about whom there is a sheet, as places among so many parties from 0.

    Between two sides all is relative, so each looks at itself; of more, each looks at all.
    """
    for speaker in range(parties):
        if company is not Company.VIEWS:
            yield speaker, None
        elif looks_at_itself(company, parties):
            yield speaker, speaker
        else:
            yield from ((speaker, about) for about in _itself_first(speaker, parties))


def _itself_first(speaker: int, parties: int) -> Iterator[int]:
    yield speaker
    yield from (place for place in range(parties) if place != speaker)
