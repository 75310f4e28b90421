"""A statement names the reports it rests on."""

from dataclasses import replace

from collabkit.assessments.citations import reports_behind
from collabkit.assessments.pack import Source
from collabkit.services.packs import builtin_pack

PACK = builtin_pack("five-themes")


def test_a_report_is_named_with_everything_that_is_known_of_it() -> None:
    """Title, authors, publisher and year, as far as the pack has them."""
    sources = (
        Source("One 2021", "The First", "A Publisher", 2021, "An Author"),
        Source("Two 2018", "The Second"),
    )
    item = replace(PACK.item("POW-1"), sources=("Two 2018, Page 3", "One 2021, Chapter 4"))
    assert reports_behind(item, replace(PACK, sources=sources)) == (
        "One 2021 is “The First”, An Author, A Publisher, 2021.",
        "Two 2018 is “The Second”.",
    )


def test_other_reports_of_the_pack_are_left_out() -> None:
    """Only what the statement rests on is named."""
    item = replace(PACK.item("POW-1"), sources=("Elsewhere 2020, Page 1",))
    assert reports_behind(item, PACK) == ()


def test_every_statement_of_the_pack_rests_on_a_report() -> None:
    """No passage has a short name that nobody explains."""
    assert all(reports_behind(item, PACK) for item in PACK.items)
