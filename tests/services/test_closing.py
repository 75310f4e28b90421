"""Sheets that are closed stay closed."""

from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.closing import close_sheet, closed_sheets
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
