"""What is typed while a vote is open. It lives as long as the vote, and in memory only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from collabkit.i18n import _
from collabkit.room.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Typed:
    """Counts of hands as they stand in the fields, and what is wrong with what was typed."""

    hands: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hands_fault: str = ""
    slips_fault: str = ""


def counts_of(texts: Mapping[str, str]) -> dict[str, int]:
    """Return the counts by answer code; an empty field counts nobody.

    Raises ``ValueError`` with a sentence if one of them is no number.
    """
    counts = {}
    for code, text in texts.items():
        words = text.strip()
        if words and not (words.isascii() and words.isdigit()):
            raise ValueError(
                _("“{text}” is not a number. Please type how many hands you counted.").format(
                    text=words
                )
            )
        counts[code] = int(words or 0)
    return counts


@dataclass(frozen=True, slots=True)
class OpenVote:
    """A vote that is open in a session which is not being led just now."""

    meeting: Meeting
    typed: Typed


class OpenVotes:
    """Votes that were left open to lead another session; they go on when one comes back."""

    def __init__(self) -> None:
        self._by_session: dict[str, OpenVote] = {}

    def keep(self, session_id: str, meeting: Meeting, typed: Typed) -> None:
        """Keep the open vote of a session that is left, if there is one."""
        if meeting.open_vote is not None:
            self._by_session[session_id] = OpenVote(meeting, typed)

    def take(self, session_id: str, kept: Meeting) -> OpenVote | None:
        """Return the vote that was open; ``None`` without one, or if ``kept`` has gone on since.

        ``kept`` is the meeting as it is on the disk.
        """
        left = self._by_session.pop(session_id, None)
        return left if left and replace(left.meeting, open_vote=None) == kept else None

    @property
    def answers(self) -> int:
        """How many answers are in hand that are on no disk."""
        return sum(answers_in_hand(left.meeting) for left in self._by_session.values())


def answers_in_hand(meeting: Meeting | None) -> int:
    """Return how many have answered in an open vote that would be lost with the program.

    0 if only sheets have answered: what they say is on the disk.
    """
    vote = meeting.open_vote if meeting else None
    return vote.people if vote and vote.unkept_people else 0
