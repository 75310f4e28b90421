"""One action that the room is about to adopt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.assessments.names import kind_name
from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.room.adopting import doubters
from collabkit.room.meeting import DraftAction
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.ending.fist_counter import FistCounter


class ActionCard(Card):
    """The words of an action, the fist of five, and what becomes of it.

    Signals carry the id of the action first.
    """

    rewording_requested = Signal(str)
    dropped = Signal(str)
    fists_shown = Signal(str, tuple)
    adoption_asked = Signal(str, bool)
    adoption_taken_back = Signal(str)

    def __init__(self, action_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.action_id = action_id
        self.text = Text("", "strong")
        self.details = Text("", "body", "muted")
        self.change = Button(_("Change"), "quiet")
        self.drop = Button(_("Take out"), "quiet", "bin")
        self.fists = FistCounter()
        self.doubt = _Doubt()
        self.adopt_now = Button(_("Adopt: do it now"), "plain", "tick")
        self.adopt_parked = Button(_("Adopt: park it for later"))
        self.why_not = Text("", "note", "muted")
        self.standing = _Standing()
        self._edit = Flow()
        self._adopt = Flow()
        for button in (self.change, self.drop):
            self._edit.addWidget(button)
        for button in (self.adopt_now, self.adopt_parked):
            self._adopt.addWidget(button)
        self.add(
            self.text, self.details, self._edit, self.fists, self.doubt, self._adopt, self.why_not,
            self.standing,
        )  # fmt: skip
        self.change.clicked.connect(self._on_change_clicked)
        self.doubt.change.clicked.connect(self._on_change_clicked)
        self.drop.clicked.connect(self._on_drop_clicked)
        self.fists.counted.connect(self._on_fists_counted)
        self.adopt_now.clicked.connect(self._on_adopt_now_clicked)
        self.adopt_parked.clicked.connect(self._on_adopt_parked_clicked)
        self.standing.take_back.clicked.connect(self._on_take_back_clicked)

    def show_action(self, action: DraftAction, present: int, *, now_is_full: bool) -> None:
        """Show ``action`` in a room of ``present`` people; ``now_is_full`` without it."""
        self.setAccessibleName(action.text)
        self.text.setText(action.text)
        self.details.setText(details_of(action))
        show_if(self.details, bool(self.details.text()))
        self.fists.show_counts(action.fists, present)
        asked = action.fists is not None and sum(action.fists) > 0
        doubt = doubters(action)
        self.doubt.show_doubters(doubt)
        show_if(self.doubt, doubt > 0 and not action.is_adopted)
        show_if(self.fists, not action.is_adopted)
        show_if(self.adopt_now, not action.is_adopted)
        show_if(self.adopt_parked, not action.is_adopted)
        self.adopt_now.setEnabled(asked and not now_is_full)
        self.adopt_parked.setEnabled(asked)
        self.why_not.setText(_why_not(asked, now_is_full))
        show_if(self.why_not, bool(self.why_not.text()) and not action.is_adopted)
        self.standing.show_action(action)
        show_if(self.standing, action.is_adopted)
        for button, verb in (
            (self.change, _("Change: {action}")),
            (self.drop, _("Take out: {action}")),
            (self.adopt_now, _("Adopt now: {action}")),
            (self.adopt_parked, _("Adopt and park: {action}")),
            (self.standing.take_back, _("Take back the adoption: {action}")),
        ):
            button.setAccessibleName(verb.format(action=action.text))

    def take_focus(self) -> None:
        """Give the keyboard to what comes next: counting the hands, if it is not adopted yet."""
        focus_in_view(self.change if self.is_adopted else self.fists.fields[0].line)

    @property
    def is_adopted(self) -> bool:
        """Whether the action is adopted, as it is shown."""
        return not self.standing.isHidden()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        if hasattr(self, "_edit"):
            gap = theme.metrics.units(1)
            self._edit.set_gaps(gap, gap)
            self._adopt.set_gaps(gap, gap)

    def _on_change_clicked(self) -> None:
        self.rewording_requested.emit(self.action_id)

    def _on_drop_clicked(self) -> None:
        self.dropped.emit(self.action_id)

    def _on_fists_counted(self, fists: tuple[int, ...]) -> None:
        self.fists_shown.emit(self.action_id, fists)

    def _on_adopt_now_clicked(self) -> None:
        self.adoption_asked.emit(self.action_id, True)

    def _on_adopt_parked_clicked(self) -> None:
        self.adoption_asked.emit(self.action_id, False)

    def _on_take_back_clicked(self) -> None:
        self.adoption_taken_back.emit(self.action_id)


class _Doubt(Part):
    """Somebody showed fewer than three fingers: a calm offer."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Text()
        self.change = Button(_("Change the wording"))
        self._box = QHBoxLayout(self)
        self._box.addWidget(self.words, 1)
        self._box.addWidget(self.change, 0, Qt.AlignmentFlag.AlignVCenter)
        self.dress(theme_of(self))

    def show_doubters(self, people: int) -> None:
        """Say how many are not content yet."""
        self.words.setText(
            ngettext(
                "{people} person showed fewer than three. What would make it a three?",
                "{people} people showed fewer than three. What would make it a three?",
                people,
            ).format(people=capital(in_words(people)))
        )

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(m.units(2))


class _Standing(Part):
    """What was adopted, and a way back."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Text("", "strong")
        self.take_back = Button(_("Take back"), "quiet", "undo")
        self._box = QHBoxLayout(self)
        self._box.addWidget(Sign("tick", "accent", 1.4), 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self.take_back)
        self.dress(theme_of(self))

    def show_action(self, action: DraftAction) -> None:
        """Say for when it was adopted."""
        self.words.setText(
            _("Adopted: to be done now.") if action.is_now else _("Adopted: parked for later.")
        )

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.units(1))


def details_of(action: DraftAction) -> str:
    """Return who does an action by when, how it begins and what kind it is, in short lines."""
    lines = []
    if action.owner and action.due:
        lines.append(_("{owner}, by {day}").format(owner=action.owner, day=day(action.due)))
    elif action.owner:
        lines.append(action.owner)
    elif action.due:
        lines.append(_("By {day}").format(day=day(action.due)))
    if action.first_step:
        lines.append(_("First step: {step}").format(step=action.first_step))
    lines.append(kind_name(action.kind))
    return "\n".join(lines)


def _why_not(asked: bool, now_is_full: bool) -> str:
    if not asked:
        return _("First everybody shows a fist of five.")
    if now_is_full:
        return _("Three actions are to be done now already. Park this one, or take one back.")
    return ""
