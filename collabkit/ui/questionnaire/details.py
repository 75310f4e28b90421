"""What is folded below the answers: why, what would show it, a note, how sure, and sources."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.assessment import Confidence, Response
from collabkit.assessments.names import confidence_name
from collabkit.i18n import _
from collabkit.services.responses import LONGEST_TEXT
from collabkit.ui.questionnaire.state import Statement
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.focus import bring_into_view, scroll_area_of
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import GrowingEdit, TextBox

_NOT_SAID = "not said"


class Details(Part):
    """Five folds. One that a person opened stays open from statement to statement; one in which
    something was written is ticked and opens by itself.

    ``typing_begun(field)`` and ``written(field, text)`` tell of the note and the evidence by the
    names they have in a response, ``confidence_given(confidence or None)`` how sure somebody is.
    """

    typing_begun = Signal(str)
    written = Signal(str, str)
    confidence_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = Fold(_("Why this matters"))
        self._why_words = TermText()
        self._related = TermText("", tone="muted")
        self.why.add(self._why_words, self._related)

        self.evidence = Fold(_("What would show it"))
        self._evidence_words = Text()
        self.evidence_box = TextBox(
            _("What you could show"),
            _("A paper, a date, a name of a file: whatever you would point to."),
            longest=LONGEST_TEXT,
        )
        self.evidence.add(self._evidence_words, self.evidence_box)

        self.note = Fold(_("A note"))
        self.note_box = TextBox(_("Your note"), longest=LONGEST_TEXT)
        self.note.add(self.note_box)

        self.sure = Fold(_("How sure you are"))
        self.confidence = Choice(
            _("How sure are you of your answer?"),
            [
                *((str(confidence), confidence_name(confidence)) for confidence in Confidence),
                (_NOT_SAID, _("Not said")),
            ],
            side_by_side=True,
        )
        self.sure.add(self.confidence)

        self.sources = Fold(_("Where this comes from"))
        self._passages = Text()
        self._reports = Text("", "body", "muted")
        self.sources.add(self._passages, self._reports)

        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._wanted: dict[Fold, bool] = {}
        self._opened: Fold | None = None
        for fold in (self.why, self.evidence, self.note, self.sure, self.sources):
            self._box.addWidget(fold)
            fold.toggled.connect(self._on_fold_toggled)
        self.note_box.edit.textChanged.connect(self._on_note_box_changed)
        self.note_box.edited.connect(self._on_note_box_edited)
        self.evidence_box.edit.textChanged.connect(self._on_evidence_box_changed)
        self.evidence_box.edited.connect(self._on_evidence_box_edited)
        self.confidence.chosen.connect(self._on_confidence_chosen)
        self.dress(theme_of(self))

    @property
    def edits(self) -> tuple[GrowingEdit, GrowingEdit]:
        """The two fields in which one types."""
        return self.evidence_box.edit, self.note_box.edit

    def show_statement(self, statement: Statement) -> None:
        """Show what belongs to a statement."""
        self._why_words.show_text(statement.why.text, statement.why.spans)
        self._why_words.setVisible(bool(statement.why.text))
        self._related.show_text(statement.related.text, statement.related.spans)
        self._related.setVisible(bool(statement.related.text))
        self.why.setVisible(bool(statement.why.text or statement.related.text))
        self._evidence_words.setText(statement.evidence)
        self._evidence_words.setVisible(bool(statement.evidence))
        self.note_box.set_hint(statement.about_note)
        self._passages.setText("\n".join(statement.passages))
        self._reports.setText("\n".join(statement.reports))
        self.sources.setVisible(bool(statement.passages))

    def show_response(self, response: Response, *, afresh: bool) -> None:
        """Show what was said; ``afresh``, for another statement, opens what has something in it."""
        self.note_box.set_text(response.note)
        self.evidence_box.set_text(response.evidence)
        self.confidence.set_code(str(response.confidence or _NOT_SAID))
        for fold, filled in (
            (self.why, False),
            (self.evidence, bool(response.evidence)),
            (self.note, bool(response.note)),
            (self.sure, response.confidence is not None),
            (self.sources, False),
        ):
            fold.set_filled(filled)
            if afresh:
                fold.set_open(filled or self._wanted.get(fold, False))

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.note_box.flush()
        self.evidence_box.flush()

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(0)

    def _on_fold_toggled(self, is_open: bool) -> None:
        fold = self.sender()
        if isinstance(fold, Fold):
            self._wanted[fold] = is_open
            if is_open:
                self._opened = fold
                self._take_keyboard_into(fold)
                QTimer.singleShot(0, self, self._bring_opened_into_view)

    def _take_keyboard_into(self, fold: Fold) -> None:
        """Let what is typed next go into the field of ``fold``, if it has one.

        Digits and letters would otherwise answer the statement.
        """
        boxes = {self.evidence: self.evidence_box, self.note: self.note_box}
        if box := boxes.get(fold):
            box.edit.moveCursor(QTextCursor.MoveOperation.End)
            box.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_opened_into_view(self) -> None:
        """Show what was opened; the layout knows only now how high it is."""
        if self._opened is not None and (area := scroll_area_of(self)) is not None:
            bring_into_view(area, self._opened)

    def _on_note_box_changed(self) -> None:
        self.typing_begun.emit("note")

    def _on_note_box_edited(self, text: str) -> None:
        self.written.emit("note", text)

    def _on_evidence_box_changed(self) -> None:
        self.typing_begun.emit("evidence")

    def _on_evidence_box_edited(self, text: str) -> None:
        self.written.emit("evidence", text)

    def _on_confidence_chosen(self, code: str) -> None:
        self.confidence_given.emit(None if code == _NOT_SAID else Confidence(code))
