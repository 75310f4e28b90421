"""What the room agrees to do: actions worded at a statement, chosen and adopted at the end."""

from collections.abc import Callable
from functools import partial

from collabkit.room import adopting, steps
from collabkit.room.meeting import Decision, DraftAction, Meeting


class Actions:
    """Verbs on actions. ``take`` has a step done and kept, and tells whether it could be done."""

    def __init__(self, take: Callable[[Callable[[Meeting], Meeting]], bool]) -> None:
        self._take = take

    def draft(self, action: DraftAction) -> bool:
        """Keep a new action; made at a statement, that is what becomes of the statement."""

        def step(meeting: Meeting) -> Meeting:
            after = adopting.draft(meeting, action)
            is_here = action.item_id == meeting.turn.item_id
            is_seen = meeting.phase.is_seen
            return steps.decide(after, Decision.ACTION) if is_here and is_seen else after

        return self._take(step)

    def choose(self, item_ids: tuple[str, ...]) -> None:
        """Say which statements to act on."""
        self._take(partial(adopting.choose, item_ids=item_ids))

    def reword(self, action_id: str, words: DraftAction) -> None:
        """Word an action differently."""
        self._take(
            partial(
                adopting.reword,
                action_id=action_id,
                text=words.text,
                owner=words.owner,
                first_step=words.first_step,
                due=words.due,
                kind=words.kind,
            )
        )

    def drop(self, action_id: str) -> None:
        """Take an action out."""
        self._take(partial(adopting.drop, action_id=action_id))

    def show_fists(self, action_id: str, fists: tuple[int, ...]) -> None:
        """Count the fingers that were shown for an action."""
        self._take(partial(adopting.show_fists, action_id=action_id, fists=fists))

    def adopt(self, action_id: str, now: bool) -> None:
        """Adopt an action."""
        self._take(partial(adopting.adopt, action_id=action_id, now=now))

    def turn_down(self, action_id: str) -> None:
        """Take an adoption back."""
        self._take(partial(adopting.turn_down, action_id=action_id))
