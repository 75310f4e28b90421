"""Samples for pictures of what goes out and comes back: sheets, last year, a network."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import Assessment, Response, Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import Pack, Respondent
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.services import Services, open_services
from collabkit.services.closing import close_sheet
from collabkit.services.packs import builtin_pack
from collabkit.services.plans import own_action

_LAST_YEAR = date(2025, 11, 20)
_NETWORK_SIZE = 24  # groups
_CODES = "CD34FH", "JK79MN", "PR43TW"  # of sheets: elsewhere by chance, here alike in every picture


def answer_sheet(services: Services, pack: Pack, sheet_id: str, answers: dict[str, str]) -> None:
    """Record what one person answers, by statement."""
    for item_id, answer in answers.items():
        response = Response(sheet_id, item_id, answer)
        services.responses.record(pack, response, lambda _problem: None)
    services.responses.flush()


def in_turn(asked: Sequence[str], levels: str) -> dict[str, str]:
    """Return answers to ``asked``: the levels one after the other, again and again."""
    return {item_id: levels[number % len(levels)] for number, item_id in enumerate(asked)}


def sheets_that_came_back(
    services: Services, assessment_id: str, today: date, folder: Path
) -> tuple[str, ...]:
    """Hand out three answer files, let them be answered elsewhere, and take in the first.

    Returns the names of the files that came back, and of one that was not answered.
    """
    out = services.handing_out
    (sheet,) = out.sheets(assessment_id, today=today)
    written = out.write_invitations([replace(sheet, sheet=code) for code in _CODES], folder)
    came_back = []
    for number, invitation in enumerate(written[:2]):
        with tempfile.TemporaryDirectory() as name:
            elsewhere = open_services(DataFolder(Path(name)))
            assessment = elsewhere.invited.open_invitation(invitation.path, today)
            (person,) = elsewhere.assessments.participants(assessment.id)
            pack = elsewhere.assessments.pack_of(assessment)
            said = in_turn(assessment.asked, "43243"[number:])
            answer_sheet(elsewhere, pack, person.id, said)
            path = folder / elsewhere.invited.file_name(assessment.id)
            elsewhere.invited.give_back(
                assessment.id, path, with_notes=True, role=Respondent.TRUSTEE
            )
            elsewhere.close()
            came_back.append(path)
    services.returns.take(services.returns.preview(assessment_id, came_back[:1]), today)
    return tuple(str(path) for path in (*came_back, written[2].path))


def invitation_from_elsewhere(today: date, folder: Path) -> str:
    """Return the name of an invitation that another charity has sent."""
    with tempfile.TemporaryDirectory() as name:
        elsewhere = open_services(DataFolder(Path(name)))
        charity = elsewhere.charities.add("Sample Youth Club")
        assessment = elsewhere.assessments.start(
            charity.id,
            builtin_pack("partners-view"),
            selection=Selection.ALL,
            minimum=5,
            title="Autumn",
            today=today,
        )
        (sheet,) = elsewhere.handing_out.sheets(assessment.id, today=today)
        (written,) = elsewhere.handing_out.write_invitations(
            [replace(sheet, sheet=_CODES[0])], folder
        )
        elsewhere.close()
    return str(written.path)


def last_year(services: Services, charity_id: str, pack_id: str) -> str:
    """Add what six people answered a year ago, with its plan, and return the assessment."""
    assessment = services.assessments.start(
        charity_id,
        builtin_pack(pack_id),
        selection=Selection.CORE if builtin_pack(pack_id).core_ids else Selection.ALL,
        minimum=5,
        title="Away-day 2025",
        today=_LAST_YEAR,
    )
    _six_answer(services, assessment, "23232", _LAST_YEAR)
    services.plans.keep(
        Plan(
            assessment.id,
            (
                _action(
                    "Agree who speaks for us at joint meetings",
                    Status.DONE,
                    learned="One name was enough. Two had led to mix-ups.",
                ),
                _action("Ask two partners what working with us is like", Status.UNDER_WAY),
                _action(
                    "Write a joint newsletter",
                    Status.DROPPED,
                    dropped="Nobody had the time for it.",
                ),
            ),
        )
    )
    return assessment.id


def this_year(services: Services, last_id: str, today: date) -> str:
    """Add what mostly the same six people answer now, and return the assessment."""
    assessment = services.occasions.again(
        last_id, title="Away-day 2026", today=today, same_people=True
    )
    _six_answer(services, assessment, "33243", today)
    return assessment.id


def network(services: Services, today: date) -> str:
    """Make a network of groups that have each sent a file, and return it."""
    made = services.networks.add("Sample Network", today)
    pack = builtin_pack("barriers")
    rated = [item.id for item in pack.items if "about" not in item.marks]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        elsewhere = open_services(DataFolder(folder / "data"))
        for number in range(_NETWORK_SIZE):
            kind = (IncomeBand.SMALL, RunBy.STAFF) if number % 2 else (
                IncomeBand.MICRO, RunBy.VOLUNTEERS
            )  # fmt: skip
            charity = elsewhere.charities.add(f"Sample Group {number}", *kind)
            sitting = elsewhere.assessments.start_alone(
                charity.id, pack, Selection.ALL, Respondent.TRUSTEE, "November", today
            )
            said = {
                item_id: str(min(3, max(0, 2 - place // 3 + number * (place + 1) % 3 - 1)))
                for place, item_id in enumerate(rated)
            }
            answer_sheet(elsewhere, pack, sitting.participant.id, said)
            elsewhere.assessments.finish(sitting.assessment.id, today)
            preview = elsewhere.group_files.preview(charity.id, (), today)
            elsewhere.group_files.write(preview, folder / f"{number}.collabkit-group")
        elsewhere.close()
        files = sorted(folder.glob("*.collabkit-group"))
        services.networks.take(services.networks.preview(made.id, files), today)
    return made.id


def _six_answer(services: Services, assessment: Assessment, levels: str, today: date) -> None:
    pack = services.assessments.pack_of(assessment)
    for number in range(6):
        name = f"Person {number + 1}"
        person = services.assessments.add_person(assessment.id, name, Respondent.TRUSTEE)
        said = in_turn(assessment.asked, levels[number % 2 :] + levels[: number % 2])
        answer_sheet(services, pack, person.id, said)
        close_sheet(services, assessment.id, person.id)
    services.assessments.finish(assessment.id, today)


def _action(text: str, status: Status, *, learned: str = "", dropped: str = "") -> PlanAction:
    return replace(
        own_action(text, Slot.NOW),
        owner="Two trustees",
        status=status,
        learned=learned,
        dropped_because=dropped,
    )
