"""A plan: at most three actions *now*, the rest parked. Every change makes a new plan."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from collabkit.assessments.pack import ActionKind
from collabkit.errors import InvalidInputError
from collabkit.i18n import _

NOW_LIMIT = 3  # content of the reports: few actions that people carry out (design: at most three)


class Slot(StrEnum):
    """When an action is meant to be done."""

    NOW = "now"
    PARKED = "parked"


class Status(StrEnum):
    """How far an action is."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"


class PlanFullError(InvalidInputError):
    """A fourth action was to be done now; ``has_closed``: one of the three is done or dropped."""

    def __init__(self, *, has_closed: bool = False) -> None:
        super().__init__(
            _(
                "Three actions are already chosen for now. "
                "Put aside what is behind you, and there is room for the next."
            )
            if has_closed
            else _(
                "Three actions are already chosen for now. "
                "Park one of them first; few actions that get done are worth more than many."
            )
        )


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """What somebody noted about how an action is going, and the day of it."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class PlanAction:
    """One action. ``idea_id`` and ``item_id`` name the suggestion and statement it came from.

    ``also`` are further statements that it answers: one action may close several findings.
    ``review`` is the day on which people look at it again, ``progress`` what was noted on the way,
    the oldest first. ``dropped_because`` and ``learned`` are said when it is dropped, or looked
    back on. ``carried_from`` is the id of the same action in an earlier plan.
    """

    id: str
    text: str
    kind: ActionKind
    slot: Slot = Slot.PARKED
    idea_id: str | None = None
    item_id: str | None = None
    why: str = ""
    owner: str = ""
    first_step: str = ""
    due: date | None = None
    status: Status = Status.NOT_STARTED
    how_we_will_know: str = ""
    also: tuple[str, ...] = ()
    review: date | None = None
    dropped_because: str = ""
    learned: str = ""
    carried_from: str | None = None
    progress: tuple[ProgressNote, ...] = ()

    @property
    def is_open(self) -> bool:
        """True as long as there is something to do."""
        return self.status in (Status.NOT_STARTED, Status.UNDER_WAY)

    @property
    def answers(self) -> tuple[str, ...]:
        """The statements it answers, the one it came from first."""
        return ((self.item_id,) if self.item_id else ()) + self.also

    @property
    def words(self) -> tuple[str, ...]:
        """Every text in it that people may have written, who does it first; empty ones too."""
        return (
            self.owner,
            self.text,
            self.why,
            self.first_step,
            self.how_we_will_know,
            self.dropped_because,
            self.learned,
            *(note.text for note in self.progress),
        )

    def reworded(
        self, change: Callable[[str], str], change_line: Callable[[str], str] | None = None
    ) -> "PlanAction":
        """Return it with every one of ``words`` changed.

        ``change_line``, if there is one, is for those of a single line: owner and first step.
        """
        change_line = change_line or change
        return replace(
            self,
            owner=change_line(self.owner),
            text=change(self.text),
            why=change(self.why),
            first_step=change_line(self.first_step),
            how_we_will_know=change(self.how_we_will_know),
            dropped_because=change(self.dropped_because),
            learned=change(self.learned),
            progress=tuple(replace(note, text=change(note.text)) for note in self.progress),
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """The actions of one assessment, in the order people put them."""

    assessment_id: str
    actions: tuple[PlanAction, ...] = ()

    @property
    def now(self) -> tuple[PlanAction, ...]:
        """The actions to be done now."""
        return tuple(a for a in self.actions if a.slot is Slot.NOW)

    @property
    def parked(self) -> tuple[PlanAction, ...]:
        """The actions kept for later."""
        return tuple(a for a in self.actions if a.slot is Slot.PARKED)

    @property
    def has_room(self) -> bool:
        """True if another action can be done now."""
        return len(self.now) < NOW_LIMIT

    @property
    def _full(self) -> PlanFullError:
        return PlanFullError(has_closed=any(not action.is_open for action in self.now))

    def action(self, action_id: str) -> PlanAction:
        """Return one action; raises ``KeyError`` for an unknown id."""
        for action in self.actions:
            if action.id == action_id:
                return action
        raise KeyError(action_id)

    def has_idea(self, idea_id: str) -> bool:
        """Tell whether a suggestion is already in the plan."""
        return any(a.idea_id == idea_id for a in self.actions)

    def with_action(self, action: PlanAction) -> "Plan":
        """Add an action at the end; raises ``PlanFullError`` if a fourth is to be done now."""
        if action.slot is Slot.NOW and not self.has_room:
            raise self._full
        return replace(self, actions=(*self.actions, action))

    def without(self, action_id: str) -> "Plan":
        """Take an action out; raises ``KeyError`` for an unknown id."""
        self.action(action_id)
        return replace(self, actions=tuple(a for a in self.actions if a.id != action_id))

    def changed(self, action_id: str, **changes: Any) -> "Plan":
        """Change fields of one action; raises ``PlanFullError`` for a fourth to be done now."""
        before = self.action(action_id)
        after = replace(before, **changes)
        if after.slot is Slot.NOW and before.slot is not Slot.NOW and not self.has_room:
            raise self._full
        return replace(self, actions=tuple(after if a is before else a for a in self.actions))

    def moved(self, action_id: str, by: int, beside: Collection[str] = ()) -> "Plan":
        """Move an action up (negative) or down among those of its slot; stops at the ends.

        ``beside`` are the ids of actions of that slot that people see elsewhere: they stay.
        """
        action = self.action(action_id)
        peers = [a for a in self.actions if a.slot is action.slot and a.id not in beside]
        places = {a.id for a in peers}
        old = peers.index(action)
        new = max(0, min(len(peers) - 1, old + by))
        peers.insert(new, peers.pop(old))
        order = iter(peers)
        return replace(
            self,
            actions=tuple(next(order) if a.id in places else a for a in self.actions),
        )
