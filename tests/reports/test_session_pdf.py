"""A session on paper: the report and the page for the minutes."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import session_examples as examples
from external_tools import run_tool
from pdf_reading import open_pdf, tags_of

from collabkit.reports.checks import check_pdf
from collabkit.reports.pdf.session import render_session
from collabkit.reports.pdf.session_minutes import render_minutes
from collabkit.reports.pdf.style import A4, FOOTER_BASELINE, LETTER, MARGIN, SheetSize

SIZES = [pytest.param(A4, id="a4"), pytest.param(LETTER, id="letter")]
ALL = ("away_day", "long_day", "too_few", "long_texts", "hall")
_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
_SLACK = 1.0  # points: letters reach a little out of their own boxes

Draw = Callable[[str, SheetSize], bytes]


@cache
def report(name: str, size: SheetSize = A4) -> bytes:
    return render_session(examples.report_of(getattr(examples, name)()), size)


@cache
def minutes(name: str, size: SheetSize = A4) -> bytes:
    return render_minutes(examples.minutes_of(getattr(examples, name)()), size)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("draw", [report, minutes])
def test_the_file_passes_our_check_and_that_of_qpdf(draw: Draw, name: str, tmp_path: Path) -> None:
    """Whole, tagged, in a language, with every font inside."""
    (tmp_path / "session.pdf").write_bytes(draw(name, A4))
    assert check_pdf(tmp_path / "session.pdf") >= 1
    assert "No syntax or stream encoding errors" in run_tool(
        tmp_path, draw(name, A4), "qpdf", "--check"
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ALL)
def test_minutes_are_exactly_one_page(name: str, size: SheetSize) -> None:
    """However much is written."""
    with open_pdf(minutes(name, size)) as pdf:
        assert len(pdf.pages) == 1


def test_minutes_that_were_shortened_lead_to_the_report() -> None:
    """And say how much more there is; those that need not be say nothing of the kind."""
    long, usual = (tags_of(minutes(name)).full_text() for name in ("long_texts", "away_day"))
    assert "Shortened to fit on one page." in long
    assert "more parked actions." in long
    assert "…" in long
    assert "Shortened" not in usual
    assert "The full report has every statement" in usual


def test_minutes_shorten_no_more_than_they_must() -> None:
    """Fifteen statements, three actions and one parked fit as they are."""
    text = tags_of(minutes("long_day")).full_text()
    assert "Shortened" not in text
    assert text.count("Together") == len(examples.MANY)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["long_day", "long_texts", "hall"])
@pytest.mark.parametrize("draw", [report, minutes])
def test_every_word_stands_inside_the_margins(
    draw: Draw, name: str, size: SheetSize, tmp_path: Path
) -> None:
    """Only the footer stands in the lower margin, and nothing runs into it."""
    found = run_tool(tmp_path, draw(name, size), "pdftotext", "-bbox", after=("-",))
    words = [tuple(map(float, edges)) for *edges, _word in _WORD.findall(found)]
    footer = size.height - FOOTER_BASELINE - 12
    lowest = size.height - MARGIN + 4  # what hangs below the last line
    assert len(words) > 40
    assert [
        edges
        for edges in words
        if edges[0] < MARGIN - _SLACK
        or edges[2] > size.width - MARGIN + _SLACK
        or (edges[3] > lowest and edges[1] < footer)
        or edges[3] > size.height - FOOTER_BASELINE + 4
    ] == []


@pytest.mark.parametrize("draw", [render_session, render_minutes])
def test_practice_is_said_on_every_page(draw: Callable[..., bytes], tmp_path: Path) -> None:
    """In the head of each page, and never where people really voted."""
    describe = examples.report_of if draw is render_session else examples.minutes_of
    practised = draw(describe(examples.away_day(), is_practice=True))
    pages = run_tool(tmp_path, practised, "pdftotext", after=("-",)).split("\f")[:-1]
    assert pages
    assert all("Practice" in page for page in pages)
    real = run_tool(tmp_path, draw(describe(examples.away_day())), "pdftotext", after=("-",))
    assert "Practice" not in real


def test_the_foot_of_every_page_says_whose_when_and_which(tmp_path: Path) -> None:
    """Charity, the day of the session, page x of y."""
    text = run_tool(tmp_path, report("away_day"), "pdftotext", "-layout", after=("-",))
    pages = text.split("\f")[:-1]
    for number, page in enumerate(pages, start=1):
        foot = page.strip().splitlines()[-1]
        assert foot.startswith("Sample Charity")
        assert foot.endswith(f"20 November 2026 Page {number} of {len(pages)}") or re.search(
            rf"20 November 2026\s+Page {number} of {len(pages)}$", foot
        )


@pytest.mark.parametrize("draw", [report, minutes])
def test_parked_statements_and_the_day_of_the_review_are_on_paper(draw: Draw) -> None:
    """Parked statements stand under what is parked, and the line has its words."""
    text = " ".join(tags_of(draw("away_day", A4)).full_text().split())
    assert "We look at it again on:" in text
    assert "arked for another time" in text
    assert "Honesty: We ask partners what it is like to work with us." in text


def test_statements_alone_are_parked_for_later_too() -> None:
    """Without a parked action the part has its title from them, and is among the contents."""
    meeting = examples.away_day()
    meeting = replace(meeting, actions=tuple(a for a in meeting.actions if a.is_now))
    tags = tags_of(render_session(examples.report_of(meeting)))
    assert [tag.text for tag in tags.named("H2")].count("Parked for later") == 1
    assert "Statements parked for another time" in [tag.text for tag in tags.named("H3")]


def test_two_votes_stand_side_by_side(tmp_path: Path) -> None:
    """Their titles are on one line, the first on the left."""
    found = run_tool(tmp_path, report("away_day"), "pdftotext", "-bbox", after=("-",))
    words = [(float(x), float(y), word) for x, y, _r, _b, word in _WORD.findall(found)]
    first = next((x, y) for x, y, word in words if word == "First" and x < 70)
    second = next((x, y) for x, y, word in words if word == "Second")
    assert first[1] == second[1]
    assert first[0] < second[0]


def test_pictures_are_told_in_words() -> None:
    """Each strip of dots says its counts to whoever cannot see it."""
    figures = [tag.alt for tag in tags_of(report("long_day")).named("Figure")]
    dots = [alt for alt in figures if alt.startswith("Dots: ")]
    assert len(dots) == 2 * len(examples.MANY)
    assert dots[0] == (
        "Dots: 1 Not yet 2; 2 Starting 3; 3 Patchy 3; 4 Regular practice 5; 5 How we work 2."
    )


def test_both_papers_say_the_same() -> None:
    """A4 and Letter differ in page numbers alone."""
    texts = [
        re.sub(r"\d+", "", tags_of(report("away_day", size)).full_text()) for size in (A4, LETTER)
    ]
    assert texts[0] == texts[1]


def test_equal_sessions_give_equal_bytes() -> None:
    """Nothing depends on the clock or on what was drawn in between."""
    again = render_session(examples.report_of(examples.away_day()))
    assert again == report("away_day")


def test_the_page_for_the_wall_stands_alone() -> None:
    """What is done now is on one page, and nothing else is."""
    tags = tags_of(report("away_day"))
    cards = next(each for each in tags.named("L") if each.named("Figure"))
    (page,) = {page for tag in cards.walk() for page in tag.pages}
    headings = [tag.text for tag in tags.named("H2") if page in tag.pages]
    assert headings == ["What we will do now"]


def test_people_may_write_anything() -> None:
    """Markup and foreign letters stay what they are, and boxes are explained."""
    name = "Tŷ <b>Gŵyl</b> 🌹 & friends"
    text = tags_of(render_session(examples.report_of(examples.away_day(), name=name))).full_text()
    assert name in text
    assert "drawn as boxes" in text
