"""Sessions whose papers are drawn by tests: usual ones, long ones and strange ones."""

from dataclasses import replace
from datetime import date
from functools import cache

from collabkit.assessments.pack import Pack
from collabkit.reports.pdf.style import A4, LETTER, SheetSize
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.papers import room_papers
from collabkit.room.choices import can_be_voted_on
from collabkit.room.preparation import Preparation, Times
from collabkit.services.packs import builtin_pack

SIZES = {"a4": A4, "letter": LETTER}
PAPERS = tuple(paper.name for paper in room_papers(A4))
BALLOTS = {"3a Ballot 14 point": 14, "3b Ballot 18 point": 18, "3c Ballot 22 point": 22}


def session(
    pack_id: str,
    statements: int,
    *,
    people: int = 11,
    charity: str = "Sample Charity",
    title: str = "Away-day, June 2026",
    pack: Pack | None = None,
    begins: int | None = 600,
    minimum: int = 5,
) -> Material:
    """A session with statements from all over a pack."""
    pack = pack or builtin_pack(pack_id)
    ids = [item.id for item in pack.items if can_be_voted_on(pack, item)]
    chosen = ids[:: max(1, len(ids) // statements)][:statements]
    preparation = Preparation(
        title, tuple(chosen), people=people, minimum=minimum, times=Times(begins=begins)
    )
    return Material(preparation, pack, charity, date(2026, 6, 1))


def usual() -> Material:
    return session("five-themes", 12)


def two_forms() -> Material:
    return session("behaviours", 12)


def short_names() -> Material:
    return session("board-check", 20, people=200)


def one_statement() -> Material:
    return session("five-themes", 1, people=3, minimum=3, begins=None)


def longest() -> Material:
    """The statements with most words of all that a room can be asked, and long names."""
    pack = builtin_pack("behaviours")
    ids = [item.id for item in pack.items if can_be_voted_on(pack, item)]
    ids.sort(key=lambda item_id: -len(pack.item(item_id).statement))
    name = "Many words about nothing at all " * 4
    material = session("behaviours", 1, charity=name[:120], title=name[:120])
    return replace(material, preparation=replace(material.preparation, statements=tuple(ids[:14])))


def strange() -> Material:
    """Names of 120 characters with markup, Welsh and emoji."""
    title = "Diwrnod <i>i ffwrdd</i> & “Mehefin” \N{CLOUD WITH RAIN} " + "hir " * 30
    charity = "Gŵyl <b>y Tŷ</b> &amp; \N{PARTY POPPER} " + "Elusen " * 20
    return session("five-themes", 15, charity=charity[:120], title=title[:120])


def endless() -> Material:
    """A statement of somebody's own pack that is longer than a page of large print."""
    pack = builtin_pack("five-themes")
    section = pack.sections[0]
    item = replace(
        section.items[0],
        statement="We say much more than anybody wants to read. " * 12,
        levels=tuple(f"Level {n} is told in very many words. " * 8 for n in range(5)),
    )
    sections = (replace(section, items=(item, *section.items[1:])), *pack.sections[1:])
    return session("", 3, pack=replace(pack, sections=sections))


@cache
def drawn(example: str, paper: str, size: str = "a4") -> bytes:
    """One paper of an example."""
    material: Material = globals()[example]()
    sheet: SheetSize = SIZES[size]
    (found,) = [p for p in room_papers(sheet) if p.name.startswith(paper.split(" A3")[0])]
    return found.draw(material, sheet)
