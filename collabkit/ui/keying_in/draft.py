"""What was keyed in from a sheet of paper so far. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from collabkit.assessments.pack import Respondent
from collabkit.ui.keying_in.paper import Line


@dataclass(frozen=True, slots=True)
class Draft:
    """What was keyed in so far; nothing of it is on the disk.

    ``blank`` are the statements of which somebody said that they are blank on the paper. ``at`` is
    the place among the lines from 0.
    """

    role: Respondent | None = None
    party: str | None = None
    about: str | None = None
    code: str = ""
    name: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    at: int = 0

    @property
    def is_touched(self) -> bool:
        """Whether there is anything to lose."""
        return bool(self.answers or self.notes or self.blank or self.code or self.name)

    def is_keyed(self, line: Line) -> bool:
        """Tell whether anything was said of a statement."""
        item_id = line.item_id
        return item_id in self.answers or item_id in self.notes or item_id in self.blank

    def answered(self, item_id: str, code: str | None) -> "Draft":
        """Return it with an answer; without a ``code`` it was taken back."""
        answers = {i: c for i, c in self.answers.items() if i != item_id}
        if code is not None:
            answers[item_id] = code
        return replace(self, answers=answers, blank=self.blank - {item_id})

    def noted(self, item_id: str, words: str) -> "Draft":
        """Return it with the words beside or instead of an answer."""
        notes = {i: note for i, note in self.notes.items() if i != item_id}
        if words.strip():
            notes[item_id] = words
        return replace(self, notes=notes, blank=self.blank - {item_id})

    def left_blank(self, item_id: str) -> "Draft":
        """Return it with a statement that is blank on the paper."""
        draft = self.emptied(item_id)
        return replace(draft, blank=draft.blank | {item_id})

    def emptied(self, item_id: str) -> "Draft":
        """Return it with nothing said of a statement."""
        return self.noted(item_id, "").answered(item_id, None)
