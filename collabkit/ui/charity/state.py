"""What the form for a charity shows."""

from dataclasses import dataclass

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person has said so far; ``None`` means *rather not say*."""

    name: str = ""
    income_band: IncomeBand | None = None
    run_by: RunBy | None = None
    usual_role: PartnershipRole | None = None
    has_contracts: bool | None = None


def draft_of(charity: Charity) -> Draft:
    """Return what is known about ``charity``."""
    return Draft(
        charity.name,
        charity.income_band,
        charity.run_by,
        charity.usual_role,
        charity.has_contracts,
    )


@dataclass(frozen=True, slots=True)
class CharityState:
    """Everything on the page. ``charity_id`` is ``None`` while a charity is added.

    ``is_left_over`` tells that the draft was not saved when the person went elsewhere.
    """

    charity_id: str | None
    draft: Draft
    fault: str = ""
    is_left_over: bool = False
