"""Every statement of a session, its votes beside each other."""

from collections.abc import Sequence
from dataclasses import replace

from collabkit.reports.contents.parts import Column, Fact
from collabkit.reports.contents.session_parts import VotedStatement, VoteEntry, VotesPart
from collabkit.reports.pdf.blocks import Columns, Padding, Stack, Text
from collabkit.reports.pdf.dots import dot_strip, fits_in
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import rule_above, rule_beside
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import (
    ANSWER,
    BODY,
    EDGE,
    LABEL,
    LINE,
    MM,
    SMALL,
    STATEMENT,
    STATEMENT_TITLE,
)
from collabkit.reports.pdf.text import Run

_GUTTER = 9 * MM  # between two votes
_ABREAST = 2  # votes beside each other; more go below
_STANDING = 64 * MM
_SHORT = 700  # characters of remarks with which a statement still stays on one page
_VOTE_TITLE = replace(LABEL, face=Face.BOLD, after=4)


def votes_pages(part: VotesPart, key: str, root: Element, width: float) -> list[Block]:
    """Return the blocks of all statements; ``width`` is that between the margins."""
    blocks = opening(part.title, part.lead, key, root)
    return blocks + [_statement(entry, root, width) for entry in part.statements]


def _statement(entry: VotedStatement, root: Element, width: float) -> Block:
    heading = Text(entry.heading, STATEMENT_TITLE, root.add("H3"))
    statement = Text(entry.statement, STATEMENT, root.add("P"))
    standing = Text(entry.standing, replace(STATEMENT, after=0), root.add("P"), align=1)
    blocks: list[Block] = [
        Columns([heading, standing], (None, _STANDING), gap=4 * MM) if entry.standing else heading,
        statement,
    ]
    blocks += _votes(entry.votes, root, width)
    if entry.without_vote:
        blocks.append(Text(entry.without_vote, ANSWER, root.add("P")))
    remarks = [_remark(remark, root) for remark in entry.remarks]
    is_short = sum(len(remark.value) for remark in entry.remarks) < _SHORT
    return Stack(
        [*blocks, *remarks] if is_short else [Stack(blocks, whole=True), *remarks],
        whole=is_short,
        padding=Padding(top=9, bottom=6),
        ground=rule_above(LINE),
    )


def _votes(votes: Sequence[VoteEntry], root: Element, width: float) -> list[Block]:
    if len(votes) < 2:
        return [Stack(_vote(vote, root, width)) for vote in votes]
    half = (width - _GUTTER) / 2
    if not all(fits_in(vote.columns, half) for vote in votes if vote.columns):
        return [Stack(_vote(vote, root, width), after=6) for vote in votes]
    most = max((column.count for vote in votes for column in vote.columns), default=0)
    return [
        Columns(
            [Stack(_half(vote, root, half, most)) for vote in pair]
            + [Stack(())] * (_ABREAST - len(pair)),
            [None] * _ABREAST,
            gap=_GUTTER,
            after=4,
        )
        for pair in (votes[start : start + _ABREAST] for start in range(0, len(votes), _ABREAST))
    ]


def _vote(vote: VoteEntry, root: Element, width: float) -> list[Block]:
    """Return one vote in the whole width."""
    blocks = _title(vote, root)
    if vote.columns:
        blocks.append(dot_strip(vote.columns, vote.apart, root.add("Figure"), width))
    return [*blocks, *_words(vote, root)]


def _half(vote: VoteEntry, root: Element, width: float, most: int) -> list[Block]:
    """Return one of two votes beside each other: what counts apart stands in a line below."""
    blocks = _title(vote, root)
    if vote.columns:
        blocks.append(dot_strip(vote.columns, (), root.add("Figure"), width, room_for=most))
        blocks.append(Text(_apart(vote.apart), replace(SMALL, after=4), root.add("P")))
    return [*blocks, *_words(vote, root)]


def _title(vote: VoteEntry, root: Element) -> list[Block]:
    return [Text(vote.title, _VOTE_TITLE, root.add("P"))] if vote.title else []


def _words(vote: VoteEntry, root: Element) -> list[Block]:
    return [
        Text(vote.sentence, replace(ANSWER, after=1), root.add("P")),
        Text(vote.kind, SMALL, root.add("P")),
    ]


def _apart(columns: Sequence[Column]) -> str:
    return " · ".join(f"{column.name} {column.count}" for column in columns)


def _remark(remark: Fact, root: Element) -> Block:
    runs = [Run(f"{remark.label}: ", Face.SEMIBOLD), Run(remark.value)]
    return Stack(
        [Text(runs, replace(BODY, after=0), root.add("P"))],
        padding=Padding(left=9),
        ground=rule_beside(EDGE),
        before=2,
        after=4,
    )
