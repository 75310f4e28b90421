"""One assessment with its plan, before anything is said of it: what every file is made from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from collabkit.assessments.assessment import Assessment, Participant, Response
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Results
from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.reports.contents.cover import cover
from collabkit.reports.contents.method import method_part
from collabkit.reports.contents.parts import Cover, MethodPart
from collabkit.reports.contents.people import who_took_part
from collabkit.reports.contents.room import InTheRoom, practice_label, who_voted


@dataclass(frozen=True, slots=True)
class Described:
    """One assessment, of one person or of a group, and what is wanted of it.

    ``today`` is the only date that does not come from the assessment. ``with_notes`` adds notes
    and evidence: one person's own, or a group's where they cannot give anybody away. ``room`` is
    there where people voted in the room. ``batches`` are ids of participants, one collection for
    each time that people came into the picture. ``who_is_left`` says why not all of them are in it
    any more.
    """

    pack: Pack
    results: Results
    plan: Plan
    charity: Charity
    assessment: Assessment
    participants: Sequence[Participant]
    responses: Sequence[Response]
    today: date
    with_notes: bool
    room: InTheRoom | None = None
    batches: Sequence[Collection[str]] = ()
    who_is_left: str = ""

    @property
    def cover(self) -> Cover:
        """What stands in front."""
        asked = [item.item_id for item in self.results.items if item.asked]
        return cover(self.pack, self.charity, self.assessment, asked, self._people, self.today)

    @property
    def title(self) -> str:
        """The title of a file."""
        return _("{title}: {charity}").format(title=self.cover.title, charity=self.charity.name)

    @property
    def label(self) -> str:
        """What stands at the head of every page: "Practice"."""
        return practice_label(is_practice=self.room is not None and self.room.is_practice)

    @property
    def method(self) -> MethodPart:
        """How it was worked out."""
        selection, in_the_room = self.assessment.selection, self.room is not None
        return method_part(self.pack, self.results, selection, in_the_room=in_the_room)

    @property
    def _people(self) -> str:
        if self.room:
            return who_voted(self.room)
        return self.who_is_left.rstrip(".") or who_took_part(
            self.participants,
            self.responses,
            respondents=self.results.respondents,
            minimum=self.results.minimum,
            batches=self.batches,
        )
