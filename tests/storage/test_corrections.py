"""Names that are put right: in one transaction, in the second copy too, and back again."""

import shutil
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from storage_samples import start_assessment

from collabkit.assessments.assessment import Assessment, Party, Response
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, Slot
from collabkit.services.plans import own_action
from collabkit.storage import Store
from collabkit.storage.corrections import Change, Correction
from collabkit.storage.recoverable import find_recoverable
from collabkit.storage.recovery import recover


def new_party(assessment: Assessment, name: str = "Sample Partner") -> Party:
    return Party(str(uuid4()), assessment.id, name)


def owned(text: str, owner: str) -> Plan:
    return Plan("").with_action(replace(own_action(text, Slot.NOW), owner=owner))


def test_everything_is_written_at_once_and_goes_back_at_once(store: Store) -> None:
    """A charity, an organisation, a sheet, the owner of an action, and what is settled with it."""
    assessment, (one, two) = start_assessment(store, people=2)
    party = new_party(assessment)
    store.parties.add(party)
    plan = replace(owned("Ring them", "Person 2"), assessment_id=assessment.id)
    store.plans.save(plan)
    correction = Correction(
        charities=(Change(assessment.charity_id, "Sample Charity", "Sample Trust"),),
        parties=(Change(party.id, "Sample Partner", "Sample Friend"),),
        participants=(Change(two.id, "Person 2", "Kim"),),
        owners=(Change(plan.actions[0].id, "Person 2", "Kim"),),
        settled=(Change(assessment.id, "", "said"),),
        topic="sample",
    )
    store.corrections.write(correction)
    assert store.charities.get(assessment.charity_id).name == "Sample Trust"
    assert store.parties.of_assessment(assessment.id) == (replace(party, name="Sample Friend"),)
    assert store.participants.of_assessment(assessment.id) == (one, replace(two, pseudonym="Kim"))
    assert store.plans.load(assessment.id).actions == (replace(plan.actions[0], owner="Kim"),)
    assert store.settled.of_assessment(assessment.id) == {"sample": "said"}
    store.corrections.write(correction.back())
    assert store.charities.get(assessment.charity_id).name == "Sample Charity"
    assert store.parties.of_assessment(assessment.id) == (party,)
    assert store.participants.of_assessment(assessment.id) == (one, two)
    assert store.plans.load(assessment.id) == plan
    assert store.settled.of_assessment(assessment.id) == {}


def test_nothing_changes_where_one_has_another_name_by_now(store: Store) -> None:
    """Whoever looked at an older state does not overwrite the newer one, nor half of it."""
    assessment, (one, two) = start_assessment(store, people=2)
    with pytest.raises(KeyError):
        store.corrections.write(
            Correction(
                participants=(
                    Change(one.id, "Person 1", "Kim"),
                    Change(two.id, "Somebody else", "Lee"),
                )
            )
        )
    assert store.participants.of_assessment(assessment.id) == (one, two)


def test_an_owner_who_was_changed_meanwhile_stays(store: Store) -> None:
    """Also when a correction is taken back."""
    assessment, _people = start_assessment(store)
    plan = replace(owned("Ring them", "Kim"), assessment_id=assessment.id)
    store.plans.save(plan)
    store.corrections.write(Correction(owners=(Change(plan.actions[0].id, "Lee", "Leigh"),)))
    assert store.plans.load(assessment.id) == plan


def test_only_the_very_same_name_within_the_charity_counts(store: Store) -> None:
    """Letter by letter; another charity's is another's."""
    assessment, _people = start_assessment(store)
    other, _others = start_assessment(store)
    own, partner = new_party(assessment, "Kim"), new_party(assessment, "Kim")
    own = replace(own, is_own=True)
    for party in (own, partner, new_party(assessment, "KIM"), new_party(other, "Kim")):
        store.parties.add(party)
    plan = owned("Ring them", "Kim").with_action(
        replace(own_action("Write", Slot.NOW), owner="Kim and Lee")
    )
    store.plans.save(replace(plan, assessment_id=assessment.id))
    found = store.corrections.namesakes(assessment.charity_id, "Kim")
    assert found.owned == (plan.actions[0].id,)
    assert found.own == ((own.id, assessment.id),)
    assert found.partners == ((partner.id, assessment.id),)


def test_no_answer_gets_another_number(store: Store) -> None:
    """Nothing looks as if somebody had answered, and the order of the lists stays."""
    _assessment, (one,) = start_assessment(store)
    store.responses.save(Response(one.id, "POW-1", "4")).result()
    before = store.lists.summaries()
    store.corrections.write(Correction(participants=(Change(one.id, "Person 1", "Kim"),)))
    assert store.lists.summaries() == before


def test_it_is_in_the_second_copy(folder: DataFolder, tmp_path: Path) -> None:
    """What was acknowledged outlives the file, and every copy of it."""
    with Store.open(folder) as store:
        assessment, (one,) = start_assessment(store)
        store.corrections.write(Correction(participants=(Change(one.id, "Person 1", "Kim"),)))
        cut_off = DataFolder(Path(shutil.copytree(folder.root, tmp_path / "cut off")))
    cut_off.database.unlink()
    shutil.rmtree(cut_off.backups, ignore_errors=True)
    (state,) = find_recoverable(cut_off)
    recover(cut_off, state)
    with Store.open(cut_off) as again:
        (kept,) = again.participants.of_assessment(assessment.id)
    assert kept == replace(one, pseudonym="Kim")
