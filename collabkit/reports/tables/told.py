"""What the tables of an assessment are made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Item, OutcomeKind, Pack
from collabkit.assessments.results import ItemResult, Results
from collabkit.reports.contents.room import InTheRoom
from collabkit.reports.contents.written import Remark


@dataclass(frozen=True, slots=True)
class Told:
    """One assessment as it may be told.

    ``own`` are one person's own responses by statement; ``None`` for several people.
    """

    pack: Pack
    results: Results
    own: Mapping[str, Response] | None
    remarks: tuple[Remark, ...]
    room: InTheRoom | None

    @property
    def is_profile(self) -> bool:
        """Whether scores, bands and findings are what the answers add up to."""
        return self.pack.outcome.kind is OutcomeKind.PROFILE

    @property
    def asked(self) -> Iterator[tuple[Item, ItemResult]]:
        """Every statement that was asked, in pack order."""
        for item in self.pack.items:
            if (result := self.results.item(item.id)).asked:
                yield item, result
