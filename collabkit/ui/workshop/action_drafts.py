"""Actions that somebody began to word and has not saved yet. They live in memory only."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.pack import ActionKind
from collabkit.room.meeting import DraftAction

# The statement and the action that is worded anew; ``None`` for no statement and for a new action.
DraftKey = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class ActionWords:
    """What stands in the fields of one action."""

    text: str = ""
    owner: str = ""
    first_step: str = ""
    due: date | None = None
    kind: ActionKind = ActionKind.QUICK_WIN
    idea_id: str | None = None


class ActionDrafts(QObject):
    """Half-written actions, session by session, by what they are about.

    ``kept()`` tells that a form was left with words that were not saved: they are here now.
    ``taken_up()`` tells that they are in a form again.
    """

    kept = Signal()
    taken_up = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: dict[DraftKey, ActionWords] = {}
        self._sessions: dict[str, dict[DraftKey, ActionWords]] = {}

    def turn_to(self, session_id: str) -> None:
        """Go on with what was begun in a session; that of another one stays here."""
        self._words = self._sessions.setdefault(session_id, {})

    def keep(self, key: DraftKey, words: ActionWords) -> None:
        """Keep ``words`` until the form is opened for the same again."""
        self._words[key] = words
        self.kept.emit()

    def take(self, key: DraftKey) -> ActionWords | None:
        """Return what was begun and forget it; ``None`` if nothing was."""
        words = self._words.pop(key, None)
        if words is not None:
            self.taken_up.emit()
        return words


def words_of(action: DraftAction | None) -> ActionWords:
    """Return the words of ``action``; empty ones for a new action."""
    if action is None:
        return ActionWords()
    return ActionWords(
        action.text, action.owner, action.first_step, action.due, action.kind, action.idea_id
    )
