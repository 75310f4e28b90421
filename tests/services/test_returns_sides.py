"""Sheets of organisations come back to their places."""

from dataclasses import replace

import pytest
from beginnings import say, start
from elsewhere_desk import (
    DAY,
    board,
    file,
    handing_out,
    look,
    look_at_one,
    of_several,
    partners,
    returns,
    said,
    sheet,
    table,
    take,
    verdicts,
    views,
)

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.pack import DONT_KNOW, Respondent
from collabkit.services import Services
from collabkit.services.assessments import NewParty
from collabkit.services.closing import closed_sheets
from collabkit.services.packs import builtin_packs
from collabkit.services.people import NewPerson
from collabkit.services.return_preview import Taken, Verdict


def network(services: Services) -> Assessment:
    """Two organisations with a sheet each."""
    names = ("Sample Charity", "Sample Member")
    return start(
        services,
        "barriers",
        minimum=3,
        parties=[NewParty(name, is_own=not n) for n, name in enumerate(names)],
        people=[NewPerson(name, Respondent.PARTNER, n) for n, name in enumerate(names)],
    )


def test_a_person_speaks_for_an_organisation(services: Services) -> None:
    """Which is known by its name, however it is written."""
    assessment = partners(services)
    partner = services.assessments.parties(assessment.id)[1]
    back = sheet(
        assessment, answers={"PHC-7": "4"}, party=" sample  partner ", role=Respondent.PARTNER
    )
    only = look_at_one(services, assessment, file(back))
    assert (only.verdict, only.party, only.role) == (
        Verdict.NEW,
        "sample partner",
        Respondent.PARTNER,
    )
    take(services, assessment, file(back))
    (person,) = services.assessments.participants(assessment.id)
    assert (person.party_id, person.role) == (partner.id, Respondent.PARTNER)
    assert closed_sheets(services, assessment.id) == {person.id}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"party": ""}, "it is not said for which one"),
        ({"party": "Nobody"}, "No organisation called “Nobody” takes part."),
        ({"party": "Sample Partner", "about": "Sample Charity"}, "no sheet is about"),
        ({"party": "Sample Partner", "role": Respondent.TRUSTEE}, "in another role"),
    ],
)
def test_whose_sheet_it_is_has_to_be_plain(
    services: Services, changes: dict[str, object], said: str
) -> None:
    """A line for each thing that is not."""
    assessment = partners(services)
    back = sheet(assessment, **{"answers": {"PHC-7": "4"}, "role": Respondent.PARTNER, **changes})
    only = look_at_one(services, assessment, file(back))
    assert only.verdict is Verdict.DOES_NOT_FIT
    assert len(only.faults) == 1
    assert said in only.faults[0]


def test_where_nobody_speaks_for_organisations(services: Services) -> None:
    """A table with such a column does not fit."""
    assessment = board(services)
    data = b"respondent,role,item,answer,organisation\nA,trustee,BRD-1,4,Somebody\n"
    only = look_at_one(services, assessment, ("answers.csv", data))
    assert only.faults == ("No organisation called “Somebody” takes part.",)


def test_only_partners_hold_up_a_mirror(services: Services) -> None:
    """Whoever looks at their own charity would not."""
    mirror = start(services, "partners-view", people=[], minimum=5)
    only = look_at_one(services, mirror, table(("A", {"PEV-1": "4"})))
    assert only.faults == ("Here partners answer, and this is from somebody in another role.",)
    only = look_at_one(services, mirror, table(("A", {"PEV-1": "4"}), role="partner"))
    assert (only.verdict, only.role) == (Verdict.NEW, Respondent.PARTNER)


def test_an_organisations_sheet_takes_its_place(services: Services) -> None:
    """The sheet that is there from the beginning is filled in, not a second one beside it."""
    assessment = network(services)
    before = services.assessments.participants(assessment.id)
    back = sheet(
        assessment,
        answers={"BAR-a": "3"},
        party="Sample Member",
        role=Respondent.PARTNER,
        name="The treasurer",
    )
    only = look_at_one(services, assessment, file(back))
    assert (only.verdict, only.whose, only.kept_as) == (
        Verdict.NEW,
        "The treasurer",
        "Sample Member",
    )
    take(services, assessment, file(back))
    assert services.assessments.participants(assessment.id) == before
    assert said(services, assessment)["Sample Member"] == {"BAR-a": "3"}


def test_an_organisation_answers_once(services: Services) -> None:
    """Not on two sheets, nor here and elsewhere."""
    assessment = network(services)
    own, member = services.assessments.participants(assessment.id)
    say(services, assessment, Response(own.id, "BAR-a", "1"))
    of_own = sheet(assessment, answers={"BAR-a": "3"}, party="Sample Charity")
    of_member = [
        sheet(assessment, answers={"BAR-a": a}, party="Sample Member", role=Respondent.PARTNER)
        for a in "12"
    ]
    preview = look(services, assessment, *map(file, (of_own, *of_member)))
    assert verdicts(preview) == [Verdict.DOES_NOT_FIT, Verdict.NEW, Verdict.DOES_NOT_FIT]
    assert "answers once" in preview.sheets[0].reason
    assert returns(services).take(preview, DAY) == Taken(1, 0)
    assert said(services, assessment) == {
        own.pseudonym: {"BAR-a": "1"},
        member.pseudonym: {"BAR-a": "1"},
    }


def test_a_view_is_about_somebody(services: Services) -> None:
    """It fills the sheet for and about the same two; a second one comes beside it."""
    assessment = views(services)
    own, other, _third = services.assessments.parties(assessment.id)
    (out,) = handing_out(services).sheets(
        assessment.id, today=DAY, party_id=other.id, about_id=own.id
    )
    item = next(i for i in out.asked if out.pack.form_of(out.pack.item(i)).option(DONT_KNOW))
    back = sheet(
        assessment,
        answers={item: DONT_KNOW},
        party=out.party,
        about=out.about,
        role=Respondent.PARTNER,
    )
    number = len(services.assessments.participants(assessment.id))
    take(services, assessment, file(back))
    people = services.assessments.participants(assessment.id)
    assert len(people) == number
    (filled,) = {r.participant_id for r in services.assessments.responses(assessment.id)}
    person = next(person for person in people if person.id == filled)
    assert (person.party_id, person.about_id) == (other.id, own.id)
    assert closed_sheets(services, assessment.id) == frozenset()
    another = replace(back, sheet="AAAAAA", name="Another view")
    take(services, assessment, file(another))
    assert len(services.assessments.participants(assessment.id)) == number + 1


def test_between_two_a_view_of_the_other_does_not_fit(services: Services) -> None:
    """Only views of oneself are compared there."""
    names = ("Sample Charity", "Sample Partner")
    assessment = start(
        services,
        "power-inventory",
        minimum=1,
        parties=[NewParty(name, is_own=not n) for n, name in enumerate(names)],
        people=[NewPerson(name, Respondent.PARTNER, n, n) for n, name in enumerate(names)],
    )
    about_own = sheet(
        assessment,
        answers={"INV-1a": "more"},
        party=names[1],
        about=names[0],
        role=Respondent.PARTNER,
    )
    only = look_at_one(services, assessment, file(about_own))
    assert only.verdict is Verdict.DOES_NOT_FIT
    assert only.faults == ("Between two organisations each looks at itself, and not at the other.",)


def test_versions_of_a_decision_fill_the_sheets_that_are_there(services: Services) -> None:
    """But never the one on which all agreed."""
    people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in (1, 2)]
    decision = start(services, "bid-check", people=people)
    agreed = services.assessments.add_person(decision.id, "Agreed version", Respondent.TRUSTEE)
    services.assessments.settle(decision.id, "agreed", agreed.id)
    files = [
        file(sheet(decision, answers={"BID-1": "yes"}, name=name, role=Respondent.STAFF))
        for name in ("", "Blue", "Green")
    ]
    take(services, decision, *files)
    assert list(said(services, decision)) == ["Person 1", "Blue", "Agreed version", "Green"]
    assert said(services, decision)["Agreed version"] == {}
    roles = [person.role for person in services.assessments.participants(decision.id)]
    assert roles == [Respondent.STAFF, Respondent.STAFF, Respondent.TRUSTEE, Respondent.STAFF]


@pytest.mark.parametrize("pack_id", [pack.id for pack in builtin_packs()])
def test_sheets_of_every_questionnaire_come_back(services: Services, pack_id: str) -> None:
    """Each kind of answer among them; what it adds up to can be told."""
    assessment, side = of_several(services, pack_id)
    (out,) = handing_out(services).sheets(assessment.id, today=DAY, **side)
    answers, notes = {}, {}
    for item_id in out.asked:
        form = out.pack.form_of(out.pack.item(item_id))
        if form.options:
            answers[item_id] = form.options[0].code
        elif form.is_words_only:
            notes[item_id] = "Some words"
        else:
            answers[item_id] = "2026-06-10"
    back = sheet(
        assessment,
        sheet=out.sheet,
        answers=answers,
        notes=notes,
        party=out.party,
        about=out.about,
        role=out.role or Respondent.TRUSTEE,
    )
    only = look_at_one(services, assessment, file(back))
    assert (only.verdict, only.faults) == (Verdict.NEW, ())
    assert only.answered == only.of == len(set(out.asked) - out.optional)
    take(services, assessment, file(back))
    kept = services.assessments.responses(assessment.id)
    assert {response.item_id for response in kept} == set(out.asked)
    services.results.picture(assessment.id).told  # noqa: B018 - it must not fail
