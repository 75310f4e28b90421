"""Charities: kept, changed, put into the bin and brought back."""

from dataclasses import replace
from datetime import date

import pytest
from storage_samples import new_assessment, new_charity, start_assessment

from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.storage import Removed, Store

TODAY = date(2026, 6, 3)


@pytest.mark.parametrize(
    "charity",
    [
        Charity("1", "Sample Charity"),
        Charity("2", "Elusen Sampl – ‘ŵ’ 日本", IncomeBand.SUPER_MAJOR, RunBy.STAFF),
        Charity("3", "", IncomeBand.MICRO, RunBy.VOLUNTEERS, PartnershipRole.NOT_NOW, True),
        Charity("4", "Sample", has_contracts=False),
        Charity("5", "Sample", has_contracts=True),
    ],
)
def test_a_charity_comes_back_as_it_was(store: Store, charity: Charity) -> None:
    """Every field survives, *rather not say* included."""
    store.charities.add(charity)
    assert store.charities.get(charity.id) == charity


def test_charities_are_listed_by_name(store: Store) -> None:
    """Capital letters make no difference to the order."""
    for name in ("sample C", "Sample a", "Sample B"):
        store.charities.add(new_charity(name))
    assert [c.name for c in store.lists.charities()] == ["Sample a", "Sample B", "sample C"]


def test_a_change_is_kept(store: Store) -> None:
    """Only the charity that was changed changes."""
    first, second = new_charity("First sample"), new_charity("Second sample")
    store.charities.add(first)
    store.charities.add(second)
    changed = replace(first, income_band=IncomeBand.SMALL, run_by=RunBy.STAFF)
    store.charities.change(changed)
    assert store.lists.charities() == (changed, second)


def test_an_unknown_charity_is_a_key_error(store: Store) -> None:
    """Each verb that names a charity says when there is none."""
    for verb in (
        lambda: store.charities.get("nobody"),
        lambda: store.charities.change(Charity("nobody", "")),
        lambda: store.charities.remove("nobody", TODAY),
        lambda: store.charities.restore("nobody"),
    ):
        with pytest.raises(KeyError, match="nobody"):
            verb()


def test_a_removed_charity_lies_in_the_bin(store: Store) -> None:
    """It is in no list any more, and the bin knows since when."""
    charity = new_charity()
    store.charities.add(charity)
    store.charities.remove(charity.id, TODAY)
    assert store.lists.charities() == ()
    assert store.charities.removed() == (Removed(charity, TODAY),)


def test_a_removed_charity_hides_what_is_below_it(store: Store) -> None:
    """Its assessments are in no list either, nor do they count as removed themselves."""
    assessment, _people = start_assessment(store)
    store.charities.remove(assessment.charity_id, TODAY)
    assert store.assessments.all() == ()
    assert store.lists.summaries() == ()
    assert store.assessments.of_charity(assessment.charity_id) == ()
    assert store.assessments.removed() == ()


def test_a_restored_charity_is_whole_again(store: Store) -> None:
    """Undo brings back the charity and its assessments, but not what was removed by itself."""
    assessment, _people = start_assessment(store)
    charity = store.charities.get(assessment.charity_id)
    other = new_assessment(charity)
    store.assessments.add(other)
    store.assessments.remove(other.id, TODAY)
    store.charities.remove(charity.id, TODAY)
    store.charities.restore(charity.id)
    assert store.lists.charities() == (charity,)
    assert store.assessments.all() == (assessment,)
    assert store.charities.removed() == ()
