"""What a key does in the questionnaire, wherever in it the keyboard is."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from collabkit.settings import Settings
from collabkit.ui.questionnaire.keys import Act, meaning
from collabkit.ui.questionnaire.notices import Notices
from collabkit.ui.questionnaire.presenter import QuestionnairePresenter
from collabkit.ui.questionnaire.sight import is_out_of_sight
from collabkit.ui.questionnaire.statement_view import StatementView

_AT_THE_END = (Act.BACK, Act.UNDO)
_ANSWERS = (Act.TAKE_BACK, Act.NOT_APPLICABLE)  # these change the answer, as digits do
_AWAY = (Act.NEXT, Act.CHOOSE_OR_NEXT, Act.BACK)  # these lead to another statement
_PAGE_KEYS = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Keyboard(QObject):
    """Answers and turns the page by keys. A key held down counts once.

    It hears the keys of the scrolling area and of the fields that it watches; the page hands over
    the others with ``take``.
    """

    def __init__(
        self,
        statement: StatementView,
        presenter: QuestionnairePresenter,
        notices: Notices,
        scroller: QScrollArea,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._statement = statement
        self._presenter = presenter
        self._notices = notices
        self._scroller = scroller
        self._settings = settings
        scroller.installEventFilter(self)

    @property
    def has_letters(self) -> bool:
        """Whether letters and digits mean something."""
        wanted: bool = self._settings.get("letter_keys", True)
        return wanted

    def watch(self, edits: Iterable[QWidget]) -> None:
        """Let Page Up and Page Down turn the page from inside these fields too."""
        for edit in edits:
            edit.installEventFilter(self)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means here, if anything; tell whether it does."""
        is_beside = self._statement.has_focus_below_answers()
        wanted = meaning(event, self.has_letters and not is_beside)
        if wanted is None or not self._presenter.is_open:
            return False
        if is_beside and wanted is Act.TAKE_BACK:
            return True
        if self._statement.isHidden() and wanted not in _AT_THE_END:
            return False
        if not event.isAutoRepeat():
            self._statement.flush()
            if wanted not in _AWAY or self._statement.may_be_left():
                self._do(wanted)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A scrolling area takes Page Down and the arrow keys for itself, a field all of its keys.
        return (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and (watched is self._scroller or event.key() in _PAGE_KEYS)
            and self.take(event)
        )

    def _do(self, wanted: Act | str) -> None:
        before = self._statement.choice.answer
        self._act(wanted)
        if isinstance(wanted, str) or wanted in _ANSWERS:
            self._tell_change(before)

    def _act(self, wanted: Act | str) -> None:
        match wanted:
            case str():
                self._statement.choose_marked(wanted)
            case Act.NEXT:
                self._presenter.go_next()
            case Act.CHOOSE_OR_NEXT:
                # Who has gone to an answer and presses Enter means it: going on would lose it.
                if not self._statement.choose_ringed():
                    self._presenter.go_next()
            case Act.BACK:
                self._presenter.go_back()
            case Act.TO_CARDS:
                self._statement.go_to_cards()
            case Act.TAKE_BACK:
                self._presenter.give_answer(None)
            case Act.UNDO:
                self._presenter.undo()
            case Act.FLAG:
                self._presenter.toggle_flag()
            case Act.NOT_APPLICABLE:
                self._statement.choose_not_applicable()
            case _:
                assert_never(wanted)

    def _tell_change(self, before: str | None) -> None:
        """Say what a key has changed, where the answer is scrolled out of sight."""
        choice = self._statement.choice
        card = next((card for card in choice.cards if card.isChecked()), None)
        if choice.answer != before and is_out_of_sight(card or choice, self._scroller):
            self._notices.tell_change(card.answer.name if card is not None else "")
