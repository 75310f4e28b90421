"""The page of safety copies."""

from pathlib import Path

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.lock.copy_question import CopyQuestion
from collabkit.ui.safety.desktop import CopyDesktop
from collabkit.ui.safety.look_card import LookCard
from collabkit.ui.safety.presenter import SafetyPresenter
from collabkit.ui.safety.rows import CopyList
from collabkit.ui.safety.state import Act, Chosen, News, SafetyState
from collabkit.ui.safety.wording import stick_words
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.waiting import Waiting


class SafetyPage(Page):
    """What is safe, a copy now or on a stick, and the way back to each copy."""

    def __init__(self, context: Context, desktop: CopyDesktop | None = None) -> None:
        self._acts = Flow()
        super().__init__(_("Safety copies"), _("So that you can go back if something goes wrong."))
        self._context = context
        self._desktop = desktop or CopyDesktop()
        self._news = News("")
        self._shown: Chosen | None = None
        self.presenter = SafetyPresenter(context, self)
        self.standing = Text("", "lead")
        self.make = Button(_("Make a copy now"), "primary")
        self.save = Button(_("Save a copy on a stick…"), "plain", "file")
        self._acts.addWidget(self.make)
        self._acts.addWidget(self.save)
        now = Card(_("Now"))
        now.add(self.standing, self._acts)
        self.waiting = Waiting()
        now.add(self.waiting)
        self.found = Column()
        self.copies = CopyList()
        self.bring_back = Button(_("Look at a copy on a stick…"), "plain", "file")
        self.add(now, self.found, self.copies, self.bring_back, self._about())
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self._connect()

    def render_state(self, state: SafetyState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        self.standing.setText(state.standing)
        self.waiting.wait(state.busy)
        self.copies.show_rows(state.rows)
        show_if(self.copies, bool(state.rows))
        if state.chosen != self._shown:
            self._shown = state.chosen
            self.found.fill(*self._cards(state.chosen))
        for button in (self.make, self.save, self.bring_back):
            button.set_resting(bool(state.busy))
        for card in self.found.parts:
            if isinstance(card, LookCard):
                card.set_resting(bool(state.busy))

    def entered(self, **arguments: object) -> None:
        self.presenter.open()
        self.presenter.tell_outcome(arguments)

    def new_day(self) -> None:
        self.presenter.tell_anew()

    def left(self) -> None:
        self.presenter.leave()
        self.waiting.rest()
        self.notice.close_notice()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._acts.setSpacing(theme.metrics.units(1.5))

    def _about(self) -> Card:
        card = Card(_("What is in a copy, and how long it stays"))
        card.add(
            Text(
                _(
                    "A copy holds all charities, assessments, answers, plans and sessions. "
                    "Questionnaires of your own and what somebody wrote for themselves alone are "
                    "not in it: they are kept once, as files in the folder that Settings shows. "
                    "“Save my work somewhere else…” under Settings takes them along."
                )
            ),
            Text(
                _(
                    "collabkit makes a copy when you close it, while you work, and before anything "
                    "that cannot be taken back. The copies of two days stay, up to twenty each; "
                    "then the last of each of seven days, four weeks and twelve months."
                )
            ),
            Text(stick_words(is_locked=self.presenter.are_locked)),
        )
        return card

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self.render_state)
        presenter.told.connect(self._on_presenter_told)
        presenter.looked.connect(self._on_presenter_looked)
        presenter.left_alone.connect(self._on_presenter_left_alone)
        self.make.clicked.connect(presenter.make)
        self.save.clicked.connect(self._on_save_clicked)
        self.bring_back.clicked.connect(self._on_bring_back_clicked)
        self.copies.look_requested.connect(presenter.look_at)
        self.copies.keep_requested.connect(self._on_copies_keep_requested)
        self.notice.action_taken.connect(self._on_notice_action_taken)

    def _cards(self, chosen: Chosen | None) -> tuple[LookCard, ...]:
        if chosen is None:
            return ()
        question = CopyQuestion(chosen.path, self._context.folder) if chosen.is_locked else None
        if question is not None:
            question.opened.connect(self.presenter.show_opened)
        card = LookCard(chosen, question)
        card.put_back_requested.connect(self._on_card_put_back_requested)
        card.save_requested.connect(self._on_card_save_requested)
        card.remove_requested.connect(self._on_card_remove_requested)
        card.close_requested.connect(self.presenter.look_away)
        return (card,)

    def _ask_where(self, path: Path | None) -> None:
        name = _("collabkit copy {day}.db").format(day=self._context.today().isoformat())
        folder = self.presenter.folder(self._desktop.documents())
        target = self._desktop.ask_where_to_write(self, folder / name)
        if target is not None:
            self.presenter.save_elsewhere(target, path)

    def _on_save_clicked(self) -> None:
        self._ask_where(None)

    def _on_bring_back_clicked(self) -> None:
        folder = self.presenter.folder(self._desktop.documents())
        path = self._desktop.ask_which_copy(self, folder)
        if path is not None:
            self.presenter.look_at(path)

    def _on_card_put_back_requested(self) -> None:
        if self._shown is not None:
            self.presenter.put_back(self._shown.path)

    def _on_card_save_requested(self) -> None:
        if self._shown is not None:
            self._ask_where(self._shown.path)

    def _on_card_remove_requested(self) -> None:
        if self._shown is not None:
            path = self._shown.path
            self.presenter.remove(path)
            entry = self.copies.entries[path]
            self.jump_to(entry.name, entry.keep)  # where it is seen, and can be taken back

    def _keep(self, path: Path) -> None:
        self.presenter.keep(path)
        if self._news.act is Act.UNDO:
            self.notice.close_notice()
        if entry := self.copies.entries.get(path):
            entry.look.setFocus()

    def _on_copies_keep_requested(self, path: Path) -> None:
        self._keep(path)

    def _on_presenter_looked(self) -> None:
        card = next(iter(self.found.parts), None)
        if isinstance(card, LookCard) and card.heading is not None:
            self.jump_to(card.heading, card.first_act)
            announce(self, card.heading.text())

    def _on_presenter_left_alone(self) -> None:
        self.take_focus()

    def _on_presenter_told(self, news: News) -> None:
        self._news = news
        words = {
            Act.GO_BACK: _("Look at that copy"),
            Act.SHOW_FOLDER: _("Show in folder"),
            Act.UNDO: _("Undo"),
            Act.NOTHING: "",
        }
        self.notice.tell(
            news.sentence, words[news.act], tone="alert" if news.is_problem else "calm"
        )

    def _on_notice_action_taken(self) -> None:
        path = self._news.path
        if path is None:
            return
        match self._news.act:
            case Act.GO_BACK:
                self.presenter.look_at(path)
            case Act.UNDO:
                self._keep(path)
            case _show:
                self._desktop.show_folder(path.parent)
