"""One calm page for everything about privacy: of an assessment, a charity, or what was put away."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.erasing import Erased, HeldCopy, Kind
from collabkit.ui.context import Context
from collabkit.ui.privacy.cards import (
    KeepingCard,
    NoticeCard,
    PersonCard,
    WholeCard,
)
from collabkit.ui.privacy.deciding_card import DecidingCard, DoneCard
from collabkit.ui.privacy.name_card import NameCard
from collabkit.ui.privacy.overview import AssessmentsCard, CharitiesCard, ReceiptsCard
from collabkit.ui.privacy.state import Part, PrivacyState
from collabkit.ui.taking_out.desktop import TakingOutDesktop
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.window import MainWindow


class PrivacyPage(Page):
    """How long it is kept, what people are told, one person, one name, and all of it."""

    def __init__(
        self, context: Context, desktop: TakingOutDesktop | None = None, place: str = "privacy"
    ) -> None:
        """Make the page; ``place`` is where it stands, to lead on there."""
        from collabkit.ui.privacy.correcting_part import CorrectingPart
        from collabkit.ui.privacy.presenter import PrivacyPresenter

        super().__init__(_("Privacy"))
        self._desktop = desktop or TakingOutDesktop()
        self._place = place
        self.presenter = PrivacyPresenter(context, self)
        self._today = context.today
        self._arguments: dict[str, object] = {}
        self._was_deciding = False
        self.again = Text("", "body", "alert")
        self.gone = EmptyState("", _("See all assessments"), "paper")
        self.done = DoneCard()
        self.deciding = DecidingCard()
        self.keeping = KeepingCard()
        self.notice_card = NoticeCard()
        self.person = PersonCard()
        self.correcting = CorrectingPart(self, context.services, self._unsaved_at)
        self.name = NameCard()
        self.whole = WholeCard()
        self.assessments = AssessmentsCard()
        self.charities = CharitiesCard()
        self.receipts = ReceiptsCard()
        self.add(
            self.again,
            self.gone,
            self.done,
            self.deciding,
            self.keeping,
            self.notice_card,
            self.person,
        )
        self.add(
            self.correcting.card,
            self.name,
            self.assessments,
            self.charities,
            self.whole,
            self.receipts,
        )
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self._connect()

    def render_state(self, state: PrivacyState) -> None:
        """Show ``state``: the one place where anything is set."""
        self.set_title(_("Privacy"), state.whose)
        self.gone.sentence.setText(state.why_not)
        show_if(self.gone, bool(state.why_not))
        self.again.setText(state.again)
        show_if(self.again, bool(state.again))
        is_deciding = state.deciding is not None
        is_there = not state.why_not and not is_deciding
        is_one = is_there and bool(state.assessment_id)
        is_all = is_there and not state.assessment_id and not state.charity_id
        if is_deciding:
            show_if(self.done, False)
        at_deciding = state.said if state.said_at is Part.DECIDING else None
        self.deciding.show_deciding(state.deciding, state.busy, at_deciding)
        self.keeping.show_state(state)
        self.notice_card.show_state(state)
        self.person.show_state(state)
        self.name.show_state(state)
        self.whole.show_state(state)
        self.assessments.show_state(state)
        self.charities.show_state(state)
        self.receipts.show_state(state)
        self.correcting.show_state(state)
        for card in (self.keeping, self.notice_card):
            show_if(card, is_one)
        show_if(self.person, is_one and bool(state.people))
        show_if(self.name, is_there and bool(state.charity_id))
        show_if(self.assessments, is_all and bool(state.assessments))
        show_if(self.charities, is_all and bool(state.charities))
        show_if(self.whole, is_there)
        show_if(self.receipts, is_all and bool(state.receipts))
        if is_deciding is not self._was_deciding:
            self._was_deciding = is_deciding
            QTimer.singleShot(0, self, self.take_focus)

    def entered(self, **arguments: object) -> None:
        """Open an assessment (``assessment_id``), a charity (``charity_id``) or everything.

        ``erased`` is what has just gone, to tell on arrival; ``correcting`` goes to the names.
        """
        self.name.forget()
        self.correcting.forget()
        self.notice.close_notice()
        self._arguments = dict(arguments)
        self._was_deciding = False
        self.presenter.open(
            str(arguments.get("assessment_id") or ""), str(arguments.get("charity_id") or "")
        )
        self.correcting.open(self.presenter.state)
        card, erased = self.correcting.card, arguments.get("erased")
        if arguments.get("correcting") and not isinstance(erased, Erased) and not card.isHidden():
            self.jump_to(card, card.first_focus())
        show_if(self.done, isinstance(erased, Erased))
        if isinstance(erased, Erased):
            self.done.show_done(erased)
            self.done.show_copies(erased.copies, self._today())

    def left(self) -> None:
        self.name.forget()
        self.correcting.forget()
        self.presenter.give_up()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        return self.deciding.first_focus() if self.presenter.state.deciding is not None else None

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self.render_state)
        presenter.erased.connect(self._on_presenter_erased)
        self.gone.action_taken.connect(self._on_gone_action_taken)
        self.keeping.chosen.connect(presenter.keep_until)
        self.notice_card.copy_requested.connect(self._on_notice_card_copy_requested)
        self.notice_card.save_requested.connect(self._on_notice_card_save_requested)
        self.person.chosen.connect(presenter.choose_person)
        self.person.save_requested.connect(self._on_person_save_requested)
        self.person.erase_requested.connect(presenter.decide_person)
        for card in (self.notice_card, self.person):
            card.folder_requested.connect(self._on_folder_requested)
        self.correcting.names_changed.connect(presenter.refresh)
        self.name.look_requested.connect(presenter.look_for_name)
        self.name.chosen.connect(presenter.choose_mention)
        self.name.erase_requested.connect(presenter.decide_name)
        self.whole.erase_requested.connect(presenter.decide_whole)
        self.whole.save_requested.connect(self._on_whole_save_requested)
        self.charities.charity_wanted.connect(self._on_charity_wanted)
        self.done.name_wanted.connect(self.name.look_for)
        self.done.sheet_wanted.connect(self._on_assessment_wanted)
        self.assessments.assessment_wanted.connect(self._on_assessment_wanted)
        self.deciding.save_requested.connect(self._on_whole_save_requested)
        self.done.copies_erased_wanted.connect(self._on_done_copies_erased_wanted)
        self.deciding.meant.connect(presenter.mean_it)
        self.deciding.copies_taken.connect(presenter.take_copies)
        self.deciding.given_up.connect(presenter.give_up)
        self.deciding.erase_requested.connect(self._on_deciding_erase_requested)

    def _on_notice_card_copy_requested(self) -> None:
        notice = self.presenter.state.notice
        if notice is not None:
            QGuiApplication.clipboard().setText(notice.text)
            self.presenter.say_copied()

    def _on_notice_card_save_requested(self) -> None:
        suggested = self.presenter.suggested_notice(self._desktop.documents())
        path = self._desktop.ask_where_to_save(self, suggested)
        if path is not None:
            self.presenter.save_notice(path)

    def _on_person_save_requested(self) -> None:
        suggested = self.presenter.suggested_person(self._desktop.documents())
        path = self._desktop.ask_where_to_save(self, suggested) if suggested else None
        if path is not None:
            self.presenter.save_person(path)

    def _on_folder_requested(self, path: Path) -> None:
        self._desktop.show_folder(path.parent)

    def _on_whole_save_requested(self) -> None:
        state = self.presenter.state
        key = "assessment_id" if state.assessment_id else "charity_id"
        self.go_requested.emit("taking-out", {key: getattr(state, key)})

    def _on_charity_wanted(self, charity_id: str) -> None:
        self.go_requested.emit(self._place, {"charity_id": charity_id})

    def _on_assessment_wanted(self, assessment_id: str) -> None:
        self.go_requested.emit(self._place, {"assessment_id": assessment_id})

    def _on_gone_action_taken(self) -> None:
        self.go_requested.emit("assess", {})

    def _unsaved_at(self) -> str:
        """Return the title of a page on which something is not saved yet, or nothing."""
        window = self.window()
        if not isinstance(window, MainWindow):
            return ""
        return next((page.title for page in window.holding_pages().values()), "")

    def _on_deciding_erase_requested(self) -> None:
        if place := self._unsaved_at():
            self.notice.tell(
                _(
                    "Something you entered at “{page}” is not saved yet, so nothing was erased. "
                    "Please go back to it and save it, or let go of it, first."
                ).format(page=place),
                tone="alert",
            )
            return
        self.presenter.erase()

    def _on_done_copies_erased_wanted(self, copies: tuple[HeldCopy, ...]) -> None:
        left = self.presenter.erase_copies(copies)
        self.done.show_copies(tuple(copy for copy in copies if copy.path.exists()), self._today())
        if left:
            self.notice.tell(" ".join(left), tone="alert")
        else:
            self.notice.tell(_("These are erased."))

    def _on_presenter_erased(self, erased: Erased, kind: Kind) -> None:
        arguments = {**self._arguments, "erased": erased}
        if kind is Kind.ASSESSMENT:
            arguments["assessment_id"] = ""
            arguments["charity_id"] = self.presenter.state.charity_id
        elif kind is Kind.CHARITY:
            arguments["charity_id"] = ""
        window = self.window()
        if isinstance(window, MainWindow):
            # Other pages may still show what has gone, and the way back would lead there.
            window.forget_pages()
            window.navigator.go("home")
            window.navigator.go(self._place, **arguments)
        else:
            self.entered(**arguments)
