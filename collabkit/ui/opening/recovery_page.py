"""The page of an evening when the data cannot be opened: what is safe, and one button."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.errors import DataRefusedError
from collabkit.i18n import _, ngettext
from collabkit.paths import DataFolder
from collabkit.ui.errand import Errand
from collabkit.ui.lock.copy_question import CopyQuestion
from collabkit.ui.opening.afresh import StartAfresh
from collabkit.ui.opening.copy_card import CopyCard
from collabkit.ui.opening.recovery_presenter import RecoveryPresenter
from collabkit.ui.opening.recovery_state import RecoveryState
from collabkit.ui.safety.desktop import CopyDesktop
from collabkit.ui.safety.rows import CopyEntry
from collabkit.ui.safety.state import Chosen, Row
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import lay_out_now, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.waiting import Waiting


class RecoveryPage(Page):
    """Are the answers gone? They are not, and this is how to get them back.

    ``errand_wanted(Errand)`` asks for what a person chose, ``again_requested()`` for another try
    to open the data as it is.
    """

    errand_wanted = Signal(object)
    again_requested = Signal()

    def __init__(
        self,
        folder: DataFolder,
        today: Callable[[], date],
        desktop: CopyDesktop | None = None,
    ) -> None:
        self._acts = Flow()
        super().__init__(_("Your data"))
        self._folder = folder
        self._desktop = desktop or CopyDesktop()
        self._in_hand = 0  # entries that could not be saved before
        self._shown: Chosen | None = None
        self._rows: tuple[Row, ...] = ()
        self.presenter = RecoveryPresenter(folder, today, self)
        self.waiting = Waiting()
        self.promise = Text("", "lead")
        self.put_back = Button("", "primary")
        self.afterwards = Text("", "note", "muted")
        self.hindrance = Text("", "body", "alert")
        self.advice = Column(gap=1.5)
        self.main = Card()
        self.main.add(
            self.promise, self.hindrance, self._row(self.put_back), self.afterwards, self.advice
        )
        self.go_on = Button(_("Go on with this older file"))
        self.about_present = Text("")
        self.present = Card(_("Or go on with the older file"))
        self.present.add(self.about_present, self._row(self.go_on))
        self.found = Column()
        self.copies = Column(gap=2)
        self.older = Fold("")
        self.older.add(self.copies)
        self.afresh = StartAfresh()
        self.faults = Text("", "note", "muted")
        self.files = Text("", "note", "muted")
        self.helpers = Fold(_("For somebody who helps you"))
        self.helpers.add(
            Text(_("Your data is in {folder}").format(folder=folder.root)), self.faults, self.files
        )
        self.again = Button(_("Try again"))
        self.show_folder = Button(_("Show the folder"), "plain", "folder")
        self.bring_back = Button(_("Look at a copy on a stick…"), "plain", "file")
        self._acts.addWidget(self.bring_back)
        self._acts.addWidget(self.again)
        self._acts.addWidget(self.show_folder)
        self.add(self.waiting, self.main, self.present, self.found, self.older, self.afresh)
        self.add(self.helpers, self._acts)
        self._connect()
        self.render_state(self.presenter.state)

    def render_state(self, state: RecoveryState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        self.set_title(state.title, state.lead)
        self.waiting.wait(state.busy)
        for text, words in (
            (self.promise, state.promise),
            (self.afterwards, state.afterwards),
            (self.hindrance, state.hindrance),
            (self.about_present, state.present),
            (self.faults, "\n".join(state.faults)),
            (self.files, "\n".join(state.files)),
        ):
            text.setText(words)
            show_if(text, bool(words))
        self.put_back.set_words(state.act)
        show_if(self.put_back, bool(state.act))
        self.advice.fill(*(Text(words) for words in state.advice))
        show_if(self.main, bool(state.promise or state.hindrance or state.advice))
        show_if(self.present, bool(state.present))
        if state.chosen != self._shown:
            self._shown = state.chosen
            self.found.fill(*self._cards(state.chosen))
        self.older.set_title(state.older)
        self._show_rows(state.rows)
        for row, entry in zip(state.rows, self.copies.parts, strict=True):
            if isinstance(entry, CopyEntry):
                show_if(entry.look, row.path not in state.beyond_reach)
        show_if(self.older, bool(state.rows))
        show_if(self.afresh, state.can_start_afresh)
        show_if(self.bring_back, bool(state.advice))

    def entered(self, **arguments: object) -> None:
        error, problem = arguments.get("error"), arguments.get("problem")
        in_hand = arguments.get("in_hand", 0)
        self._in_hand = in_hand if isinstance(in_hand, int) else 0
        self.older.set_open(False)
        self.helpers.set_open(False)
        self.afresh.close_again()
        self.notice.close_notice()
        if isinstance(error, DataRefusedError):
            self.presenter.look(error)
        if isinstance(problem, str) and problem:
            self.notice.tell(problem, tone="alert")

    def left(self) -> None:
        self.waiting.rest()

    def holds_unsaved(self) -> bool:
        return bool(self._in_hand)

    def unsaved_words(self) -> str:
        if not self._in_hand:
            return ""
        return ngettext(
            "One entry could not be saved before this happened. It is added when everything is "
            "put back. If you close once more, it is lost.",
            "{number} entries could not be saved before this happened. They are added when "
            "everything is put back. If you close once more, they are lost.",
            self._in_hand,
        ).format(number=self._in_hand)

    def first_focus(self) -> QWidget | None:
        return self.put_back if self.put_back.isVisibleTo(self) else None

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._acts.setSpacing(theme.metrics.units(1.5))

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self.render_state)
        presenter.found.connect(self._on_presenter_found)
        presenter.looked.connect(self._on_presenter_looked)
        presenter.errand_wanted.connect(self._on_presenter_errand_wanted)
        self.put_back.clicked.connect(presenter.put_everything_back)
        self.go_on.clicked.connect(presenter.go_on_with_present)
        self.afresh.start_requested.connect(presenter.start_afresh)
        self.older.toggled.connect(self._on_older_toggled)
        self.helpers.toggled.connect(self._on_helpers_toggled)
        self.again.clicked.connect(self.again_requested)
        self.bring_back.clicked.connect(self._on_bring_back_clicked)
        self.show_folder.clicked.connect(self._on_show_folder_clicked)

    @staticmethod
    def _row(button: Button) -> Flow:
        row = Flow()
        row.addWidget(button)
        return row

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        before, self._rows = self._rows, rows
        if [row.path for row in rows] == [row.path for row in before]:
            for row, entry in zip(rows, self.copies.parts, strict=True):
                if isinstance(entry, CopyEntry):
                    entry.show_row(row)
            return
        self.copies.fill(*(self._entry(row) for row in rows))

    def _entry(self, row: Row) -> CopyEntry:
        entry = CopyEntry(row)
        entry.look_requested.connect(self.presenter.look_at)
        return entry

    def _cards(self, chosen: Chosen | None) -> tuple[CopyCard, ...]:
        if chosen is None:
            return ()
        question = CopyQuestion(chosen.path, self._folder) if chosen.is_locked else None
        if question is not None:
            question.opened.connect(self.presenter.show_opened)
        card = CopyCard(chosen, question, keeps_newer=self.presenter.can_put_back)
        card.put_back_requested.connect(self._on_card_put_back_requested)
        card.close_requested.connect(self._on_card_close_requested)
        return (card,)

    def _on_presenter_found(self) -> None:
        if self.notice.sentence == self.hindrance.text():
            self.notice.close_notice()  # it is said right above the button
        if self.isVisible():
            announce(self, f"{self.title}. {self.promise.text()} {self.hindrance.text()}")
        lay_out_now()  # the button has its place only now, and is to be seen whole
        self.take_focus()

    def _on_presenter_errand_wanted(self, errand: Errand) -> None:
        self._in_hand = 0  # somebody else sees to it now
        self.errand_wanted.emit(errand)

    def _on_presenter_looked(self) -> None:
        card = next(iter(self.found.parts), None)
        if isinstance(card, CopyCard) and card.heading is not None:
            self.jump_to(card.heading, card.first_act)
            announce(self, card.heading.text())

    def _on_card_put_back_requested(self) -> None:
        if self._shown is not None:
            self.presenter.put_back(self._shown.path)

    def _on_card_close_requested(self) -> None:
        self.presenter.look_away()
        self.take_focus()

    def _on_older_toggled(self, is_open: bool) -> None:
        if is_open:
            self.presenter.read_copies()

    def _on_helpers_toggled(self, is_open: bool) -> None:
        if is_open:
            self.presenter.read_for_helper()

    def _on_bring_back_clicked(self) -> None:
        path = self._desktop.ask_which_copy(self, self._desktop.documents())
        if path is not None:
            self.presenter.look_at(path)

    def _on_show_folder_clicked(self) -> None:
        self._desktop.show_folder(self._folder.root)
