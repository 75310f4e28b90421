"""One action, as the room words it: what, who, the first step, by when."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from collabkit.assessments.meanings import kind_meaning
from collabkit.assessments.names import kind_name
from collabkit.assessments.pack import ActionIdea, ActionKind, Item
from collabkit.i18n import _
from collabkit.room.meeting import DraftAction
from collabkit.services.ids import new_id
from collabkit.services.plans import LONGEST_TEXT
from collabkit.typed_text import clean_line, clean_text
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.beside import Beside
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.date_field import DateField
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.workshop.action_drafts import ActionDrafts, ActionWords, DraftKey, words_of
from collabkit.ui.workshop.idea_button import IdeaList

_BESIDE = 34  # ems
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActionForm(Part):
    """The fields of one action. Enter goes on to the next field, Ctrl+Enter saves, Esc gives up.

    ``action_given(DraftAction)`` tells what was worded, with the id of the action that was open
    before, or a new one; ``given_up()`` that somebody left without. Words that were typed and not
    saved go to ``drafts``, and are there again when a form is next opened for the same action.
    """

    action_given = Signal(object)
    given_up = Signal()

    def __init__(self, drafts: ActionDrafts | None = None, parent: QWidget | None = None) -> None:
        """Make the form; without ``drafts`` it keeps what is begun to itself."""
        super().__init__(parent)
        self.drafts = drafts or ActionDrafts(self)
        self._item_id: str | None = None
        self._before: DraftAction | None = None
        self._idea_id: str | None = None
        self._is_open = False
        self.heading = Text("", "heading")
        self.about = Text("", "body", "muted")
        self.ideas_label = Text(_("Or begin with one of these"), "strong")
        self.ideas = IdeaList()
        self.text = TextBox(_("What we will do"), lines=2, longest=LONGEST_TEXT)
        self.owner = TextField(_("Who does it"), longest=LONGEST_TEXT)
        self.owner.line.setPlaceholderText(_("one name, so that it gets done"))
        self.first_step = TextField(_("The first step"), longest=LONGEST_TEXT)
        self.due = DateField(_("By when"), asks_year=True)
        self.due.line.setPlaceholderText(_("such as end of March"))
        kinds = [(kind, kind_name(kind)) for kind in ActionKind]
        self.kind = Choice(_("What kind of action is it?"), kinds, side_by_side=True)
        self.meaning = Text("", "note", "muted")
        self.save = Button(_("Save this action"), "primary", "tick")
        self.cancel = Button(_("Not now"), "quiet")
        self.hint = Text(_("Enter goes on, Ctrl+Enter saves."), "note", "muted")
        self._acts = QHBoxLayout()
        for act in (self.save, self.cancel):
            self._acts.addWidget(act)
        self._acts.addWidget(self.hint, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box = QVBoxLayout(self)
        for part in (
            self.heading,
            self.about,
            self.text,
            self.ideas_label,
            self.ideas,
            Beside(self.owner, self.due, from_ems=_BESIDE),
            self.first_step,
            self.kind,
            self.meaning,
        ):
            self._box.addWidget(part)
        self._box.addLayout(self._acts)
        self._connect()
        self.dress(theme_of(self))

    def open_for(
        self,
        item: Item | None,
        ideas: tuple[ActionIdea, ...] = (),
        before: DraftAction | None = None,
    ) -> None:
        """Show the form for an action on ``item``; ``None`` for one on no statement.

        ``before`` is the action to be worded anew; its id and what the room said of it stay.
        """
        self._remember()
        self._item_id = item.id if item is not None else before.item_id if before else None
        self._before = before
        self._is_open = True
        self.heading.setText(_("Change the wording") if before else _("A new action"))
        self.about.setText(item.statement if item is not None else "")
        show_if(self.about, item is not None)
        self.ideas.show_ideas(ideas)
        show_if(self.ideas_label, bool(ideas))
        begun = self.drafts.take(self._key)
        self._show(begun or words_of(before))
        if begun is not None:
            self._go_to_end()
        self.setAccessibleName(self.heading.text())

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        focus_in_view(self.text.edit)

    def put_aside(self) -> None:
        """Keep what was typed until the form is opened for the same action again."""
        self._remember()

    @property
    def has_words(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._is_open and self._words != words_of(self._before)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(m.units(1))
        self._acts.setContentsMargins(0, m.units(1), 0, 0)
        self._acts.setSpacing(m.units(1.5))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Lines tell of Enter themselves; the box would begin a new line, and radios do nothing.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and event.modifiers() != Qt.KeyboardModifier.ShiftModifier
        ):
            after = self.owner.line if watched is self.text.edit else self.save
            after.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        for control in (self.text.edit, *self.kind.radios):
            control.installEventFilter(self)
        self.ideas.idea_taken.connect(self._on_idea_taken)
        self.text.edited.connect(self._on_text_edited)
        self.owner.entered.connect(self._on_owner_entered)
        self.due.line.returnPressed.connect(self._on_due_entered)
        self.first_step.entered.connect(self._on_first_step_entered)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self._on_cancel)
        for keys, slot in (
            ("Ctrl+Return", self._on_save),
            ("Ctrl+Enter", self._on_save),
            ("Esc", self._on_cancel),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @property
    def _key(self) -> DraftKey:
        return self._item_id, self._before.id if self._before else None

    @property
    def _words(self) -> ActionWords:
        return ActionWords(
            clean_text(self.text.text).strip(),
            clean_line(self.owner.text).strip(),
            clean_line(self.first_step.text).strip(),
            self.due.value,
            ActionKind(self.kind.code or ActionKind.QUICK_WIN),
            self._idea_id,
        )

    def _show(self, words: ActionWords) -> None:
        self._idea_id = words.idea_id
        self.text.set_text(words.text)
        self.text.set_fault("")
        self.owner.set_text(words.owner)
        self.first_step.set_text(words.first_step)
        self.due.set_date(words.due)
        self._show_kind(words.kind)

    def _show_kind(self, kind: ActionKind) -> None:
        self.kind.set_code(kind)
        self.meaning.setText(kind_meaning(kind))

    def _go_to_end(self) -> None:
        cursor = self.text.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.text.edit.setTextCursor(cursor)

    def _remember(self) -> None:
        if self.has_words:
            self.drafts.keep(self._key, self._words)
        self._is_open = False

    def _on_idea_taken(self, idea: ActionIdea) -> None:
        self.text.set_text(idea.text)
        self.text.set_fault("")
        self._show_kind(idea.kind)
        self._idea_id = idea.id
        self._go_to_end()
        self.take_focus()

    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            self.text.set_fault("")
        else:
            self._idea_id = None  # other words begin, of nobody's making but the room's

    def _on_kind_chosen(self, code: str) -> None:
        self._show_kind(ActionKind(code))

    def _on_owner_entered(self) -> None:
        self.due.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_due_entered(self) -> None:
        if self.due.is_understood:
            self.first_step.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_first_step_entered(self) -> None:
        chosen = next((r for r in self.kind.radios if r.isChecked()), self.kind.radios[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_cancel(self) -> None:
        self._remember()
        self.given_up.emit()

    def _on_save(self) -> None:
        self.text.flush()
        self.due.flush()
        words = self._words
        if not words.text:
            self.text.set_fault(_("Please say in a few words what you will do."))
            self.take_focus()
            return
        if not self.due.look_through():
            self.due.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        before = self._before or DraftAction(new_id(), self._item_id, "")
        self._is_open = False
        if (focused := QApplication.focusWidget()) is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.action_given.emit(
            replace(
                before,
                text=words.text,
                owner=words.owner,
                first_step=words.first_step,
                due=words.due,
                kind=words.kind,
                idea_id=words.idea_id,
            )
        )
