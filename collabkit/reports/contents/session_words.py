"""What happened in the room, in words that more than one paper needs."""

from collections.abc import Mapping

from collabkit.assessments.charity import Charity
from collabkit.assessments.sentences import in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.room.meeting import DraftAction, Meeting
from collabkit.room.preparation import Audience
from collabkit.room.showing import Round
from collabkit.room.way_words import words_of
from collabkit.room.ways import Way

_JOINT = " · "


def sample_label(charity: Charity) -> str:
    """Return that a charity is not real; empty for a real one."""
    return _("Sample: not a real charity") if charity.is_sample else ""


def held_on(meeting: Meeting) -> str:
    """Return the day of a session, and whether it has come to its end."""
    if meeting.held_on is None:
        return _("Not held yet")
    if not meeting.is_over:
        return _("{day}, not finished yet").format(day=day(meeting.held_on))
    return day(meeting.held_on)


def who_answered(meeting: Meeting) -> str:
    """Return how many people answered in the vote with most, and how many sheets there were.

    People come and go, so nobody knows how many were there; each vote says how many it had.
    """
    most = max((vote.people for turn in meeting.turns for vote in turn.shown_votes), default=0)
    if not most:
        return _("No vote was shown")
    people = ngettext("Up to {number} person", "Up to {number} people", most).format(number=most)
    if not meeting.sheets:
        return people
    sheets = ngettext(
        "{number} sheet was filled in", "{number} sheets were filled in", meeting.sheets
    ).format(number=meeting.sheets)
    return _("{people}; {sheets}").format(people=people, sheets=sheets)


def look_again() -> str:
    """Return the words before a line on which the day of the review is written."""
    return _("We look at it again on:")


def how_many_statements(meeting: Meeting) -> str:
    """Return how many statements there were, and how many of them the room has voted on."""
    total, voted = len(meeting.turns), sum(bool(turn.shown_votes) for turn in meeting.turns)
    statements = ngettext("{number} statement", "{number} statements", total).format(number=total)
    if voted == total:
        return statements
    return ngettext(
        "{statements}, {voted} of them with a vote",
        "{statements}, {voted} of them with a vote",
        voted,
    ).format(statements=statements, voted=voted)


def seen_by(audience: Audience) -> str:
    """Return for whose eyes a session's papers are, as was promised."""
    return {
        Audience.ROOM: _("Only the people who took part"),
        Audience.BOARD: _("The whole board"),
        Audience.ORGANISATION: _("The board, staff and volunteers"),
        Audience.PARTNERS: _("The organisation and its partners"),
    }[audience]


def kind_of_vote(vote: Round, came: Mapping[Way, int]) -> str:
    """Return whether a vote was public, how many answered, and how many by each way.

    Only how many: what came by which way is not known to anybody.
    """
    ways = ", ".join(words_of(way).answers(came[way]) for way in Way if came.get(way))
    kind = _("Public vote of {number}") if vote.is_public else _("Private vote of {number}")
    return _("{kind}: {ways}.").format(kind=kind.format(number=in_words(vote.people)), ways=ways)


def fists_shown(action: DraftAction) -> str:
    """Return the last fist of five, such as "5 fingers: 6 people"; empty if there was none."""
    if not action.fists or not sum(action.fists):
        return ""
    shown = [(fingers, count) for fingers, count in enumerate(action.fists) if count][::-1]
    return _JOINT.join(
        _("{hand}: {people}").format(
            hand=ngettext("{number} finger", "{number} fingers", fingers).format(number=fingers)
            if fingers
            else _("a fist"),
            people=ngettext("{number} person", "{number} people", count).format(number=count),
        )
        for fingers, count in shown
    )
