import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import item

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.pack import ActionIdea, ActionKind, Effort, Suits
from collabkit.assessments.suggestions import suggested_actions

IDEAS = st.lists(
    st.builds(
        ActionIdea,
        id=st.uuids().map(str),
        text=st.just("Do something."),
        kind=st.sampled_from(ActionKind),
        effort=st.sampled_from(Effort),
        suits=st.sampled_from(Suits),
    ),
    max_size=8,
)
BANDS = st.none() | st.sampled_from(IncomeBand)
RUNNERS = st.none() | st.sampled_from(RunBy)


def idea(
    name: str,
    suits: Suits = Suits.ALL,
    kind: ActionKind = ActionKind.QUICK_WIN,
    effort: Effort = Effort.LOW,
) -> ActionIdea:
    return ActionIdea(name, f"{name}.", kind, effort, suits)


BY_SUITS = tuple(idea(suits.value, suits) for suits in Suits)


@pytest.mark.parametrize(
    ("band", "names"),
    [
        (IncomeBand.MICRO, ["all"]),
        (IncomeBand.SMALL, ["all", "small+"]),
        (IncomeBand.MEDIUM, ["all", "small+", "medium+"]),
        (IncomeBand.LARGE, ["all", "small+", "medium+", "large+"]),
        (IncomeBand.MAJOR, ["all", "small+", "medium+", "large+"]),
        (IncomeBand.SUPER_MAJOR, ["all", "small+", "medium+", "large+"]),
        (None, ["all", "small+", "medium+", "large+"]),
    ],
)
def test_actions_suit_a_size_and_everything_above(band, names):
    """An unknown size leaves nothing out."""
    about = item("A-1", actions=BY_SUITS)
    fitting = suggested_actions(about, income_band=band, run_by=RunBy.STAFF)
    assert [action.id for action in fitting] == names


@pytest.mark.parametrize(
    ("run_by", "offered"), [(RunBy.VOLUNTEERS, True), (None, True), (RunBy.STAFF, False)]
)
def test_ideas_for_volunteers_are_not_offered_to_a_group_run_by_staff(run_by, offered):
    """Whoever would rather not say is offered them, too."""
    about = item("A-1", actions=(idea("volunteers", Suits.VOLUNTEER_RUN),))
    fitting = suggested_actions(about, income_band=IncomeBand.MICRO, run_by=run_by)
    assert bool(fitting) is offered


def test_low_effort_and_quick_wins_come_first():
    """Then comes what takes longer, and what somebody else has to change; ties as in the pack."""
    ideas = (
        idea("weeks", effort=Effort.HIGH),
        idea("influence", kind=ActionKind.INFLUENCE),
        idea("days", effort=Effort.MEDIUM),
        idea("longer", kind=ActionKind.LONGER_TERM),
        idea("quick"),
        idea("quick too"),
    )
    fitting = suggested_actions(item("A-1", actions=ideas), income_band=None, run_by=None)
    order = ["quick", "quick too", "longer", "influence", "days", "weeks"]
    assert [action.id for action in fitting] == order


@given(IDEAS, BANDS, RUNNERS)
def test_suggestions_are_the_pack_s_own_and_the_easiest_come_first(ideas, band, runner):
    """Nothing is invented, nothing that suits everybody is left out."""
    fitting = suggested_actions(item("A-1", actions=tuple(ideas)), income_band=band, run_by=runner)
    assert set(fitting) <= set(ideas)
    assert {i for i in ideas if i.suits is Suits.ALL} <= set(fitting)
    efforts = [list(Effort).index(action.effort) for action in fitting]
    assert efforts == sorted(efforts)


@given(IDEAS)
def test_who_would_rather_not_say_sees_everything(ideas):
    """An unknown answer never hides an action."""
    fitting = suggested_actions(item("A-1", actions=tuple(ideas)), income_band=None, run_by=None)
    assert sorted(fitting, key=lambda i: i.id) == sorted(ideas, key=lambda i: i.id)
