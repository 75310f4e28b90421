"""The page Sheets: whole sheets, keyed in as one batch."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.workshop.keying.desk import KeyingDesk
from collabkit.ui.workshop.keying.presenter import KeyingPresenter
from collabkit.ui.workshop.keying.state import KeyingState, Stage
from collabkit.ui.workshop.keying.wording import unsealed_words


class KeyingPage(Page):
    """Key sheets in, read them back, seal them. Nothing is written down before they are sealed.

    Going elsewhere loses nothing: the sheets are here until the program ends.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("Key sheets in"), quiet=True)
        self._session_id = ""
        self._at = (Stage.CLOSED, 0)  # of what the top was shown last
        self._presenter = KeyingPresenter(context, self)
        self.desk = KeyingDesk(self._presenter)
        self.add(self.desk)
        self.use_full_width(62)
        self.back = Button(_("Back"), "plain", "back")
        self.more = Button(_("Key more sheets in"), "plain", "keyboard")
        self.foot.add_left(self.back)
        self.foot.add_right(self.more)
        self.back.clicked.connect(self.back_requested)
        self.more.clicked.connect(self._on_more_clicked)
        self.desk.away.clicked.connect(self._on_away_clicked)
        self.notice.action_taken.connect(self._presenter.bring_back)
        self._presenter.state_changed.connect(self._on_presenter_state_changed)

    def entered(self, **arguments: object) -> None:
        session_id = arguments.get("session_id")
        self._session_id = session_id if isinstance(session_id, str) else ""
        self.notice.close_notice()
        self._presenter.open(self._session_id, must_mask=arguments.get("hidden") is True)

    def left(self) -> None:
        """Let what is being sealed reach the disk; sheets that are not sealed stay as they are."""
        self._presenter.leave()

    def holds_unsaved(self) -> bool:
        return bool(self._presenter.unsealed)

    def unsaved_words(self) -> str:
        return unsealed_words(self._presenter.unsealed)

    def first_focus(self) -> QWidget | None:
        return self.desk.first_focus()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("1 to 5, 0, N"), _("Key an answer in")),
            (_("Space"), _("The field is blank on the paper")),
            (_("Enter"), _("Go on to the next sheet")),
            (_("Backspace"), _("Take the last key back")),
            (_("Arrow keys"), _("Go to something that was keyed in, to correct it")),
        )

    def _on_presenter_state_changed(self, state: KeyingState) -> None:
        self.set_title(_("Key sheets in"), state.title)
        show_if(self.more, state.stage is Stage.SEALED)
        sheet = state.batch.cursor.sheet if state.batch else 0
        at = (state.stage, sheet if state.stage is Stage.READING else 0)
        if at != self._at:
            if self._at[0] is Stage.START:
                self.notice.close_notice()  # another batch has begun, or the last is back
            self._at = at
            QTimer.singleShot(0, self, self._scroll_up)

    def _scroll_up(self) -> None:
        self.scroller.verticalScrollBar().setValue(0)

    def _on_more_clicked(self) -> None:
        self._presenter.open(self._session_id, must_mask=self._presenter.state.must_mask)

    def _on_away_clicked(self) -> None:
        self.notice.tell(_("The sheets are thrown away."), _("Undo"))
