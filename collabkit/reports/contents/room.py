"""What a plan says where the answers were given in the room and not on sheets."""

from collections.abc import Mapping
from dataclasses import dataclass

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.reports.contents.parts import Fact, MethodSection


@dataclass(frozen=True, slots=True)
class InTheRoom:
    """What is known of votes beside their results.

    ``voted`` are the statements with a vote that the room has seen, ``public`` those on which hands
    were raised, ``notes`` what was noted in the talk, by statement.
    """

    people: int
    voted: frozenset[str]
    public: frozenset[str]
    notes: Mapping[str, str]
    is_practice: bool = False


def practice_label(*, is_practice: bool) -> str:
    """Return what stands on every page of a session for practice; empty for a real one."""
    return _("Practice") if is_practice else ""


def who_voted(room: InTheRoom) -> str:
    """Return how many voted; not everybody votes on each statement."""
    return ngettext(
        "{number} person at most, voting in the room",
        "Up to {number} people, voting in the room",
        room.people,
    ).format(number=in_words(room.people))


def no_vote() -> str:
    """Return what stands where the room has not voted on a statement."""
    return _("There was no vote on this statement.")


def room_remarks(room: InTheRoom | None, item_id: str, *, with_notes: bool) -> tuple[Fact, ...]:
    """Return that a vote was public, and what was noted."""
    if room is None:
        return ()
    public, note = item_id in room.public, room.notes.get(item_id, "")
    said = _("Public vote: hands were raised.")
    return (
        *([Fact(_("How it was voted on"), said)] if public else []),
        *([Fact(_("Noted in the room"), note)] if with_notes and note else []),
    )


def votes_section() -> MethodSection:
    """Return which vote counts."""
    return MethodSection(
        _("The votes"),
        (
            _(
                "The answers were given in the room, in private or by raising hands. Where the "
                "room voted more than once on a statement, the last vote counts; the report of "
                "the session has all of them."
            ),
        ),
    )


def room_groups_section(minimum: int) -> MethodSection:
    """Return what protects small groups in the room; ``minimum`` is the smallest one shown."""
    number = in_words(minimum)
    return MethodSection(
        _("Small groups"),
        (
            _(
                "Nothing is shown about fewer than {number} people. Where some answered in private "
                "and others by raising hands, those in private must be {number} by themselves: "
                "otherwise the hands could give their answers away."
            ).format(number=number),
            _(
                "Where too few have answered, the report says so and shows nothing; which levels "
                "they chose was not kept either."
            ),
        ),
    )
