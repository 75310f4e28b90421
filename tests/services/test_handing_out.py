"""Sheets are handed out for assessments of several, each with all that it needs."""

from dataclasses import replace
from pathlib import Path

import pytest
from beginnings import start
from elsewhere_desk import (
    BOARD,
    DAY,
    board,
    dump,
    handing_out,
    of_several,
    partners,
    views,
    written_in,
)
from pypdf import PdfReader

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import RunBy
from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.pack import Respondent
from collabkit.assessments.statement_names import numbers_on
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.exchange.answers.codes import is_code
from collabkit.exchange.answers.invitation import read_invitation
from collabkit.reports.form.asking import parts_of
from collabkit.services import Services
from collabkit.services.packs import builtin_pack, builtin_packs
from collabkit.services.people import NewParty, NewPerson


def test_a_sheet_says_everything_that_the_assessment_says(services: Services) -> None:
    """What is asked, from how many on something is shown, and who the person may be."""
    assessment = board(services)
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY)
    assert (sheet.assessment, sheet.title, sheet.charity) == (
        assessment.id,
        "June",
        "Sample Charity 1",
    )
    assert sheet.pack == builtin_pack("board-check")
    assert (sheet.asked, sheet.optional) == (BOARD, frozenset())
    assert (sheet.minimum, sheet.is_open) == (5, False)
    assert (sheet.role, sheet.roles) == (None, tuple(Respondent))
    assert (sheet.party, sheet.about, sheet.made_on) == ("", "", DAY)


def test_every_sheet_has_a_code_of_its_own_and_nothing_is_kept(services: Services) -> None:
    """A list of codes would be a list of who has not answered."""
    assessment = board(services)
    before = dump(services)
    sheets = handing_out(services).sheets(assessment.id, today=DAY, how_many=50)
    codes = {sheet.sheet for sheet in sheets}
    assert len(codes) == 50
    assert all(map(is_code, codes))
    assert dump(services) == before


def test_everybody_may_get_the_same_copy(services: Services) -> None:
    """It has no code."""
    assessment = board(services)
    (one,) = handing_out(services).sheets(assessment.id, today=DAY)
    assert handing_out(services).shared_sheet(assessment.id, today=DAY) == replace(one, sheet="")


def test_a_small_group_is_told_that_all_agreed(services: Services) -> None:
    """The minimum and the open mode are those of the assessment."""
    assessment = board(services, minimum=3, settled={IDENTIFIABLE: AGREED})
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY)
    assert (sheet.minimum, sheet.is_open) == (3, True)


def test_partners_who_hold_up_a_mirror_are_partners(services: Services) -> None:
    """Nobody asks them for their role, and five have to answer whatever the minimum."""
    assessment = start(services, "partners-view", people=[], minimum=6)
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY)
    assert (sheet.role, sheet.roles, sheet.minimum) == (Respondent.PARTNER, (), 6)


def test_a_sheet_is_for_one_of_the_organisations(services: Services) -> None:
    """Ones own people say their role, those of partners are partners."""
    assessment = partners(services)
    own, other, _third = services.assessments.parties(assessment.id)
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY, party_id=other.id)
    assert (sheet.party, sheet.role, sheet.roles) == ("Sample Partner", Respondent.PARTNER, ())
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY, party_id=own.id)
    assert (sheet.party, sheet.role) == ("Sample Charity", None)
    assert Respondent.PARTNER not in sheet.roles
    with pytest.raises(InvalidInputError, match="for which one"):
        handing_out(services).sheets(assessment.id, today=DAY)
    with pytest.raises(KeyError):
        handing_out(services).sheets(assessment.id, today=DAY, party_id="nobody")


def test_a_view_is_about_one_organisation(services: Services) -> None:
    """How much a source of power counts is asked only about oneself."""
    assessment = views(services)
    own, other, _third = services.assessments.parties(assessment.id)
    (about_other,) = handing_out(services).sheets(
        assessment.id, today=DAY, party_id=own.id, about_id=other.id
    )
    (about_itself,) = handing_out(services).sheets(
        assessment.id, today=DAY, party_id=own.id, about_id=own.id
    )
    assert (about_other.party, about_other.about) == ("Sample Charity", "Sample Partner")
    assert set(about_other.asked) < set(about_itself.asked)
    assert about_other.minimum == 1
    of = partners(services)
    one = services.assessments.parties(of.id)[0].id
    with pytest.raises(InvalidInputError, match="no sheet is about"):
        handing_out(services).sheets(of.id, today=DAY, party_id=one, about_id=one)
    with pytest.raises(InvalidInputError, match="about which one"):
        handing_out(services).sheets(assessment.id, today=DAY, party_id=own.id)


def test_between_two_each_looks_only_at_itself(services: Services) -> None:
    """All is relative between them, so a sheet about the other would say nothing."""
    names = ("Sample Charity", "Sample Partner")
    assessment = start(
        services,
        "power-inventory",
        minimum=1,
        parties=[NewParty(name, is_own=not n) for n, name in enumerate(names)],
        people=[NewPerson(name, Respondent.PARTNER, n, n) for n, name in enumerate(names)],
    )
    own, other = (party.id for party in services.assessments.parties(assessment.id))
    with pytest.raises(InvalidInputError, match="each looks at itself"):
        handing_out(services).sheets(assessment.id, today=DAY, party_id=other, about_id=own)
    with pytest.raises(InvalidInputError, match="each looks at itself"):
        handing_out(services).shared_sheet(assessment.id, today=DAY, party_id=own, about_id=other)
    (sheet,) = handing_out(services).sheets(
        assessment.id, today=DAY, party_id=other, about_id=other
    )
    assert (sheet.party, sheet.about) == ("Sample Partner", "Sample Partner")


def test_members_of_a_network_get_one_sheet_each(services: Services) -> None:
    """Each organisation answers once."""
    assessment = start(
        services,
        "barriers",
        minimum=3,
        parties=[NewParty("Sample Charity", is_own=True), NewParty("Sample Member")],
        people=[NewPerson("Sample Charity", Respondent.TRUSTEE, 0)],
    )
    member = services.assessments.parties(assessment.id)[1].id
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY, party_id=member)
    assert (sheet.party, sheet.role) == ("Sample Member", Respondent.PARTNER)
    with pytest.raises(InvalidInputError, match="answers once"):
        handing_out(services).sheets(assessment.id, today=DAY, party_id=member, how_many=2)


def test_nothing_private_and_nothing_pointless_is_asked(services: Services) -> None:
    """What is for one's own eyes goes nowhere; a decision's mode leaves its sections out."""
    assessment = views(services)
    own = services.assessments.parties(assessment.id)[0].id
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY, party_id=own, about_id=own)
    assert not any(sheet.pack.item(item_id).marks.get("private") for item_id in sheet.asked)
    people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in (1, 2)]
    decision = start(services, "bid-check", people=people, settled={"mode": "alone"})
    (sheet,) = handing_out(services).sheets(decision.id, today=DAY)
    left_out = services.store.participants.left_out(decision.id)
    assert set(sheet.asked) == set(decision.asked) - next(iter(left_out.values()))
    assert set(sheet.asked) < set(decision.asked)


def test_volunteers_are_asked_in_their_own_words(services: Services) -> None:
    """The very file of the questionnaire goes along."""
    assessment = start(services, people=[], minimum=5, run_by=RunBy.VOLUNTEERS)
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY)
    assert sheet.is_volunteer_run
    assert sheet.pack == services.assessments.pack_of(assessment) != builtin_pack("five-themes")


def test_own_assessments_have_no_sheets_for_others(services: Services) -> None:
    """Nor can there be none, or endlessly many."""
    with pytest.raises(InvalidInputError, match="one person's own assessment"):
        handing_out(services).sheets(start(services).id, today=DAY)
    for number in (0, -1, 101):
        with pytest.raises(InvalidInputError, match="100 sheets"):
            handing_out(services).sheets(board(services).id, today=DAY, how_many=number)
    with pytest.raises(KeyError):
        handing_out(services).sheets("nowhere", today=DAY)


def test_invitations_are_files_that_can_be_opened(services: Services, tmp_path: Path) -> None:
    """One a sheet, called after the charity, the occasion and the code."""
    service = handing_out(services)
    sheets = service.sheets(board(services, title="Away: day/June?").id, today=DAY, how_many=3)
    folder = tmp_path / "out"
    folder.mkdir()
    told: list[tuple[int, int]] = []
    written = service.write_invitations(sheets, folder, lambda *done: told.append(done))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert [read_invitation(file.path.read_bytes()) for file in written] == list(sheets)
    assert sorted(file.path.name for file in written) == list(written_in(folder))
    assert [file.sheet for file in written] == [sheet.sheet for sheet in sheets]
    assert written[0].path.name == (
        f"Sample Charity 1, Away day June, sheet {sheets[0].sheet}.collabkit-ask"
    )


def test_names_of_files_fit_every_disk(services: Services, tmp_path: Path) -> None:
    """However long the names are, and in whatever script."""
    service = handing_out(services)
    assessment = partners(
        services, title="活" * 120, charity_id=services.charities.add("é" * 120).id
    )
    party = services.assessments.add_party(assessment.id, "ŵ" * 120)
    sheets = service.sheets(assessment.id, today=DAY, party_id=party.id)
    (file,) = service.write_invitations(sheets, tmp_path)
    assert len(file.path.name.encode()) < 240
    assert file.path.is_file()


def test_all_files_are_written_or_none(services: Services, tmp_path: Path) -> None:
    """If one cannot be, those before it go again, and what was there before stays."""
    service = handing_out(services)
    sheets = service.sheets(board(services).id, today=DAY, how_many=3)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "minutes.txt").write_text("ours")
    said: list[int] = []

    def fail(done: int, _all: int) -> None:
        said.append(done)
        if done == 2:
            raise EnvironmentProblemError("The disk is full.")

    with pytest.raises(EnvironmentProblemError, match="full"):
        service.write_invitations(sheets, folder, fail)
    assert said == [1, 2]
    assert list(written_in(folder)) == ["minutes.txt"]


def test_a_file_that_is_there_is_never_replaced(services: Services, tmp_path: Path) -> None:
    """Whoever has sent it on already would have another one in their hands."""
    service = handing_out(services)
    shared = service.shared_sheet(board(services).id, today=DAY)
    first = tmp_path / "Sample Charity 1, June, for everybody.collabkit-ask"
    first.write_text("of last week")
    (tmp_path / "Sample Charity 1, June, for everybody (2).collabkit-ask").mkdir()
    (written,) = service.write_invitations([shared], tmp_path)
    assert written.path.name == "Sample Charity 1, June, for everybody (3).collabkit-ask"
    assert first.read_text() == "of last week"
    assert read_invitation(written.path.read_bytes()) == shared


def test_a_link_that_leads_nowhere_is_a_file_too(services: Services, tmp_path: Path) -> None:
    """Nothing is written to wherever it leads."""
    service = handing_out(services)
    sheets = service.sheets(board(services).id, today=DAY)
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    (out / f"Sample Charity 1, June, sheet {sheets[0].sheet}.collabkit-ask").symlink_to(elsewhere)
    (written,) = service.write_invitations(sheets, out)
    assert written.path.name.endswith(" (2).collabkit-ask")
    assert not elsewhere.exists()


def test_writing_can_be_stopped(services: Services, tmp_path: Path) -> None:
    """What is made so far is whole, and told."""
    service = handing_out(services)
    sheets = service.sheets(board(services).id, today=DAY, how_many=5)
    told: list[int] = []
    written = service.write_invitations(
        sheets, tmp_path, lambda done, _all: told.append(done), lambda: len(told) < 2
    )
    assert [file.sheet for file in written] == [sheet.sheet for sheet in sheets[:2]]
    for file, sheet in zip(written, sheets, strict=False):
        assert read_invitation(file.path.read_bytes()) == sheet
    assert service.write_forms(sheets, tmp_path, is_wanted=lambda: False) == ()


def test_the_programs_own_folder_is_no_place_for_files(services: Services, tmp_path: Path) -> None:
    """Nor is one that is not there."""
    service = handing_out(services)
    sheets = service.sheets(board(services).id, today=DAY)
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        service.write_invitations(sheets, services.folder.root)
    with pytest.raises(EnvironmentProblemError, match="is not there"):
        service.write_invitations(sheets, tmp_path / "nowhere")


def test_forms_are_written_for_pens_and_screens(services: Services, tmp_path: Path) -> None:
    """As PDF, in ordinary and in large print; they say which sheet they are."""
    service = handing_out(services)
    sheets = service.sheets(board(services).id, today=DAY, how_many=2)
    written = service.write_forms(sheets, tmp_path, large_print=True)
    for file, sheet in zip(written, sheets, strict=True):
        assert file.path.name == f"Sample Charity 1, June, sheet {sheet.sheet}, large print.pdf"
        assert file.sheet == sheet.sheet
    told: list[tuple[int, int]] = []
    (usual,) = service.write_forms(sheets[:1], tmp_path, progress=lambda *done: told.append(done))
    assert told == [(1, 1)]
    assert usual.path.name == f"Sample Charity 1, June, sheet {sheets[0].sheet}.pdf"
    assert written[0].path.is_file()
    fields = PdfReader(usual.path).get_fields() or {}
    assert {"collabkit.sheet", "a.BRD-1"} <= fields.keys()
    assert fields["collabkit.sheet"]["/V"] == sheets[0].sheet


@pytest.mark.parametrize("pack_id", [pack.id for pack in builtin_packs()])
def test_faults_call_statements_by_the_numbers_on_the_form(
    services: Services, pack_id: str
) -> None:
    """Whoever asks the person has the printed form in mind."""
    assessment, side = of_several(services, pack_id)
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY, **side)
    questions = [question for part in parts_of(sheet) for question in part.questions]
    printed = {each.asked.item.id: each.asked.number for each in questions}
    assert printed == numbers_on(sheet.pack, sheet.asked)


def test_a_core_selection_stays_one(services: Services) -> None:
    """The statements go along by their ids, in pack order."""
    assessment = start(services, people=[], minimum=5, selection=Selection.CORE)
    (sheet,) = handing_out(services).sheets(assessment.id, today=DAY)
    assert sheet.asked == builtin_pack("five-themes").core_ids
