"""A wrong name is put right: everywhere it is shown, nowhere else, and back again."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from beginnings import TODAY, answer, start
from elsewhere_desk import (
    board,
    file,
    handing_out,
    invited,
    look_at_one,
    partners,
    said,
    sheet,
    take,
    views,
)

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.exchange.answers.codes import new_code
from collabkit.plans.plan import Plan, Slot
from collabkit.services import Services
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.bundles import Standing, Wanted
from collabkit.services.correcting import AlsoThere, Corrected, HeldName
from collabkit.services.export_formats import Format
from collabkit.services.former_names import FORMER, was_called, with_former
from collabkit.services.plans import own_action
from collabkit.services.return_preview import Verdict

PEOPLE = [NewPerson(f"Person {number}", Respondent.TRUSTEE) for number in range(1, 7)]


def group(services: Services, charity_id: str | None = None, title: str = "Sample") -> Assessment:
    return start(
        services, "board-check", charity_id=charity_id, people=PEOPLE, minimum=5, title=title
    )


def held(services: Services, assessment: Assessment, name: str) -> HeldName:
    """Return the one name that can be put right and is so."""
    (found,) = (one for one in services.correcting.names(assessment.id) if one.name == name)
    return found


def correct(
    services: Services, assessment: Assessment, before: str, after: str, *, also: bool = True
) -> Corrected:
    return services.correcting.correct(
        held(services, assessment, before), after, with_owners=also, everywhere=also
    )


def names(services: Services, assessment: Assessment) -> list[str]:
    return [person.pseudonym for person in services.assessments.participants(assessment.id)]


def parties(services: Services, assessment: Assessment) -> list[str]:
    return [party.name for party in services.assessments.parties(assessment.id)]


def plan(services: Services, assessment: Assessment, *owners: str) -> None:
    actions = [
        replace(own_action(f"Act {number}", Slot.PARKED), owner=owner)
        for number, owner in enumerate(owners)
    ]
    services.plans.keep(Plan(assessment.id, tuple(actions)))


def owners(services: Services, assessment: Assessment) -> list[str]:
    return [action.owner for action in services.plans.load(assessment.id).actions]


def kept(services: Services) -> list[str]:
    """Return every row of the database but those that count its changes."""
    with closing(sqlite3.connect(services.folder.database)) as connection:
        lines = list(connection.iterdump())
    return [line for line in lines if "change_mark" not in line and "table_seal" not in line]


def test_the_right_name_is_there_at_once(services: Services) -> None:
    """In the list of sheets, in what is held about the person, and nowhere the wrong one."""
    assessment = group(services)
    correct(services, assessment, "Person 2", "Kim Sample")
    assert names(services, assessment)[1] == "Kim Sample"
    states = services.assessments.sheets(assessment.id)
    assert states[1].participant.pseudonym == "Kim Sample"
    person = states[1].participant
    suggested = services.person_files.suggested_name(assessment.id, person.id, Format.HTML)
    assert suggested.startswith("Kim Sample")
    assert not any("Person 2" in line for line in kept(services))


def test_no_result_and_no_count_changes(services: Services) -> None:
    """Nor what people have seen of the picture."""
    assessment = group(services)
    answer(services, assessment, *services.assessments.participants(assessment.id))
    before = services.results.picture(assessment.id)
    settled = services.assessments.settled(assessment.id)
    correct(services, assessment, "Person 2", "Kim")
    after = services.results.picture(assessment.id)
    assert after.results == before.results
    assert after.waiting == before.waiting
    now = services.assessments.settled(assessment.id)
    assert {topic: value for topic, value in now.items() if topic != FORMER} == settled


def test_it_can_be_taken_back_whole(services: Services) -> None:
    """As if nothing had been corrected: not even a sign of the former name stays."""
    assessment = group(services)
    plan(services, assessment, "Person 2")
    before = kept(services)
    corrected = correct(services, assessment, "Person 2", "Kim")
    assert kept(services) != before
    services.correcting.take_back(corrected)
    assert kept(services) == before
    with pytest.raises(InvalidInputError, match="changed meanwhile"):
        services.correcting.take_back(corrected)


def test_two_sheets_never_have_one_name(services: Services) -> None:
    """However it is written; capitals of one's own may change."""
    assessment = group(services)
    before = kept(services)
    for name in ("Person 3", " person  3 "):
        with pytest.raises(InvalidInputError, match="stands on another sheet already"):
            correct(services, assessment, "Person 2", name)
    assert kept(services) == before
    correct(services, assessment, "Person 2", "PERSON 2")
    assert names(services, assessment)[:3] == ["Person 1", "PERSON 2", "Person 3"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("  ", "Please give a name"), ("x" * 600, "at most"), ("Person 2", "the name that it has")],
)
def test_a_name_is_needed_and_another_one(services: Services, name: str, sentence: str) -> None:
    """And nothing changes without."""
    assessment = group(services)
    with pytest.raises(InvalidInputError, match=sentence):
        correct(services, assessment, "Person 2", name)
    assert names(services, assessment)[1] == "Person 2"


def test_owners_follow_only_where_that_is_said(services: Services) -> None:
    """Of all plans of the charity, and only where the words are exactly the same."""
    assessment = group(services)
    other = group(services, assessment.charity_id, "Other")
    stranger = group(services)
    plan(services, assessment, "Person 2", "person 2", "Person 2 and Lee", "")
    plan(services, other, "Person 2")
    plan(services, stranger, "Person 2")
    found = services.correcting.also_there(held(services, assessment, "Person 2"))
    assert found == AlsoThere(owned=2, sheets=("Other",))
    done = correct(services, assessment, "Person 2", "Kim", also=False)
    assert done.owned == 0
    assert owners(services, other) == ["Person 2"]
    services.correcting.take_back(done)
    assert correct(services, assessment, "Person 2", "Kim").owned == 2
    assert owners(services, assessment) == ["Kim", "person 2", "Person 2 and Lee", ""]
    assert owners(services, other) == ["Kim"]
    assert owners(services, stranger) == ["Person 2"]
    assert names(services, other)[1] == "Person 2"  # whether it is the same one, nobody knows


def test_an_organisation_takes_its_sheets_along(services: Services) -> None:
    """Those that have its name; a name that people gave stays."""
    assessment = views(services)
    partner = services.assessments.parties(assessment.id)[1]
    services.assessments.add_person(
        assessment.id, "Second opinion", Respondent.PARTNER, partner.id, partner.id
    )
    shown = [one.name for one in services.correcting.names(assessment.id)]
    assert shown == [
        "Sample Charity 1",
        "Sample Charity",
        "Sample Partner",
        "Another Partner",
        "Second opinion",
    ]
    correct(services, assessment, "Sample Partner", "Sample Friend")
    assert parties(services, assessment) == ["Sample Charity", "Sample Friend", "Another Partner"]
    assert names(services, assessment).count("Agreed view of Sample Friend") == 3
    assert "Agreed view of Sample Partner" not in names(services, assessment)
    assert names(services, assessment)[-1] == "Second opinion"
    with pytest.raises(InvalidInputError, match="takes part already"):
        correct(services, assessment, "Sample Friend", "another partner")


def test_an_organisation_follows_in_other_assessments(services: Services) -> None:
    """If that is wanted, and where the right name is free."""
    assessment = partners(services)
    again = partners(services, charity_id=assessment.charity_id, title="Again")
    taken = partners(
        services,
        charity_id=assessment.charity_id,
        title="Taken",
        parties=[NewParty("Sample Partner"), NewParty("Sample Friend")],
    )
    sheet_taken = partners(services, charity_id=assessment.charity_id, title="On a sheet")
    services.assessments.add_person(
        sheet_taken.id,
        "Sample Friend",
        Respondent.TRUSTEE,
        services.assessments.parties(sheet_taken.id)[0].id,
    )
    found = services.correcting.also_there(held(services, assessment, "Sample Partner"))
    assert found.assessments == 3
    done = correct(services, assessment, "Sample Partner", "Sample Friend")
    assert done.assessments == 1
    assert "Sample Friend" in parties(services, again)
    assert parties(services, taken) == ["Sample Partner", "Sample Friend"]
    assert "Sample Partner" in parties(services, sheet_taken)


def test_the_charity_is_called_right_everywhere(services: Services) -> None:
    """Also where it takes part itself; its name is in every list."""
    charity = services.charities.add("Sampel Charity")
    own = [NewParty("Sampel Charity", is_own=True), NewParty("Sample Partner")]
    assessment = partners(services, charity_id=charity.id, parties=own)
    wrong = services.correcting.of_charity(charity.id)
    assert services.correcting.names(assessment.id)[0] == wrong
    assert services.correcting.also_there(wrong).assessments == 1
    done = services.correcting.correct(wrong, "Sample Charity", with_owners=True, everywhere=True)
    assert done.assessments == 1
    assert parties(services, assessment) == ["Sample Charity", "Sample Partner"]
    assert [line.charity_name for line in services.assessments.summaries()] == ["Sample Charity"]
    services.charities.add("Sample Two")
    with pytest.raises(InvalidInputError, match="already a charity called"):
        services.correcting.correct(
            services.correcting.of_charity(charity.id),
            "sample two",
            with_owners=False,
            everywhere=False,
        )


def test_what_the_program_has_called_so_is_nobodys_name(
    services: Services, home: Services, tmp_path: Path
) -> None:
    """One person alone, the agreed version, and what is answered for somebody else."""
    alone = start(services)
    (only,) = services.correcting.names(alone.id)
    assert only == services.correcting.of_charity(alone.charity_id)
    sheets = handing_out(services).sheets(board(services).id, today=TODAY)
    (written,) = handing_out(services).write_invitations(sheets, tmp_path)
    here = invited(home).open_invitation(written.path, TODAY)
    assert home.correcting.names(here.id) == ()


def test_a_sheet_handed_out_before_finds_its_organisation(services: Services) -> None:
    """It has the wrong name on it, as that is what it was handed out with."""
    assessment = partners(services)
    partner = services.assessments.parties(assessment.id)[1]
    (out,) = handing_out(services).sheets(assessment.id, today=TODAY, party_id=partner.id)
    correct(services, assessment, "Sample Partner", "Sample Friend")
    back = sheet(
        assessment,
        sheet=out.sheet,
        answers={"PHC-7": "4"},
        party=out.party,
        role=Respondent.PARTNER,
    )
    assert out.party == "Sample Partner"
    assert look_at_one(services, assessment, file(back)).verdict is Verdict.NEW
    take(services, assessment, file(back))
    (person,) = services.assessments.participants(assessment.id)
    assert person.party_id == partner.id
    (new,) = handing_out(services).sheets(assessment.id, today=TODAY, party_id=partner.id)
    assert new.party == "Sample Friend"


def test_a_name_goes_to_whoever_has_it_today(services: Services) -> None:
    """Where two were mixed up: who answers sees the name on the sheet, and speaks for that one."""
    assessment = partners(services)
    _own, one, other = services.assessments.parties(assessment.id)
    correct(services, assessment, "Sample Partner", "For a moment")
    correct(services, assessment, "Another Partner", "Sample Partner")
    correct(services, assessment, "For a moment", "Another Partner")
    for name, party in (("Sample Partner", other), ("Another Partner", one)):
        back = sheet(assessment, answers={"PHC-7": "4"}, party=name, role=Respondent.PARTNER)
        take(services, assessment, file(back))
        assert services.assessments.participants(assessment.id)[-1].party_id == party.id


def test_a_newer_file_of_somebody_does_not_bring_the_wrong_name_back(services: Services) -> None:
    """The same sheet with more on it, under the name as it was typed there."""
    assessment = board(services)
    code = new_code()
    take(services, assessment, file(sheet(assessment, sheet=code, name="Kmi")))
    correct(services, assessment, "Kmi", "Kim")
    newer = {"BRD-1": "4", "BRD-2": "2"}
    later = sheet(assessment, sheet=code, name="Kmi", answers=newer)
    assert look_at_one(services, assessment, file(later)).verdict is Verdict.NEWER
    take(services, assessment, file(later))
    assert said(services, assessment) == {"Kim": newer}
    another = sheet(assessment, sheet=code, name="Kimberley", answers={"BRD-1": "1"})
    take(services, assessment, file(another))
    assert names(services, assessment) == ["Kimberley"]  # what the person says now


def test_a_bundle_of_before_is_known_again(services: Services, tmp_path: Path) -> None:
    """It has no other answers, so nothing of it is offered, least of all the wrong name."""
    assessment = views(services)
    people = group(services, assessment.charity_id)
    path = tmp_path / "before.collabkit"
    services.bundles.write(Wanted(assessment.charity_id), path, TODAY)
    correct(services, assessment, "Sample Partner", "Sample Friend")
    correct(services, people, "Person 2", "Kim")
    preview = services.bundles.preview(path)
    assert {one.standing for one in preview.assessments} == {Standing.SAME}


def test_a_bundle_takes_along_what_sheets_are_known_by(
    services: Services, home: Services, tmp_path: Path
) -> None:
    """Also on the other computer a sheet of before finds its organisation."""
    assessment = partners(services)
    correct(services, assessment, "Sample Partner", "Sample Friend")
    path = tmp_path / "away.collabkit"
    services.bundles.write(Wanted(assessment.charity_id), path, TODAY)
    home.bundles.take(home.bundles.preview(path))
    back = sheet(
        assessment, answers={"PHC-7": "4"}, party="Sample Partner", role=Respondent.PARTNER
    )
    assert look_at_one(home, assessment, file(back)).verdict is Verdict.NEW


def test_erasing_takes_the_sign_of_the_former_name_along(services: Services) -> None:
    """No code number of the person is left, and no digest of a name."""
    assessment = group(services)
    person = services.assessments.participants(assessment.id)[1]
    correct(services, assessment, "Person 2", "Kim")
    assert person.id in services.assessments.settled(assessment.id)[FORMER]
    decision = services.erasing.person(assessment.id, person.id, TODAY)
    erased = services.erasing.erase(decision, TODAY)
    assert FORMER not in services.assessments.settled(assessment.id)
    assert erased.remains == ()


def test_a_correction_of_long_ago_gives_way() -> None:
    """What is kept of former names never grows beyond what may be settled."""
    settled: dict[str, str] = {}
    sheet_id = "0b5f1c1e-0000-4000-8000-000000000000"
    for number in range(70):
        settled[FORMER] = with_former(settled, {sheet_id: f"Name {number}"})
    assert len(settled[FORMER].splitlines()) == 60
    assert len(settled[FORMER]) < 4_000
    assert was_called(settled, "NAME 69") == {sheet_id}
    assert was_called(settled, "Name 9") == frozenset()


def test_people_are_told_that_they_can_ask_for_it(services: Services) -> None:
    """In the privacy notice, before they answer."""
    notice = services.privacy_notices.notice(group(services).id)
    assert "A wrong name we can put right at any time." in notice.text
