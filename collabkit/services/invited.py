"""Invited by somebody else: their questionnaire is answered here, and the answers go back to them.

An invitation becomes an ordinary assessment of one person, so that answering, saving and coming
back work as ever. It belongs to a charity with the name of the one that invites, but not to that
charity's own history: ``is_invited`` tells.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Assessment, Participant, Party, Response, Selection
from collabkit.assessments.charity import Charity, RunBy
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.topics import INVITED
from collabkit.assessments.pack import Pack, Respondent
from collabkit.assessments.packs.text import read_file
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers.answer_file import ENDING, answer_bytes, read_answer_file
from collabkit.exchange.answers.codes import new_code
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.exchange.answers.invitation import MOST_BYTES, read_invitation
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.files import write_safely
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.asking import asked_of
from collabkit.services.file_names import file_name
from collabkit.services.ids import new_id
from collabkit.services.invited_by import InvitedBy, as_text, from_text
from collabkit.services.naming import checked_name, checked_title, in_one_line, is_same_name
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.packs import VOLUNTEER_RUN, WORDING, PackShelf
from collabkit.storage import Store

__all__ = ["ENDING", "GivenBack", "InvitedBy", "InvitedService"]


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A file of answers that was written and checked; ``answered`` counts the answers in it."""

    path: Path
    sheet: str
    answered: int


class InvitedService:
    """Verbs on invitations from elsewhere."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder

    def open_invitation(
        self, path: Path, today: date, *, another_person: bool = False
    ) -> Assessment:
        """Return the assessment in which the invitation at ``path`` is answered here.

        The first time it is begun, with its questionnaire; later it goes on, even from the bin.
        Where everybody got the same copy, ``another_person`` begins anew. Raises
        ``DataRefusedError`` for what is no invitation, ``InvalidInputError`` if another person
        wants to answer a sheet that is meant for one, and ``EnvironmentProblemError`` if the file
        cannot be read.
        """
        sheet = read_invitation(read_file(path, MOST_BYTES))
        if another_person and sheet.sheet:
            raise InvalidInputError(
                _(
                    "This invitation is for one person. Please ask whoever sent it for another "
                    "one, so that nobody's answers take the place of somebody else's."
                )
            )
        there = None if another_person else self.begun(sheet)
        if there is None:
            return self._begin(sheet, today)
        if any(removed.record.id == there.id for removed in self._store.assessments.removed()):
            self._store.assessments.restore(there.id)
        return there

    def begun(self, sheet: HandedOut) -> Assessment | None:
        """Return where an invitation is answered here, even if that is put away.

        Of several the latest touched; ``None`` if it was never begun, or its charity is put away.
        """
        told = self._store.settled.by_assessment(INVITED)
        here = [summary.assessment for summary in self._store.lists.summaries()]
        hidden = {removed.record.id for removed in self._store.charities.removed()}
        put_away = [removed.record for removed in self._store.assessments.removed()]
        here += [there for there in put_away if there.charity_id not in hidden]
        return next((there for there in here if _answers(there, told[there.id], sheet)), None)

    def is_invited(self, assessment_id: str) -> bool:
        """Tell whether an assessment is answered here for somebody who asked for it elsewhere."""
        return INVITED in self._store.settled.of_assessment(assessment_id)

    def invitation(self, assessment_id: str) -> InvitedBy:
        """Return what is known of an invitation; raises ``KeyError`` if it is none."""
        return from_text(self._store.settled.of_assessment(assessment_id)[INVITED])

    def file_name(self, assessment_id: str) -> str:
        """Suggest what the file with the answers is called; raises as ``invitation`` does."""
        told = self.invitation(assessment_id)
        code = _("answers {code}").format(code=told.sheet)
        return file_name(told.charity, told.title, code, ending=ENDING)

    def give_back(
        self,
        assessment_id: str,
        path: Path,
        *,
        with_notes: bool,
        name: str = "",
        role: Respondent | None = None,
    ) -> GivenBack:
        """Write the answers to ``path``, for whoever sent the invitation.

        ``name`` need not be real and may be empty; ``role`` is needed unless the invitation settles
        it. Notes go along only ``with_notes``, but always where the answer is what was written. It
        can be done again after changes; there, the newer file takes the place of the earlier one.
        Raises ``KeyError`` for what is no invitation, ``InvalidInputError`` if there is nothing to
        give back, without a role, or for one of the program's own files, and
        ``EnvironmentProblemError`` if it cannot be written.
        """
        told = self.invitation(assessment_id)
        assessment = self._store.assessments.get(assessment_id)
        pack = self._packs.of(assessment)
        said = [
            response
            for response in self._store.responses.of_assessment(assessment_id)
            if response.item_id in assessment.asked
        ]
        sheet = ReturnedSheet(
            route=Route.ANSWER_FILE,
            assessment=told.assessment,
            sheet=told.sheet,
            pack_id=pack.id,
            pack_version=pack.version,
            wording=pack.digest,
            role=_role(told, role),
            answers={response.item_id: response.answer for response in said if response.answer},
            notes=dict(_notes(pack, said, with_notes=with_notes)),
            name=checked_name(name) if in_one_line(name) else "",
            party=told.party,
            about=told.about,
        )
        if not sheet.answers and not sheet.notes:
            raise InvalidInputError(_("Nothing is answered yet, so there is nothing to give back."))

        def check(written: Path) -> None:
            read_answer_file(written.read_bytes())

        check_is_not_ours(path, self._folder)
        write_safely(path, answer_bytes(sheet), check)
        return GivenBack(path, told.sheet, len(sheet.answers))

    def _begin(self, sheet: HandedOut, today: date) -> Assessment:
        told = InvitedBy(
            assessment=sheet.assessment,
            sheet=sheet.sheet or new_code(),
            is_shared=not sheet.sheet,
            title=checked_title(sheet.title),
            charity=checked_name(sheet.charity),
            minimum=sheet.minimum,
            is_open=sheet.is_open,
            role=sheet.role,
            roles=sheet.roles,
            made_on=sheet.made_on,
            party=in_one_line(sheet.party),
            about=in_one_line(sheet.about),
        )
        assessment = Assessment(
            id=new_id(),
            charity_id=self._charity(told.charity, sheet).id,
            title=told.title,
            pack_id=sheet.pack.id,
            pack_version=sheet.pack.version,
            pack_digest=sheet.pack.digest,
            selection=_selection(sheet),
            asked=sheet.asked,
            minimum=OWN_ASSESSMENT,
            started=today,
        )
        parties = _parties(assessment.id, told)
        ids = {party.name: party.id for party in parties}
        person = Participant(
            id=new_id(),
            assessment_id=assessment.id,
            pseudonym=_("One person"),
            role=sheet.role or sheet.roles[0],
            party_id=ids.get(told.party),
            about_id=ids.get(told.about),
        )
        settled = {INVITED: as_text(told)}
        if sheet.is_volunteer_run:
            settled[WORDING] = VOLUNTEER_RUN
        self._store.packs.keep(
            sheet.source,
            digest=sheet.pack.digest,
            pack_id=sheet.pack.id,
            version=sheet.pack.version,
            title=sheet.pack.title,
        )
        self._store.assessments.add(
            assessment, (person,), parties=parties, optional=sheet.optional, settled=settled
        )
        return assessment

    def _charity(self, name: str, sheet: HandedOut) -> Charity:
        """Return the charity with the name of the one that invites; a new one if there is none."""
        for charity in self._store.lists.charities():
            if is_same_name(charity.name, name):
                return charity
        run_by = RunBy.VOLUNTEERS if sheet.is_volunteer_run else None
        charity = Charity(new_id(), name, None, run_by)
        self._store.charities.add(charity)
        return charity


def _answers(assessment: Assessment, text: str, sheet: HandedOut) -> bool:
    """Tell whether ``sheet`` is answered in ``assessment``; ``text`` is what is kept of its own."""
    if not text or (assessment.pack_digest, assessment.asked) != (sheet.pack.digest, sheet.asked):
        return False
    told = from_text(text)
    sides = in_one_line(sheet.party), in_one_line(sheet.about)
    if (told.assessment, told.party, told.about) != (sheet.assessment, *sides):
        return False
    return told.sheet == sheet.sheet if sheet.sheet else told.is_shared


def _role(told: InvitedBy, role: Respondent | None) -> Respondent:
    if told.role:
        return told.role
    if role is None or role not in told.roles:
        raise InvalidInputError(_("Please say in which role you answer."))
    return role


def _notes(pack: Pack, said: list[Response], *, with_notes: bool) -> Iterator[tuple[str, str]]:
    for response in said:
        is_answer = pack.form_of(pack.item(response.item_id)).takes_words
        if response.note.strip() and (with_notes or is_answer):
            yield response.item_id, response.note


def _selection(sheet: HandedOut) -> Selection:
    """Return which kind of choice the statements are."""
    for selection in (Selection.ALL, Selection.CORE):
        if (selection is Selection.ALL or sheet.pack.core_ids) and sheet.asked == asked_of(
            sheet.pack, selection
        ):
            return selection
    return Selection.OWN_CHOICE


def _parties(assessment_id: str, told: InvitedBy) -> tuple[Party, ...]:
    names = dict.fromkeys(name for name in (told.party, told.about) if name)
    return tuple(
        Party(new_id(), assessment_id, name, is_own=is_same_name(name, told.charity))
        for name in names
    )
