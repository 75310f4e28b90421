"""What the first pages list comes in plain SQL, and is the same as SQLAlchemy reads."""

import sqlite3
from contextlib import closing
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
from collabkit.assessments.charity import IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.pack import ActionKind
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.storage import Store

TODAY = date(2026, 6, 3)


def test_a_listed_assessment_is_whole(store: Store) -> None:
    """Every field is there, of the right kind, and the statements in their order."""
    charity = replace(new_charity(), is_sample=True)
    store.charities.add(charity)
    keep_pack(store)
    assessment = replace(
        new_assessment(charity, ("POW-2", "EMP-10", "POW-1")),
        selection=Selection.OWN_CHOICE,
        finished=date(2026, 7, 1),
        place="EMP-10",
    )
    store.assessments.add(assessment)
    (summary,) = store.lists.summaries()
    assert summary.assessment == store.assessments.get(assessment.id) == assessment
    assert summary.assessment.selection is Selection.OWN_CHOICE
    assert summary.is_sample is True


def test_a_listed_charity_is_whole(store: Store) -> None:
    """What was told and what was not."""
    told = replace(
        new_charity(),
        income_band=IncomeBand.SMALL,
        run_by=RunBy.VOLUNTEERS,
        usual_role=PartnershipRole.PEER,
        is_sample=True,
        has_contracts=False,
    )
    store.charities.add(told)
    (listed,) = store.lists.charities()
    assert listed == store.charities.get(told.id) == told
    assert listed.run_by is RunBy.VOLUNTEERS
    assert listed.is_sample is True
    assert listed.has_contracts is False


def test_an_action_that_is_due_is_whole(store: Store) -> None:
    """The same action as in the plan."""
    assessment, _people = start_assessment(store)
    action = PlanAction(
        "full", "Ask partners", ActionKind.INFLUENCE, Slot.NOW, "idea", "POW-1", "why", "owner",
        "first step", TODAY, Status.UNDER_WAY, "how",
    )  # fmt: skip
    store.plans.save(Plan(assessment.id, (action,)))
    (due,) = store.lists.due(TODAY)
    assert (due.action,) == store.plans.load(assessment.id).actions
    assert due.action.slot is Slot.NOW


def test_a_summary_counts_the_actions_of_its_own_plan(store: Store) -> None:
    """Another plan does not count."""
    first, _people = start_assessment(store)
    second, _people = start_assessment(store)
    actions = tuple(PlanAction(f"{n}", "Ask partners", ActionKind.QUICK_WIN) for n in range(2))
    store.plans.save(Plan(first.id, actions))
    counted = {s.assessment.id: s.actions for s in store.lists.summaries()}
    assert counted == {first.id: 2, second.id: 0}


def test_a_summary_counts_what_each_sheet_asks(store: Store) -> None:
    """Sheets that ask less have fewer answers to give; what is optional is no answer to give."""
    charity = new_charity()
    store.charities.add(charity)
    keep_pack(store)
    assessment = new_assessment(charity, ("A-1", "A-2", "A-3", "A-3-why"))
    one, two, three = (new_participant(assessment, name) for name in ("One", "Two", "Three"))
    store.assessments.add(
        assessment,
        (one, two, three),
        optional=("A-3-why",),
        left_out=[(two.id, "A-1"), (three.id, "A-1"), (three.id, "A-2"), (three.id, "A-3-why")],
    )
    for item_id in ("A-1", "A-3", "A-3-why", "A-9"):  # the last is not asked at all
        store.responses.save(Response(one.id, item_id, "2"))
    store.responses.save(Response(two.id, "A-1", "2"))  # answered before it was left out
    store.responses.save(Response(two.id, "A-2", "2"))
    (summary,) = store.lists.summaries()
    assert summary.assessment.asked == ("A-1", "A-2", "A-3", "A-3-why")
    assert (summary.answered, summary.asked, summary.total) == (3, 3, 3 + 2 + 1)


def test_a_summary_forgets_what_no_sheet_asks(store: Store) -> None:
    """One person with three of four statements has three to answer."""
    assessment, (one, two) = start_assessment(store, ("A-1", "A-2", "A-3", "A-4"), people=2)
    left_out = [(person.id, item_id) for person in (one, two) for item_id in ("A-3", "A-4")]
    store.settled.keep(assessment.id, "mode", "alone", left_out=left_out)
    (summary,) = store.lists.summaries()
    assert (summary.asked, summary.total, summary.left_out) == (2, 4, 0)


def test_a_list_that_cannot_be_read_is_explained(store: Store, folder: DataFolder) -> None:
    """A sentence, and the list is there when the file is free again."""
    start_assessment(store)
    store._writer.read(lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 50").close())
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(EnvironmentProblemError, match="Another program"):
            store.lists.summaries()
        other.execute("ROLLBACK")
    assert len(store.lists.summaries()) == 1


def test_loading_ahead_stands_in_nobodys_way(store: Store, folder: DataFolder) -> None:
    """An answer, a list and closing right behind it are done in their order."""
    assessment, (person,) = start_assessment(store)
    store.close()
    with Store.open(folder) as again:
        again.load_ahead()
        assert len(again.lists.summaries()) == 1
        saved = again.responses.save(Response(person.id, "POW-1", "4"))
    assert saved.exception() is None
    with Store.open(folder) as again:
        again.load_ahead()
    with Store.open(folder, read_only=True) as reader:
        reader.load_ahead()
        assert len(reader.responses.of_assessment(assessment.id)) == 1


def test_nothing_is_copied_after_only_loading_ahead(store: Store, folder: DataFolder) -> None:
    """Loading is no change."""
    store.close()
    before = [(path, path.stat().st_mtime_ns) for path in folder.backups.iterdir()]
    with Store.open(folder) as again:
        again.load_ahead()
    assert [(path, path.stat().st_mtime_ns) for path in folder.backups.iterdir()] == before
