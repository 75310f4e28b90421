"""The parts of a session's report as frozen data. Every text is ready to be read."""

from dataclasses import dataclass

from collabkit.reports.contents.parts import Column, Fact


@dataclass(frozen=True, slots=True)
class SessionFront:
    """The first page: whose session it was, and what was promised before anybody answered."""

    title: str
    charity: str
    sample: str  # says that nothing here is real; empty otherwise
    practice: str  # says that nobody has answered; empty otherwise
    facts: tuple[Fact, ...]
    look_again: str  # before a line to write on
    promise_title: str
    promise: tuple[str, ...]  # a paragraph each, as it was read aloud
    contents: str  # the heading over the list of parts


@dataclass(frozen=True, slots=True)
class ParkedStatements:
    """The statements that the room left for another time."""

    heading: str
    lead: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherAction:
    """An action that the room did not adopt."""

    text: str
    reasons: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class OtherActions:
    """What was thought of and not adopted."""

    title: str
    lead: str
    entries: tuple[OtherAction, ...]


@dataclass(frozen=True, slots=True)
class MapLine:
    """One statement on the map."""

    number: str  # its place in the session
    statement: str
    section: str
    standing: str  # its spread in a word, or why there is none
    became: str


@dataclass(frozen=True, slots=True)
class MapPart:
    """All statements that were voted on, what is most worth talking about first."""

    title: str
    lead: str
    head: tuple[str, str, str, str, str]
    lines: tuple[MapLine, ...]


@dataclass(frozen=True, slots=True)
class VoteEntry:
    """One vote that the room has seen. ``columns`` is empty where too few have answered."""

    title: str  # "First vote: Split"
    kind: str  # "Public vote of ten: three by hands, …"
    columns: tuple[Column, ...]
    apart: tuple[Column, ...]  # don't know and does not apply, where they may be shown
    sentence: str


@dataclass(frozen=True, slots=True)
class VotedStatement:
    """One statement with its votes, what was said of it and what became of it."""

    heading: str  # "Statement 3 · Honesty"
    standing: str
    statement: str
    votes: tuple[VoteEntry, ...]  # one beside the other; never who moved
    without_vote: str  # why there is none; empty if there is one
    remarks: tuple[Fact, ...]  # the note, what became of it, actions


@dataclass(frozen=True, slots=True)
class StatementWording:
    """One statement with the description of each of its levels: "1 Not yet: Partners must …"."""

    heading: str
    statement: str
    levels: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class WordingPart:
    """Every statement whose levels are described, word for word."""

    title: str
    lead: str
    statements: tuple[StatementWording, ...]


@dataclass(frozen=True, slots=True)
class VotesPart:
    """Every statement in the order of the session."""

    title: str
    lead: str
    statements: tuple[VotedStatement, ...]
