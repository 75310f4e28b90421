"""Assessments to be exported: from answers, with any pack, with what people might really type."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from collabkit.assessments.assessment import Assessment, Participant, Party, Response, Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.answered import Sheet as Filled
from collabkit.assessments.outcomes.blocks import Part
from collabkit.assessments.outcomes.work_out import Told, tell
from collabkit.assessments.pack import ActionKind, Pack, Respondent
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status
from collabkit.reports.contents.described import Described
from collabkit.reports.contents.room import InTheRoom
from collabkit.reports.data.export import export_json
from collabkit.reports.tables.plan_tables import plan_tables
from collabkit.reports.tables.workbook import Cell, Column, Sheet, Workbook
from collabkit.services.measuring import measured, needed_for, together
from collabkit.services.packs import builtin_pack
from collabkit.services.scoring import Circumstances, score_answers

TODAY = date(2026, 11, 22)
ANSWERS = Path(__file__).parents[1] / "fixtures" / "answers"
PACKS = Path(__file__).parents[1] / "fixtures" / "packs"

# Every way in which people's text can begin that some program takes for something else.
_SIGNS = ("=", "+", "-", "@", "'", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠", '"=', ";=")
_GOING_ON = (
    "1+1",
    "44 20 7946 0018",
    "SUM(A1:A9)",
    "cmd|' /C calc'!A0",
    'HYPERLINK("https://example.org","here")',
    "IMPORTXML(CONCAT(A1),'//a')",
    'DDE("a";"b")',
    "A1",
)
NASTY = tuple(f"{sign}{rest}" for sign in _SIGNS for rest in _GOING_ON)


@cache
def fixture_pack(name: str) -> Pack:
    """One of the small packs of the tests."""
    return read_pack(PACKS / f"{name}.toml")


@dataclass(frozen=True)
class Occasion:
    """One assessment as it is handed to every export."""

    described: Described
    told: Told
    beside: tuple[Part, ...] = ()

    def tables(self, beside: tuple[Part, ...] | None = None, **changes: Any) -> Workbook:
        described = replace(self.described, **changes)
        return plan_tables(described, self.told.parts, self.beside if beside is None else beside)

    def json(self, *, volunteer_run: bool = False, **changes: Any) -> bytes:
        described = replace(self.described, **changes)
        return export_json(described, self.told.data, volunteer_run=volunteer_run)


def occasion(
    pack: Pack,
    sheets: Sequence[Mapping[str, str]],
    *,
    minimum: int = 5,
    notes: Sequence[Mapping[str, str]] = (),
    actions: Sequence[PlanAction] = (),
    room: InTheRoom | None = None,
    with_notes: bool = True,
    roles: Sequence[Respondent] = (),
    charity: str = "Sample Charity",
    parties: Sequence[Party] = (),
    sides: Sequence[tuple[str | None, str | None]] = (),
    settled: Mapping[str, str] = MappingProxyType({}),
) -> Occasion:
    """People's answers by statement, a sheet each; ``sides`` for and about whom each of them is."""
    notes = notes or [{}] * len(sheets)
    sides = sides or [(None, None)] * len(sheets)
    responses = [
        Response(f"id-of-{person}", item_id, code, note=noted.get(item_id, ""))
        for person, (sheet, noted) in enumerate(zip(sheets, notes, strict=True))
        for item_id, code in sheet.items()
    ]
    asked = tuple(item.id for item in pack.items if not item.marks.get("private"))
    needed = needed_for(pack, minimum, settled, len(sheets))
    results = measured(
        pack,
        [(r.item_id, r.answer) for r in responses if r.answer],
        asked=asked,
        minimum=needed,
        respondents=len({r.participant_id for r in responses}),
        selection=Selection.ALL,
    )
    assessment = _assessment(pack, asked, minimum)
    people = _people(assessment, len(sheets), roles)
    answered = together(
        Answered(
            pack=pack,
            asked=asked,
            minimum=needed,
            results=results,
            today=TODAY,
            sheets=tuple(
                Filled(person.id, person.pseudonym, person.role, sheet, noted, party, about)
                for person, sheet, noted, (party, about) in zip(
                    people, sheets, notes, sides, strict=True
                )
            ),
            parties=tuple(parties),
            settled=settled,
        )
    )
    return Occasion(
        Described(
            pack=pack,
            results=answered.results,
            plan=Plan(assessment.id, tuple(actions)),
            charity=Charity("c1", charity),
            assessment=assessment,
            participants=people,
            responses=responses,
            today=TODAY,
            with_notes=with_notes,
            room=room,
        ),
        tell(answered),
    )


def from_file(pack_id: str, name: str, minimum: int, **about: Any) -> Occasion:
    """A file of answers with a pack that comes with the program."""
    pack = builtin_pack(pack_id)
    scored = score_answers(
        pack,
        (ANSWERS / name).read_bytes(),
        name,
        Selection.ALL,
        minimum,
        Circumstances(today=TODAY, **about),
    )
    answered = scored.answered
    assessment = _assessment(pack, tuple(answered.asked), minimum)
    return Occasion(
        Described(
            pack=pack,
            results=scored.results,
            plan=Plan(assessment.id, every_action()),
            charity=Charity("c1", "Sample Charity", is_sample=True),
            assessment=assessment,
            participants=[
                Participant(sheet.id, assessment.id, sheet.name, sheet.role)
                for sheet in answered.sheets
            ],
            responses=[
                Response(sheet.id, item_id, code, note=sheet.notes.get(item_id, ""))
                for sheet in answered.sheets
                for item_id, code in sheet.answers.items()
            ],
            today=TODAY,
            with_notes=True,
            room=None,
        ),
        tell(answered),
    )


def from_sample(pack_id: str) -> Occasion:
    """The sample of a pack that comes with the program, with its organisations."""
    pack = builtin_pack(pack_id)
    data = tomllib.loads(resource("sample", f"{pack_id}.toml").read_text(encoding="utf-8"))
    parties = tuple(
        Party(
            entry["id"],
            "assessment-1",
            entry["name"],
            entry.get("is_own", False),
            entry.get("is_lead", False),
        )
        for entry in data.get("party", [])
    )
    entries = data["sheet"]
    return occasion(
        pack,
        [sheet.get("answers", {}) for sheet in entries],
        minimum=data["minimum"],
        notes=[sheet.get("notes", {}) for sheet in entries],
        parties=parties,
        sides=[(sheet.get("party"), sheet.get("about")) for sheet in entries],
        settled=data.get("settled", {}),
    )


def own_view_file() -> tuple[str, bytes]:
    name = "partners-view-own.csv"
    return name, (ANSWERS / name).read_bytes()


def every_action() -> tuple[PlanAction, ...]:
    """One action with everything that can be said of one, and one with next to nothing."""
    return (
        PlanAction("a1", "Park it.", ActionKind.INFLUENCE),
        PlanAction(
            id="a2",
            text="Ask three partners.",
            kind=ActionKind.QUICK_WIN,
            slot=Slot.NOW,
            idea_id="HON-1-A1",
            item_id="HON-1",
            why="Nobody asks.",
            owner="The chair",
            first_step="Telephone.",
            due=date(2026, 12, 20),
            status=Status.DROPPED,
            how_we_will_know="We know.",
            also=("POW-1",),
            review=date(2027, 1, 31),
            dropped_because="It was done already.",
            learned="Ask first.",
            carried_from="a0",
            progress=(ProgressNote(date(2026, 11, 1), "Two asked."),),
        ),
    )


def one_sheet(*rows: tuple[Cell, ...], columns: Sequence[Column] = ()) -> Workbook:
    """A workbook with one sheet."""
    wanted = tuple(columns) or tuple(Column(f"C{n}") for n in range(len(rows[0])))
    sheet = Sheet("Sheet", "All of it", wanted, rows)
    return Workbook("A title", "Sample Charity", "22 November 2026", TODAY, (sheet,))


def renamed(workbook: Workbook, *names: str) -> Workbook:
    """The same sheet several times under other names."""
    sheet = workbook.sheets[0]
    return replace(workbook, sheets=tuple(replace(sheet, name=name) for name in names))


def sheet_of(workbook: Workbook, name: str) -> Sheet:
    return next(sheet for sheet in workbook.sheets if sheet.name == name)


def by_first(sheet: Sheet) -> dict[Cell, dict[str, Cell]]:
    """The rows by their first cell, each by the heads of its columns."""
    heads = [column.head for column in sheet.columns]
    return {row[0]: dict(zip(heads, row, strict=True)) for row in sheet.rows}


def _assessment(pack: Pack, asked: tuple[str, ...], minimum: int) -> Assessment:
    return Assessment(
        id="assessment-1",
        charity_id="c1",
        title="Away-day, June 2026",
        pack_id=pack.id,
        pack_version=pack.version,
        pack_digest=pack.digest,
        selection=Selection.ALL,
        asked=asked,
        minimum=minimum,
        started=date(2026, 6, 1),
        finished=date(2026, 6, 14),
    )


def _people(
    assessment: Assessment, number: int, roles: Sequence[Respondent]
) -> tuple[Participant, ...]:
    wanted = [*roles, *[Respondent.TRUSTEE] * number][:number]
    return tuple(
        Participant(f"id-of-{person}", assessment.id, f"Name of {person}", role)
        for person, role in enumerate(wanted)
    )
