"""Invited by somebody else: an ordinary assessment here, whose answers go back in a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from beginnings import TODAY, say, start
from elsewhere_desk import DAY, board, dump, handing_out, invited, of_several, partners

from collabkit.assessments.assessment import Assessment, Response, Selection
from collabkit.assessments.charity import RunBy
from collabkit.assessments.outcomes.topics import INVITED
from collabkit.assessments.pack import Respondent
from collabkit.errors import DataRefusedError, EnvironmentProblemError, InvalidInputError
from collabkit.exchange.answers.answer_file import read_answer_file
from collabkit.exchange.answers.codes import is_code
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.exchange.answers.invitation import invitation_bytes
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.closing import close_sheet
from collabkit.services.packs import builtin_pack, builtin_packs


@pytest.fixture
def inviting(tmp_path: Path) -> Any:
    """The computer on which the assessment is."""
    opened = open_services(DataFolder(tmp_path / "inviting"))
    yield opened
    opened.close()


def invitation(folder: Path, sheet: HandedOut) -> Path:
    path = folder / f"sheet {sheet.sheet}.collabkit-ask"
    path.write_bytes(invitation_bytes(sheet))
    return path


def one_sheet(inviting: Services, assessment: Assessment | None = None, **other: Any) -> HandedOut:
    assessment = assessment or board(inviting)
    (sheet,) = handing_out(inviting).sheets(assessment.id, today=DAY, **other)
    return sheet


def answer(services: Services, assessment: Assessment, *said: tuple[str, str, str]) -> None:
    (person,) = services.assessments.participants(assessment.id)
    say(services, assessment, *(Response(person.id, i, a or None, note) for i, a, note in said))


def test_an_invitation_becomes_an_ordinary_assessment(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """Of one person, with the statements of the sheet, for the charity that invites."""
    sheet = one_sheet(inviting)
    there = invited(services).open_invitation(invitation(tmp_path, sheet), TODAY)
    assert services.charities.get(there.charity_id).name == sheet.charity
    sitting = services.assessments.sitting(there.id)
    assert sitting.pack == sheet.pack
    assert sitting.assessment.asked == sheet.asked
    assert (there.title, there.minimum, there.started) == ("June", 1, TODAY)
    assert there.selection is Selection.OWN_CHOICE
    assert services.results.still_needed(there.id) == 0


def test_it_is_told_apart(services: Services, inviting: Services, tmp_path: Path) -> None:
    """With what was told in the invitation; nobody can settle that by hand."""
    sheet = one_sheet(inviting)
    there = invited(services).open_invitation(invitation(tmp_path, sheet), TODAY)
    own = start(services)
    service = invited(services)
    assert (service.is_invited(there.id), service.is_invited(own.id)) == (True, False)
    assert services.assessments.asked_by_others() == {there.id}
    told = service.invitation(there.id)
    assert (told.assessment, told.sheet, told.is_shared) == (sheet.assessment, sheet.sheet, False)
    assert (told.minimum, told.is_open, told.roles) == (5, False, tuple(Respondent))
    assert told.made_on == DAY
    with pytest.raises(KeyError):
        service.invitation(own.id)
    with pytest.raises(ValueError, match="no topic"):
        services.assessments.settle(own.id, INVITED, "{}")


def test_opening_it_again_goes_on(services: Services, inviting: Services, tmp_path: Path) -> None:
    """On the same sheet, with what is there, and without a trace."""
    path = invitation(tmp_path, one_sheet(inviting))
    there = invited(services).open_invitation(path, TODAY)
    answer(services, there, ("BRD-1", "4", ""))
    before = dump(services)
    assert invited(services).open_invitation(path, date(2027, 1, 1)).id == there.id
    assert dump(services) == before
    other = invited(services).open_invitation(invitation(tmp_path, one_sheet(inviting)), TODAY)
    assert other.id != there.id


def test_it_comes_back_from_the_bin(services: Services, inviting: Services, tmp_path: Path) -> None:
    """Nothing that was answered is lost; without its charity it begins anew."""
    path = invitation(tmp_path, one_sheet(inviting))
    there = invited(services).open_invitation(path, TODAY)
    services.assessments.remove(there.id)
    assert invited(services).open_invitation(path, TODAY).id == there.id
    assert services.assessments.removed() == ()
    services.charities.remove(there.charity_id)
    assert invited(services).open_invitation(path, TODAY).id != there.id


def test_a_copy_for_everybody_gets_a_code_of_its_own(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """So that it can be given back again; a second person at the same computer begins anew."""
    shared = handing_out(inviting).shared_sheet(board(inviting).id, today=DAY)
    path = invitation(tmp_path, shared)
    service = invited(services)
    one = service.open_invitation(path, TODAY)
    assert service.open_invitation(path, TODAY).id == one.id
    other = service.open_invitation(path, TODAY, another_person=True)
    codes = {service.invitation(there.id).sheet for there in (one, other)}
    assert len(codes) == 2
    assert all(map(is_code, codes))


def test_a_sheet_with_a_code_is_for_one_person(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """The answers of a second one would take the place of the first one's."""
    path = invitation(tmp_path, one_sheet(inviting))
    with pytest.raises(InvalidInputError, match="for one person"):
        invited(services).open_invitation(path, TODAY, another_person=True)


def test_the_charity_that_is_there_is_taken(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """Whichever way its name is written; otherwise there is a new one."""
    charity = services.charities.add("sample charity 1", run_by=RunBy.STAFF)
    there = invited(services).open_invitation(invitation(tmp_path, one_sheet(inviting)), TODAY)
    assert there.charity_id == charity.id
    assert len(services.charities.all()) == 1


def test_the_same_words_are_asked(services: Services, inviting: Services, tmp_path: Path) -> None:
    """Those for groups that volunteers run, and those of a questionnaire that is not here."""
    assessment = start(inviting, people=[], minimum=5, run_by=RunBy.VOLUNTEERS)
    sheet = one_sheet(inviting, assessment)
    there = invited(services).open_invitation(invitation(tmp_path, sheet), TODAY)
    assert services.assessments.pack_of(there) == inviting.assessments.pack_of(assessment)
    own = builtin_pack("board-check")
    source = one_sheet(inviting).source.replace(b'version = "1.0"', b'version = "1.0.9"', 1)
    from collabkit.assessments.packs.reader import parse_pack

    other = parse_pack(source, "board-check.toml")
    assert other.digest != own.digest
    sheet = replace(one_sheet(inviting), pack=other, source=source)
    there = invited(services).open_invitation(invitation(tmp_path, sheet), TODAY)
    assert services.assessments.pack_of(there) == other


def test_answers_go_back_in_a_file(services: Services, inviting: Services, tmp_path: Path) -> None:
    """With the code of the sheet and the role that the person says."""
    sheet = one_sheet(inviting)
    there = invited(services).open_invitation(invitation(tmp_path, sheet), TODAY)
    answer(services, there, ("BRD-1", "4", "A private thought"), ("BRD-2", "dk", ""))
    path = tmp_path / "back.collabkit-answers"
    back = invited(services).give_back(
        there.id, path, with_notes=False, name=" Blue ", role=Respondent.STAFF
    )
    assert (back.path, back.sheet, back.answered) == (path, sheet.sheet, 2)
    read = read_answer_file(path.read_bytes())
    assert dict(read.answers) == {"BRD-1": "4", "BRD-2": "dk"}
    assert dict(read.notes) == {}
    assert (read.role, read.name) == (Respondent.STAFF, "Blue")
    assert (read.assessment, read.sheet) == (sheet.assessment, sheet.sheet)
    assert (read.pack_id, read.wording) == (sheet.pack.id, sheet.pack.digest)


def test_notes_go_along_only_if_the_person_says_so(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """What else was noted for oneself stays: evidence, and how sure one is."""
    there = invited(services).open_invitation(invitation(tmp_path, one_sheet(inviting)), TODAY)
    (person,) = services.assessments.participants(there.id)
    say(services, there, Response(person.id, "BRD-1", "4", "Told", "Kept", flagged=True))
    path = tmp_path / "back.collabkit-answers"
    invited(services).give_back(there.id, path, with_notes=True, role=Respondent.TRUSTEE)
    assert dict(read_answer_file(path.read_bytes()).notes) == {"BRD-1": "Told"}
    assert b"Kept" not in path.read_bytes()


@pytest.mark.parametrize(
    ("pack_id", "item", "code"),
    [("partners-view", "PEV-Q1", "noted"), ("first-conversation", "FIT-1", "")],
)
def test_where_words_are_the_answer_they_go_along(
    services: Services, inviting: Services, tmp_path: Path, pack_id: str, item: str, code: str
) -> None:
    """Otherwise there would be nothing in the file."""
    assessment, side = of_several(inviting, pack_id)
    path = invitation(tmp_path, one_sheet(inviting, assessment, **side))
    there = invited(services).open_invitation(path, TODAY)
    answer(services, there, (item, code, "Words that were wanted"))
    back = tmp_path / "back.collabkit-answers"
    invited(services).give_back(there.id, back, with_notes=False, role=Respondent.TRUSTEE)
    assert dict(read_answer_file(back.read_bytes()).notes) == {item: "Words that were wanted"}


def test_it_can_be_given_back_again_after_changes(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """Without changes the file is the same to the last byte."""
    there = invited(services).open_invitation(invitation(tmp_path, one_sheet(inviting)), TODAY)
    path = tmp_path / "back.collabkit-answers"

    def give_back() -> bytes:
        invited(services).give_back(there.id, path, with_notes=True, role=Respondent.TRUSTEE)
        return path.read_bytes()

    answer(services, there, ("BRD-1", "4", ""))
    first = give_back()
    assert give_back() == first
    answer(services, there, ("BRD-1", "2", ""))
    assert dict(read_answer_file(give_back()).answers) == {"BRD-1": "2"}


def test_without_answers_or_a_role_nothing_is_written(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """Nor over the program's own files, nor where no file can be."""
    service = invited(services)
    there = service.open_invitation(invitation(tmp_path, one_sheet(inviting)), TODAY)
    path = tmp_path / "back.collabkit-answers"
    with pytest.raises(InvalidInputError, match="Nothing is answered yet"):
        service.give_back(there.id, path, with_notes=True, role=Respondent.TRUSTEE)
    answer(services, there, ("BRD-1", "4", ""))
    with pytest.raises(InvalidInputError, match="in which role"):
        service.give_back(there.id, path, with_notes=True)
    assert not path.exists()
    for wrong, error in (
        (services.folder.database, InvalidInputError),
        (tmp_path / "nowhere" / "x", EnvironmentProblemError),
    ):
        with pytest.raises(error):
            service.give_back(there.id, wrong, with_notes=True, role=Respondent.TRUSTEE)
    with pytest.raises(KeyError):
        service.give_back(start(services).id, path, with_notes=True, role=Respondent.TRUSTEE)


def test_the_role_of_partners_is_settled(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """And the organisation for which they speak goes along."""
    assessment = partners(inviting)
    partner = inviting.assessments.parties(assessment.id)[1]
    sheet = one_sheet(inviting, assessment, party_id=partner.id)
    there = invited(services).open_invitation(invitation(tmp_path, sheet), TODAY)
    (item, *_others) = there.asked
    answer(services, there, (item, "dk", ""))
    path = tmp_path / "back.collabkit-answers"
    invited(services).give_back(there.id, path, with_notes=False, role=Respondent.TRUSTEE)
    read = read_answer_file(path.read_bytes())
    assert (read.role, read.party, read.about) == (Respondent.PARTNER, "Sample Partner", "")


def test_the_file_is_called_after_the_occasion(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """Never after a person."""
    sheet = one_sheet(inviting)
    there = invited(services).open_invitation(invitation(tmp_path, sheet), TODAY)
    assert invited(services).file_name(there.id) == (
        f"Sample Charity 1, June, answers {sheet.sheet}.collabkit-answers"
    )


def test_what_is_no_invitation_changes_nothing(services: Services, tmp_path: Path) -> None:
    """Nor does a file that cannot be read."""
    path = tmp_path / "x.collabkit-ask"
    before = dump(services)
    for data in (b"", b"{}", b'{"collabkit": "invitation", "version": 1}'):
        path.write_bytes(data)
        with pytest.raises(DataRefusedError):
            invited(services).open_invitation(path, TODAY)
    with pytest.raises(EnvironmentProblemError):
        invited(services).open_invitation(tmp_path / "nowhere", TODAY)
    assert dump(services) == before


def test_an_invited_assessment_hands_nothing_out_itself(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """It is one sheet of somebody else's."""
    there = invited(services).open_invitation(invitation(tmp_path, one_sheet(inviting)), TODAY)
    with pytest.raises(InvalidInputError, match="whoever invited you"):
        handing_out(services).sheets(there.id, today=DAY)


@pytest.mark.parametrize("pack_id", [pack.id for pack in builtin_packs()])
def test_every_questionnaire_can_be_answered_for_somebody_else(
    services: Services, inviting: Services, tmp_path: Path, pack_id: str
) -> None:
    """And looked at alone, whoever it is meant for."""
    assessment, side = of_several(inviting, pack_id)
    sheet = one_sheet(inviting, assessment, **side)
    there = invited(services).open_invitation(invitation(tmp_path, sheet), TODAY)
    first = next(i for i in sheet.asked if sheet.pack.form_of(sheet.pack.item(i)).options)
    code = sheet.pack.form_of(sheet.pack.item(first)).options[0].code
    answer(services, there, (first, code, ""))
    assert services.results.picture(there.id).told is not None
    path = tmp_path / "back.collabkit-answers"
    role = sheet.role or sheet.roles[0]
    back = invited(services).give_back(there.id, path, with_notes=False, role=role)
    assert back.answered == 1
    assert dict(read_answer_file(path.read_bytes()).answers) == {first: code}


def test_it_is_no_view_of_the_charity_itself(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """A mirror holds partners' answers against what the charity itself has answered."""
    assessment = start(inviting, people=[], minimum=5)
    there = invited(services).open_invitation(
        invitation(tmp_path, one_sheet(inviting, assessment)), TODAY
    )
    answer(services, there, ("POW-1", "4", ""))
    services.assessments.finish(there.id, TODAY)
    mirror = start(services, "partners-view", charity_id=there.charity_id, people=[], minimum=5)
    assert services.results.picture(mirror.id).answered.own_view is None
    own = start(services, charity_id=there.charity_id)
    answer(services, own, ("POW-1", "2", ""))
    (person,) = services.assessments.participants(own.id)
    close_sheet(services, own.id, person.id)
    services.assessments.finish(own.id, TODAY)
    view = services.results.picture(mirror.id).answered.own_view
    assert view is not None
    assert view.results.item("POW-1").mean == 2
