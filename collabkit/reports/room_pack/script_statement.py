"""One page of the script: a statement from reading to deciding."""

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
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import ACCENT, MM, MUTED, SheetSize, TextStyle
from collabkit.reports.room_pack import clock
from collabkit.reports.room_pack.material import Asked, Material
from collabkit.reports.room_pack.script_steps import Line, do, point, say, step
from collabkit.room.agenda import Agenda, AgendaEntry
from collabkit.room.choices import RoomChoice
from collabkit.room.ways import Way

_WHERE = TextStyle(size=11, leading=15, face=Face.SEMIBOLD, colour=MUTED, after=2, keep_next=True)
_STATEMENT = TextStyle(size=18, leading=24, face=Face.BOLD, colour=ACCENT, after=8)
_NOTES = 5  # lines to write on, where there is room
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8)
_NOTE = 9 * MM


def statement_pages(
    material: Material, agenda: Agenda, size: SheetSize, root: Element
) -> list[list[Block]]:
    """Return a page for each statement, all in the same type, small enough for one page each."""
    asked = {each.item.id: each for each in material.statements}
    found = [(asked[e.item_id], e) for e in agenda.entries if e.item_id is not None]
    width, height = size.content_width, size.content_height

    def fits(scale: float) -> bool:
        pages = (_blocks(a, entry, material, Element("Sect"), scale) for a, entry in found)
        return all(stack_height(page, width) <= height for page in pages)

    scale = next(filter(fits, _SCALES), _SCALES[-1])
    pages = []
    for each, entry in found:
        page = _blocks(each, entry, material, root.add("Sect"), scale)
        lines = int((height - stack_height(page, width)) / _NOTE)
        pages.append([*page, *(writing_line(_NOTE) for _line in range(min(_NOTES, lines)))])
    return pages


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
        (_("Read"), reading, _read()),
        (_("Vote"), clock.lasting(times.voting), _vote(asked, material)),
        (_("Close"), "", _close(material)),
        (_("Reveal"), "", _reveal()),
        (_("Talk"), talking, _talk(asked, in_pairs=bool(times.pairs))),
        (_("Decide"), clock.lasting(times.deciding), _decide(asked)),
    )
    statement = replace(
        _STATEMENT, size=_STATEMENT.size * scale, leading=_STATEMENT.leading * scale
    )
    return [
        Text(where, _WHERE, part.add("P")),
        Heading(asked.item.statement, statement, part.add("H2"), f"statement-{asked.number}"),
        *(step(name, minutes, tuple(lines), part, scale) for name, minutes, lines in steps),
        step(_("Notes"), _("without names"), (), part, scale),
    ]


def _read() -> Iterator[Line]:
    yield say(_("Please read this in silence. Think of what you have seen yourself."))
    yield do(_("Read it aloud once if somebody cannot see it well; then silence."))


def _vote(asked: Asked, material: Material) -> Iterator[Line]:
    ways = material.preparation.ways
    yield say(asked.form.prompt)
    if Way.SLIPS in ways:
        yield say(_("Write one number on a slip and put it into the box."))
    elif Way.HANDS in ways:
        yield say(_("I name each answer, one after the other. Please raise your hand once."))
    else:
        yield say(_("Your sheets have answered this one already."))
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
        _("Fewer than {minimum}: wait, or call the vote off. Look at no slip before it is closed.")
        .format(minimum=in_words(material.preparation.minimum))
    )  # fmt: skip


def _reveal() -> Iterator[Line]:
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


def _decide(asked: Asked) -> Iterator[Line]:
    yield say(
        _(
            "Do we go on, leave this for another time, or do something about it? If we do "
            "something: what, who, and by when?"
        )
    )
    yield do(_("Very different answers? Offer a second vote before you decide."))
    ideas = [idea.text for idea in sorted(asked.item.actions, key=lambda a: _EFFORTS[a.effort])]
    if ideas:
        yield do(_("Only if the room is stuck, as an example: {idea}").format(idea=ideas[0]))


_EFFORTS = {Effort.LOW: 0, Effort.MEDIUM: 1, Effort.HIGH: 2}
