"""What storage answers with, beside the records themselves."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from collabkit.assessments.assessment import Assessment
from collabkit.plans.plan import PlanAction

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Saved:
    """A change is on the disk. ``seq`` rises with every one, across sessions; clocks may jump."""

    seq: int


@dataclass(frozen=True, slots=True)
class Removed(Generic[Record]):
    """A record that lies in the bin, and the day it was put there."""

    record: Record
    on: date


@dataclass(frozen=True, slots=True)
class Summary:
    """One assessment as a list shows it.

    ``answered`` and ``flagged`` count responses of all participants to statements that are asked;
    *don't know* and *does not apply* are answers. ``actions`` is how many its plan has. ``seq`` is
    that of the latest change to the assessment, its answers or its plan.
    """

    assessment: Assessment
    charity_name: str
    is_sample: bool
    participants: int
    answered: int
    asked: int
    flagged: int
    actions: int
    seq: int

    @property
    def total(self) -> int:
        """How many answers there are to give: in a group everybody answers every statement."""
        return self.asked * max(1, self.participants)


@dataclass(frozen=True, slots=True)
class DueAction:
    """An open action whose day has come, and where it belongs."""

    action: PlanAction
    assessment_id: str
    assessment_title: str
    charity_name: str
