"""The page on which a file from another laptop is looked into and taken over."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.bundle_preview import Choice
from collabkit.ui.bundle.presenter import BundleInPresenter
from collabkit.ui.bundle.state import BundleInState, Step
from collabkit.ui.bundle.things_card import ThingsCard
from collabkit.ui.bundle.wording import take_words
from collabkit.ui.context import Context
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.passphrase_field import PassphraseField
from collabkit.ui.widgets.text import Text

_PATIENCE = 300  # milliseconds before anything is said about waiting


class BundlePage(Page):
    """A passphrase if the file is locked, what is in it, and one press to take it over."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("From another laptop"))
        self._presenter = BundleInPresenter(context, self)
        self._shown: object = None
        self._things: ThingsCard | None = None
        self.waiting = Text("", "lead", "muted")
        self.waiting.hide()
        self.lock = Card(_("This file is locked"))
        self.passphrase = PassphraseField(
            _("Passphrase"),
            _("Whoever saved the file has chosen it. You can try as often as you like."),
        )
        self.unlock = Button(_("Open the file"), "primary")
        self.unlocking = Text("", "body", "muted")
        self.lock.add(self.passphrase, self.unlock, self.unlocking)
        self._lines: tuple[str, ...] = ()
        self.told = Card(_("This file"))
        self._words = Column(gap=0.8)
        self._faults = Column(gap=0.4)
        self.told.add(self._words, self._faults)
        self._found = Column()
        self._safe = Assurance(
            "lock",
            _(
                "Nothing that is here is changed or replaced. Before anything comes in, collabkit "
                "makes a copy of everything."
            ),
        )
        self.add(self.waiting, self.lock, self.told, self._found, self._safe)
        back = Button(_("Back"), "plain", "back")
        self.other = Button(_("Choose another file…"), "plain", "file")
        self.take = Button(take_words(1), "primary")
        self.see = Button(_("See it"), "primary", "arrow", sign_after=True)
        self.foot.add_left(back)
        self.foot.add_left(self.other)  # beside the others it would not fit in large text
        for button in (self.take, self.see):
            self.foot.add_right(button)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)
        back.clicked.connect(self.back_requested)
        self._connect()

    def render_state(self, state: BundleInState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        step = state.step
        self.set_title(_("From another laptop"), state.name)
        show_if(self.lock, step is Step.LOCKED)
        if state.wrong:
            self.passphrase.refuse(state.wrong)
        elif step is Step.LOCKED:
            self.passphrase.accept()
        else:
            self.passphrase.forget()
        self._show_told(state)
        self._show_things(state)
        show_if(self._safe, step is Step.SEEN and state.to_take > 0)
        show_if(self.other, step is not Step.READING)
        self.take.set_words(take_words(state.to_take))
        show_if(self.take, step is Step.SEEN and state.to_take > 0)
        show_if(self.see, step is Step.DONE)
        self._wait(state.busy)

    def entered(self, **arguments: object) -> None:
        """Look into the file at ``path``."""
        self.notice.close_notice()
        self._presenter.open(Path(str(arguments["path"])))

    def left(self) -> None:
        self._presenter.let_go()
        self._patience.stop()
        self.passphrase.forget()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        match self._presenter.state.step:
            case Step.LOCKED:
                return self.passphrase.field.line
            case Step.SEEN if self._presenter.state.to_take:
                return self.take
            case Step.DONE:
                return self.see
            case Step.UNREADABLE:
                return self.other
            case _:
                return None

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.render_state)
        presenter.looked.connect(self._on_presenter_looked)
        self.other.clicked.connect(self._on_other_clicked)
        self.unlock.clicked.connect(self._on_unlock_clicked)
        self.passphrase.entered.connect(self._on_unlock_clicked)
        self.take.clicked.connect(presenter.take)
        self.see.clicked.connect(self._on_see_clicked)

    def _show_told(self, state: BundleInState) -> None:
        show_if(self.told, state.step in (Step.SEEN, Step.UNREADABLE, Step.DONE))
        heading = state.heading or _("This file cannot be opened")
        self.told.setAccessibleName(heading)
        if self.told.heading is not None:
            self.told.heading.setText(heading)
        lines = (*state.told, state.problem, *state.faults)
        if lines == self._lines:
            return
        self._lines = lines
        words = [Text(line) for line in state.told]
        if state.problem:
            words.append(Text(state.problem, "body", "alert"))
        self._words.fill(*words)
        self._faults.fill(*(Text(f"• {fault}", "note") for fault in state.faults))

    def _show_things(self, state: BundleInState) -> None:
        as_chosen_usually = tuple(replace(t, choice=Choice.LEAVE) for t in state.things)
        if as_chosen_usually != self._shown:
            self._shown = as_chosen_usually
            self._things = ThingsCard(state.things) if state.things else None
            if self._things is not None:
                self._things.chosen.connect(self._presenter.choose)
                self._found.fill(self._things)
            else:
                self._found.fill()
        if self._things is not None:
            self._things.show_choices(state.things)

    def _wait(self, words: str) -> None:
        is_unlocking = bool(words) and self._presenter.state.step is Step.LOCKED
        self.unlock.set_resting(is_unlocking)
        self.unlocking.setText(words)
        show_if(self.unlocking, is_unlocking)
        self.waiting.setText(words)
        show_if(self.waiting, False)
        self._patience.stop()
        if words:
            self._patience.start()

    def _on_patience_timeout(self) -> None:
        show_if(self.waiting, self.unlocking.isHidden())
        announce(self, self.waiting.text())

    def _on_other_clicked(self) -> None:
        self.go_requested.emit("open-file", {})

    def _on_unlock_clicked(self) -> None:
        self._presenter.unlock(self.passphrase.passphrase)

    def _on_see_clicked(self) -> None:
        state = self._presenter.state
        if state.assessment_id:
            self.go_requested.emit("results", {"assessment_id": state.assessment_id})
        else:
            self.go_requested.emit("workshop" if state.has_sessions else "assess", {})

    def _on_presenter_looked(self) -> None:
        state = self._presenter.state
        if state.step is Step.LOCKED:
            if not state.wrong:
                self.passphrase.field.line.setFocus()
            return
        words = " ".join((state.heading, *state.told, state.problem))
        announce(self, words.strip(), urgent=bool(state.problem))
        self.take_focus()
