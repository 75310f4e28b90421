"""The room as a machine that anybody may push: what holds after every step, in any order.

There are two rooms, in which as many people answer in the same ways, but not the same. Only what
was revealed makes a difference to what can be seen; after a reveal the second room goes on with
what the first one has shown.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import hypothesis.strategies as st
from away_day import DAY, STATEMENTS, form, pack
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from collabkit.assessments.pack import ActionKind
from collabkit.assessments.tally import Tally, tally_answers
from collabkit.plans.plan import NOW_LIMIT, Plan, PlanFullError
from collabkit.room import adopting, steps, votes
from collabkit.room.channels import OpenVote
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase, convene
from collabkit.room.preparation import Preparation
from collabkit.room.record import check_fits, meeting_from_json, meeting_to_json
from collabkit.room.refused import NotNowError
from collabkit.room.scenes import map_of, scene_of
from collabkit.room.showing import is_worth_another_vote, rounds_of, tallies_of
from collabkit.room.ways import Way

CODES = ("1", "2", "3", "4", "5", "dk", "na")
codes = st.sampled_from(CODES)
pairs_of_codes = st.tuples(codes, codes)
Step = Callable[[Meeting], Meeting]
CAN_VOTE = (Phase.READ, Phase.REVEAL, Phase.TALK, Phase.DECIDE)


class Room(RuleBasedStateMachine):
    """Whatever can be done in the room, in any order."""

    @initialize(
        people=st.integers(3, 12),
        minimum=st.sampled_from((3, 3, 5)),
        ways=st.sampled_from(
            (
                "hands slips sheets",
                "hands slips sheets",
                "hands slips",
                "slips",
                "hands",
                "hands sheets",
            )
        ),
        begins=st.sampled_from((True, True, False)),
    )
    def come_together(self, people: int, minimum: int, ways: str, begins: bool) -> None:
        """A board meets; the second room is like the first."""
        preparation = Preparation(
            "Away-day", STATEMENTS, max(people, minimum), minimum, frozenset(map(Way, ways.split()))
        )
        self.one = self.other = convene(preparation)
        self.shown: dict[tuple[str, int], Tally] = {}
        self.closed: dict[str, int] = dict.fromkeys(STATEMENTS, 0)
        self.plan = Plan("assessment")
        if begins:
            self.push(lambda m: steps.begin(m, DAY))

    def push(self, step: Step, step_of_other: Step | None = None) -> bool:
        """Take a step in both rooms; return whether it was possible, in both or in neither."""
        before = repr(self.one)
        ends = []
        for meeting, its_step in ((self.one, step), (self.other, step_of_other or step)):
            try:
                ends.append((its_step(meeting), ""))
            except (NotNowError, PlanFullError) as error:
                ends.append((meeting, f"{type(error)} {error}"))
        (one, refusal), (other, refusal_of_other) = ends
        assert refusal == refusal_of_other
        if refusal:
            assert repr(self.one) == before
        self.one, self.other = one, other
        if one.phase is Phase.REVEAL:  # what was shown is the same from here on
            self.other = votes.with_turn(other, one.turn)
        return not refusal

    @rule()
    def press_next(self) -> None:
        """The one button: never refused but for an empty vote, a lobby without people, the end."""
        phase, is_paused = self.one.phase, self.one.is_paused
        is_done = self.push(lambda m: steps.go_on(m, form(), DAY))
        if is_paused or phase not in (Phase.LOBBY, Phase.READ, Phase.VOTE, Phase.END):
            assert is_done
        assert self.one.phase is not phase or is_paused or not is_done or phase is Phase.DECIDE

    @rule(today=st.just(DAY))
    def press_next_twice(self, today: object) -> None:
        """A clicker that bounces."""
        self.press_next()
        self.press_next()

    @rule()
    def press_back(self) -> None:
        """Back reopens nothing and hides nothing."""
        before = self.one
        self.push(steps.go_back)
        assert self.one.turns == before.turns
        assert self.one.phase not in (Phase.VOTE, Phase.CLOSED) or self.one == before
        if before.open_vote is not None and self.one.open_vote is None:
            came = before.open_vote.came
            assert set(came) <= {Way.SHEETS}

    def open_vote(self) -> None:
        """Only over a statement, and not in a break."""
        can = not self.one.is_paused and self.one.phase in CAN_VOTE and len(self.one.turn.votes) < 9
        assert self.push(votes.open_vote) == can

    @rule(answers=st.lists(pairs_of_codes, min_size=1, max_size=8))
    def key_in_slips(self, answers: list[tuple[str, str]]) -> None:
        """Some slips, not the same in both rooms."""
        for code, other in answers:
            can = (
                self.one.open_vote is not None
                and Way.SLIPS in self.one.preparation.ways
                and self.one.open_vote.people < self.one.present
            )
            assert can == self.push(
                lambda m, code=code: votes.take_slip(m, code),  # type: ignore[misc]
                lambda m, code=other: votes.take_slip(m, code),  # type: ignore[misc]
            )

    def take_back_slip(self) -> None:
        """The last slip was a mistake."""
        assert self.push(votes.take_back_slip) == (self.one.phase is Phase.VOTE)

    @rule(answers=st.lists(pairs_of_codes, max_size=12))
    def count_hands(self, answers: list[tuple[str, str]]) -> None:
        """Hands are counted anew."""
        ones, others = ([pair[n] for pair in answers] for n in (0, 1))
        self.push(
            lambda m: votes.count_hands(m, {code: ones.count(code) for code in CODES}),
            lambda m: votes.count_hands(m, {code: others.count(code) for code in CODES}),
        )

    @precondition(lambda self: self.one.phase is Phase.VOTE)
    @rule(data=st.data())
    def everybody_answers(self, data: st.DataObject) -> None:
        """Whoever is still missing answers by one of the ways."""
        missing = votes.missing(self.one)
        answers = data.draw(st.lists(pairs_of_codes, min_size=missing, max_size=missing))
        if Way.SLIPS in self.one.preparation.ways and data.draw(st.booleans()):
            self.key_in_slips(answers)
        elif Way.HANDS in self.one.preparation.ways:
            self.count_hands(answers)

    def come_to_a_statement(self, place: int) -> None:
        """Get there from wherever the session is."""
        while not (self.one.phase in CAN_VOTE and not self.one.is_paused):
            if self.one.is_paused or self.one.phase in (Phase.LOBBY, Phase.CLOSED):
                self.push(lambda m: steps.count_present(m, max(m.present, 5)))
                self.press_next()
            elif self.one.phase is Phase.VOTE:
                self.call_off()
            elif self.one.phase is Phase.MAP:
                self.go_to(place)
            else:
                self.press_back()

    @rule(
        data=st.data(),
        as_before=st.booleans(),
        place=st.integers(0, 3),
        comers=st.sampled_from((0, 0, 1, -1, 4)),
    )
    def vote(self, data: st.DataObject, as_before: bool, place: int, comers: int) -> None:
        """A whole vote: as many as before answer, or everybody; some by hand, some on paper."""
        self.come_to_a_statement(place)
        self.count_present(self.one.present + comers)
        self.open_vote()
        if self.one.open_vote is None:
            return
        ways, turn = self.one.preparation.ways, self.one.turn
        came = turn.votes[-1].came if turn.votes and as_before else None
        missing = votes.missing(self.one)
        by_slip = missing if Way.SLIPS in ways else 0
        if Way.HANDS in ways and by_slip:
            by_slip = data.draw(st.integers(0, missing))
        by_hand = missing - by_slip if Way.HANDS in ways else 0
        if came is not None:
            by_slip, by_hand = sum(came.values()) - came.get(Way.HANDS, 0), came.get(Way.HANDS, 0)
        answers = data.draw(st.lists(pairs_of_codes, min_size=by_slip, max_size=by_slip))
        self.key_in_slips(answers)
        self.count_hands(data.draw(st.lists(pairs_of_codes, min_size=by_hand, max_size=by_hand)))
        self.close()
        if data.draw(st.integers(0, 3)):
            self.reveal()

    @rule(data=st.data())
    def come_to_the_end(self, data: st.DataObject) -> None:
        """The map, a choice, actions that are adopted or not, and perhaps the end."""
        self.come_to_a_statement(0)
        self.end_statements()
        self.choose(data.draw(st.sets(st.sampled_from(STATEMENTS))))
        for number in range(data.draw(st.integers(0, 5))):
            self.draft(number, False)
        while self.one.phase is not Phase.ADOPT:
            self.press_next()
        for action in self.one.actions:
            fists = data.draw(st.tuples(*[st.integers(0, 2)] * 6))
            now = data.draw(st.booleans())
            self.push(partial(adopting.show_fists, action_id=action.id, fists=fists))
            self.push(partial(adopting.adopt, action_id=action.id, now=now))
        self.write_plan()

    def close(self) -> None:
        """What is closed says no more than may be shown, whoever subtracts from it."""
        before = self.one
        can = before.phase is Phase.VOTE and not votes.problem_with_closing(before)
        assert self.push(lambda m: votes.close_vote(m, form())) == can
        if not can or before.open_vote is None:
            return
        minimum, vote = before.preparation.minimum, self.one.turn.votes[-1]
        private = before.open_vote.answers(way for way in Way if way.is_private)
        private_n = tally_answers("", form(), private).n
        everybody = tally_answers(vote.tally.item_id, form(), before.open_vote.answers())
        assert vote.came == before.open_vote.came
        assert vote.tally.people == everybody.people
        if 0 < private_n < minimum or everybody.n < minimum:
            assert not any(vote.tally.counts.values())
            assert vote.tally.hidden == everybody.n
        else:
            assert vote.tally == everybody

    def call_off(self) -> None:
        """An open vote is forgotten; what sheets say is kept for the next one."""
        before = self.one
        assert self.push(votes.call_off) == (before.phase is Phase.VOTE)
        assert (self.one.turns, self.one.sealed) == (before.turns, before.sealed)

    def reveal(self) -> None:
        """Only what is closed can be revealed."""
        can = self.one.phase is Phase.CLOSED and not self.one.is_paused
        assert self.push(votes.reveal) == can

    @rule(
        columns=st.tuples(*[st.lists(pairs_of_codes, max_size=8)] * 4),
        blank_sheets=st.integers(0, 2),
    )
    def seal_sheets(self, columns: tuple[list[tuple[str, str]], ...], blank_sheets: int) -> None:
        """A batch of sheets, some answers left out, not the same in both rooms."""
        people = max(map(len, columns)) + blank_sheets

        def counted(which: int) -> dict[str, Tally]:
            return {
                item_id: tally_answers(item_id, form(), [pair[which] for pair in column])
                for item_id, column in zip(STATEMENTS, columns, strict=True)
            }

        before = self.one
        is_done = self.push(
            lambda m: votes.seal(m, counted(0), people), lambda m: votes.seal(m, counted(1), people)
        )
        assert not is_done or people >= before.preparation.minimum
        for turn in self.one.turns:
            if turn.votes:
                assert turn.item_id not in self.one.sealed

    @rule(people=st.integers(0, 14))
    def count_present(self, people: int) -> None:
        """People come and go."""
        self.push(lambda m: steps.count_present(m, people))

    @rule()
    def pause(self) -> None:
        """A break, never with an open vote."""
        can = self.one.phase not in (Phase.VOTE, Phase.END)
        assert self.push(steps.pause) == can

    @rule(place=st.integers(0, 3))
    def go_to(self, place: int) -> None:
        """To any statement."""
        can = not self.one.is_paused and self.one.phase in (*CAN_VOTE, Phase.MAP)
        assert self.push(lambda m: steps.go_to(m, place)) == can

    @rule()
    def end_statements(self) -> None:
        """Straight to the map."""
        can = not self.one.is_paused and self.one.phase in CAN_VOTE
        assert self.push(steps.end_statements) == can

    @rule(decision=st.sampled_from(Decision))
    def decide(self, decision: Decision) -> None:
        """What becomes of the statement."""
        can = self.one.phase in CAN_VOTE
        assert self.push(lambda m: steps.decide(m, decision)) == can

    @rule(item_id=st.sampled_from(STATEMENTS), note=st.text("ab \n", max_size=5))
    def write_note(self, item_id: str, note: str) -> None:
        """A note, at any time."""
        assert self.push(lambda m: steps.write_note(m, item_id, note))

    @rule(chosen=st.sets(st.sampled_from(STATEMENTS)))
    def choose(self, chosen: set[str]) -> None:
        """Some statements to act on."""
        can = self.one.phase in (Phase.MAP, Phase.CHOOSE, Phase.ADOPT)
        assert self.push(lambda m: adopting.choose(m, tuple(chosen))) == can

    @rule(number=st.integers(0, 5), is_now=st.booleans())
    def draft(self, number: int, is_now: bool) -> None:
        """An action is worded, or one that was dropped comes back."""
        action = DraftAction(
            f"a{number}",
            STATEMENTS[number % 4],
            f"Action {number}",
            fists=(0, 0, 0, 0, 0, 5),
            is_adopted=is_now,
            is_now=is_now,
        )
        self.push(lambda m: adopting.draft(m, action))

    @precondition(lambda self: self.one.actions)
    @rule(data=st.data(), text=st.sampled_from(("Action 1", "Ask them", "")), now=st.booleans())
    def act(self, data: st.DataObject, text: str, now: bool) -> None:
        """Something is done with an action."""
        action = data.draw(st.sampled_from(self.one.actions))
        fists = data.draw(st.tuples(*[st.integers(0, 2)] * 6))
        step = data.draw(st.sampled_from(("reword", "drop", "fists", "adopt", "turn down")))
        match step:
            case "reword":
                self.push(
                    lambda m: adopting.reword(
                        m,
                        action.id,
                        text=text,
                        owner="",
                        first_step="",
                        due=None,
                        kind=ActionKind.QUICK_WIN,
                    )
                )
            case "drop":
                self.push(lambda m: adopting.drop(m, action.id))
            case "fists":
                self.push(lambda m: adopting.show_fists(m, action.id, fists))
            case "adopt":
                self.push(lambda m: adopting.adopt(m, action.id, now=now))
            case "turn down":
                self.push(lambda m: adopting.turn_down(m, action.id))

    @precondition(lambda self: self.one.phase in (Phase.ADOPT, Phase.END))
    @rule()
    def write_plan(self) -> None:
        """The plan follows the room, however often it is written."""
        self.plan = adopting.plan_of(self.one, "assessment", self.plan)
        assert adopting.plan_of(self.one, "assessment", self.plan) == self.plan
        for action in self.one.actions:
            in_plan = {a.id: a for a in self.plan.actions}.get(action.id)
            assert (in_plan is not None) == action.is_adopted
            assert in_plan is None or in_plan.text == action.text

    @rule()
    def crash(self) -> None:
        """The laptop dies. Only an open vote is lost."""
        before = self.one
        for name in ("one", "other"):
            meeting, sentence = steps.after_crash(
                meeting_from_json(meeting_to_json(getattr(self, name)))
            )
            assert bool(sentence) == (before.phase is Phase.VOTE)
            setattr(self, name, meeting)
        expected = before
        if before.phase is Phase.VOTE:
            phase = Phase.TALK if before.turn.votes else Phase.READ
            expected = replace(before, phase=phase, open_vote=None)
        assert self.one == expected

    @rule(data=st.data())
    def push_anything(self, data: st.DataObject) -> None:
        """Whatever stands on a button, wherever the session is."""
        steps_of_votes = (
            self.open_vote, self.take_back_slip, self.close, self.call_off, self.reveal,
        )  # fmt: skip
        data.draw(st.sampled_from(steps_of_votes))()

    @invariant()
    def what_was_not_revealed_makes_no_difference(self) -> None:
        """Two rooms that differ in unrevealed answers look, sound and add up alike."""
        one, other = self.one, self.other
        assert scene_of(one, pack(), "Sample Charity") == scene_of(other, pack(), "Sample Charity")
        assert map_of(one, pack()) == map_of(other, pack())
        assert tallies_of(one) == tallies_of(other)
        minimum = one.preparation.minimum
        for turn, turn_of_other in zip(one.turns, other.turns, strict=True):
            assert rounds_of(turn, pack(), minimum) == rounds_of(turn_of_other, pack(), minimum)
            assert is_worth_another_vote(turn, pack(), minimum) == is_worth_another_vote(
                turn_of_other, pack(), minimum
            )
        assert votes.advice_on_voting(one) == votes.advice_on_voting(other)
        assert adopting.advice_on_going_on(one) == adopting.advice_on_going_on(other)
        if one.phase is Phase.VOTE:
            assert votes.problem_with_closing(one) == votes.problem_with_closing(other)
            assert votes.missing(one) == votes.missing(other)

    @invariant()
    def what_was_revealed_never_changes(self) -> None:
        """A picture that the room has seen stays for ever, and nothing closed is lost."""
        for turn in self.one.turns:
            assert len(turn.votes) >= self.closed[turn.item_id]
            self.closed[turn.item_id] = len(turn.votes)
            for number, vote in enumerate(turn.votes):
                place = (turn.item_id, number)
                if vote.is_revealed:
                    assert self.shown.setdefault(place, vote.tally) == vote.tally
                else:
                    assert place not in self.shown

    @invariant()
    def nothing_is_kept_about_fewer_than_the_smallest_group(self) -> None:
        """Not altogether, by private ways, in a difference, or sealed."""
        minimum = self.one.preparation.minimum
        for turn in self.one.turns:
            private = []
            for vote in turn.votes:
                people = sum(vote.came.values())
                private.append(sum(n for way, n in vote.came.items() if way.is_private))
                assert people >= minimum
                assert private[-1] == 0 or private[-1] >= minimum
                tally = vote.tally
                assert tally.people == people
                assert tally.n >= minimum or not any(tally.counts.values())
            for first in private:
                assert not any(0 < abs(first - second) < minimum for second in private)
        for counts in self.one.sealed.values():
            assert sum(counts.values()) >= minimum
        if self.one.phase is Phase.END:
            assert not self.one.sealed

    @invariant()
    def everything_but_the_open_vote_is_in_the_record(self) -> None:
        """What comes back from the disk is the meeting; nothing of an open vote was written."""
        record = meeting_to_json(self.one)
        again = meeting_from_json(record)
        assert again == replace(self.one, open_vote=None)
        check_fits(again, pack())
        if self.one.open_vote is not None:
            assert record == meeting_to_json(replace(self.one, open_vote=OpenVote()))
        assert (self.one.open_vote is not None) == (self.one.phase is Phase.VOTE)

    @invariant()
    def few_things_are_done_now(self) -> None:
        """At most three, all of them adopted, by a room that was asked in these words."""
        assert sum(action.is_now for action in self.one.actions) <= NOW_LIMIT
        assert len(self.plan.now) <= NOW_LIMIT
        for action in self.one.actions:
            assert not action.is_now or action.is_adopted
            assert not action.is_adopted or action.fists


TestRoom = Room.TestCase
TestRoom.settings = settings(
    max_examples=80,
    stateful_step_count=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
