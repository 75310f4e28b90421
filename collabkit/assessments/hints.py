"""Hints that a pack gives to some charities. They never change an answer or a score."""

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.pack import Expected, Item, OftenNot, Pack


def offers_not_applicable_first(pack: Pack, item_id: str, charity: Charity) -> bool:
    """Tell whether *does not apply* is offered first for a statement, because it often does not.

    What a charity would rather not say about itself gives no hint.
    """
    return any(
        item_id in hint.items and any(_is(charity, who) for who in hint.who)
        for hint in pack.often_not_applicable
    )


def expected_level(pack: Pack, item: Item, income_band: IncomeBand | None) -> Expected | None:
    """Return what many groups of this size are content with, if the pack says so.

    A hint that names the statement wins over one for its section, and that one over one for all.
    """
    hints = [hint for hint in pack.expected if hint.size is income_band]
    for_item = (hint for hint in hints if item.id in hint.items)
    for_section = (hint for hint in hints if item.section in hint.sections)
    for_all = (hint for hint in hints if not hint.items and not hint.sections)
    return next((hint for group in (for_item, for_section, for_all) for hint in group), None)


def _is(charity: Charity, who: OftenNot) -> bool:
    match who:
        case OftenNot.MICRO:
            return charity.income_band is IncomeBand.MICRO
        case OftenNot.VOLUNTEER_RUN:
            return charity.run_by is RunBy.VOLUNTEERS
        case OftenNot.NO_CONTRACTS:
            return charity.has_contracts is False
        case OftenNot.NO_PARTNERS:
            return charity.usual_role is PartnershipRole.NOT_NOW
