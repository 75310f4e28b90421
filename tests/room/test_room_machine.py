"""The room as a machine that anybody may push: what holds after every step, in any order.

There are two rooms, in which as many people answer in the same ways, but not the same. Only what
was revealed makes a difference to what can be seen; after a reveal the second room goes on with
what the first one has shown.

Every run of the tests holds the same 60 sessions; ``SESSIONS=3000`` in the environment holds that
many others, picked at random.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random

import hypothesis.strategies as st
from away_day import DAY, STATEMENTS, form, pack
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from collabkit.assessments.pack import ActionKind
from collabkit.assessments.tally import Tally, tally_answers
from collabkit.plans.plan import NOW_LIMIT, Plan, PlanFullError
from collabkit.room import adopting, steps, votes
from collabkit.room.channels import Hands, OpenVote
from collabkit.room.meeting import MOST_ROUNDS, Decision, DraftAction, Meeting, Phase, convene
from collabkit.room.preparation import Preparation
from collabkit.room.record import check_fits, meeting_from_json, meeting_to_json
from collabkit.room.refused import NotNowError
from collabkit.room.scenes import map_of, scene_of
from collabkit.room.showing import is_worth_another_vote, rounds_of, tallies_of
from collabkit.room.ways import Way

CODES = ("1", "2", "3", "4", "5", "dk", "na")
CAN_VOTE = (Phase.READ, Phase.REVEAL, Phase.TALK, Phase.DECIDE)
WAYS = ("hands slips sheets", "hands slips sheets", "hands slips", "slips", "hands", "slips sheets")
SEEDS = st.integers(0, 2**32 - 1)
Step = Callable[[Meeting], Meeting]
Answers = list[tuple[str, str]]  # of each person, in the one room and in the other


class Room(RuleBasedStateMachine):
    """Whatever can be done in the room, in any order."""

    @initialize(seed=SEEDS)
    def come_together(self, seed: int) -> None:
        """A board meets; the second room is like the first."""
        self.chance = chance = Random(seed)
        minimum = chance.choice((3, 3, 5))
        people = chance.randint(minimum, 12)
        ways = frozenset(map(Way, chance.choice(WAYS).split()))
        self.one = self.other = convene(Preparation("Away-day", STATEMENTS, people, minimum, ways))
        self.shown: dict[tuple[str, int], Tally] = {}
        self.closed = dict.fromkeys(STATEMENTS, 0)
        self.plan = Plan("assessment")
        if chance.random() < 0.3:
            self.seal_sheets()
        if chance.random() < 0.8:
            self.push(lambda m: steps.begin(m, DAY))

    @rule(seed=SEEDS)
    def happen(self, seed: int) -> None:
        """Something happens: mostly what is meant to, and often what is not."""
        self.chance = Random(seed)
        can_happen = {
            self.vote: 6, self.press_next: 5, self.press_back: 3, self.key_in_slips: 3,
            self.seal_sheets: 3, self.count_present: 2, self.count_hands: 2, self.close: 2,
            self.reveal: 2, self.go_to: 2, self.come_to_the_end: 1, self.act: 3, self.crash: 2,
            self.open_vote: 1, self.call_off: 1, self.take_back_slip: 1, self.pause: 1,
            self.end_statements: 1, self.end_statements_too_early: 1, self.decide: 1,
            self.write_note: 1, self.choose: 1, self.draft: 1, self.write_plan: 1,
        }  # fmt: skip
        self.chance.choices([*can_happen], [*can_happen.values()])[0]()

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

    def answers(self, people: int) -> Answers:
        """How people answer, not the same in both rooms; at times hardly anybody knows."""
        weights = self.chance.choice(((3, 3, 3, 3, 3, 1, 1), (1, 0, 1, 0, 1, 9, 1)))
        row = self.chance.choices(CODES, weights, k=2 * people)
        return list(zip(row[:people], row[people:], strict=True))

    def press_next(self) -> None:
        """The one button: never refused but for an empty vote, too small a room, and the end."""
        phase, is_paused = self.one.phase, self.one.is_paused
        is_done = self.push(lambda m: steps.go_on(m, form(), DAY))
        if is_paused or phase not in (Phase.LOBBY, Phase.READ, Phase.VOTE, Phase.END):
            assert is_done
        assert not is_done or is_paused or self.one.phase is not phase or phase is Phase.DECIDE
        if self.chance.random() < 0.2:  # a clicker that bounces
            self.press_next()

    def press_back(self) -> None:
        """Back reopens nothing, hides nothing and loses no answer."""
        before = self.one
        assert self.push(steps.go_back)
        assert steps.can_go_back(before) == (self.one != before)
        assert self.one.turns == before.turns
        assert self.one.sealed == before.sealed
        assert self.one.phase not in (Phase.VOTE, Phase.CLOSED) or self.one == before
        if before.phase is Phase.CLOSED:
            assert self.one == before
        if before.open_vote is not None and self.one.open_vote is None:
            assert set(before.open_vote.came) <= {Way.SHEETS}

    def open_vote(self) -> None:
        """Only over a statement, and not in a break; sheets are in its first vote alone."""
        sealed = self.one.sealed.get(self.one.turn.item_id, {})
        can = not self.one.is_paused and self.one.phase in CAN_VOTE
        can = can and len(self.one.turn.votes) < MOST_ROUNDS
        assert self.push(votes.open_vote) == can
        if can and self.one.open_vote is not None:
            assert self.one.open_vote.people == sum(sealed.values())

    def key_in_slips(self, people: int | None = None) -> None:
        """Some slips, not the same in both rooms."""
        for code, other in self.answers(self.chance.randint(1, 9) if people is None else people):
            can = (
                self.one.open_vote is not None
                and Way.SLIPS in self.one.preparation.ways
                and self.one.open_vote.people < self.one.present
            )
            assert can == self.push(
                partial(votes.take_slip, code=code), partial(votes.take_slip, code=other)
            )

    def take_back_slip(self) -> None:
        """The last slip was a mistake."""
        assert self.push(votes.take_back_slip) == (self.one.phase is Phase.VOTE)

    def count_hands(self, people: int | None = None) -> None:
        """Hands are counted anew, at times more than there are."""
        shown = self.answers(self.chance.randint(0, 9) if people is None else people)
        ones, others = ([pair[room] for pair in shown] for room in (0, 1))
        can = self.one.open_vote is not None and Way.HANDS in self.one.preparation.ways
        if can and self.one.open_vote is not None:
            without = self.one.open_vote.with_channel(Hands())
            can = without.people + len(shown) <= self.one.present
        assert can == self.push(
            partial(votes.count_hands, counts={code: ones.count(code) for code in CODES}),
            partial(votes.count_hands, counts={code: others.count(code) for code in CODES}),
        )

    def come_to_a_statement(self) -> None:
        """Get there from wherever the session is."""
        while not (self.one.phase in CAN_VOTE and not self.one.is_paused):
            if self.one.is_paused or self.one.phase in (Phase.LOBBY, Phase.CLOSED):
                self.push(lambda m: steps.count_present(m, max(m.present, 5)))
                self.push(lambda m: steps.go_on(m, form(), DAY))
            elif self.one.phase is Phase.VOTE:
                self.call_off()
            elif self.one.phase is Phase.MAP:
                self.go_to()
            else:
                self.press_back()

    def vote(self) -> None:
        """A whole vote: everybody, or as many as before; some by hand, some on paper."""
        self.come_to_a_statement()
        if self.chance.random() < 0.4:
            self.go_to()
        if self.chance.random() < 0.3:
            people = self.one.present + self.chance.randint(-2, 5)
            self.push(lambda m: steps.count_present(m, people))
        before = self.one.turn.votes
        self.open_vote()
        if self.one.open_vote is None:
            return
        ways, missing = self.one.preparation.ways, votes.missing(self.one)
        by_slip = missing if Way.SLIPS in ways else 0
        if Way.HANDS in ways and self.chance.random() < 0.6:
            by_slip = self.chance.randint(0, by_slip)
        by_hand = missing - by_slip
        if before and self.chance.random() < 0.7:
            came = before[-1].came
            by_hand = came.get(Way.HANDS, 0)
            by_slip = sum(came.values()) - by_hand
        self.key_in_slips(by_slip)
        self.count_hands(by_hand)
        self.close()
        if self.chance.random() < 0.8:
            self.reveal()

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
        if 0 < private_n < minimum or everybody.n < minimum:
            assert not any(vote.tally.counts.values())
            assert vote.tally.hidden == everybody.n
            assert vote.tally.dont_know == everybody.dont_know
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

    def seal_sheets(self) -> None:
        """A batch of sheets, some answers left out, not the same in both rooms."""
        people = self.chance.randint(0, 9)
        columns = [self.answers(self.chance.randint(people // 2, people)) for _ in STATEMENTS]

        def counted(room: int) -> dict[str, Tally]:
            return {
                item_id: tally_answers(item_id, form(), [pair[room] for pair in column])
                for item_id, column in zip(STATEMENTS, columns, strict=True)
            }

        before, minimum = self.one, self.one.preparation.minimum
        is_done = self.push(
            lambda m: votes.seal(m, counted(0), people), lambda m: votes.seal(m, counted(1), people)
        )
        done = (Phase.VOTE, Phase.CLOSED, Phase.CHOOSE, Phase.ADOPT, Phase.END)
        can = Way.SHEETS in before.preparation.ways and before.phase not in done
        assert is_done == (can and people >= minimum)
        for turn, column in zip(self.one.turns, columns, strict=True):
            had, has = (sum(m.sealed.get(turn.item_id, {}).values()) for m in (before, self.one))
            takes_in = is_done and len(column) >= minimum and not turn.votes
            assert has - had == (len(column) if takes_in else 0)

    def count_present(self) -> None:
        """People come and go."""
        people = self.chance.randint(0, 14)
        self.push(lambda m: steps.count_present(m, people))

    def pause(self) -> None:
        """A break, never with an open vote."""
        can = self.one.phase not in (Phase.VOTE, Phase.END)
        assert self.push(steps.pause) == can

    def go_to(self) -> None:
        """To any statement."""
        place = self.chance.randrange(len(STATEMENTS))
        can = not self.one.is_paused and self.one.phase in (*CAN_VOTE, Phase.MAP)
        assert self.push(lambda m: steps.go_to(m, place)) == can

    def end_statements(self) -> None:
        """Straight to the map."""
        can = not self.one.is_paused and self.one.phase in CAN_VOTE
        assert self.push(steps.end_statements) == can

    def end_statements_too_early(self) -> None:
        """Straight to the map, and straight back to where the room was."""
        before = self.one
        self.end_statements()
        if self.one != before:
            phase, place = before.phase, before.place
            assert self.push(partial(steps.take_up_statements, phase=phase, place=place))
            assert self.one == before

    def decide(self) -> None:
        """What becomes of the statement."""
        decision = self.chance.choice(tuple(Decision))
        assert self.push(lambda m: steps.decide(m, decision)) == (self.one.phase in CAN_VOTE)

    def write_note(self) -> None:
        """A note, at any time."""
        item_id = self.chance.choice(STATEMENTS)
        assert self.push(lambda m: steps.write_note(m, item_id, "What was said.\n"))

    def choose(self) -> None:
        """Some statements to act on."""
        chosen = tuple(self.chance.sample(STATEMENTS, self.chance.randint(0, 4)))
        can = self.one.phase in (Phase.MAP, Phase.CHOOSE, Phase.ADOPT)
        assert self.push(lambda m: adopting.choose(m, chosen)) == can

    def draft(self) -> None:
        """An action is worded, or one that was dropped comes back."""
        number, is_back = self.chance.randrange(6), self.chance.random() < 0.3
        action = DraftAction(
            f"a{number}", STATEMENTS[number % 4], f"Action {number}",
            fists=(0, 0, 0, 0, 0, 5) if is_back else None, is_adopted=is_back, is_now=is_back,
        )  # fmt: skip
        self.push(lambda m: adopting.draft(m, action))

    def act(self) -> None:
        """Something is done with an action."""
        if not self.one.actions:
            self.draft()
            return
        action_id = self.chance.choice(self.one.actions).id
        fists = tuple(self.chance.choices((0, 0, 1, 3), k=6))
        text = self.chance.choice(("Action 1", "Ask them", ""))
        now = self.chance.random() < 0.7
        reword = partial(
            adopting.reword, action_id=action_id, text=text, owner="", first_step="", due=None,
            kind=ActionKind.QUICK_WIN,
        )  # fmt: skip
        self.push(
            self.chance.choice(
                (
                    reword,
                    partial(adopting.drop, action_id=action_id),
                    partial(adopting.show_fists, action_id=action_id, fists=fists),
                    partial(adopting.adopt, action_id=action_id, now=now),
                    partial(adopting.turn_down, action_id=action_id),
                )
            )
        )

    def come_to_the_end(self) -> None:
        """The map, a choice, actions that are adopted or not, and perhaps the end."""
        self.come_to_a_statement()
        self.end_statements()
        self.choose()
        for _ in range(self.chance.randint(0, 6)):
            self.draft()
        while self.one.phase is not Phase.ADOPT:
            self.push(lambda m: steps.go_on(m, form(), DAY))
        for action in self.one.actions:
            now = self.chance.random() < 0.7
            fists = (0, 0, 0, 1, 1, 1)
            self.push(partial(adopting.show_fists, action_id=action.id, fists=fists))
            self.push(partial(adopting.adopt, action_id=action.id, now=now))
            self.write_plan()

    def write_plan(self) -> None:
        """The plan follows the room, however often it is written."""
        known = {action.id for action in self.one.actions}
        for action in self.plan.actions:
            if action.id not in known:
                self.plan = self.plan.without(action.id)
        plan = self.plan = adopting.plan_of(self.one, "assessment", self.plan)
        assert adopting.plan_of(self.one, "assessment", plan) == plan
        adopted = {a.id: a for a in self.one.actions if a.is_adopted}
        assert {a.id: a.text for a in plan.actions} == {a.id: a.text for a in adopted.values()}
        assert {a.id for a in plan.now} == {a.id for a in adopted.values() if a.is_now}

    def crash(self) -> None:
        """The laptop dies. Only an open vote is lost."""
        before = self.one
        for name in ("one", "other"):
            record = meeting_to_json(getattr(self, name))
            meeting, sentence = steps.after_crash(meeting_from_json(record))
            assert bool(sentence) == (before.phase is Phase.VOTE)
            setattr(self, name, meeting)
        expected = before
        if before.phase is Phase.VOTE:
            phase = Phase.TALK if before.turn.votes else Phase.READ
            expected = replace(before, phase=phase, open_vote=None)
        assert self.one == expected

    @invariant()
    def what_was_not_revealed_makes_no_difference(self) -> None:
        """Two rooms that differ in unrevealed answers look, sound and add up alike."""
        one, other = self.one, self.other
        assert scene_of(one, pack(), "Sample Charity") == scene_of(other, pack(), "Sample Charity")
        assert map_of(one, pack()) == map_of(other, pack())
        assert tallies_of(one) == tallies_of(other)
        minimum = one.preparation.minimum
        turn, of_other = one.turn, other.turn
        assert rounds_of(turn, pack(), minimum) == rounds_of(of_other, pack(), minimum)
        again, again_there = (is_worth_another_vote(t, pack(), minimum) for t in (turn, of_other))
        assert again == again_there
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
        """Not altogether, not by private ways, and not sealed."""
        minimum = self.one.preparation.minimum
        for turn in self.one.turns:
            for vote in turn.votes:
                people = sum(vote.came.values())
                private = sum(n for way, n in vote.came.items() if way.is_private)
                assert people >= minimum
                assert private == 0 or private >= minimum
                assert vote.tally.people == people
                assert vote.tally.n >= minimum or not any(vote.tally.counts.values())
        for counts in self.one.sealed.values():
            assert minimum <= sum(counts.values()) <= self.one.present
        assert self.one.phase is not Phase.END or not self.one.sealed

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
_WANTED = os.environ.get("SESSIONS")
TestRoom.settings = settings(
    max_examples=int(_WANTED or 60),
    stateful_step_count=50,
    deadline=None,
    derandomize=_WANTED is None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
