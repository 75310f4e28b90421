"""The page on which everything that is kept is locked, and unlocked for good."""

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.lock.back_card import BackCard
from collabkit.ui.lock.code_card import CodeCard
from collabkit.ui.lock.locked_card import LockedCard
from collabkit.ui.lock.passphrase_card import PassphraseCard
from collabkit.ui.lock.presenter import LockPresenter
from collabkit.ui.lock.state import LockState, Step, Wish
from collabkit.ui.lock.wording import act_words, wish_explained
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.waiting import Waiting


class LockPage(Page):
    """A step at a time: what it is, a passphrase, the code, the code typed back."""

    def __init__(self, context: Context) -> None:
        self._buttons, self._offs = Flow(), Flow()
        super().__init__(_("Lock"), _("Lock this data with a passphrase."))
        from collabkit.services.locking import cannot_lock, if_both_are_lost, what_is_locked

        self.presenter = LockPresenter(context, self)
        self.about = Card(_("What the lock does"))
        self.about.add(*(Text(sentence) for sentence in what_is_locked()))
        self.about.add(Text(if_both_are_lost(), "strong"))
        self.begin = Button(_("Choose a passphrase"), "primary")
        self.about.add(self.begin)
        self.cannot = Text(str(cannot_lock()), "lead")
        self.is_locked = Text(
            _(
                "This data is locked. collabkit asks for the passphrase when it opens. While it is "
                "closed, nobody can read answers, plans, safety copies or the log of changes "
                "without it; settings and your own questionnaires can be read."
            ),
            "lead",
        )
        self.locked = LockedCard()
        self.passphrase = PassphraseCard()
        self.code = CodeCard()
        self.back = BackCard(self._buttons)
        self.off = Card(_("Take the lock away?"))
        self.take_away = Button(act_words(Wish.OFF), "primary")
        self.stay_locked = Button(_("Leave it locked"))
        self._offs.addWidget(self.take_away)
        self._offs.addWidget(self.stay_locked)
        self.off.add(Text(wish_explained(Wish.OFF)), self._offs)
        self.waiting = Waiting()
        self.add(self.cannot, self.is_locked, self.about, self.locked)
        self.add(self.passphrase, self.code, self.back, self.off, self.waiting)
        self.leave = Button(_("Back"), "plain", "back")
        self.foot.add_left(self.leave)
        self._connect()

    def render_state(self, state: LockState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        step = state.step
        is_new = step is not Step.LOCKED and state.wish is Wish.ON
        lead = _("Lock this data with a passphrase.") if is_new else ""
        self.set_title(_("Lock"), lead)
        show_if(self.cannot, step is Step.CANNOT)
        show_if(self.is_locked, step is Step.LOCKED)
        show_if(self.about, step is Step.BEGIN)
        show_if(self.locked, step is Step.LOCKED)
        show_if(self.passphrase, step is Step.PASSPHRASE)
        show_if(self.code, step is Step.CODE)
        show_if(self.back, step is Step.BACK)
        show_if(self.off, step is Step.OFF)
        self.locked.show_state(state)
        self.passphrase.show_state(state) if step is Step.PASSPHRASE else self.passphrase.forget()
        self.code.show_code(state.code)
        if step is Step.BACK:
            self.back.show_state(state)
        elif step is not Step.CODE:
            self.back.forget()
        self.waiting.wait(state.busy)

    def entered(self, **arguments: object) -> None:
        self.notice.close_notice()
        self.presenter.open(arguments)

    def left(self) -> None:
        self.presenter.leave()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        match self.presenter.state.step:
            case Step.PASSPHRASE:
                return self.passphrase.passphrase.field.line
            case Step.BACK:
                return self.back.field.line
            case Step.OFF:
                return self.stay_locked
            case _:
                return None

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        for row in (self._buttons, self._offs):
            row.setSpacing(theme.metrics.units(1.5))

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self.render_state)
        presenter.told.connect(self._on_presenter_told)
        presenter.agreement_wanted.connect(self.back.ask_to_agree)
        presenter.moved_on.connect(self._on_presenter_moved_on)
        self.begin.clicked.connect(presenter.begin)
        self.locked.wished.connect(presenter.wish)
        self.passphrase.chosen.connect(self._on_passphrase_chosen)
        self.code.written.connect(presenter.go_to_typing_back)
        self.back.code_requested.connect(presenter.show_code_again)
        self.back.confirmed.connect(self._on_back_confirmed)
        self.back.agreed.tick.clicked.connect(self._on_agreed_clicked)
        self.take_away.clicked.connect(presenter.take_away)
        self.stay_locked.clicked.connect(self._on_leave_clicked)
        self.leave.clicked.connect(self._on_leave_clicked)

    def _on_passphrase_chosen(self, passphrase: str, is_same_twice: bool) -> None:
        self.presenter.choose(passphrase, is_same_twice=is_same_twice)

    def _on_back_confirmed(self, typed: str, has_agreed: bool) -> None:
        self.presenter.confirm(typed, has_agreed=has_agreed)

    def _on_agreed_clicked(self, has_agreed: bool) -> None:
        if has_agreed:
            self.notice.close_notice()  # which asked for it

    def _on_leave_clicked(self) -> None:
        if self.presenter.state.step in (Step.BEGIN, Step.LOCKED, Step.CANNOT):
            self.back_requested.emit()
        else:
            self.presenter.leave()
            self.take_focus()

    def _on_presenter_told(self, sentence: str, is_problem: bool) -> None:
        self.notice.tell(sentence, tone="alert" if is_problem else "calm")

    def _on_presenter_moved_on(self) -> None:
        self.notice.close_notice()
        self.take_focus()
        if self.presenter.state.step is Step.CODE:
            if self.code.heading is not None:
                self.jump_to(self.code.heading, self.code.next)
            announce(self, self.code.code.accessibleName())
