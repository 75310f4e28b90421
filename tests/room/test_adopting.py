"""The end of a session: choosing, wording, adopting, and the plan."""

from dataclasses import replace
from datetime import date

import pytest
from away_day import STATEMENTS, adopting, at_map, begun, shown

from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import Plan, PlanFullError
from collabkit.room import adopting as act
from collabkit.room.meeting import DraftAction, Meeting, Phase
from collabkit.room.refused import NotNowError

CONTENT = (0, 0, 0, 2, 4, 4)


def adopted(*ids: str, now: bool = True) -> Meeting:
    """A session in which these actions were adopted."""
    meeting = adopting()
    for action_id in ids:
        meeting = act.adopt(act.show_fists(meeting, action_id, CONTENT), action_id, now=now)
    return meeting


def reworded(meeting: Meeting, text: str, owner: str = "") -> Meeting:
    """The first action with other words."""
    return act.reword(
        meeting, "a0", text=text, owner=owner, first_step="", due=date(2026, 9, 1),
        kind=ActionKind.LONGER_TERM,
    )  # fmt: skip


def test_the_choice_is_in_the_order_of_the_session() -> None:
    """At most five, known ones, and only from the map on."""
    meeting = at_map(begun())
    assert act.choose(meeting, ("POW-1", "COM-1")).chosen == ("COM-1", "POW-1")
    with pytest.raises(KeyError):
        act.choose(meeting, ("POW-9",))
    with pytest.raises(NotNowError, match="three to five"):
        act.choose(meeting, ("COM-1",) * 6)
    with pytest.raises(NotNowError, match="from the map"):
        act.choose(begun(), ())


def test_few_chosen_are_worth_a_thought() -> None:
    """None, or fewer than three of those voted on; and an end without a plan."""
    meeting = begun()
    for _statement in STATEMENTS[:-1]:
        meeting = act_next(shown(meeting, "11111"))
    choosing = replace(at_map(meeting), phase=Phase.CHOOSE)
    assert "Nothing is chosen" in act.advice_on_going_on(choosing)
    assert "Fewer than three" in act.advice_on_going_on(act.choose(choosing, ("COM-1",)))
    assert act.advice_on_going_on(act.choose(choosing, STATEMENTS[:3])) == ""
    assert "without a plan" in act.advice_on_going_on(adopting())
    assert act.advice_on_going_on(adopted("a0")) == ""
    assert act.advice_on_going_on(replace(at_map(begun()), phase=Phase.CHOOSE)) == ""


def act_next(meeting: Meeting) -> Meeting:
    """The next statement to be read."""
    return replace(meeting, place=meeting.place + 1, phase=Phase.READ)


def test_an_action_can_be_drafted_at_any_time() -> None:
    """With words, for a statement of the session or for none, and once."""
    meeting = act.draft(begun(), DraftAction("a", None, "Ask partners"))
    assert meeting.action("a").text == "Ask partners"
    with pytest.raises(NotNowError, match="there already"):
        act.draft(meeting, DraftAction("a", None, "Ask partners"))
    with pytest.raises(KeyError):
        act.draft(meeting, DraftAction("b", "POW-9", "Ask"))
    with pytest.raises(NotNowError, match="in a few words"):
        act.draft(meeting, DraftAction("b", None, " "))
    with pytest.raises(NotNowError, match="below 1000"):
        act.draft(meeting, DraftAction("b", None, "Ask", owner="x" * 1001))


def test_there_are_only_so_many_actions() -> None:
    """The fifty-first is refused."""
    actions = tuple(DraftAction(str(n), None, "Ask") for n in range(act.MOST_ACTIONS))
    with pytest.raises(NotNowError, match="more than anybody"):
        act.draft(replace(begun(), actions=actions), DraftAction("b", None, "Ask"))


def test_a_dropped_action_comes_back_as_it_was() -> None:
    """Adopted if the room was asked; a fourth one now is refused."""
    meeting = adopted("a0", "a1", "a2")
    action = meeting.action("a0")
    assert act.draft(act.drop(meeting, "a0"), action).action("a0") == action
    with pytest.raises(PlanFullError):
        act.draft(meeting, replace(action, id="b"))
    unasked = act.draft(begun(), replace(action, fists=None)).action("a0")
    assert (unasked.is_adopted, unasked.is_now) == (False, False)
    with pytest.raises(KeyError):
        act.drop(meeting, "b")


def test_other_words_are_asked_anew() -> None:
    """A new text takes adoption and fists away; another owner does not."""
    meeting = adopted("a0")
    same = reworded(meeting, "Action 0", "Treasurer").action("a0")
    assert (same.owner, same.is_adopted, same.fists) == ("Treasurer", True, CONTENT)
    other = reworded(meeting, "Ask").action("a0")
    assert (other.is_adopted, other.is_now, other.fists) == (False, False, None)
    with pytest.raises(NotNowError, match="in a few words"):
        reworded(meeting, " ")


def test_fists_are_those_of_people_in_the_room() -> None:
    """Somebody must show a hand, nobody two, and only while adopting."""
    with pytest.raises(NotNowError, match="That makes 11 hands, and 10 people"):
        act.show_fists(adopting(), "a0", (0, 0, 0, 0, 0, 11))
    with pytest.raises(NotNowError, match="ask the room first"):
        act.show_fists(adopting(), "a0", (0,) * 6)
    with pytest.raises(NotNowError, match="ask the room first"):
        act.show_fists(begun(), "a0", CONTENT)
    for impossible in ((1,), (-1, 0, 0, 0, 0, 5)):
        with pytest.raises(ValueError, match="six counts"):
            act.show_fists(adopting(), "a0", impossible)


def test_doubters_show_fewer_than_three_fingers() -> None:
    """They are asked what should be worded differently."""
    meeting = act.show_fists(adopting(), "a0", (1, 1, 1, 3, 2, 2))
    assert act.doubters(meeting.action("a0")) == 3
    assert act.doubters(meeting.action("a1")) == 0


def test_at_most_three_are_adopted_for_now() -> None:
    """The fourth can be parked."""
    meeting = act.show_fists(adopted("a0", "a1", "a2"), "a3", CONTENT)
    with pytest.raises(PlanFullError):
        act.adopt(meeting, "a3", now=True)
    assert act.adopt(meeting, "a3", now=False).action("a3").is_adopted
    assert act.adopt(meeting, "a2", now=True).action("a2").is_now
    with pytest.raises(NotNowError, match="ask the room first"):
        act.adopt(adopting(), "a0", now=True)


def test_an_adoption_can_be_taken_back() -> None:
    """The action stays among the ideas."""
    action = act.turn_down(adopted("a0"), "a0").action("a0")
    assert (action.is_adopted, action.is_now, action.fists) == (False, False, CONTENT)


def test_the_plan_has_what_was_adopted() -> None:
    """Once each, now or parked, and with the words of the room."""
    meeting = reworded(act.adopt(adopted("a0", "a1"), "a1", now=False), "Action 0", "Chair")
    plan = act.plan_of(meeting, "here", Plan("nowhere"))
    assert plan.assessment_id == "here"
    assert [action.id for action in plan.now] == ["a0"]
    assert [action.id for action in plan.parked] == ["a1"]
    assert (plan.action("a0").owner, plan.action("a0").item_id) == ("Chair", "COM-1")
    assert plan.action("a0").due == date(2026, 9, 1)
    assert act.plan_of(meeting, "here", plan) == plan


def test_the_plan_follows_the_room() -> None:
    """What is not adopted any more goes; what changes places changes places."""
    meeting = adopted("a0", "a1", "a2")
    plan = act.plan_of(meeting, "here", Plan("here"))
    meeting = act.adopt(meeting, "a2", now=False)
    meeting = act.adopt(act.show_fists(meeting, "a3", CONTENT), "a3", now=True)
    plan = act.plan_of(act.turn_down(meeting, "a0"), "here", plan)
    assert [action.id for action in plan.now] == ["a1", "a3"]
    assert [action.id for action in plan.parked] == ["a2"]


def test_what_others_put_first_meanwhile_stays_first() -> None:
    """A full plan takes the room's action as parked."""
    full = act.plan_of(adopted("a0", "a1", "a2"), "here", Plan("here"))
    meeting = replace(adopted("a3"), actions=(adopted("a3").action("a3"),))
    plan = act.plan_of(meeting, "here", full)
    assert [action.id for action in plan.now] == ["a0", "a1", "a2"]
    assert [action.id for action in plan.parked] == ["a3"]
