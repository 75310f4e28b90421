"""One page of the script: a statement from reading to deciding; or the break."""

from collections.abc import Iterator
from dataclasses import replace

from collabkit.assessments.pack import Effort
from collabkit.assessments.sentences import in_words
from collabkit.assessments.spread import end_width
from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Heading, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block, stack_height
from collabkit.reports.pdf.marks import writing_line
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import ACCENT, MM, MUTED, SheetSize, TextStyle
from collabkit.reports.room_pack import clock
from collabkit.reports.room_pack.material import Asked, Material
from collabkit.reports.room_pack.script_steps import Line, do, point, say, step
from collabkit.room.agenda import Agenda, AgendaEntry, AgendaKind
from collabkit.room.choices import RoomChoice
from collabkit.room.ways import Way

_WHERE = TextStyle(size=11, leading=15, face=Face.SEMIBOLD, colour=MUTED, after=2, keep_next=True)
_STATEMENT = TextStyle(size=18, leading=24, face=Face.BOLD, colour=ACCENT, after=8)
_NOTES = 5  # lines to write on, where there is room
_FEWEST_NOTES = 2  # on the fullest page
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8)
_NOTE = 8 * MM


def statement_pages(
    material: Material, agenda: Agenda, size: SheetSize, root: Element
) -> list[list[Block]]:
    """Return a page for each statement and for the break, in the order of the day.

    Statements are all in the same type, small enough for one page each with lines for notes.
    """
    asked = {each.item.id: each for each in material.statements}
    found = [(asked[e.item_id], e) for e in agenda.entries if e.item_id is not None]
    width, height = size.content_width, size.content_height

    def fits(scale: float) -> bool:
        pages = (_blocks(a, entry, material, Element("Sect"), scale) for a, entry in found)
        return all(stack_height(page, width) + _FEWEST_NOTES * _NOTE <= height for page in pages)

    scale = next(filter(fits, _SCALES), _SCALES[-1])
    pages = []
    for entry in agenda.entries:
        if entry.kind is AgendaKind.BREAK:
            pages.append(_break(entry, material, root))
        elif entry.item_id is not None:
            page = _blocks(asked[entry.item_id], entry, material, root.add("Sect"), scale)
            lines = int((height - stack_height(page, width)) / _NOTE)
            pages.append([*page, *_lines(min(_NOTES, lines))])
    return pages


def _break(entry: AgendaEntry, material: Material, root: Element) -> list[Block]:
    times = material.preparation.times
    end = clock.told(times, entry.starts + entry.minutes)
    going_on = say(_("We go on at {time}.").format(time=end))
    return [
        *opening(_("Break"), clock.span(times, entry.starts, entry.minutes), "break", root),
        step(
            _("Break"),
            clock.lasting(entry.minutes),
            (
                *([going_on] if times.begins is not None else []),
                do(_("The slips stay with you. What is said over coffee is nobody's answer.")),
            ),
            root,
            press=_("Take a break"),
        ),
        step(
            _("Go on"),
            "",
            (
                do(_("Has somebody come or gone? Set “People in the room who answer”.")),
                do(_("Late? Shorten the talk where people agree, never the silence or the plan.")),
            ),
            root,
            press=_("End the break"),
        ),
        step(_("Notes"), "", (do(_("without names")),), root),
        *_lines(_NOTES),
    ]


def _lines(number: int) -> list[Block]:
    return [writing_line(_NOTE) for _line in range(number)]


def _blocks(
    asked: Asked, entry: AgendaEntry, material: Material, part: Element, scale: float
) -> list[Block]:
    times = material.preparation.times
    where = _("Statement {number} of {total} · {section} · {span}").format(
        number=asked.number,
        total=len(material.preparation.statements),
        section=asked.section,
        span=clock.span(times, entry.starts, entry.minutes),
    )
    reading = _("{seconds} seconds").format(seconds=times.reading)
    talking = clock.lasting(times.room)
    if times.pairs:
        talking = _("{pairs} + {room} minutes").format(pairs=times.pairs, room=times.room)
    steps = (
        (_("Read"), reading, "", _read()),
        (_("Vote"), clock.lasting(times.voting), _("Open the vote"), _vote(asked, material)),
        (_("Close"), "", _("Close the vote"), _close(material)),
        (_("Show"), "", _("Show the answers"), _show()),
        (
            _("Talk"),
            talking,
            _("Talk in pairs") if times.pairs else _("Talk about it"),
            _talk(asked, in_pairs=bool(times.pairs)),
        ),
        (_("Decide"), clock.lasting(times.deciding), _("Decide"), _decide(asked, material)),
    )
    statement = replace(
        _STATEMENT, size=_STATEMENT.size * scale, leading=_STATEMENT.leading * scale
    )
    return [
        Text(where, _WHERE, part.add("P")),
        Heading(asked.item.statement, statement, part.add("H2"), f"statement-{asked.number}"),
        *(
            step(name, minutes, tuple(lines), part, scale, press=press)
            for name, minutes, press, lines in steps
        ),
        step(_("Notes"), "", (do(_("without names")),), part, scale),
    ]


def _read() -> Iterator[Line]:
    yield say(_("Please read this in silence. Think of what you have seen yourself."))
    yield do(_("Read it aloud once if somebody cannot see it well; then silence."))


def _vote(asked: Asked, material: Material) -> Iterator[Line]:
    ways = material.preparation.ways
    yield say(asked.form.prompt)
    if Way.SLIPS in ways:
        yield say(_("Write one number on a slip and put it into the box."))
    if Way.HANDS in ways and Way.SLIPS in ways:
        yield do(_("Or, where nobody minds, by raised hands: name one answer after the other."))
    elif Way.HANDS in ways:
        yield say(_("I name each answer, one after the other. Please raise your hand once."))
    if ways == {Way.SHEETS}:
        yield say(_("Your sheets have answered this one already."))
    elif Way.SHEETS in ways:
        yield say(_("Whoever has handed in a sheet has answered already."))
    yield from (do(_told(choice)) for choice in asked.levels)
    yield do("; ".join(_told(choice) for choice in asked.ways_out))


def _told(choice: RoomChoice) -> str:
    """Return an answer as on a card: "3 Patchy: We have asked some partners."."""
    if choice.description:
        return _("{mark} {name}: {description}").format(
            mark=choice.mark, name=choice.name, description=choice.description
        )
    return _("{mark} {name}").format(mark=choice.mark, name=choice.name)


def _close(material: Material) -> Iterator[Line]:
    yield say(_("Has everybody answered? Then I close the vote."))
    yield do(
        _("Fewer than {minimum}: wait, or “Call this vote off”.").format(
            minimum=in_words(material.preparation.minimum)
        )
    )
    if Way.SLIPS in material.preparation.ways:
        yield do(_("Whoever keys the slips in looks at each only to press its number."))


def _show() -> Iterator[Line]:
    yield say(_("Look at it for a moment. Nobody has to say which answer was theirs."))
    yield do(_("Read the sentence under the dots aloud. Say nothing about what it means."))


def _talk(asked: Asked, *, in_pairs: bool) -> Iterator[Line]:
    if in_pairs:
        yield say(_("Turn to your neighbour: what might lead somebody to each of these answers?"))
    else:
        yield say(_("What might lead somebody to each of these answers?"))
    yield do(_("With all together, ask one of these, and leave silence after it:"))
    if end_width(asked.form):
        first, last = asked.levels[0].mark, asked.levels[-1].mark
        yield point(
            _(
                "What might somebody be seeing who chose {first}? And somebody who chose {last}?"
            ).format(first=first, last=last)
        )
    else:
        yield point(_("What might lead somebody to another answer than most?"))
    yield point(_("Where in our work is this so, and where is it not?"))
    if asked.item.evidence:
        yield point(
            _("What could we show somebody? {evidence}").format(evidence=asked.item.evidence)
        )
    else:
        yield point(_("What would a partner say about it?"))


def _decide(asked: Asked, material: Material) -> Iterator[Line]:
    yield say(
        _(
            "Do we go on, leave this for another time, or do something about it? If we do "
            "something: what, who, and by when?"
        )
    )
    if Way.SLIPS in material.preparation.ways:
        yield do(_("Very different answers? Before you decide, “Vote again”: slips for everybody."))
    else:
        yield do(_("Very different answers? Before you decide, “Vote again”."))
    ideas = [idea.text for idea in sorted(asked.item.actions, key=lambda a: _EFFORTS[a.effort])]
    if ideas:
        yield do(_("Only if the room is stuck, as an example: {idea}").format(idea=ideas[0]))


_EFFORTS = {Effort.LOW: 0, Effort.MEDIUM: 1, Effort.HIGH: 2}
