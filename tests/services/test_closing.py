"""Sheets that are closed stay closed."""

from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.closing import (
    SHOWN,
    batches_in,
    close_sheet,
    closed_sheets,
    shown_in,
    still_shown,
    with_batch,
)
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewPerson


def begin(services: Services) -> str:
    return services.assessments.start(
        services.charities.add("Sample Kitchen").id,
        builtin_pack("board-check"),
        selection=Selection.ALL,
        minimum=3,
        title="June",
        today=date(2026, 6, 1),
        people=[NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in (1, 2)],
    ).id


def test_a_closed_sheet_is_known_after_a_restart(tmp_path: Path) -> None:
    """One person's sheet, and only that one."""
    services = open_services(DataFolder(tmp_path))
    assessment_id = begin(services)
    first, _second = services.assessments.participants(assessment_id)
    assert closed_sheets(services, assessment_id) == frozenset()
    close_sheet(services, assessment_id, first.id)
    services.close()
    services = open_services(DataFolder(tmp_path))
    assert closed_sheets(services, assessment_id) == {first.id}
    services.close()


def test_who_came_into_the_picture_with_whom_is_kept() -> None:
    """Views by role count on it: batch by batch, in their order."""
    settled = {SHOWN: with_batch({}, {"b", "a"})}
    settled = {SHOWN: with_batch(settled, {"c"})}
    assert batches_in(settled) == (frozenset("ab"), frozenset("c"))
    assert shown_in(settled) == frozenset("abc")
    assert still_shown(settled, ["a", "c"]) == "a\n\nc"
    assert still_shown(settled, ["c"]) == "c"
    assert batches_in({}) == ()
