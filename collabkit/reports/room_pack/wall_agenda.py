"""The agenda for everybody: one page for the wall and for the tables."""

from dataclasses import replace

from collabkit.i18n import _
from collabkit.reports.pdf.blocks import Columns, Heading, Padding, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block, stack_height
from collabkit.reports.pdf.marks import bar, rule_above
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import ACCENT, LINE, MM, MUTED, SheetSize, TextStyle
from collabkit.reports.room_pack import clock
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.printing import booklet
from collabkit.room.agenda import AgendaKind, agenda_of
from collabkit.room.preparation import Times

_SCALES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52)
_NAME = TextStyle(size=18, leading=24, colour=MUTED, after=18)
_TITLE = TextStyle(size=34, leading=40, face=Face.BOLD, colour=ACCENT, after=6)
_TIME = TextStyle(size=20, leading=27, face=Face.SEMIBOLD, colour=ACCENT, after=0)
_PART = TextStyle(size=20, leading=27, face=Face.SEMIBOLD, after=0)
_UNDER = TextStyle(size=15, leading=21, colour=MUTED, after=0)
_HOW = TextStyle(size=18, leading=24, face=Face.BOLD, before=16, after=6)
_STEP = TextStyle(size=15.5, leading=22, after=5)


def wall_agenda(material: Material, size: SheetSize) -> bytes:
    """Return the agenda as a tagged PDF, in the largest type with which it is one page."""
    for scale in _SCALES:
        root = Element("Document")
        blocks = _blocks(material, root, scale)
        if stack_height(blocks, size.content_width) <= size.content_height:
            break
    title = _("Agenda: {title}").format(title=material.preparation.title)
    return booklet(title, [blocks], material, size, root)


def _blocks(material: Material, root: Element, scale: float) -> list[Block]:
    times = material.preparation.times
    blocks: list[Block] = [
        bar(after=8),
        Heading(material.preparation.title, _scaled(_TITLE, scale), root.add("H1"), "agenda"),
        Text(material.charity, _scaled(_NAME, scale), root.add("P")),
    ]
    items = root.add("L")
    stretches = clock.stretches(agenda_of(material.preparation, material.pack))
    blocks += [_entry(each, material, times, items, scale) for each in stretches]
    blocks.append(Text(_("How each statement goes"), _scaled(_HOW, scale), root.add("H2")))
    steps = root.add("L")
    return [*blocks, *(_step(name, words, steps, scale) for name, words in _steps())]


def _entry(
    stretch: clock.Stretch, material: Material, times: Times, items: Element, scale: float
) -> Block:
    item = items.add("LI")
    begins = Text(clock.told(times, stretch.starts), _scaled(_TIME, scale), item.add("Lbl"))
    body = item.add("LBody")
    under = clock.lasting(stretch.minutes)
    if stretch.kind is AgendaKind.STATEMENT:
        asked = material.statements[stretch.first - 1 : stretch.last]
        under = _("{minutes}: {sections}").format(
            minutes=under, sections=", ".join(dict.fromkeys(each.section for each in asked))
        )
    words = Stack(
        [
            Text(stretch.title, _scaled(_PART, scale), body.add("P")),
            Text(under, _scaled(_UNDER, scale), body.add("P")),
        ]
    )
    return Stack(
        [Columns([begins, words], (26 * MM * scale, None))],
        whole=True,
        padding=Padding(top=7 * scale, bottom=7 * scale),
        ground=rule_above(LINE),
    )


def _steps() -> tuple[tuple[str, str], ...]:
    return (
        (_("Read"), _("in silence.")),
        (_("Vote"), _("everybody alone. “Don't know” is an honest answer.")),
        (_("Look"), _("at all the answers together. Nobody has to say which was theirs.")),
        (_("Talk"), _("in pairs, then all together. Vote again if it helps.")),
        (_("Decide"), _("move on, leave it for later, or do something about it.")),
    )


def _step(name: str, words: str, items: Element, scale: float) -> Block:
    item = items.add("LI")
    style = _scaled(_STEP, scale)
    label = Text(f"{name} ", replace(style, face=Face.BOLD), item.add("Lbl"))
    return Columns(
        [label, Text(words, style, item.add("LBody").add("P"))],
        (26 * MM * scale, None),
        whole=True,
    )


def _scaled(style: TextStyle, scale: float) -> TextStyle:
    return replace(style, size=style.size * scale, leading=style.leading * scale)
