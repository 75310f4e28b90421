"""The charity that looks at itself."""

from dataclasses import dataclass
from enum import StrEnum


class IncomeBand(StrEnum):
    """Yearly income, lower limit inclusive (NCVO UK Civil Society Almanac)."""

    MICRO = "micro"  # below 10,000 pounds
    SMALL = "small"  # 10,000 to below 100,000
    MEDIUM = "medium"  # 100,000 to below 1 million
    LARGE = "large"  # 1 million to below 10 million
    MAJOR = "major"  # 10 million to below 100 million
    SUPER_MAJOR = "super-major"  # 100 million and more


class RunBy(StrEnum):
    """Who does the day-to-day work (B&NES CYPN 2018, Glossary of terms)."""

    VOLUNTEERS = "volunteers"
    STAFF = "staff"


class PartnershipRole(StrEnum):
    """The usual role in partnerships; a charity may hold several over time."""

    LEAD = "lead"
    SUBCONTRACTOR = "subcontractor"
    PEER = "peer"
    NOT_NOW = "not now"


@dataclass(frozen=True, slots=True)
class Charity:
    """A charity as its user describes it; ``None`` means *rather not say*."""

    id: str
    name: str
    income_band: IncomeBand | None = None
    run_by: RunBy | None = None
    usual_role: PartnershipRole | None = None
    is_sample: bool = False
    has_contracts: bool | None = None  # public contracts, or grants for running a service
