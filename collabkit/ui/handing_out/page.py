"""The page for asking people elsewhere."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.handing_out.busy_card import BusyCard
from collabkit.ui.handing_out.desktop import AskingDesktop
from collabkit.ui.handing_out.order_card import NumbersCard, PromiseCard, SideCard
from collabkit.ui.handing_out.presenter import AskingPresenter
from collabkit.ui.handing_out.state import AskingState
from collabkit.ui.handing_out.written_card import WrittenPart
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text

_PATIENCE = 300  # milliseconds before anything is said about waiting


class HandingOutPage(Page):
    """How many sheets of each kind, where to, and afterwards what to write to people."""

    def __init__(self, context: Context, desktop: AskingDesktop | None = None) -> None:
        super().__init__(_("Ask people elsewhere"))
        self._desktop = desktop or AskingDesktop()
        self._presenter = AskingPresenter(context, self)
        self._made_for: object = None
        self._shown: object = None
        self.why_not = Text("", "lead")
        self.side: SideCard | None = None
        self._side = Column()
        self.numbers = NumbersCard()
        self._promise = Column()
        self.written: WrittenPart | None = None
        self._written = Column()
        self.busy = BusyCard()
        self.add(self.why_not, self._side, self.numbers, self._promise, self.busy, self._written)
        self._patience = QTimer(self)  # what takes a moment only is not worth a word
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._has_waited = False
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self.make = Button(_("Choose a folder and make them…"), "primary", "folder")
        self.foot.add_right(self.make)
        self.done = Button(_("Who answers"), "plain")
        self.foot.add_right(self.done)
        self._patience.timeout.connect(self._on_patience_timeout)
        self.busy.stop_requested.connect(self._presenter.stop)
        self.make.clicked.connect(self._on_make_clicked)
        self.done.clicked.connect(self._on_done_clicked)
        self._presenter.state_changed.connect(self.render_state)
        self._presenter.written.connect(self._on_presenter_written)
        self._presenter.problem_met.connect(self._on_presenter_problem_met)
        self._presenter.told.connect(self._on_presenter_told)

    def render_state(self, state: AskingState) -> None:
        """Show ``state``."""
        self.set_title(_("Ask people elsewhere"), state.whose)
        self.why_not.setText(state.why_not)
        show_if(self.why_not, bool(state.why_not))
        is_busy = self._is_busy(state)
        asks = not state.why_not and state.written is None and not is_busy
        made_for = (state.parties, state.abouts, state.promise)
        if made_for != self._made_for:
            self._made_for = made_for
            self._make_cards(state)
        show_if(self._side, asks and self.side is not None)
        show_if(self._promise, asks and bool(state.promise))
        show_if(self.numbers, asks)
        show_if(self.make, asks)
        show_if(self.busy, is_busy)
        show_if(self.done, not asks and not is_busy)
        self.make.setEnabled(state.busy is None)
        if self.side is not None:
            self.side.show_state(state)
        self.numbers.show_state(state)
        if state.busy is not None:
            self.busy.show_busy(state.busy)
        if state.written is not self._shown:
            self._shown = state.written
            self._show_written(state)

    def entered(self, **arguments: object) -> None:
        self.notice.close_notice()
        self.numbers.empty()
        self._presenter.open(str(arguments["assessment_id"]))

    def left(self) -> None:
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        if self._presenter.state.why_not:
            return None
        if self.written is not None:
            return self.written.show_folder
        if self.side is not None:
            party = self.side.party
            return party.radios[0] if isinstance(party, Choice) else party.list
        return next(iter(self.numbers.fields.values())).line

    def _is_busy(self, state: AskingState) -> bool:
        """Tell whether to say how far the writing is: not of what takes a moment only."""
        if state.busy is None:
            self._patience.stop()
            self._has_waited = False
        elif not self._has_waited and not self._patience.isActive():
            self._patience.start()
        return self._has_waited

    def _make_cards(self, state: AskingState) -> None:
        self.side = SideCard(state.parties, state.abouts) if state.parties else None
        if self.side is None:
            self._side.fill()
        else:
            for field, slot in (
                (self.side.party, self._presenter.choose_party),
                (self.side.about, self._presenter.choose_about),
            ):
                if isinstance(field, Choice):
                    field.chosen.connect(slot)
                elif field is not None:
                    field.picked.connect(slot)
            self._side.fill(self.side)
        self._promise.fill(*([PromiseCard(state.promise)] if state.promise else []))

    def _show_written(self, state: AskingState) -> None:
        self.written = None
        if state.written is None:
            self._written.fill()
            return
        self.written = WrittenPart(state.written)
        self.written.folder_requested.connect(self._on_written_folder_requested)
        self.written.more_requested.connect(self._on_written_more_requested)
        self.written.copied.connect(self._on_written_copied)
        self._written.fill(self.written)

    def _on_make_clicked(self) -> None:
        self.notice.close_notice()
        numbers = self._presenter.check(self.numbers.texts, shared=self.numbers.wants_shared)
        if numbers is None:
            self._go_to_fault()
            return
        folder = self._desktop.ask_which_folder(
            self, self._presenter.folder(self._desktop.documents())
        )
        if folder is not None:
            self._presenter.write(folder, numbers)

    def _go_to_fault(self) -> None:
        state = self._presenter.state
        if self.side is not None and {"party", "about"} & state.faults.keys():
            announce(self, state.faults.get("party") or state.faults["about"], urgent=True)
            self.jump_to(self.side, self.first_focus())
        elif (field := self.numbers.faulty(state)) is not None:
            field.setFocus()

    def _on_written_folder_requested(self) -> None:
        written = self._presenter.state.written
        if written is not None:
            self._desktop.show_folder(written.folder)

    def _on_written_more_requested(self, party_id: str) -> None:
        self.numbers.empty()
        self._presenter.ask_more(party_id)
        self.take_focus()

    def _on_written_copied(self, _heading: str) -> None:
        self.notice.tell(_("The text was copied. Paste it into your e-mail."), passing=True)

    def _on_done_clicked(self) -> None:
        arguments = {"assessment_id": self._presenter.assessment_id}
        if self._presenter.state.written is not None:
            arguments["told"] = _("When files come back, take them in here.")
        self.go_requested.emit("sheets", arguments)

    def _on_presenter_written(self) -> None:
        if self.written is not None:
            self.take_focus()
            announce(self, self.written.heading.text())

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.make.setFocus()
        self.notice.tell(sentence, tone="alert")

    def _on_presenter_told(self, sentence: str) -> None:
        self.make.setFocus()
        self.notice.tell(sentence)

    def _on_patience_timeout(self) -> None:
        self._has_waited = True
        self.render_state(self._presenter.state)
        if self.isVisible():  # nobody is taken away from the page where they are now
            self.jump_to(self.busy, self.busy.stop)
            announce(self, self.busy.accessibleName())
