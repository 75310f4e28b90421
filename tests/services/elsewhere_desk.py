"""Sheets that go out and come back, for the tests of services: other laptops, other people."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from beginnings import start

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.pack import Respondent
from collabkit.exchange.answers.answer_file import answer_bytes
from collabkit.exchange.answers.codes import new_code
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.services import Services
from collabkit.services.company import Company, companies_of
from collabkit.services.handing_out import HandingOutService
from collabkit.services.invited import InvitedService
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewParty, NewPerson
from collabkit.services.return_preview import PreviewedSheet, ReturnPreview, Taken, Verdict
from collabkit.services.returns import File, ReturnService

DAY = date(2026, 11, 23)
BOARD = ("BRD-1", "BRD-2", "BRD-3", "BRD-4")
ONE_ANSWER = {"BRD-1": "4"}


def handing_out(services: Services) -> HandingOutService:
    return HandingOutService(services.store, services.packs, services.folder)


def invited(services: Services) -> InvitedService:
    return InvitedService(services.store, services.packs, services.folder)


def returns(services: Services) -> ReturnService:
    return ReturnService(services.store, services.packs)


def board(services: Services, **other: Any) -> Assessment:
    """Start an assessment of a board, which nobody has answered yet, with four statements."""
    options = {
        "people": [],
        "minimum": 5,
        "selection": Selection.OWN_CHOICE,
        "asked": BOARD,
        "title": "June",
    }
    return start(services, "board-check", **(options | other))


def partners(services: Services, **other: Any) -> Assessment:
    """Start a health check of three organisations."""
    options = {
        "people": [],
        "minimum": 5,
        "parties": [
            NewParty("Sample Charity", is_own=True),
            NewParty("Sample Partner"),
            NewParty("Another Partner"),
        ],
    }
    return start(services, "health-check", **(options | other))


def views(services: Services) -> Assessment:
    """Start a power inventory of three organisations, each with a sheet about every one."""
    names = ("Sample Charity", "Sample Partner", "Another Partner")
    return start(
        services,
        "power-inventory",
        minimum=1,
        parties=[NewParty(name, is_own=not n) for n, name in enumerate(names)],
        people=[
            NewPerson(f"Agreed view of {name}", Respondent.PARTNER, speaker, about)
            for speaker, name in enumerate(names)
            for about in range(3)
        ],
    )


def of_several(services: Services, pack_id: str) -> tuple[Assessment, dict[str, str]]:
    """Start an assessment of several with any questionnaire; and for whom a sheet is made."""
    companies = companies_of(builtin_pack(pack_id))
    company = next(company for company in companies if company is not Company.ALONE)
    if company is Company.VIEWS:
        assessment = views(services)
    elif company is Company.PARTNERS:
        assessment = partners(services)
    elif company.has_parties:
        names = ("Sample Charity", "Sample Partner")
        assessment = start(
            services,
            pack_id,
            parties=[NewParty(name, is_own=not n) for n, name in enumerate(names)],
            people=[NewPerson(name, Respondent.PARTNER, n) for n, name in enumerate(names)],
        )
    else:
        people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in (1, 2)]
        minimum = 5 if company.has_secrets else 1
        assessment = start(services, pack_id, people=people, minimum=minimum)
    parties = [party.id for party in services.assessments.parties(assessment.id)]
    side = {"party_id": parties[1]} if parties else {}
    if company is Company.VIEWS:
        side["about_id"] = parties[2]
    return assessment, side


def sheet(assessment: Assessment, **changes: Any) -> ReturnedSheet:
    """A sheet of ``assessment`` as it comes back in an answer file, with a code of its own."""
    made = ReturnedSheet(
        route=Route.ANSWER_FILE,
        assessment=assessment.id,
        sheet=new_code(),
        pack_id=assessment.pack_id,
        pack_version=assessment.pack_version,
        wording=assessment.pack_digest,
        role=Respondent.TRUSTEE,
        answers=ONE_ANSWER,
    )
    return replace(made, **changes)


def file(sheet: ReturnedSheet, name: str = "sheet.collabkit-answers") -> File:
    return name, answer_bytes(sheet)


def table(*people: tuple[str, Mapping[str, str]], role: str = "trustee") -> File:
    """A table with the answers of people."""
    rows = [f"{n},{role},{i},{a}" for n, answers in people for i, a in answers.items()]
    return "answers.csv", "\n".join(["respondent,role,item,answer", *rows]).encode()


def look(services: Services, assessment: Assessment, *files: File, **other: Any) -> ReturnPreview:
    return returns(services).preview(assessment.id, files, **other)


def look_at_one(services: Services, assessment: Assessment, each: File) -> PreviewedSheet:
    (only,) = look(services, assessment, each).sheets
    return only


def verdicts(preview: ReturnPreview) -> list[Verdict]:
    return [each.verdict for each in preview.sheets]


def take(services: Services, assessment: Assessment, *files: File, **other: Any) -> Taken:
    """Look and take."""
    return returns(services).take(look(services, assessment, *files, **other), DAY)


def dump(services: Services) -> list[str]:
    """Everything that is in the file."""
    services.responses.flush()
    with closing(sqlite3.connect(f"file:{services.folder.database}?mode=ro", uri=True)) as opened:
        return list(opened.iterdump())


def said(services: Services, assessment: Assessment) -> dict[str, dict[str, str | None]]:
    """What everybody answered, by the names under which it is kept."""
    people = {p.id: p.pseudonym for p in services.assessments.participants(assessment.id)}
    found: dict[str, dict[str, str | None]] = {name: {} for name in people.values()}
    for each in services.assessments.responses(assessment.id):
        found[people[each.participant_id]][each.item_id] = each.answer
    return found


def written_in(folder: Path) -> Iterator[str]:
    return (path.name for path in sorted(folder.iterdir()))
