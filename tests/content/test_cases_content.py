"""The stories of both reports are complete and honest about what the reports do not say."""

import re
from dataclasses import fields
from operator import attrgetter

import pytest

from collabkit.library.case import Case, CaseBook
from collabkit.library.cases import builtin_cases
from collabkit.library.guidance import builtin_guidance
from collabkit.library.sources import builtin_sources

BOOK = builtin_cases()
STORIES = (*BOOK.cases, *BOOK.examples)

BY_THEME = {
    "POW": "R1 R2 R3 R4 R5 R6 R7 R8 B1 B2 B4 B6 B7 B8 B13 B14",
    "EMP": "R2 R3 R4 R8 B11 B14",
    "HON": "R1 R3 R5 R6 R8 B10",
    "COM": "R1 R4 R5 R6 R7 B1 B2 B3 B7 B9 B10 B11 B12 B14 B15",
    "IMP": "R2 R5 R6 R7 R8 B1 B3 B4 B5 B6 B7 B8 B9 B11 B12 B13 B15",
}
BY_SITUATION = {
    "small-and-asked": "R3 R4 R6 R8",
    "large-and-fair": "R1 R2 R3 R5 R8",
    "equals": "B4 B9 B10 B11 B13",
    "many-small": "R7 R8 B1 B2",
    "volunteer-run": "B1 B15",
    "short-of-time": "R8 B1 B14",
    "quick-result": "B9 B4",
    "led-by-people-served": "R3 R7",
    "partners-doubt-us": "R2 R5 R6",
    "who-leads": "R4 R5 R6 R7",
    "convincing-our-board": "R2 R6 B9 EX-7",
    "stepping-back": "EX-5 EX-6",
    "speaking-up": "R6 R7",
}


def texts_of(case: Case) -> list[str]:
    values = [getattr(case, field.name) for field in fields(case)]
    return [text for v in values for text in (v if isinstance(v, tuple) else [v])]


def ids_of(stories) -> list[str]:
    return [story.id for story in stories]


def test_eight_cases_fifteen_cases_and_nine_examples():
    """8 from RtR 2021, 15 from B&NES CYPN 2018, and the short examples."""
    rtr, bnes = [f"R{n}" for n in range(1, 9)], [f"B{n}" for n in range(1, 16)]
    assert ids_of(BOOK.cases) == rtr + bnes
    assert ids_of(BOOK.examples) == [f"EX-{n}" for n in range(1, 10)]
    assert {case.id for case in BOOK.cases if case.report == "RtR 2021"} == set(rtr)
    assert {case.year for case in BOOK.cases if case.id in bnes} == {2018}


def test_every_case_is_told_in_whole_sentences():
    """Nothing is empty, and what is told ends as sentences do."""
    for case in BOOK.cases:
        for part in (case.situation, case.challenge, case.helped, case.lesson):
            assert len(part) > 30, case.id
            assert part[0].isupper(), case.id
            assert part.endswith("."), case.id
    for example in BOOK.examples:
        assert example.text.endswith("."), example.id


def test_reports_of_stories_are_among_the_sources():
    """Each report is known, with the same year."""
    for story in STORIES:
        assert builtin_sources().report(story.report).year == story.year


@pytest.mark.parametrize(("theme", "expected"), BY_THEME.items())
def test_cases_by_theme(theme, expected):
    """The index by theme holds."""
    assert ids_of(BOOK.cases_with(theme=theme)) == expected.split()


@pytest.mark.parametrize(("key", "expected"), BY_SITUATION.items())
def test_stories_by_situation(key, expected):
    """The index by situation holds, in its order."""
    found = [*BOOK.cases_with(situation=key), *BOOK.examples_with(situation=key)]
    assert ids_of(found) == expected.split()
    assert BOOK.situation(key).stories == tuple(expected.split())


def test_there_are_no_other_situations():
    """13 situations, in the order in which they are offered."""
    assert [situation.key for situation in BOOK.situations] == list(BY_SITUATION)


def test_situations_lead_to_pages_that_exist():
    """Groups that volunteers run are shown their page."""
    pages = [page for situation in BOOK.situations for page in situation.pages]
    assert [builtin_guidance().page(key).key for key in pages] == ["volunteer-run"]


@pytest.mark.parametrize("part", ["theme", "kind", "role", "size"])
def test_every_case_is_reached_by_each_choice(part):
    """No choice is empty, and no case is left out by a whole list of choices."""
    choices = [choice.key for choice in attrgetter(f"{part}s")(BOOK)]
    found = [BOOK.cases_with(**{part: key}) for key in choices]
    assert all(found)
    assert {case.id for cases in found for case in cases} == {case.id for case in BOOK.cases}


def test_what_is_ours_is_said():
    """Lessons that no report states, in full or in half, carry a note."""
    whole = [c.id for c in BOOK.cases if "drew this lesson" in c.lesson_note]
    half = [c.id for c in BOOK.cases if "second half of this lesson" in c.lesson_note]
    assert whole == ["B3", "B5", "B6", "B15"]
    assert half == ["B9", "B13", "B14"]
    assert sum(bool(case.lesson_note) for case in BOOK.cases) == 7


def test_where_the_report_says_two_things_a_note_says_so():
    """The reader can tell a slip of ours from one of the report."""
    assert [case.id for case in BOOK.cases if case.notes] == ["B1", "B4", "B6", "B9", "B15"]


def test_silence_of_the_report_is_said():
    """Where it names no difficulties between partners, the challenge says that."""
    silent = [c.id for c in BOOK.cases if re.search("report (does not say|names no)", c.challenge)]
    assert silent == ["B2", "B3", "B6", "B11", "B12", "B13"]


@pytest.mark.parametrize(
    ("item_id", "cases", "examples"),
    [
        ("POW-5", ["R3", "B6"], ["EX-2", "EX-3"]),
        ("OPP-15", ["B1", "B4", "B7", "B9"], []),
        ("NEED-8", ["B1", "B14"], ["EX-9"]),
        ("BEH-3.7", [], ["EX-2"]),
        ("EMP-9", [], []),
    ],
)
def test_cases_for_a_statement(item_id, cases, examples):
    """A statement leads to the stories that illustrate it."""
    assert ids_of(BOOK.cases_for(item_id)) == cases
    assert ids_of(BOOK.examples_for(item_id)) == examples


def test_money_is_written_as_on_paper():
    """£8,500 and not 8,500 pounds; nothing is left over of another way of writing."""
    for story in STORIES:
        for text in texts_of(story):
            assert not re.search(r"\d pounds?\b|million pound|\*\*|`", str(text)), story.id


def test_book_says_that_facts_may_have_changed():
    """Stories are as old as their reports."""
    assert isinstance(BOOK, CaseBook)
    assert "may have changed" in BOOK.introduction
    assert BOOK.case("R1").as_described == "As described in the 2021 report."
    assert BOOK.example("EX-9").as_described == "As described in the 2018 report."
    assert BOOK.case("B3").source == "B&NES CYPN 2018, Appendix: case study 3"
