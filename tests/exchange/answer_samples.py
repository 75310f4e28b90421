"""A sheet that is handed out, and the same one filled in, for the tests of answer files."""

from dataclasses import replace
from datetime import date
from functools import cache

from collabkit.assessments.arrival import Route
from collabkit.assessments.pack import Pack, Respondent
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assets import resource
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.exchange.answers.returned import ReturnedSheet

ROLES = tuple(Respondent)


@cache
def source() -> bytes:
    """The shortest questionnaire with levels that comes with the program."""
    return resource("packs", "board-check.toml").read_bytes()


@cache
def pack() -> Pack:
    """The same, read."""
    return parse_pack(source(), "board-check.toml")


def handed_out(**changes: object) -> HandedOut:
    """A sheet of a board with three statements."""
    sheet = HandedOut(
        assessment="an-assessment",
        sheet="K7P3MX",
        title="June 2026",
        charity="Sample Charity",
        pack=pack(),
        source=source(),
        is_volunteer_run=False,
        asked=("BRD-1", "BRD-2", "BRD-3"),
        optional=frozenset({"BRD-3"}),
        minimum=5,
        is_open=False,
        role=None,
        roles=ROLES,
        made_on=date(2026, 6, 1),
    )
    return replace(sheet, **changes)  # type: ignore[arg-type]


def returned(**changes: object) -> ReturnedSheet:
    """The sheet with two answers and a note."""
    sheet = ReturnedSheet(
        route=Route.ANSWER_FILE,
        assessment="an-assessment",
        sheet="K7P3MX",
        pack_id=pack().id,
        pack_version=pack().version,
        wording=pack().digest,
        role=Respondent.TRUSTEE,
        answers={"BRD-1": "4", "BRD-2": "dk"},
        notes={"BRD-1": "A note with ŵ, “marks” and\na second line"},
        name="Blue",
    )
    return replace(sheet, **changes)  # type: ignore[arg-type]
