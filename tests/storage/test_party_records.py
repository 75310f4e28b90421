"""Parties, the sheets that speak for and about them, and what is left out on a sheet."""

from dataclasses import replace
from uuid import uuid4

import pytest
from storage_samples import keep_pack, new_assessment, new_charity, start_assessment

from collabkit.assessments.assessment import Assessment, Participant, Party, Response
from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.pack import Respondent
from collabkit.storage import Store


def new_party(assessment: Assessment, name: str = "Sample Partner") -> Party:
    return Party(str(uuid4()), assessment.id, name)


def sheet(assessment: Assessment, party: Party | None = None) -> Participant:
    party_id = party.id if party else None
    return Participant(
        str(uuid4()), assessment.id, "Sample view", Respondent.PARTNER, party_id, party_id
    )


def test_parties_come_back_as_they_were_and_in_their_order(store: Store) -> None:
    """Those of the start and a late one."""
    charity = new_charity()
    store.charities.add(charity)
    keep_pack(store)
    assessment = new_assessment(charity)
    own = replace(new_party(assessment, "Sample Charity"), is_own=True, size=IncomeBand.SMALL)
    lead = replace(new_party(assessment, "A Sample Lead"), is_lead=True)
    person = sheet(assessment, lead)
    store.assessments.add(assessment, (person,), parties=(own, lead))
    late = new_party(assessment)
    store.parties.add(late)
    assert store.parties.of_assessment(assessment.id) == (own, lead, late)
    assert store.participants.of_assessment(assessment.id) == (person,)


def test_name_lead_and_size_of_parties_change_together(store: Store) -> None:
    """All or none: the lead never belongs to two on the way."""
    assessment, _people = start_assessment(store)
    one, two = (
        replace(new_party(assessment, name), is_lead=name == "One") for name in ("One", "2")
    )
    store.parties.add(one)
    store.parties.add(two)
    changed = replace(two, name="Two", is_lead=True, size=IncomeBand.LARGE)
    store.parties.change(replace(one, is_lead=False), changed)
    assert store.parties.of_assessment(assessment.id) == (replace(one, is_lead=False), changed)
    with pytest.raises(KeyError):
        store.parties.change(replace(one, name="Lost"), replace(two, id="nobody"))
    assert store.parties.of_assessment(assessment.id)[0].name == "One"


def test_a_late_sheet_comes_with_what_it_leaves_out(store: Store) -> None:
    """In one go."""
    assessment, (first,) = start_assessment(store)
    late = sheet(assessment)
    store.participants.add(late, left_out=[(late.id, "POW-2")])
    assert store.participants.left_out(assessment.id) == {
        first.id: frozenset(),
        late.id: frozenset({"POW-2"}),
    }


def test_a_person_gets_another_name(store: Store) -> None:
    """And only that person."""
    assessment, (one, two) = start_assessment(store, people=2)
    store.participants.rename(two.id, "Kim")
    people = store.participants.of_assessment(assessment.id)
    assert people == (one, replace(two, pseudonym="Kim"))
    with pytest.raises(KeyError):
        store.participants.rename("nobody", "Kim")


def test_a_sheet_without_answers_can_go(store: Store) -> None:
    """Also when something was said on it and taken back."""
    assessment, (one, two) = start_assessment(store, people=2)
    store.responses.save(Response(two.id, "POW-2", "4"))
    assert store.participants.remove(two.id) is False
    store.responses.save(Response(two.id, "POW-2"))
    assert store.participants.remove(two.id) is True
    assert store.participants.of_assessment(assessment.id) == (one,)
    assert store.responses.of_assessment(assessment.id) == ()
    with pytest.raises(KeyError):
        store.participants.remove(two.id)


def test_numbers_of_changes_never_fall_when_a_sheet_goes(store: Store) -> None:
    """A number that was given is not given again, not even after the file was closed."""
    _assessment, (one, two) = start_assessment(store, people=2)
    before = store.responses.save(Response(two.id, "POW-1")).result().seq
    store.participants.remove(two.id)
    folder = store._writer._database.folder
    store.close()
    with Store.open(folder) as again:
        assert again.responses.save(Response(one.id, "POW-1", "2")).result().seq > before
