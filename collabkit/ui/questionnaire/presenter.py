"""What the questionnaire does, without a widget: answers, places, undo and the way out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.assessment import Confidence, Response
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.library.glossary import builtin_glossary
from collabkit.services.closing import close_sheet
from collabkit.services.company import Company
from collabkit.ui.questionnaire.answer_sheet import AnswerSheet
from collabkit.ui.questionnaire.bookmarks import Bookmarks
from collabkit.ui.questionnaire.seat import Seat, seat_at
from collabkit.ui.questionnaire.state import Statement
from collabkit.ui.questionnaire.telling import tell_questionnaire
from collabkit.ui.questionnaire.wording import statement_words
from collabkit.ui.save_ledger import SaveLedger
from collabkit.ui.widgets.save_mark import SaveState

if TYPE_CHECKING:
    from collabkit.services import Services

_MOST_UNDONE = 200

_Key = tuple[str, str]  # participant and statement


@dataclass(frozen=True, slots=True)
class _Change:
    """An answer as it was before it was changed."""

    item_id: str
    answer: str | None


class QuestionnairePresenter(QObject):
    """Leads one person through one assessment.

    ``state_changed(QuestionnaireState)`` tells what to show, ``finished(assessment_id)`` that the
    assessment is marked as finished, ``returning(assessment_id)`` that the answers go back to
    whoever asked for them, ``sheet_left(assessment_id, sentence)`` that the person is
    done with one sheet of several, ``shut(assessment_id)`` that the sheet must not be opened, and
    ``trouble_told(sentence)`` that something went wrong.
    """

    state_changed = Signal(object)
    sheet_left = Signal(str, str)
    shut = Signal(str)
    finished = Signal(str)
    returning = Signal(str)
    trouble_told = Signal(str)

    def __init__(
        self, services: "Services", today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._glossary = builtin_glossary()
        self._sheet: AnswerSheet | None = None
        self._seat = Seat(Company.ALONE)
        self._shown: Statement | None = None
        self._changes: list[_Change] = []
        self.ledger: SaveLedger[_Key, Response] = SaveLedger()
        self.ledger.trouble_told.connect(self._on_ledger_trouble_told)
        self.ledger.state_changed.connect(self._on_ledger_state_changed)
        self._bookmarks = Bookmarks(services.assessments.mark_place)
        self._again: Callable[[], None] = self.ledger.try_again

    @property
    def is_open(self) -> bool:
        """Whether there is an assessment to go on with."""
        return self._sheet is not None

    def open(
        self, assessment_id: str, item_id: str | None = None, sheet_id: str | None = None
    ) -> None:
        """Go on with an assessment at ``item_id``, or else where the person stopped.

        ``sheet_id`` is whose sheet it is; without it, the first one's. Raises ``KeyError`` for an
        unknown assessment.
        """
        self._sheet = self._shown = None
        self._changes.clear()
        try:
            assessment = self._services.assessments.get(assessment_id)
            pack = self._services.assessments.pack_of(assessment)
            seat = seat_at(self._services, assessment, pack, sheet_id)
            if seat.is_shut:
                self.shut.emit(assessment_id)
                return
            sitting = self._services.assessments.sitting(assessment_id, seat.sheet_id)
            charity = self._services.charities.get(sitting.assessment.charity_id)
        except CollabkitError as error:
            self._tell_trouble(str(error), partial(self.open, assessment_id, item_id, sheet_id))
            return
        self._sheet = AnswerSheet(sitting, charity, self._unsaved(sitting.participant.id))
        self._seat = seat
        if not seat.is_alone:
            self._sheet.go_to_first_open()
        if place := item_id or self._bookmarks.unknown_to_disk(assessment_id):
            self._sheet.go_to(place)
        self.ledger.start_afresh()
        self._tell()
        self._save_what_failed()

    def leave(self) -> None:
        """Make one more attempt to save what could not be saved; the person goes elsewhere.

        Quietly, as why it failed is being said already; a window that is to close says even more.
        """
        self.ledger.try_again_quietly()

    def give_answer(self, code: str | None) -> None:
        """Take ``code`` as the answer to the statement that is shown; ``None`` takes it back."""
        item_id = self._item_id
        if item_id is None:
            return
        before = _Change(item_id, self._opened.response(item_id).answer)
        if self._change(answer=code):
            self._changes = [*self._changes, before][-_MOST_UNDONE:]

    def undo(self) -> None:
        """Take back the last change of an answer and show the statement it belongs to."""
        if not self._changes:
            return
        last = self._changes.pop()
        if last.item_id != self._item_id:
            self._opened.go_to(last.item_id)
            self._mark_place()
            self._tell()
        self._change(answer=last.answer)

    def toggle_flag(self) -> None:
        """Mark the statement that is shown to be come back to, or no longer."""
        if self._item_id is not None:
            self._change(flagged=not self._opened.response(self._item_id).flagged)

    def begin_typing(self, field: str) -> None:
        """Know that ``field`` (note or evidence) is being written."""
        self.ledger.note_typing(True, field)

    def write(self, field: str, text: str) -> None:
        """Keep ``text`` as the note or the evidence of the statement that is shown."""
        if self._item_id is not None:
            changes: dict[str, Any] = {field: text}
            if field == "note":
                changes |= self._opened.answer_in_words(self._item_id, text)
            self._change(**changes)
        self.ledger.note_typing(False, field)

    def give_extra(self, item_id: str, code: str | None) -> None:
        """Take ``code`` as the answer to something further about the statement that is shown."""
        self._change_of(item_id, answer=code)

    def write_extra(self, item_id: str, text: str) -> None:
        """Keep ``text`` as what was written further about the statement that is shown."""
        self._change_of(item_id, note=text, **self._opened.answer_in_words(item_id, text))
        self.ledger.note_typing(False, item_id)

    def set_confidence(self, confidence: Confidence | None) -> None:
        """Keep how sure the person is; ``None`` for not said."""
        self._change(confidence=confidence)

    def go_next(self) -> None:
        """Go to the next statement, or to the end after the last one."""
        self._move(self._opened.at + 1)

    def go_back(self) -> None:
        """Go to the statement before."""
        self._move(self._opened.at - 1)

    def go_to(self, item_id: str) -> None:
        """Go to one statement."""
        self._opened.go_to(item_id)
        self._moved()

    def go_to_section(self, code: str) -> None:
        """Go to the first statement of a section that has no answer, or else to its first."""
        self._opened.go_to_section(code)
        self._moved()

    def go_to_start(self) -> None:
        """Show the first statement."""
        self._move(0)

    def go_to_end(self) -> None:
        """Show the ending."""
        self._move(self._opened.total)

    def finish(self) -> None:
        """Mark the assessment as finished, unless something is not on the disk.

        Answers that somebody elsewhere asked for are given back first.
        """
        if self.ledger.trouble:
            self.ledger.try_again()
            return
        assessment = self._opened.sitting.assessment
        if not self._seat.is_alone:
            self._leave_sheet(assessment.id)
            return
        if self._seat.is_invited:
            self.returning.emit(assessment.id)
            return
        if assessment.finished is None:
            try:
                self._services.assessments.finish(assessment.id, self._today())
            except CollabkitError as error:
                self._tell_trouble(str(error), self.finish)
                return
        self.finished.emit(assessment.id)

    def leave_open(self) -> None:
        """Stop for now; with several sheets, go back to them."""
        self.sheet_left.emit(self._opened.sitting.assessment.id, "")

    @property
    def is_alone(self) -> bool:
        """Whether there are no other sheets to go back to."""
        return self._seat.is_alone

    def try_again(self) -> None:
        """Do once more what went wrong last."""
        self._again()

    @property
    def _opened(self) -> AnswerSheet:
        """The sheet. Without one there is nothing to press, so ``RuntimeError`` would be a bug."""
        if self._sheet is None:
            raise RuntimeError("no assessment is open")
        return self._sheet

    @property
    def _item_id(self) -> str | None:
        item = self._sheet.item if self._sheet is not None else None
        return item.id if item is not None else None

    def _unsaved(self, participant_id: str) -> dict[str, Response]:
        """Return what one person said that is not on the disk, by statement."""
        return {
            item_id: response
            for (owner, item_id), response in self.ledger.unsaved().items()
            if owner == participant_id
        }

    def _change(self, **changes: Any) -> bool:
        """Change what was said about the statement that is shown; tell whether it differs."""
        return self._item_id is not None and self._change_of(self._item_id, **changes)

    def _change_of(self, item_id: str, **changes: Any) -> bool:
        response = self._opened.change(item_id, **changes)
        if response is None:
            return False
        self.ledger.keep(
            (response.participant_id, response.item_id),
            response,
            partial(self._services.responses.record, self._opened.pack),
        )
        self._tell()
        return True

    def _move(self, at: int) -> None:
        if 0 <= at <= self._opened.total and at != self._opened.at:
            self._opened.at = at
            self._moved()

    def _moved(self) -> None:
        self._mark_place()
        self._tell()

    def _mark_place(self) -> None:
        if self._item_id is not None and self._seat.is_alone:
            self._bookmarks.put(self._opened.sitting.assessment.id, self._item_id)

    def _leave_sheet(self, assessment_id: str) -> None:
        """Close the sheet if it is one person's own and something stands on it."""
        told = ""
        if self._seat.company.has_secrets and not self._opened.is_blank:
            sheet_id = self._opened.sitting.participant.id
            try:
                self._services.responses.flush()
                close_sheet(self._services, assessment_id, sheet_id)
            except CollabkitError as error:
                self._tell_trouble(str(error), self.finish)
                return
            self._sheet = self._shown = None
            self._changes.clear()
            told = _("The sheet is closed. Please pass the computer on to the next person.")
        self.sheet_left.emit(assessment_id, told)

    def _save_what_failed(self) -> None:
        if self.ledger.trouble:
            self.ledger.try_again()

    def _tell_trouble(self, sentence: str, again: Callable[[], None]) -> None:
        self._again = again
        self.trouble_told.emit(sentence)

    def _on_ledger_trouble_told(self, sentence: str) -> None:
        self._tell_trouble(sentence, self.ledger.try_again)

    def _on_ledger_state_changed(self, state: SaveState) -> None:
        self._bookmarks.note_saving(state.saving)

    def _tell(self) -> None:
        sheet = self._opened
        item = sheet.item
        if item is None:
            self._shown = None
        elif self._shown is None or self._shown.item_id != item.id:
            self._shown = statement_words(
                sheet,
                item,
                sheet.charity,
                self._glossary,
                self._seat.about,
                self._seat.about_note,
            )
        self.state_changed.emit(tell_questionnaire(sheet, self._seat, self._shown))
