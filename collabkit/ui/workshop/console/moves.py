"""What a facilitator does at a statement, and on the way from one to another."""

from collections.abc import Callable
from functools import partial

from collabkit.room import steps, votes
from collabkit.room.meeting import Decision, Meeting


class Moves:
    """Verbs on the session. ``take`` has a step done and kept, and tells whether it could be."""

    def __init__(self, take: Callable[[Callable[[Meeting], Meeting]], bool]) -> None:
        self._take = take

    def call_off(self) -> None:
        """Forget the open vote."""
        self._take(votes.call_off)

    def vote_again(self) -> None:
        """Let the room vote on this statement once more."""
        self._take(votes.open_vote)

    def decide(self, decision: Decision) -> None:
        """Say what becomes of the statement."""
        self._take(partial(steps.decide, decision=decision))

    def pause(self) -> None:
        """Begin a break."""
        self._take(steps.pause)

    def go_to(self, place: int) -> None:
        """Go to another statement."""
        self._take(partial(steps.go_to, place=place))

    def count_present(self, people: int) -> None:
        """Say how many people in the room answer."""
        self._take(partial(steps.count_present, people=people))

    def write_note(self, item_id: str, note: str) -> None:
        """Keep a note on a statement."""
        self._take(partial(steps.write_note, item_id=item_id, note=note))
