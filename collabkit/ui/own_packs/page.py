"""The page of all questionnaires."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from collabkit.i18n import _
from collabkit.services.own_packs import Removed
from collabkit.ui.context import Context
from collabkit.ui.own_packs.check_card import CheckCard
from collabkit.ui.own_packs.desktop import PackDesktop, spreadsheet
from collabkit.ui.own_packs.dropping import dropped_file
from collabkit.ui.own_packs.own_part import BuiltinPart, OwnPart
from collabkit.ui.own_packs.presenter import PacksPresenter
from collabkit.ui.own_packs.state import Act, News, PacksState
from collabkit.ui.own_packs.telling import tell_news
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.waiting import Waiting


class PacksPage(Page):
    """Those that come with collabkit, one's own, and files to be checked.

    A file that is dropped anywhere on the page is checked too.
    """

    def __init__(self, context: Context, desktop: PackDesktop | None = None) -> None:
        super().__init__(
            _("Questionnaires"), _("Those that come with collabkit, and those of your own.")
        )
        self.setAcceptDrops(True)
        self._desktop = desktop or PackDesktop()
        self._presenter = PacksPresenter(context, self)
        self._news = News("")
        self._shown: object = None
        self.check = Button(_("Check a file…"), "primary", "file")
        self.head.set_primary(self.check)
        self.waiting = Waiting()
        self.found = Column()
        self.own = OwnPart()
        self.builtin = BuiltinPart()
        self.add(self.waiting, self.found, self.own, self.builtin)
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self._presenter.state_changed.connect(self.render_state)
        self._presenter.told.connect(self._on_presenter_told)
        self._presenter.added.connect(self._on_presenter_added)
        self._presenter.check_done.connect(self._on_presenter_check_done)
        self.check.clicked.connect(self._on_check_clicked)
        self.own.template_requested.connect(self._on_own_template_requested)
        self.own.look_requested.connect(self._on_look_requested)
        self.builtin.look_requested.connect(self._on_look_requested)
        self.notice.action_taken.connect(self._on_notice_action_taken)

    def render_state(self, state: PacksState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        reading = _("Reading “{name}”…").format(name=state.reading) if state.reading else ""
        self.waiting.wait(reading)
        found = (state.checked, state.instead_of)
        if found != self._shown:
            self._shown = found
            self.found.fill(*self._cards(state))
        show_if(self.check, state.checked is None)
        self.own.show_rows(state.own)
        self.builtin.show_rows(state.builtin)

    def entered(self, **arguments: object) -> None:
        path, instead_of = arguments.get("path"), arguments.get("instead_of")
        self._presenter.open(
            Path(path) if isinstance(path, str) else None,
            instead_of if isinstance(instead_of, str) else "",
        )
        removed = arguments.get("removed")
        if isinstance(removed, Removed):
            self._presenter.tell_removed(removed)

    def left(self) -> None:
        self.waiting.rest()
        self.notice.close_notice()

    def _cards(self, state: PacksState) -> tuple[CheckCard, ...]:
        if state.checked is None:
            return ()
        card = CheckCard(state, state.checked)
        card.add_requested.connect(self._presenter.add)
        card.again_requested.connect(self._presenter.check_again)
        card.other_requested.connect(self._on_check_clicked)
        card.close_requested.connect(self._on_card_close_requested)
        card.start_requested.connect(self._on_card_start_requested)
        card.look_requested.connect(self._on_look_requested)
        return (card,)

    def _on_check_clicked(self) -> None:
        folder = self._presenter.folder(self._desktop.documents())
        path = self._desktop.ask_which_file(self, folder)
        if path is not None:
            self.notice.close_notice()
            self._presenter.check(path)

    def _on_own_template_requested(self) -> None:
        folder = self._presenter.folder(self._desktop.documents())
        suggested = folder / _("questionnaire template.xlsx")
        path = self._desktop.ask_where_to_write(self, suggested, spreadsheet())
        if path is not None:
            self._presenter.save_template(path)

    def _on_look_requested(self, pack_id: str) -> None:
        self.go_requested.emit("pack", {"pack_id": pack_id})

    def _on_card_start_requested(self, pack_id: str) -> None:
        self.go_requested.emit("new", {"pack_id": pack_id})

    def _on_card_close_requested(self) -> None:
        self._presenter.forget_check()
        self.take_focus()

    def _on_presenter_check_done(self) -> None:
        card = next(iter(self.found.parts), None)
        if isinstance(card, CheckCard) and card.card.heading is not None:
            self.jump_to(card.card.heading)
            announce(self, card.verdict)

    def _on_presenter_added(self) -> None:
        card = next(iter(self.found.parts), None)
        if isinstance(card, CheckCard) and card.card.heading is not None:
            self.jump_to(card.card.heading, card.first_act)

    def _on_presenter_told(self, news: News) -> None:
        self._news = news
        tell_news(self.notice, news)

    def _on_notice_action_taken(self) -> None:
        if self._news.act is Act.UNDO:
            self._presenter.undo()
            self.take_focus()
        elif self._news.written is not None:
            self._desktop.show_folder(self._news.written.parent)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.notice.close_notice()
            self._presenter.check(path)
