"""The page of one network."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.dropped import dropped_files
from collabkit.ui.network.choosing_part import ChoosingPart
from collabkit.ui.network.desktop import NetworkDesktop
from collabkit.ui.network.files_part import FilesPart
from collabkit.ui.network.files_presenter import FilesPresenter
from collabkit.ui.network.itself_part import ItselfPart
from collabkit.ui.network.parts_view import PartsView
from collabkit.ui.network.presenter import NetworkPresenter
from collabkit.ui.network.save_card import SaveCard
from collabkit.ui.network.state import LookState, Presence, View
from collabkit.ui.network.visit import Errand
from collabkit.ui.network.wording import take_words
from collabkit.ui.own_packs.state import Act, News
from collabkit.ui.own_packs.telling import tell_news
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text

_WIDEST = 60  # ems: tables with a column for each place to stand
_PATIENCE = 300  # milliseconds before anything is said about waiting


class NetworkPage(Page):
    """Two faces: files are taken in, or the groups are looked at side by side.

    Files and folders that are dropped anywhere on the page are looked at.
    """

    def __init__(self, context: Context, desktop: NetworkDesktop | None = None) -> None:
        super().__init__(_("Network"))
        self.use_full_width(_WIDEST)
        self.setAcceptDrops(True)
        self._desktop = desktop or NetworkDesktop()
        self._presenter = NetworkPresenter(context, self)
        self._files = FilesPresenter(context, self)
        self._is_taking = self._is_saving = False
        self._errand: Errand | None = None
        self._looked: object = None  # the network and the errand for which a file was looked at
        self._news = News("")
        self.gone = EmptyState(
            _("This network is not here any more."), _("See all networks"), "table"
        )
        self.files = FilesPart()
        self.save_card = SaveCard()
        self.choosing = ChoosingPart()
        self.waiting = Text("", "lead", "muted")
        self.waiting.hide()
        self.parts = PartsView()
        self.itself = ItselfPart()
        self.look = Column(gap=3)
        self.look.fill(self.save_card, self.choosing, self.parts, self.itself)
        self.add(self.gone, self.files, self.waiting, self.look)
        self.back = Button(_("Back"), "plain", "back")
        self.leave = Button(_("Leave it"), "quiet")
        self.take_in = Button(_("Take in files…"), "plain", "file")
        self.save = Button(_("Save…"), "plain", "save")
        self.other = Button(_("Choose other files…"), "plain", "file")
        self.take = Button(take_words(1), "primary")
        self.see = Button(_("See the groups side by side"), "primary")
        self.foot.add_left(self.back)
        for button in (self.leave, self.other, self.take_in, self.save, self.take, self.see):
            self.foot.add_right(button)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._connect()

    def render_state(self) -> None:
        """Show both states: the one place where anything of the page is set."""
        state, files = self._presenter.state, self._files.state
        is_there = state.presence not in (Presence.GONE, Presence.FAILED)
        is_taking = is_there and (self._is_taking or not state.number)
        is_looking = is_there and not is_taking and state.presence is Presence.THERE
        self.set_title(state.name or _("Network"), state.lead)
        show_if(self.gone, state.presence is Presence.GONE)
        show_if(self.files, is_taking)
        self.files.show_files(files)
        show_if(self.look, is_looking)
        show_if(self.save_card, self._is_saving and state.is_shown)
        self.save_card.show_choice(state)
        show_if(self.choosing, state.number > 0)
        self.choosing.show_choice(state)
        show_if(self.parts, state.view is not View.ITSELF)
        self.parts.show_parts(state.parts)
        show_if(self.itself, state.view is View.ITSELF)
        self.itself.show_network(state)
        self.take.set_words(take_words(files.to_take))
        show_if(self.take, is_taking and files.to_take > 0)
        show_if(self.see, is_taking and bool(files.told))
        has_more = state.number > 0 or bool(files.summary)
        show_if(self.leave, is_taking and has_more and not files.told)
        show_if(self.other, is_taking and bool(files.summary))
        self.other.setEnabled(not files.reading)
        show_if(self.take_in, is_looking)
        show_if(self.save, is_looking and state.is_shown and not self._is_saving)
        self._wait("" if is_taking or is_looking else state.counting)

    def entered(self, **arguments: object) -> None:
        network_id = str(arguments.get("network_id", ""))
        is_other = network_id != self._presenter.state.network_id
        if is_other:
            self._is_taking = False
        self._is_saving = False
        self._files.open(network_id)
        self._presenter.open(network_id)
        errand = arguments.get("errand")
        self._errand = errand if isinstance(errand, Errand) else None
        before, self._looked = self._looked, (network_id, self._errand)
        if self._errand and not self._errand.is_done and self._looked != before:
            self._look_at([Path(self._errand.path)])

    def left(self) -> None:
        self.itself.name.flush()
        self._patience.stop()
        self.files.rest()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        if self.gone.isVisibleTo(self):
            return self.gone.button
        if self.see.isVisibleTo(self):
            return self.see
        if self.take.isVisibleTo(self):
            return self.take
        return self.files.choose if self.files.choose.isVisibleTo(self) else None

    def _connect(self) -> None:
        presenter, files = self._presenter, self._files
        presenter.state_changed.connect(self._on_state_changed)
        presenter.told.connect(self._on_presenter_told)
        files.state_changed.connect(self._on_state_changed)
        files.problem_met.connect(self._on_files_problem_met)
        files.looked.connect(self._on_files_looked)
        files.taken.connect(self._on_files_taken)
        self.files.files_requested.connect(self._on_files_requested)
        self.files.folder_requested.connect(self._on_folder_requested)
        self.choosing.view_chosen.connect(presenter.choose_view)
        self.choosing.pack_chosen.connect(presenter.choose_pack)
        self.choosing.size_chosen.connect(presenter.choose_size)
        self.choosing.run_by_chosen.connect(presenter.choose_run_by)
        self.save_card.save_requested.connect(self._on_save_requested)
        self.save_card.given_up.connect(self._on_save_given_up)
        self.itself.name_given.connect(presenter.rename)
        self.itself.let_go_wanted.connect(presenter.let_go)
        self.itself.let_go_file_wanted.connect(self._on_let_go_file_wanted)
        self.gone.action_taken.connect(self._on_gone_action_taken)
        self.back.clicked.connect(self.back_requested)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.take_in.clicked.connect(self._on_take_in_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.other.clicked.connect(self._on_files_requested)
        self.take.clicked.connect(files.take)
        self.see.clicked.connect(self._on_leave_clicked)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self._patience.timeout.connect(self._on_patience_timeout)

    def _wait(self, words: str) -> None:
        self.waiting.setText(words)
        if not words:
            self._patience.stop()
            self.waiting.hide()
        elif not self.waiting.isVisibleTo(self):
            self._patience.start()

    def _look_at(self, paths: Sequence[Path]) -> None:
        if paths and self._presenter.state.presence is not Presence.GONE:
            self.notice.close_notice()
            self._is_taking = True
            self._files.look_at(paths)

    def _end_errand(self) -> None:
        """Let nobody ask again where the file belongs that somebody came with."""
        if self._errand:
            self._errand.is_done = True

    def _on_state_changed(self, _state: LookState | object) -> None:
        self.render_state()

    def _on_patience_timeout(self) -> None:
        self.waiting.show()
        announce(self, self.waiting.text())

    def _on_files_requested(self) -> None:
        folder = self._files.folder(self._desktop.documents())
        self._look_at(self._desktop.ask_which_files(self, folder))

    def _on_folder_requested(self) -> None:
        folder = self._files.folder(self._desktop.documents())
        chosen = self._desktop.ask_which_folder(self, folder)
        self._look_at([chosen] if chosen is not None else [])

    def _on_take_in_clicked(self) -> None:
        self.notice.close_notice()
        self._is_taking = True
        self.render_state()
        self.take_focus()

    def _on_leave_clicked(self) -> None:
        self._end_errand()
        self._is_taking = False
        self._files.forget()
        self.take_focus()

    def _on_save_clicked(self) -> None:
        self._is_saving = True
        self.render_state()
        self.jump_to(self.save_card, next(r for r in self.save_card.kind.radios if r.isChecked()))

    def _on_save_given_up(self) -> None:
        self._is_saving = False
        self.render_state()
        self.save.setFocus()

    def _on_save_requested(self) -> None:
        kind = self.save_card.file_kind
        suggested = self._presenter.suggested_path(self._desktop.documents(), kind)
        path = self._desktop.ask_where_to_save(self, suggested, kind)
        if path is not None:
            self._presenter.save(path, with_names=self.save_card.with_names)

    def _on_let_go_file_wanted(self) -> None:
        folder = self._files.folder(self._desktop.documents())
        for path in self._desktop.ask_which_files(self, folder)[:1]:
            self._presenter.let_go_of_file(path)

    def _on_gone_action_taken(self) -> None:
        self.go_requested.emit("networks", {})

    def _on_files_looked(self) -> None:
        announce(self, self.files.summary.text())
        self.jump_to(self.files.summary, self.take if self.take.isVisibleTo(self) else None)

    def _on_files_taken(self) -> None:
        self._end_errand()
        announce(self, self.files.told.text())
        self._presenter.open(self._presenter.state.network_id)
        self.take_focus()

    def _on_files_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")

    def _on_presenter_told(self, news: News) -> None:
        self._news = news
        if news.act is Act.SHOW_FOLDER:
            self._is_saving = False
            self.render_state()
        tell_news(self.notice, news)
        if news.act is Act.UNDO:
            self.notice.take_focus()

    def _on_notice_action_taken(self) -> None:
        if self._news.act is Act.UNDO:
            if self._presenter.undo():
                self._focus_after_undo()
        elif self._news.written is not None:
            self._desktop.show_folder(self._news.written.parent)

    def _focus_after_undo(self) -> None:
        if self.itself.choose.isVisibleTo(self):
            self.itself.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._look_at(paths)
