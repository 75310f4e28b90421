"""Plans: kept whole and in the order people put them."""

from dataclasses import replace
from datetime import date

import pytest
from storage_samples import start_assessment

from collabkit.assessments.pack import ActionKind
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status
from collabkit.storage import DamagedFileError, DueAction, Store

FULL = PlanAction(
    id="full",
    text="Tell partners what became of last year’s ideas",
    kind=ActionKind.INFLUENCE,
    slot=Slot.NOW,
    idea_id="POW-1a",
    item_id="POW-1",
    why="Two of nine said it never happens",
    owner="the treasurer",
    first_step="List the ideas",
    due=date(2026, 9, 30),
    status=Status.UNDER_WAY,
    how_we_will_know="Each partner had an answer",
    also=("POW-2", "EMP-1"),
    review=date(2026, 8, 31),
    dropped_because="Not dropped after all",
    learned="Ask partners first",
    carried_from="an earlier one",
    progress=(
        ProgressNote(date(2026, 7, 1), "Half of the list is there"),
        ProgressNote(date(2026, 7, 1), "So is the other half"),
    ),
)
REVIEWED = PlanAction("reviewed", "Ask a partner", ActionKind.QUICK_WIN, review=date(2026, 7, 15))
PLAIN = PlanAction("plain", "Meet twice a year", ActionKind.QUICK_WIN)
OTHER = PlanAction("other", "Share minutes", ActionKind.LONGER_TERM, due=date(2026, 8, 1))


def saved(store: Store, *actions: PlanAction) -> Plan:
    assessment, _people = start_assessment(store)
    plan = Plan(assessment.id, actions)
    store.plans.save(plan)
    return plan


def test_a_plan_comes_back_as_it_was(store: Store, folder: DataFolder) -> None:
    """Every field of every action survives a restart with all its checks."""
    plan = saved(store, FULL, PLAIN, OTHER)
    store.close()
    with Store.open(folder) as again:
        assert again.plans.load(plan.assessment_id) == plan


def test_there_is_a_plan_before_the_first_action(store: Store) -> None:
    """An assessment without actions has an empty plan."""
    assessment, _people = start_assessment(store)
    assert store.plans.load(assessment.id) == Plan(assessment.id)


@pytest.mark.parametrize(
    "actions",
    [
        (OTHER, PLAIN, FULL),
        (FULL, PLAIN),
        (PLAIN,),
        (),
        (FULL, replace(PLAIN, status=Status.DONE), OTHER),
        (PlanAction("new", "Ring the neighbours", ActionKind.QUICK_WIN), FULL, OTHER),
    ],
)
def test_a_changed_plan_replaces_the_earlier_one(
    store: Store, folder: DataFolder, actions: tuple[PlanAction, ...]
) -> None:
    """Moved, removed, changed and added actions are all there after a restart."""
    plan = replace(saved(store, FULL, PLAIN, OTHER), actions=actions)
    store.plans.save(plan)
    store.close()
    with Store.open(folder) as again:
        assert again.plans.load(plan.assessment_id) == plan


def test_saving_an_equal_plan_writes_nothing(store: Store) -> None:
    """The assessment does not come to the top of the list for nothing."""
    plan = saved(store, FULL)
    (before,) = store.lists.summaries()
    store.plans.save(plan)
    assert store.lists.summaries() == (before,)


def test_a_plan_cannot_take_an_action_from_another(store: Store) -> None:
    """An action belongs to one assessment; the whole change is refused."""
    first = saved(store, FULL)
    second = saved(store, PLAIN)
    with pytest.raises(Exception, match="UNIQUE"):
        store.plans.save(replace(second, actions=(OTHER, FULL)))
    assert store.plans.load(first.assessment_id) == first
    assert store.plans.load(second.assessment_id) == second


def test_due_actions_are_open_and_their_day_has_come(store: Store) -> None:
    """The earliest first; later ones, those without a day, done and dropped ones are left out."""
    done = replace(OTHER, id="done", status=Status.DONE)
    dropped = replace(OTHER, id="dropped", status=Status.DROPPED)
    plan = saved(store, FULL, PLAIN, OTHER, done, dropped)

    def due(by: date) -> tuple[str, ...]:
        return tuple(entry.action.id for entry in store.lists.due(by))

    assert due(date(2026, 7, 31)) == ()
    assert due(date(2026, 8, 1)) == ("other",)
    assert due(date(2026, 9, 30)) == ("other", "full")
    assert store.lists.due(date(2026, 8, 1)) == (
        DueAction(OTHER, plan.assessment_id, "Away-day", "Sample Charity", "Sample"),
    )


def test_an_action_comes_up_on_the_day_it_is_looked_at_again(store: Store) -> None:
    """Also without a day by which it is to be done; its review is read along."""
    done = replace(REVIEWED, id="done", status=Status.DONE)
    saved(store, OTHER, done, REVIEWED)
    assert store.lists.due(date(2026, 7, 14)) == ()
    assert [entry.action for entry in store.lists.due(date(2026, 7, 15))] == [REVIEWED]
    assert [entry.action.id for entry in store.lists.due(date(2026, 8, 1))] == ["reviewed", "other"]


def test_an_action_that_went_on_is_due_in_the_later_plan_alone(store: Store) -> None:
    """Nobody is reminded twice; if the later time is put away, the earlier plan counts again."""
    saved(store, OTHER)
    later = saved(store, replace(OTHER, id="copy", carried_from=OTHER.id))
    assert [entry.action.id for entry in store.lists.due(date(2026, 8, 1))] == ["copy"]
    store.assessments.remove(later.assessment_id, date(2026, 8, 1))
    assert [entry.action.id for entry in store.lists.due(date(2026, 8, 1))] == ["other"]


def test_what_became_of_an_action_goes_with_it(store: Store) -> None:
    """An action of the same id that comes later begins anew."""
    plan = saved(store, FULL)
    store.plans.save(replace(plan, actions=()))
    bare = PlanAction(FULL.id, FULL.text, FULL.kind)
    store.plans.save(replace(plan, actions=(bare,)))
    assert store.plans.load(plan.assessment_id).actions == (bare,)


def test_nothing_in_the_bin_is_due(store: Store) -> None:
    """Nobody is reminded of what was put away."""
    first = saved(store, OTHER)
    second = saved(store, FULL)
    store.assessments.remove(first.assessment_id, date(2026, 7, 1))
    store.charities.remove(store.assessments.get(second.assessment_id).charity_id, date(2026, 7, 1))
    assert store.lists.due(date(2030, 1, 1)) == ()


def test_a_changed_action_is_noticed(store: Store, folder: DataFolder) -> None:
    """The words of a plan are sealed like those of an answer."""
    saved(store, FULL)
    store.close()
    data = folder.database.read_bytes()
    assert data.count(b"the treasurer") == 1
    folder.database.write_bytes(data.replace(b"the treasurer", b"the secretary"))
    with pytest.raises(DamagedFileError):
        Store.open(folder)
