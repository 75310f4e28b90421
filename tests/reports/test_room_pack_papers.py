"""What stands on slips, cards, tally sheets, the agenda, the script and the list of copies."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import room_pack_examples
from external_tools import run_tool
from pdf_reading import Tag, open_pdf, tags_of
from room_pack_examples import PAPERS, SIZES, drawn, session

import collabkit
from collabkit.reports.pdf.blocks import Picture
from collabkit.reports.pdf.layout import stack_height
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.papers import room_papers
from collabkit.reports.room_pack.print_list import print_list
from collabkit.reports.room_pack.script import script
from collabkit.reports.room_pack.script_statement import statement_pages
from collabkit.reports.room_pack.slips import slips, slips_needed
from collabkit.reports.room_pack.table_cards import table_cards
from collabkit.reports.room_pack.wall_agenda import wall_agenda
from collabkit.room.agenda import agenda_of
from collabkit.room.naming import statement_name
from collabkit.room.promise import promise_lines
from collabkit.room.ways import Way

WORKSHOP = Path(collabkit.__file__).parent / "ui" / "workshop"


def words(tags: Tag) -> str:
    return re.sub(r"\s+", " ", tags.full_text())


def with_ways(*ways: Way) -> Material:
    material = session("five-themes", 3)
    return replace(material, preparation=replace(material.preparation, ways=frozenset(ways)))


@pytest.mark.parametrize("paper", [p for p in PAPERS if not p.startswith("4")])
def test_what_is_printed_to_practise_with_says_so(paper: str, tmp_path: Path) -> None:
    """On every paper that could be taken for a real one; a slip says nothing of anything."""
    material = replace(session("five-themes", 1), is_practice=True)
    (found,) = [each for each in room_papers(A4) if each.name == paper]
    text = run_tool(tmp_path, found.draw(material, A4), "pdftotext", after=("-",))
    assert "Practice" in text
    assert "Practice" not in run_tool(
        tmp_path, drawn("one_statement", paper), "pdftotext", after=("-",)
    )


@pytest.mark.parametrize(
    ("people", "needed"), [(3, 4), (5, 7), (10, 13), (11, 15), (20, 26), (200, 260)]
)
def test_there_are_three_slips_in_ten_to_spare(people: int, needed: int) -> None:
    """Rounded up; and a page that is begun is filled."""
    assert slips_needed(people) == needed
    tags = tags_of(slips(session("board-check", 1, people=people, minimum=3), A4))
    found = len(tags.named("Sect"))
    assert found >= needed
    assert found % 18 == 0
    assert found - needed < 18


def test_a_slip_says_what_can_be_written_on_it_and_nothing_else() -> None:
    """All slips are alike: no code, no name, no number by which one could be known."""
    texts = {words(each) for each in tags_of(drawn("usual", "4 Slips")).named("Sect")}
    assert texts == {"My answer: 1–5 Not yet … How we work 0 Don't know N Does not apply to us"}


def test_a_slip_for_statements_of_several_kinds_names_no_level() -> None:
    """What a number means stands on the card, as it differs from statement to statement."""
    texts = {words(each) for each in tags_of(drawn("two_forms", "4 Slips")).named("Sect")}
    assert texts == {"My answer: 1–5 see the table card 0 Don't know N Does not apply to us"}


def test_there_is_a_card_for_each_way_of_answering() -> None:
    """Each on a page of its own, with every number and name."""
    data = drawn("two_forms", "5 Table cards")
    cards = tags_of(data).named("Sect")
    forms = session("behaviours", 12).by_form
    with open_pdf(data) as pdf:
        assert len(pdf.pages) == len(cards) == len(forms) == 2
    for card, asked in zip(cards, forms, strict=True):
        assert asked.form.prompt in words(card)
        assert [f.alt for f in card.named("Figure")] == [c.mark for c in asked.choices]
        assert [b.full_text() for b in card.named("LBody")] == [c.name for c in asked.choices]


def test_a_card_with_long_words_still_fits_on_its_half() -> None:
    """Type shrinks until the folded card holds it."""
    material = session("five-themes", 1)
    form = replace(material.pack.forms[0], prompt="How is it, and how was it before? " * 12)
    pack = replace(material.pack, forms=(form, *material.pack.forms[1:]))
    with open_pdf(table_cards(replace(material, pack=pack), A4)) as pdf:
        assert len(pdf.pages) == 1


def test_the_tally_sheet_has_a_row_a_statement_and_a_column_an_answer() -> None:
    """And blank rows for second votes."""
    first, again = tags_of(drawn("usual", "6 Tally sheet A3")).named("Table")
    material = room_pack_examples.usual()
    head = [cell.text for cell in first.inside[0].inside]
    assert head[1:8] == [f"{c.mark} {c.name}" for c in material.statements[0].choices]
    assert [row.inside[0].text for row in first.inside[1:]] == [
        f"{each.number}. {each.item.statement}" for each in material.statements
    ]
    assert len(again.inside) > 4
    assert not any(cell.text for row in again.inside[1:] for cell in row.inside)


def test_where_answers_differ_each_row_says_what_its_ends_are() -> None:
    """The head has the numbers alone."""
    table = tags_of(drawn("two_forms", "6 Tally sheet A3")).named("Table")[0]
    assert [cell.text for cell in table.inside[0].inside][1:6] == ["1", "2", "3", "4", "5"]
    for row, asked in zip(table.inside[1:], session("behaviours", 12).statements, strict=True):
        assert f"5 {asked.levels[-1].name}" in row.inside[0].text


@pytest.mark.parametrize("example", ["usual", "strange", "one_statement", "longest"])
def test_the_agenda_is_one_page(example: str) -> None:
    """It hangs on the wall."""
    with open_pdf(drawn(example, "2 Agenda", "letter")) as pdf:
        assert len(pdf.pages) == 1


def test_the_agenda_goes_by_the_clock_if_the_beginning_is_settled() -> None:
    """Otherwise it counts from the beginning."""
    material = session("five-themes", 12, begins=9 * 60 + 30)
    times = [e.full_text() for e in tags_of(wall_agenda(material, A4)).named("Lbl")]
    assert times[:2] == ["09:30", "09:40"]
    material = session("five-themes", 12, begins=None)
    times = [e.full_text() for e in tags_of(wall_agenda(material, A4)).named("Lbl")]
    assert times[:2] == ["0:00", "0:10"]


def test_a_session_over_midnight_has_real_times() -> None:
    """There is no 24:15."""
    material = session("five-themes", 12, begins=23 * 60)
    found = words(tags_of(script(material, A4)))
    assert "01:53" in found
    assert not re.search(r"\b2[4-9]:\d\d", found)


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("example", ["usual", "two_forms"])
def test_the_script_has_a_page_for_each_statement(example: str, size: str) -> None:
    """With its words, its time and all that is said from reading to deciding."""
    material: Material = getattr(room_pack_examples, example)()
    tags = tags_of(drawn(example, "1 Facilitator script", size))
    pages = [each for each in tags.named("Sect") if each.named("H2")][: len(material.statements)]
    for page, asked in zip(pages, material.statements, strict=True):
        assert len({number for tag in page.walk() for number in tag.pages}) == 1
        assert page.named("H2")[0].text.strip() == asked.item.statement
        assert [tag.text.strip() for tag in page.named("H3")] == [
            "Read", "Vote", "Close", "Show", "Talk", "Decide", "Notes",
        ]  # fmt: skip
        assert all(level.name in words(page) for level in asked.levels)


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("example", ["usual", "two_forms", "short_names", "longest"])
def test_every_statement_of_the_script_has_lines_for_notes(example: str, size: str) -> None:
    """Also the one with most words: at least two lines across the foot of its page."""
    material: Material = getattr(room_pack_examples, example)()
    agenda = agenda_of(material.preparation, material.pack)
    pages = statement_pages(material, agenda, SIZES[size], Element("Document"))
    for page in pages:
        lines = [block for block in page if isinstance(block, Picture)]
        assert len(lines) >= 2
        assert stack_height(page, SIZES[size].content_width) <= SIZES[size].content_height


def test_the_script_has_a_page_for_the_break() -> None:
    """With when it is, and what is easily forgotten in it; no break, no page."""
    found = words(tags_of(drawn("usual", "1 Facilitator script")))
    assert "Break 11:07–11:22" in found
    assert "We go on at 11:22." in found
    assert "We go on at" not in words(tags_of(drawn("one_statement", "1 Facilitator script")))


def test_the_script_calls_statements_as_the_wall_does() -> None:
    """By theme and first words in the list of the day; no title that stands nowhere else."""
    material = room_pack_examples.usual()
    for paper in ("1 Facilitator script", "7 Results by hand"):
        found = words(tags_of(drawn("usual", paper)))
        for asked in material.statements:
            name = statement_name(asked.item, material.pack)
            assert f"{asked.number}. {name}" in found


def test_the_script_names_the_buttons_as_the_console_does() -> None:
    """Whatever stands in quotation marks under a step is on the screen, word for word."""
    sources = "".join(path.read_text(encoding="utf-8") for path in WORKSHOP.rglob("*.py"))
    tags = tags_of(drawn("usual", "1 Facilitator script"))
    quoted = {tag.text.strip() for tag in tags.named("P") if re.fullmatch("“[^”]+” ?", tag.text)}
    buttons = {text.strip("“”") for text in quoted}
    assert {"Open the vote", "Show the answers", "Take a break", "End the session"} <= buttons
    assert [button for button in buttons if f'_("{button}' not in sources] == []


def test_the_script_asks_for_care_with_slips_and_sheets() -> None:
    """Slips are keyed in before a vote is closed, so nobody can promise to look at none."""
    slips_only = words(tags_of(script(with_ways(Way.SLIPS), A4)))
    assert "Whoever keys the slips in looks at each only to press its number." in slips_only
    assert "Look at no slip" not in slips_only
    hands_only = words(tags_of(script(with_ways(Way.HANDS), A4)))
    assert "keys the slips in" not in hands_only
    sheets_only = words(tags_of(script(with_ways(Way.SHEETS), A4)))
    assert "Whoever does it reads them; keep to yourselves what they say." in sheets_only


def test_the_script_has_words_for_every_way_that_is_ticked() -> None:
    """Slips, raised hands and sheets are all there at first."""
    found = words(tags_of(drawn("usual", "1 Facilitator script")))
    for there in ("Write one number on a slip", "by raised hands: name", "handed in a sheet"):
        assert found.count(there) == 12


def test_the_script_has_the_promise_and_the_agenda() -> None:
    """The promise word for word, to be read aloud, and every entry with its minutes."""
    material = room_pack_examples.usual()
    tags = tags_of(drawn("usual", "1 Facilitator script"))
    for line in promise_lines(material.preparation):
        assert line in words(tags)
    rows = tags.named("Table")[0].inside[1:]
    entries = agenda_of(material.preparation, material.pack).entries
    assert [row.inside[2].text for row in rows[:-1]] == [str(e.minutes) for e in entries]


def test_the_script_says_what_to_do_when() -> None:
    """What goes wrong most often has its lines."""
    headings = [t.text.strip() for t in tags_of(drawn("usual", "1 Facilitator script")).named("H3")]
    assert {"Too few people", "The laptop fails", "Somebody comes late", "Many don't know"} <= set(
        headings
    )


def test_a_session_that_is_too_long_is_called_so() -> None:
    """On the first page of the script."""
    found = words(tags_of(drawn("strange", "1 Facilitator script")))
    assert "longer than the time you have" in found


@pytest.mark.parametrize(
    ("way", "there", "not_there"),
    [
        (Way.SLIPS, "Write one number on a slip", "raise your hand"),
        (Way.HANDS, "raise your hand", "Write one number on a slip"),
        (Way.SHEETS, "Your sheets have answered", "raise your hand"),
    ],
)
def test_the_script_speaks_of_the_ways_that_were_chosen(
    way: Way, there: str, not_there: str
) -> None:
    """And of no others."""
    found = words(tags_of(script(with_ways(way), A4)))
    assert there in found
    assert not_there not in found


def test_the_list_says_how_many_copies_are_needed() -> None:
    """Ballots and slips only where they are used; with spares."""
    copies = {
        row.inside[0].text: row.inside[1].text
        for row in tags_of(drawn("usual", "0 What to print")).named("TR")
    }
    assert copies["3 Ballots"] == "13 in all"
    assert copies["4 Slips"] == "15"
    assert copies["5 Table cards"] == "4"
    rows = tags_of(print_list(with_ways(Way.HANDS), A4)).named("TR")
    copies = {row.inside[0].text: row.inside[1].text for row in rows}
    assert copies["3 Ballots"] == "none"
    assert copies["4 Slips"] == "2"
