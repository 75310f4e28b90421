"""What can be said further about a statement, on the same page and always optional."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import FormKind
from collabkit.i18n import _
from collabkit.services.responses import LONGEST_TEXT
from collabkit.ui.questionnaire.state import Extra
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.date_field import DateField
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.text_field import TextField

_NOT_SAID = ""
_LONGEST_LINE = 200


class ExtraField(Part):
    """One of them. ``answered(item_id, code or None)`` and ``written(item_id, text)``."""

    answered = Signal(str, object)
    written = Signal(str, str)

    def __init__(self, extra: Extra) -> None:
        super().__init__()
        self.extra = extra
        self.control = self._control(extra)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.control)

    @property
    def edit(self) -> QWidget | None:
        """The field in which one types, if there is one."""
        match self.control:
            case TextField() | DateField():
                return self.control.line
            case TextBox():
                return self.control.edit
            case _:
                return None

    def show_response(self, response: Response) -> None:
        """Show what was said; nobody is told."""
        match self.control:
            case Choice():
                self.control.set_code(response.answer or _NOT_SAID)
            case DateField():
                value = date.fromisoformat(response.answer) if response.answer else None
                is_left = self.control.is_understood and not self.control.line.hasFocus()
                if value != self.control.value or is_left:
                    self.control.set_date(value)
            case TextField() | TextBox():
                self.control.set_text(response.note)

    def is_understood(self) -> bool:
        """Tell whether what is written here can be kept; if not, the field says so."""
        if not isinstance(self.control, DateField):
            return True
        return self.control.look_through()

    def flush(self) -> None:
        """Tell at once what was typed."""
        if isinstance(self.control, TextField | TextBox | DateField):
            self.control.flush()

    def _control(self, extra: Extra) -> Choice | DateField | TextField | TextBox:
        match extra.kind:
            case FormKind.DATE:
                dated = DateField(extra.label, asks_year=True)
                dated.edited.connect(self._on_date_edited)
                return dated
            case FormKind.LINE:
                line = TextField(extra.label, extra.hint, _LONGEST_LINE)
                line.edited.connect(self._on_text_edited)
                return line
            case FormKind.NOTES if not extra.options:
                box = TextBox(extra.label, extra.hint, longest=LONGEST_TEXT)
                box.edited.connect(self._on_text_edited)
                return box
            case _:
                choice = Choice(
                    extra.label,
                    [*extra.options, (_NOT_SAID, _("Not said"))],
                    extra.hint,
                    side_by_side=True,
                )
                choice.chosen.connect(self._on_choice_chosen)
                return choice

    def _on_date_edited(self, value: date | None) -> None:
        self.answered.emit(self.extra.item_id, value.isoformat() if value else None)

    def _on_text_edited(self, text: str) -> None:
        self.written.emit(self.extra.item_id, text)

    def _on_choice_chosen(self, code: str) -> None:
        self.answered.emit(self.extra.item_id, code or None)


class Extras(Part):
    """All that can be said further about the statement that is shown.

    ``answered(item_id, code or None)`` and ``written(item_id, text)`` tell what a person did.
    """

    answered = Signal(str, object)
    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: list[ExtraField] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.dress(theme_of(self))

    @property
    def edits(self) -> list[QLineEdit | QPlainTextEdit]:
        """The fields in which one types."""
        edits = (field.edit for field in self.fields)
        return [edit for edit in edits if isinstance(edit, QLineEdit | QPlainTextEdit)]

    def show_extras(self, extras: Sequence[Extra]) -> None:
        """Offer these; what was offered before goes."""
        if [field.extra for field in self.fields] == list(extras):
            return
        for field in self.fields:
            field.hide()
            field.deleteLater()
        self.fields = [ExtraField(extra) for extra in extras]
        for field in self.fields:
            field.answered.connect(self.answered)
            field.written.connect(self.written)
            self._box.addWidget(field)
        self.setVisible(bool(extras))

    def show_responses(self, responses: Mapping[str, Response]) -> None:
        """Show what was said."""
        for field in self.fields:
            if field.extra.item_id in responses:
                field.show_response(responses[field.extra.item_id])

    def flush(self) -> None:
        """Tell at once what was typed."""
        for field in self.fields:
            field.flush()

    def misunderstood(self) -> ExtraField | None:
        """Return the first field whose words cannot be kept; each of them says so."""
        wrong = [field for field in self.fields if not field.is_understood()]
        return wrong[0] if wrong else None

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
