"""The page on which one sheet of paper is keyed in, read back and saved."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.first_faults import first_faults
from collabkit.ui.keying_in.head_card import HeadCard
from collabkit.ui.keying_in.line_part import WORDS_KEY
from collabkit.ui.keying_in.presenter import KeyingInPresenter
from collabkit.ui.keying_in.sheet_list import SheetList
from collabkit.ui.keying_in.state import KeyingInState
from collabkit.ui.keying_in.wording import (
    counted,
    read_words,
    replace_words,
    save_words,
    standing,
    unsaved_words,
)
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text


class KeyingInPage(Page):
    """The top of the sheet, then its statements. Nothing is written down before it is saved.

    Going elsewhere loses nothing: the sheet is here until the program ends.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("Key in a sheet of paper"), quiet=True)
        self._presenter = KeyingInPresenter(context, self)
        self._asked: object = None
        self.why_not = Text("", "lead")
        self.done = Text("", "lead")
        self.promise = Assurance(
            "lock",
            _(
                "Until you save, the sheet is only in this window. Saved, it is closed: nobody "
                "opens it here again. What you have read on the paper stays with you."
            ),
        )
        self.top = HeadCard()
        self.counted = Text("", "lead")
        self.list: SheetList | None = None
        self._list = Column()
        self.correct: Button | None = None
        self.trouble = Column()
        self.add(self.why_not, self.done, self.promise, self.top, self.counted)
        self.add(self._list, self.trouble)
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.away = Button(_("Throw this sheet away"), "quiet", "bin")
        self.foot.add_left(back)
        self.foot.add_left(self.away)
        self.key_on = Button(_("Go on keying in"))
        self.read = Button(_("Read it back"), "primary")
        self.save = Button(_("All of it is right: save"), "primary", "lock")
        for act in (self.key_on, self.read, self.save):
            self.foot.add_right(act)
        self._connect()

    def render_state(self, state: KeyingInState) -> None:
        """Show ``state``."""
        self.set_title(_("Key in a sheet of paper"), state.whose)
        for text, words in ((self.why_not, state.why_not), (self.done, state.done)):
            text.setText(words)
            show_if(text, bool(words))
        can_key = not state.why_not
        show_if(self.promise, can_key)
        show_if(self.top, can_key)
        self.top.show_state(state)
        self.counted.setText(counted(state.lines) if state.is_reading else "")
        show_if(self.counted, state.is_reading)
        self._show_list(state)
        self.save.set_words(save_words(state.lines))
        show_if(self.away, can_key and state.is_touched)
        show_if(self.read, can_key and bool(state.lines) and not state.is_reading)
        show_if(self.key_on, state.is_reading)
        show_if(self.save, state.is_reading)
        for act in (self.away, self.save, self.key_on):
            act.setEnabled(not state.is_saving)
        self._show_message(state)

    def entered(self, **arguments: object) -> None:
        self.notice.close_notice()
        self._presenter.open(str(arguments["assessment_id"]))

    def left(self) -> None:
        """Take what is still being typed; the sheet stays as it is."""
        self._flush()
        self.notice.close_notice()

    def holds_unsaved(self) -> bool:
        self._flush()
        return bool(self._presenter.drafts.unsaved)

    def unsaved_words(self) -> str:
        return unsaved_words(self._presenter.drafts.whose_are_unsaved)

    def unsaved_arguments(self) -> dict[str, object] | None:
        unsaved = self._presenter.drafts.unsaved
        return {"assessment_id": unsaved[0]} if unsaved else None

    def first_focus(self) -> QWidget | None:
        return None if self._presenter.state.why_not else self.top.first()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("1 to 5, 0, N"), _("Key an answer in")),
            (_("Space"), _("The field is blank on the paper")),
            (WORDS_KEY, _("Key in the words beside the answer")),
            (_("Enter"), _("Go on to the next statement")),
            (_("Backspace"), _("Take the last key back")),
            (_("Up and down"), _("Go to another statement")),
        )

    def _connect(self) -> None:
        presenter, top = self._presenter, self.top
        presenter.state_changed.connect(self.render_state)
        presenter.refused.connect(QApplication.beep)
        presenter.saved.connect(self._on_presenter_saved)
        presenter.missed.connect(self._on_presenter_missed)
        presenter.undo_offered.connect(self._on_presenter_undo_offered)
        presenter.undo_ended.connect(self.notice.close_notice)
        presenter.taken_back.connect(self.take_focus)
        top.party_chosen.connect(presenter.choose_party)
        top.about_chosen.connect(presenter.choose_about)
        top.role_chosen.connect(presenter.choose_role)
        top.code_given.connect(presenter.write_code)
        top.code_left.connect(presenter.check_code)
        top.name_given.connect(presenter.write_name)
        self.read.clicked.connect(self._on_read_clicked)
        self.key_on.clicked.connect(self._on_key_on_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.away.clicked.connect(self._on_away_clicked)
        self.notice.action_taken.connect(presenter.take_back)

    def _show_list(self, state: KeyingInState) -> None:
        asked = tuple(keyed.line for keyed in state.lines)
        if asked != self._asked:
            self._asked = asked
            self.list = SheetList(_("What is ticked and written"), state.lines) if asked else None
            if self.list is not None:
                self._connect_list(self.list)
            self._list.fill(*([self.list] if self.list else []))
        if self.list is not None:
            self.list.show_lines(state.lines, state.refusal)

    def _connect_list(self, sheet: SheetList) -> None:
        presenter = self._presenter
        sheet.picked.connect(self._on_list_picked)
        sheet.key_given.connect(self._on_list_key_given)
        sheet.words_given.connect(presenter.write)
        sheet.day_given.connect(presenter.date)
        sheet.go_on_wanted.connect(self._on_list_go_on_wanted)
        sheet.taken_back.connect(self._on_list_taken_back)
        sheet.step_wanted.connect(self._on_list_step_wanted)

    def _show_message(self, state: KeyingInState) -> None:
        parts: list[QWidget] = []
        if state.message:
            parts.append(Text(state.message, "body", "alert"))
            parts += [Text(f"•\u2002{line}", "note") for line in first_faults(state.faults)]
        elif state.is_reading:
            parts.append(Text(read_words(state.lines)))
            if state.code_fault:
                parts.append(Text(state.code_fault, "body", "alert"))
        elif words := standing(state.lines):
            parts.append(Text(words, "note", "muted"))
        if state.can_be_another:
            another = Button(_("It is from another person: save it as well"))
            another.clicked.connect(self._on_another_clicked)
            parts.append(Acts(another))
        self.correct = None
        if state.replaces:
            self.correct = Button(_("Correct the code"))
            self.correct.clicked.connect(self._on_correct_clicked)
            instead = Button(replace_words(state.replaces))
            instead.clicked.connect(self._on_instead_clicked)
            parts.append(Acts(self.correct, instead))
        if not parts:
            self.trouble.fill()
            return
        card = Card()
        card.add(*parts)
        self.trouble.fill(card)

    def _flush(self) -> None:
        self.top.flush()
        if self.list is not None:
            self.list.flush()

    def _follow(self) -> None:
        """Give the keyboard to the statement that is current now; after the last, to the foot."""
        if self.list is not None and self.list.current is not None:
            self.list.take_keyboard()
            return
        target = self.save if self._presenter.state.is_reading else self.read
        target.setFocus()

    def _on_list_picked(self, place: int) -> None:
        self._flush()
        self._presenter.go_to(place)
        self._follow()

    def _on_list_key_given(self, key: str) -> None:
        self._presenter.press(key)
        self._follow()

    def _on_list_go_on_wanted(self) -> None:
        self._presenter.go_on()
        self._follow()

    def _on_list_taken_back(self) -> None:
        self._presenter.undo()
        self._follow()

    def _on_list_step_wanted(self, by: int) -> None:
        self._presenter.step(by)
        self._follow()

    def _on_read_clicked(self) -> None:
        self._flush()
        self._presenter.read_back()
        if self._presenter.state.is_reading and self.list is not None:
            announce(self, read_words(self._presenter.state.lines))
            self.jump_to(self.counted, self.save)

    def _on_key_on_clicked(self) -> None:
        self._presenter.key_on()
        self._follow()

    def _on_save_clicked(self) -> None:
        self._flush()
        self._presenter.save()

    def _on_another_clicked(self) -> None:
        self._presenter.save(another=True)

    def _on_correct_clicked(self) -> None:
        line = self.top.code.line
        line.selectAll()
        self.jump_to(self.top, line)

    def _on_instead_clicked(self) -> None:
        self._flush()
        if self._presenter.state.replaces:  # not if another code has just been typed
            self._presenter.save(instead=True)

    def _on_away_clicked(self) -> None:
        self._presenter.throw_away()
        self.take_focus()

    def _on_presenter_undo_offered(self, sentence: str) -> None:
        self.notice.tell(sentence, _("Undo"))

    def _on_presenter_saved(self) -> None:
        announce(self, self.done.text())
        self.take_focus()

    def _on_presenter_missed(self) -> None:
        state = self._presenter.state
        target = self.top.missing(state)
        if target is not None:
            announce(self, next(iter(state.missing.values())), urgent=True)
            self.jump_to(self.top, target)
        elif state.message:
            announce(self, state.message, urgent=True)
            QTimer.singleShot(0, self, self._show_trouble)

    def _show_trouble(self) -> None:
        bar = self.scroller.verticalScrollBar()
        bar.setValue(bar.maximum())
        if self.correct is not None:  # what replaces nothing has the keyboard
            self.correct.setFocus(Qt.FocusReason.TabFocusReason)
