"""The map of a session, and every statement with its votes."""

from collabkit.assessments.names import spread_name
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Spread
from collabkit.i18n import _
from collabkit.reports.contents.parts import Column, Fact
from collabkit.reports.contents.room import no_vote
from collabkit.reports.contents.session_parts import (
    MapLine,
    MapPart,
    StatementWording,
    VotedStatement,
    VoteEntry,
    VotesPart,
    WordingPart,
)
from collabkit.reports.contents.session_words import kind_of_vote
from collabkit.room.choices import choices_of
from collabkit.room.meeting import Decision, Meeting, Vote
from collabkit.room.scenes import MapEntry, map_of
from collabkit.room.showing import DotColumn, Round


def map_part(meeting: Meeting, pack: Pack) -> MapPart:
    """Return the map, as the room has seen it."""
    return MapPart(
        title=_("The map of all statements"),
        lead=_("What is Split comes first; all others follow, the lowest mean first."),
        head=(_("No."), _("Statement"), _("Part"), _("How far apart"), _("Decision")),
        lines=tuple(
            MapLine(
                number=str(_place(meeting, entry.item_id)),
                statement=entry.statement,
                section=entry.section,
                standing=_standing(entry),
                became=_became(entry),
            )
            for entry in map_of(meeting, pack)
        ),
    )


def votes_part(meeting: Meeting, pack: Pack) -> VotesPart:
    """Return every statement with its votes, in the order of the session."""
    entries = sorted(map_of(meeting, pack), key=lambda each: _place(meeting, each.item_id))
    return VotesPart(
        title=_("Statement by statement"),
        lead=_("One dot is one person. Where the room voted twice, both votes stand side by side."),
        statements=tuple(_statement(entry, meeting) for entry in entries),
    )


def wording_part(meeting: Meeting, pack: Pack) -> WordingPart | None:
    """Return what each level said for each statement; ``None`` where none is described."""
    items = [pack.item(turn.item_id) for turn in meeting.turns]
    statements = tuple(
        StatementWording(
            heading=_heading(meeting, item.id, pack.section(item.section).name),
            statement=item.statement,
            levels=tuple(
                Fact(f"{choice.mark} {choice.name}", choice.description)
                for choice in choices_of(item, pack.form_of(item))
                if choice.description
            ),
        )
        for item in items
        if item.levels
    )
    if not statements:
        return None
    return WordingPart(
        _("The statements in full"),
        _("What each level means, as people read it before they voted."),
        statements,
    )


def _heading(meeting: Meeting, item_id: str, section: str) -> str:
    return _("Statement {number} · {section}").format(
        number=_place(meeting, item_id), section=section
    )


def _place(meeting: Meeting, item_id: str) -> int:
    """Return the place of a statement in the session, from 1."""
    return meeting.turns.index(meeting.turn_of(item_id)) + 1


def _standing(entry: MapEntry) -> str:
    if len(entry.rounds) < 2:
        return entry.standing
    before = ", ".join(spread_name(vote.result.spread) for vote in entry.rounds[:-1])
    return _("{now} (before: {before})").format(now=entry.standing, before=before)


def _how_far_apart(entry: MapEntry) -> str:
    """Return the spread, so named that nobody takes the word for something else."""
    if not entry.rounds:
        return ""
    if entry.rounds[-1].result.spread is Spread.TOO_FEW:
        return entry.standing
    return _("How far apart: {spread}").format(spread=entry.standing)


def _became(entry: MapEntry) -> str:
    words = _decided(entry.decision)
    if not entry.is_chosen:
        return words
    if not words:
        return _("Chosen to act on")
    return _("{decision}; chosen to act on").format(decision=words)


def _decided(decision: Decision | None) -> str:
    match decision:
        case None:
            return ""
        case Decision.MOVE_ON:
            return _("Moved on")
        case Decision.PARK:
            return _("Parked")
        case Decision.ACTION:
            return _("Action")


def _statement(entry: MapEntry, meeting: Meeting) -> VotedStatement:
    turn = meeting.turn_of(entry.item_id)
    remarks = [Fact(_("Note"), turn.note)] if turn.note.strip() else []
    if words := _became(entry):
        remarks.append(Fact(_("What became of it"), words))
    remarks += [
        Fact(_("Action") if action.is_adopted else _("Action, not adopted"), action.text)
        for action in meeting.actions
        if action.item_id == entry.item_id
    ]
    return VotedStatement(
        heading=_heading(meeting, entry.item_id, entry.section),
        standing=_how_far_apart(entry),
        statement=entry.statement,
        votes=tuple(
            _vote(shown, vote, len(entry.rounds))
            for shown, vote in zip(entry.rounds, turn.shown_votes, strict=True)
        ),
        without_vote="" if entry.rounds else _why_no_vote(turn.votes),
        remarks=tuple(remarks),
    )


def _why_no_vote(votes: tuple[Vote, ...]) -> str:
    if votes:
        return _("The room voted on this and has not seen the result, so it is not shown.")
    return no_vote()


def _vote(shown: Round, vote: Vote, total: int) -> VoteEntry:
    return VoteEntry(
        title=_vote_title(shown) if total > 1 else "",
        kind=kind_of_vote(shown, vote.came),
        columns=tuple(map(_column, shown.columns)),
        apart=tuple(map(_column, shown.apart)),
        sentence=shown.sentence,
    )


def _vote_title(shown: Round) -> str:
    if shown.number == 1:
        return _("First vote")
    if shown.number == 2:
        return _("Second vote, after talking")
    return _("Vote {number}").format(number=shown.number)


def _column(answer: DotColumn) -> Column:
    return Column(answer.mark, answer.name, answer.count)
