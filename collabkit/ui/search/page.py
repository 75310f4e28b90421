"""The search over everything."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.search.presenter import SearchPresenter
from collabkit.ui.search.result_list import ResultList
from collabkit.ui.search.state import Hit, SearchState
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField

_LONGEST = 100  # characters


class SearchPage(Page):
    """One field, and below it what was found by kind.

    The keyboard stays in the field: up and down choose, Enter opens, Esc leads back.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("Search"))
        self.presenter = SearchPresenter(context.services, self)
        self.presenter.state_changed.connect(self.render_state)
        self.field = TextField(_("Look for"), longest=_LONGEST)
        self.field.line.textEdited.connect(self._on_line_text_edited)
        self.field.edited.connect(self._on_field_edited)
        self.field.line.installEventFilter(self)
        self.status = Text("", "body", "muted")
        self.results = ResultList(_("What was found"))
        self.results.hit_opened.connect(self._on_results_hit_opened)
        self.results.more_wanted.connect(self.presenter.show_all_of)
        self.results.left_upwards.connect(self._on_results_left_upwards)
        self.results.installEventFilter(self)
        self.add(self.field, self.status, self.results)
        self.back = Button(_("Back"), "plain", "back")
        self.back.clicked.connect(self.back_requested)
        self.foot.add_left(self.back)

    def render_state(self, state: SearchState) -> None:
        """Show ``state``."""
        self.field.set_text(state.text)
        self.status.setText(state.status)
        self.results.show_lines(state.lines)
        # Hidden, it would forget its width, and all lines would be set twice when it comes back.
        self.results.setEnabled(bool(state.lines))

    def entered(self, **_arguments: object) -> None:
        self.presenter.open()

    def first_focus(self) -> QWidget | None:
        return self.field.line

    def take_focus(self) -> None:
        """Go to the field; what stands in it is marked, so that typing replaces it."""
        super().take_focus()
        self.field.line.selectAll()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("Down or Up"), _("Choose among what was found")),
            (_("Enter"), _("Open what is chosen")),
            (_("Esc"), _("Go back to where you were")),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.back_requested.emit()
                return True
            if watched is self.field.line:
                return self._take_field_key(event)
        return super().eventFilter(watched, event)

    def _take_field_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self.results.step(1)
            case Qt.Key.Key_Up:
                self.results.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.results.open_current()
            case _:
                return False
        return True

    def _on_line_text_edited(self, text: str) -> None:
        self.scroller.verticalScrollBar().setValue(0)
        self.presenter.look_for(text)

    def _on_field_edited(self, _text: str) -> None:
        announce(self.field.line, self.status.text())

    def _on_results_hit_opened(self, hit: Hit) -> None:
        self.go_requested.emit(hit.place, dict(hit.arguments))

    def _on_results_left_upwards(self) -> None:
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
