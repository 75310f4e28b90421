"""Assessments with answers, of one person and of groups, and eyes for the page Results."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from house import TODAY, House
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Assessment, Participant, Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.errors import CollabkitError
from collabkit.services.closing import close_sheet
from collabkit.services.packs import builtin_pack
from collabkit.ui.results.page import ResultsPage
from collabkit.ui.results.statement_card import StatementCard

PACK = builtin_pack("five-themes")


def alone(
    house: House,
    answers: Mapping[str, str],
    *,
    charity: str = "Sample Kitchen",
    selection: Selection = Selection.CORE,
    **texts: Any,
) -> str:
    """Return one person's assessment with ``answers``; ``texts`` go with the first of them."""
    sitting = house.services.assessments.start_alone(
        house.charity(charity), PACK, selection, Respondent.TRUSTEE, "June 2026", TODAY
    )
    problems: list[CollabkitError] = []
    for number, (item_id, answer) in enumerate(answers.items()):
        response = Response(
            sitting.participant.id, item_id, answer, **(texts if not number else {})
        )
        house.services.responses.record(
            PACK, response, lambda problem: problems.append(problem) if problem else None
        )
    house.services.responses.flush()
    assert problems == []
    return sitting.assessment.id


def group(
    house: House,
    answers: Mapping[str, Sequence[str]],
    *,
    people: int = 7,
    minimum: int = 5,
    notes: Mapping[str, str] | None = None,
) -> str:
    """Return a group's assessment of all statements: ``answers`` has one code a person.

    Whoever has answered has finished.
    """
    assessment_id = str(uuid.uuid4())
    house.services.packs.pin(PACK)
    store = house.services.store
    store.assessments.add(
        Assessment(
            id=assessment_id,
            charity_id=house.charity("Sample Kitchen"),
            title="Away-day",
            pack_id=PACK.id,
            pack_version=PACK.version,
            pack_digest=PACK.digest,
            selection=Selection.ALL,
            asked=tuple(item.id for item in PACK.items),
            minimum=minimum,
            started=TODAY,
        ),
        [
            Participant(f"{assessment_id} {number}", assessment_id, "", Respondent.TRUSTEE)
            for number in range(people)
        ],
    )
    for item_id, codes in answers.items():
        for number, code in enumerate(codes):
            note = (notes or {}).get(item_id, "") if not number else ""
            store.responses.save(Response(f"{assessment_id} {number}", item_id, code, note=note))
    store.flush()
    for number in range(max(map(len, answers.values()), default=0)):
        close_sheet(house.services, assessment_id, f"{assessment_id} {number}")
    return assessment_id


def of_theme(code: str, answers: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return the same answers for every statement of a theme."""
    return {item.id: answers for item in PACK.section(code).items}


def open_results(qtbot: QtBot, house: House, assessment_id: str | None) -> ResultsPage:
    """Open the page, with its statements in place."""
    page = ResultsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment_id)
    if page.themes.isVisible():
        assert page.themes.panel.isVisible()
        QApplication.processEvents()
    return page


def card(page: ResultsPage, item_id: str) -> StatementCard:
    """Open the theme of a statement and return its card."""
    section = PACK.item(item_id).section
    button = next(b for b in page.themes.chooser.buttons if b.code == section)
    button.click()
    QApplication.processEvents()
    return page.themes.card(item_id)
