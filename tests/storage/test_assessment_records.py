"""Assessments, their participants and their summaries."""

from dataclasses import replace
from datetime import date

import pytest
from storage_samples import (
    keep_pack,
    new_assessment,
    new_charity,
    new_participant,
    start_assessment,
)

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import ActionKind
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction
from collabkit.storage import Removed, Store, Summary

TODAY = date(2026, 6, 3)


def test_an_assessment_comes_back_as_it_was(store: Store) -> None:
    """Every field survives, and the statements keep their order."""
    charity = new_charity()
    store.charities.add(charity)
    keep_pack(store)
    assessment = replace(
        new_assessment(charity, ("POW-2", "EMP-10", "POW-1")),
        selection=Selection.OWN_CHOICE,
        finished=date(2026, 7, 1),
        place="EMP-10",
    )
    store.assessments.add(assessment)
    assert store.assessments.get(assessment.id) == assessment


def test_an_assessment_needs_its_pack(store: Store) -> None:
    """Without the wording nothing is added, so that no answer is ever left without its question."""
    charity = new_charity()
    store.charities.add(charity)
    assessment = new_assessment(charity)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.assessments.add(assessment)
    assert store.assessments.all() == ()


def test_an_assessment_and_its_participants_arrive_together(store: Store) -> None:
    """If one participant cannot be kept, the assessment is not kept either."""
    assessment, (person,) = start_assessment(store)
    other = new_assessment(store.charities.get(assessment.charity_id))
    with pytest.raises(Exception, match="UNIQUE"):
        store.assessments.add(other, (new_participant(other), person))
    assert store.assessments.all() == (assessment,)


def test_title_finish_and_place_can_change(store: Store) -> None:
    """What a person may still change after the start is kept."""
    assessment, _people = start_assessment(store)
    changed = replace(assessment, title="Away-day, June", finished=TODAY, place="POW-2")
    store.assessments.change(changed)
    assert store.assessments.get(assessment.id) == changed
    store.assessments.change(assessment)
    assert store.assessments.get(assessment.id) == assessment


def test_the_place_is_remembered_without_waiting(store: Store, folder: DataFolder) -> None:
    """Turning a page never waits; the place is there after the program was closed."""
    assessment, _people = start_assessment(store)
    store.assessments.remember_place(assessment.id, "POW-2")
    store.close()
    with Store.open(folder) as again:
        assert again.assessments.get(assessment.id).place == "POW-2"


def test_an_unknown_assessment_is_a_key_error(store: Store) -> None:
    """Each verb that names an assessment says when there is none."""
    unknown = new_assessment(new_charity())
    for verb in (
        lambda: store.assessments.get(unknown.id),
        lambda: store.assessments.change(unknown),
        lambda: store.assessments.remove(unknown.id, TODAY),
        lambda: store.assessments.restore(unknown.id),
        lambda: store.assessments.remember_place(unknown.id, None).result(),
    ):
        with pytest.raises(KeyError, match=unknown.id):
            verb()


def test_the_latest_touched_comes_first(store: Store) -> None:
    """An answer, a turned page or a plan brings an assessment to the top, whatever the clock."""
    first, (person,) = start_assessment(store)
    second, _people = start_assessment(store)
    third, _people = start_assessment(store)

    def order() -> list[str]:
        return [summary.assessment.id for summary in store.lists.summaries()]

    assert order() == [third.id, second.id, first.id]
    store.responses.save(Response(person.id, "POW-1", "4"))
    assert order() == [first.id, third.id, second.id]
    store.assessments.remember_place(second.id, "POW-1")
    assert order() == [second.id, first.id, third.id]
    action = PlanAction("1", "Ask partners", ActionKind.QUICK_WIN)
    store.plans.save(Plan(third.id, (action,)))
    assert order() == [third.id, second.id, first.id]


def test_a_removed_assessment_can_be_brought_back(store: Store) -> None:
    """Undo brings it back with its answers."""
    assessment, (person,) = start_assessment(store)
    response = Response(person.id, "POW-1", "4")
    store.responses.save(response)
    store.assessments.remove(assessment.id, TODAY)
    assert store.assessments.all() == ()
    assert store.assessments.removed() == (Removed(assessment, TODAY),)
    assert store.assessments.get(assessment.id) == assessment
    store.assessments.restore(assessment.id)
    assert store.assessments.of_charity(assessment.charity_id) == (assessment,)
    assert store.responses.of_assessment(assessment.id) == (response,)
    assert store.assessments.removed() == ()


def test_the_bin_has_the_latest_first(store: Store) -> None:
    """What was just removed by mistake is at the top."""
    first, _people = start_assessment(store)
    second, _people = start_assessment(store)
    store.assessments.remove(second.id, date(2026, 6, 1))
    store.assessments.remove(first.id, date(2026, 6, 2))
    assert [removed.record for removed in store.assessments.removed()] == [first, second]


def test_a_summary_counts_answers_to_asked_statements(store: Store) -> None:
    """Don't know is an answer, a note alone is none, and what is not asked does not count."""
    assessment, (person, other) = start_assessment(store, ("POW-1", "POW-2", "EMP-1"), people=2)
    for response in (
        Response(person.id, "POW-1", "4", flagged=True),
        Response(person.id, "POW-2", "dk"),
        Response(person.id, "EMP-1", note="Ask the chair", flagged=True),
        Response(other.id, "POW-1", "2"),
        Response(other.id, "HON-9", "5", flagged=True),
    ):
        saved = store.responses.save(response)
    assert store.lists.summaries() == (
        Summary(
            assessment=assessment,
            charity_name="Sample Charity",
            is_sample=False,
            participants=2,
            answered=3,
            asked=3,
            flagged=2,
            actions=0,
            seq=saved.result().seq,
            pack_title="Sample",
            begun=2,
        ),
    )


def test_a_summary_tells_who_has_begun_and_who_has_finished(store: Store) -> None:
    """A note alone begins nothing, and to finish is to close the sheet."""
    assessment, people = start_assessment(store, ("POW-1",), people=3)
    store.responses.save(Response(people[0].id, "POW-1", "4"))
    store.responses.save(Response(people[1].id, "POW-1", "2"))
    store.responses.save(Response(people[2].id, "POW-1", note="Ask the chair"))
    store.settled.keep(assessment.id, f"closed:{people[1].id}", "yes")
    (summary,) = store.lists.summaries()
    assert (summary.begun, summary.finished, summary.has_parties) == (2, 1, False)


def test_a_summary_without_anybody(store: Store) -> None:
    """An assessment without participants and statements is listed with zeros."""
    assessment, _people = start_assessment(store, (), people=0)
    (summary,) = store.lists.summaries()
    assert summary.assessment == assessment
    assert (summary.participants, summary.answered, summary.asked, summary.flagged) == (0, 0, 0, 0)
    assert summary.seq > 0


def test_in_a_group_everybody_answers_every_statement(store: Store) -> None:
    """Three people with two statements have six answers to give; nobody yet counts as one."""
    start_assessment(store, ("POW-1", "POW-2"), people=3)
    start_assessment(store, ("POW-1", "POW-2"), people=0)
    assert [summary.total for summary in store.lists.summaries()] == [2, 6]


def test_participants_keep_their_order(store: Store) -> None:
    """Whoever joins late comes last."""
    assessment, people = start_assessment(store, people=11)
    late = new_participant(assessment, "A late person")
    store.participants.add(late)
    assert store.participants.of_assessment(assessment.id) == (*people, late)


def test_participants_belong_to_one_assessment(store: Store) -> None:
    """Another assessment has its own people."""
    start_assessment(store)
    second, people = start_assessment(store, people=2)
    assert store.participants.of_assessment(second.id) == people
