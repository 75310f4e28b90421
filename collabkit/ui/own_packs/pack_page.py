"""The page of one questionnaire."""

from pathlib import Path

from PySide6.QtCore import Qt

from collabkit.i18n import _
from collabkit.services.own_packs import Removed
from collabkit.ui.context import Context
from collabkit.ui.new_assessment.pack_face import PackFace
from collabkit.ui.own_packs.about_card import AboutCard
from collabkit.ui.own_packs.desktop import PackDesktop, spreadsheet
from collabkit.ui.own_packs.findings import Findings
from collabkit.ui.own_packs.pack_presenter import PackPresenter
from collabkit.ui.own_packs.save_card import SaveCard
from collabkit.ui.own_packs.state import Checked, News, PackState, Presence
from collabkit.ui.own_packs.statements import Statements
from collabkit.ui.own_packs.telling import tell_news
from collabkit.ui.own_packs.words import time_and_version, verdict
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick


class PackPage(Page):
    """What it is for, what can be done with it, and every statement, to be read."""

    def __init__(self, context: Context, desktop: PackDesktop | None = None) -> None:
        super().__init__(_("Questionnaire"))
        self._desktop = desktop or PackDesktop()
        self._presenter = PackPresenter(context, self)
        self._news = News("")
        self._checked: Checked | None = None
        self.start = Button(_("Start an assessment"), "primary")
        self.head.set_primary(self.start)
        self.gone = EmptyState(
            _("There is no such questionnaire here any more."), _("See all questionnaires")
        )
        self.about = AboutCard()
        self.save = SaveCard()
        self.save.hide()
        self.found = Column()
        self.answers = Tick(_("Show the answers too"))
        self.statements = Statements()
        self.add(self.gone, self.about, self.save, self.found, self.answers, self.statements)
        self.back = Button(_("Back"), "plain", "back")
        self.foot.add_left(self.back)
        self._connect()

    def render_state(self, state: PackState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        pack = state.pack
        self.set_title(state.title, pack.question if pack else "")
        is_there = state.presence is not Presence.GONE
        show_if(self.start, pack is not None)
        show_if(self.gone, not is_there)
        show_if(self.about, is_there)
        show_if(self.answers, pack is not None)
        if pack is None:
            self.save.hide()
            damaged = _("Its file cannot be read any more. What was answered with it is safe.")
            self.about.show_facts(Text(damaged))
        else:
            self.about.show_facts(Text(time_and_version(pack), "strong"), PackFace(pack))
        self.about.offer(state)
        self._render_found(state.checked)
        self.statements.show_pack(pack, with_answers=self.answers.isChecked())

    def entered(self, **arguments: object) -> None:
        pack_id = arguments.get("pack_id")
        self.save.hide()
        self._presenter.open(pack_id if isinstance(pack_id, str) else "")

    def left(self) -> None:
        self.notice.close_notice()

    def _connect(self) -> None:
        presenter, about = self._presenter, self.about
        presenter.state_changed.connect(self.render_state)
        presenter.told.connect(self._on_presenter_told)
        presenter.removed.connect(self._on_presenter_removed)
        presenter.tried.connect(self._on_presenter_tried)
        presenter.check_done.connect(self._on_presenter_check_done)
        about.try_requested.connect(presenter.try_it)
        about.copy_requested.connect(self._on_about_copy_requested)
        about.change_requested.connect(self._on_about_change_requested)
        about.share_requested.connect(self._on_about_share_requested)
        about.check_requested.connect(presenter.check_again)
        about.replace_requested.connect(self._on_about_replace_requested)
        about.remove_requested.connect(presenter.remove)
        self.save.save_requested.connect(self._on_save_requested)
        self.save.given_up.connect(self._on_save_given_up)
        self.start.clicked.connect(self._on_start_clicked)
        self.answers.clicked.connect(self._on_answers_clicked)
        self.gone.action_taken.connect(self._on_gone_action_taken)
        self.back.clicked.connect(self.back_requested)
        self.notice.action_taken.connect(self._on_notice_action_taken)

    def _render_found(self, checked: Checked | None) -> None:
        if checked == self._checked:
            return
        self._checked = checked
        if checked is None:
            self.found.fill()
            return
        card = Card(_("What the check found"))
        card.add(Text(verdict(checked), "lead"))
        if checked.faults or checked.warnings:
            card.add(Findings(checked))
        close = Button(_("Close"), "quiet", name=_("Close what was found"))
        close.clicked.connect(self._on_close_clicked)
        card.add(close)
        self.found.fill(card)

    def _show_form(self, *, is_copy: bool) -> None:
        state = self._presenter.state
        self.save.ask(is_copy=is_copy, title=state.copy_title, pack_id=state.copy_id)
        first = self.save.title if is_copy else self.save.kind.radios[1]
        self.jump_to(self.save.heading or first, first)

    def _on_start_clicked(self) -> None:
        self.go_requested.emit("new", {"pack_id": self._presenter.state.pack_id})

    def _on_answers_clicked(self, wanted: bool) -> None:
        self.statements.show_pack(self._presenter.state.pack, with_answers=wanted)

    def _on_about_copy_requested(self) -> None:
        self._show_form(is_copy=True)

    def _on_about_change_requested(self) -> None:
        pack = self._presenter.state.pack
        if pack is None:
            return
        kind = spreadsheet()
        folder = self._presenter.folder(self._desktop.documents())
        name = f"{pack.id} {pack.version}.{kind.ending}"
        path = self._desktop.ask_where_to_write(self, folder / name, kind)
        if path is not None:
            self._presenter.share(path)

    def _on_about_share_requested(self) -> None:
        self._show_form(is_copy=False)

    def _on_about_replace_requested(self) -> None:
        folder = self._presenter.folder(self._desktop.documents())
        path = self._desktop.ask_which_file(self, folder)
        if path is not None:
            pack_id = self._presenter.state.pack_id
            self.go_requested.emit("packs", {"path": str(path), "instead_of": pack_id})

    def _on_save_requested(self) -> None:
        form, state = self.save, self._presenter.state
        new_id = form.id.text.strip() if form.is_copy else state.pack_id
        if form.is_copy:
            wrong = form.show_faults(*self._presenter.copy_fault(new_id, form.title.text))
            if wrong is not None:
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        kind = form.file_kind
        folder = self._presenter.folder(self._desktop.documents())
        path = self._desktop.ask_where_to_write(self, folder / f"{new_id}.{kind.ending}", kind)
        if path is None:
            return
        self._close_form()
        if form.is_copy:
            self._presenter.copy(new_id, form.title.text, Path(path))
        else:
            self._presenter.share(Path(path))

    def _on_save_given_up(self) -> None:
        self._close_form()

    def _close_form(self) -> None:
        self.save.hide()
        button = self.about.copy if self.save.is_copy else self.about.share
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_close_clicked(self) -> None:
        self._presenter.forget_check()
        self.about.check.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_gone_action_taken(self) -> None:
        self.go_requested.emit("packs", {})

    def _on_presenter_check_done(self) -> None:
        card = next(iter(self.found.parts), None)
        if isinstance(card, Card) and card.heading is not None and self._checked is not None:
            self.jump_to(card.heading)
            announce(self, verdict(self._checked))

    def _on_presenter_removed(self, removed: Removed) -> None:
        self.go_requested.emit("packs", {"removed": removed})

    def _on_presenter_tried(self, assessment_id: str) -> None:
        self.go_requested.emit("questionnaire", {"assessment_id": assessment_id})

    def _on_presenter_told(self, news: News) -> None:
        self._news = news
        tell_news(self.notice, news)

    def _on_notice_action_taken(self) -> None:
        if self._news.written is not None:
            self._desktop.show_folder(self._news.written.parent)
