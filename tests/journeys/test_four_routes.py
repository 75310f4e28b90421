"""A board of seven answers by four routes, and all of it adds up to the figures worked out by hand.

Two answer on the laptop, two with a collabkit of their own, two on a PDF form that another program
fills in, and one on paper that is keyed in. Five statements are asked, four of one theme:

============ ======= ======= ====== ====== ====== ====== ======
statement    laptop  laptop  file   file   form   form   paper
============ ======= ======= ====== ====== ====== ====== ======
POW-1        1       1       2      4      5      5      4
POW-2        2       2       2      1      2      1      dk
POW-6        dk      dk      dk     4      4      3      na
POW-9        5       5       5      4      5      5      5
HON-1        3       4       3      2      3      5      3
============ ======= ======= ====== ====== ====== ====== ======

By hand, with k = max(2, ceil(0.2 n)) = 2 people at each end:

* POW-1: n = 7, (1 + 1 + 2 + 4 + 5 + 5 + 4) / 7 = 22/7 = 3.14…, shown as 3.1. Three chose 1 or 2 and
  four chose 4 or 5: split, so it is talked about first.
* POW-2: n = 6 and one does not know, (2 + 2 + 2 + 1 + 2 + 1) / 6 = 10/6 = 1.66…, shown as 1.7. All
  on two neighbouring levels: together. Below 2.5: act first.
* POW-6: only three chose a level, fewer than five: no counts, no mean. Three of the six to whom it
  applies do not know, at least a third, and six are enough: not visible.
* POW-9: n = 7, (6 × 5 + 4) / 7 = 34/7 = 4.85…, shown as 4.9. Together; 4.5 and above: share it.
* HON-1: n = 7, (3 + 4 + 3 + 2 + 3 + 5 + 3) / 7 = 23/7 = 3.28…, shown as 3.3. One low and two high,
  so no split; five of seven on 3 and 4 are 71 %, less than 80 %: spread. 2.5 to 3.5: build.
* Theme POW: three of four statements are answered, at least half. (22/7 + 10/6 + 34/7) / 3
  = (8 + 5/3) / 3 = 29/9 = 3.22…, shown as 3.2: build. HON: one statement has no score.
* Findings: split POW-1; low POW-2; not visible POW-6; strength POW-9.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.assessments.results import Band, FindingKind, ItemResult, Spread
from collabkit.assessments.rounding import shown
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.closing import close_sheet
from collabkit.services.handing_out import HandingOutService
from collabkit.services.invited import InvitedService
from collabkit.services.packs import builtin_pack
from collabkit.services.returns import ReturnService, Taken

DAY = date(2026, 11, 22)
ASKED = ("POW-1", "POW-2", "POW-6", "POW-9", "HON-1")
SAID = {
    "POW-1": ("1", "1", "2", "4", "5", "5", "4"),
    "POW-2": ("2", "2", "2", "1", "2", "1", "dk"),
    "POW-6": ("dk", "dk", "dk", "4", "4", "3", "na"),
    "POW-9": ("5", "5", "5", "4", "5", "5", "5"),
    "HON-1": ("3", "4", "3", "2", "3", "5", "3"),
}
LAPTOP, FILES, FORMS, PAPER = (0, 1), (2, 3), (4, 5), 6


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """The board's laptop."""
    opened = open_services(DataFolder(tmp_path / "board"))
    yield opened
    opened.close()


def test_four_routes_add_up(services: Services, tmp_path: Path) -> None:
    """Whichever way an answer came, it counts the same."""
    assessment_id = _begin(services)
    for person in LAPTOP:
        _answer_here(services, assessment_id, said_by(person))
    out = HandingOutService(services.store, services.packs, services.folder)
    sheets = out.sheets(assessment_id, today=DAY, how_many=4)
    invitations = out.write_invitations(sheets[:2], tmp_path)
    forms = out.write_forms(sheets[2:], tmp_path)
    came_back = [
        _answer_elsewhere(tmp_path / f"laptop of {person}", written.path, said_by(person))
        for person, written in zip(FILES, invitations, strict=True)
    ]
    for person, written in zip(FORMS, forms, strict=True):
        _fill_in(written.path, said_by(person))
        came_back.append(written.path)

    back = ReturnService(services.store, services.packs)
    preview = back.preview(assessment_id, came_back)
    assert [(each.verdict, each.answered, each.of) for each in preview.sheets] == [
        ("new", 5, 5)
    ] * 4
    assert preview.outlook == "With these, enough will have answered."
    assert back.take(preview, DAY) == Taken(new=4, newer=0)
    back.key_in(assessment_id, today=DAY, role=Respondent.TRUSTEE, answers=said_by(PAPER))

    came = back.counts(assessment_id)
    assert came.here == 2
    assert came.by_route == {Route.ANSWER_FILE: 2, Route.FORM: 2, Route.PAPER: 1}
    assert came.by_role is None
    _check_figures(services, assessment_id)
    assert back.counts(assessment_id).by_role == {Respondent.TRUSTEE: 7}


def said_by(person: int) -> dict[str, str]:
    """The answers of one of the seven, by statement."""
    return {item_id: codes[person] for item_id, codes in SAID.items()}


def _begin(services: Services) -> str:
    return services.assessments.start(
        services.charities.add("Sample Charity").id,
        builtin_pack("five-themes"),
        selection=Selection.OWN_CHOICE,
        asked=ASKED,
        minimum=5,
        title="Board meeting",
        today=DAY,
    ).id


def _answer_here(services: Services, assessment_id: str, said: Mapping[str, str]) -> None:
    """Let the next person answer here on a laptop, answer everything and close the sheet."""
    number = len(services.assessments.participants(assessment_id)) + 1
    person = services.assessments.add_person(assessment_id, f"Person {number}", Respondent.TRUSTEE)
    _record(services, assessment_id, person.id, said)
    close_sheet(services, assessment_id, person.id)


def _answer_elsewhere(folder: Path, invitation: Path, said: Mapping[str, str]) -> Path:
    """Open an invitation on a laptop of one's own, answer it, and give the answers back."""
    services = open_services(DataFolder(folder))
    invited = InvitedService(services.store, services.packs, services.folder)
    assessment = invited.open_invitation(invitation, DAY)
    (person,) = services.assessments.participants(assessment.id)
    _record(services, assessment.id, person.id, said)
    path = invitation.with_name(invited.file_name(assessment.id))
    invited.give_back(assessment.id, path, with_notes=False, role=Respondent.TRUSTEE)
    services.close()
    return path


def _record(
    services: Services, assessment_id: str, person_id: str, said: Mapping[str, str]
) -> None:
    pack = services.assessments.pack_of(services.assessments.get(assessment_id))
    problems: list[object] = []
    for item_id, code in said.items():
        services.responses.record(pack, Response(person_id, item_id, code), problems.append)
    services.responses.flush()
    assert problems == [None] * len(said)


def _fill_in(path: Path, said: Mapping[str, str]) -> None:
    """Fill in a PDF form with a program that is not ours."""
    writer = PdfWriter(clone_from=PdfReader(path))
    values = {f"a.{item_id}": f"/{code}" for item_id, code in said.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(
            page, {**values, "you.role": "/trustee"}, auto_regenerate=False
        )
    with path.open("wb") as file:
        writer.write(file)


def _check_figures(services: Services, assessment_id: str) -> None:
    """Hold the results against the docstring of this file."""
    picture = services.results.picture(assessment_id)
    results = picture.results
    assert (results.respondents, picture.waiting) == (7, 0)

    split, low, hidden, strong, spread = (results.item(item_id) for item_id in ASKED)
    assert split.counts == {"1": 2, "2": 1, "3": 0, "4": 2, "5": 2}
    assert low.counts == {"1": 2, "2": 4, "3": 0, "4": 0, "5": 0}
    assert strong.counts == {"1": 0, "2": 0, "3": 0, "4": 1, "5": 6}
    assert spread.counts == {"1": 0, "2": 1, "3": 4, "4": 1, "5": 1}
    assert _figures(split) == (7, Fraction(22, 7), "3.1", Spread.SPLIT, Band.TALK_FIRST)
    assert _figures(low) == (6, Fraction(10, 6), "1.7", Spread.TOGETHER, Band.ACT_FIRST)
    assert _figures(strong) == (7, Fraction(34, 7), "4.9", Spread.TOGETHER, Band.SHARE_IT)
    assert _figures(spread) == (7, Fraction(23, 7), "3.3", Spread.SPREAD, Band.BUILD)
    assert (low.dont_know, low.not_applicable) == (1, 0)
    assert (hidden.n, hidden.counts, hidden.mean, hidden.spread) == (3, None, None, Spread.TOO_FEW)
    assert (hidden.dont_know, hidden.not_applicable) == (3, 1)

    themes = {part.code: part for part in results.sections}
    assert (themes["POW"].applicable, themes["POW"].answered) == (4, 3)
    assert (themes["POW"].score, themes["POW"].band) == (Fraction(29, 9), Band.BUILD)
    assert themes["HON"].score is None
    assert [(finding.kind, finding.item_id) for finding in results.findings] == [
        (FindingKind.SPLIT, "POW-1"),
        (FindingKind.LOW, "POW-2"),
        (FindingKind.NOT_VISIBLE, "POW-6"),
        (FindingKind.STRENGTH, "POW-9"),
    ]


def _figures(item: ItemResult) -> tuple[int, Fraction | None, str, Spread, Band | None]:
    assert item.mean is not None
    return item.n, item.mean, str(shown(item.mean)), item.spread, item.band
