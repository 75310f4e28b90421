"""What was done to a plan, step by step, so that it can be undone. No Qt."""

from dataclasses import dataclass

from collabkit.plans.plan import Plan

_REMEMBERED = 200  # steps


@dataclass(frozen=True, slots=True)
class _Step:
    before: Plan
    after: Plan
    action_id: str
    field: str


class History:
    """The plan as it is now, and the way to it.

    Typing goes on in the same step as long as it is in the same field of the same action.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._goes_on = False

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    def record(self, plan: Plan, action_id: str, field: str = "") -> None:
        """Go on to ``plan``; ``action_id`` and ``field`` say what was changed."""
        before = self.plan
        last = self._done[-1] if self._done else None
        if (
            self._goes_on
            and field
            and last is not None
            and (last.action_id, last.field) == (action_id, field)
        ):
            before = self._done.pop().before
        self._done = [*self._done, _Step(before, plan, action_id, field)][-_REMEMBERED:]
        self._undone.clear()
        self._goes_on = True
        self.plan = plan

    def pause(self) -> None:
        """Let whatever comes next be a step of its own."""
        self._goes_on = False

    def undo(self) -> str | None:
        """Take the last step back and return the action it was about; ``None`` without one."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self.plan = step.before
        self._goes_on = False
        return step.action_id

    def redo(self) -> str | None:
        """Take the step again that was undone last; ``None`` without one."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self.plan = step.after
        self._goes_on = False
        return step.action_id
