"""Sessions to draw: ordinary, with every kind of vote, with too few, of a hall, with long texts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import ActionKind, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.tally import tally_answers
from collabkit.assets import resource
from collabkit.plans.plan import Plan
from collabkit.reports.session_document import (
    HeldSession,
    MinutesDocument,
    SessionDocument,
    minutes_document,
    session_document,
)
from collabkit.room import adopting, steps, votes
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase, convene
from collabkit.room.preparation import Preparation

TODAY = date(2026, 11, 22)
HELD_ON = date(2026, 11, 20)
MANY = (
    "POW-1", "POW-3", "POW-5", "EMP-1", "EMP-2", "HON-1", "HON-3", "HON-4", "COM-1", "COM-2",
    "IMP-1", "IMP-3", "IMP-4", "EMP-4", "COM-5",
)  # fmt: skip

SPLIT = ("1", "2", "1", "2", "4", "5", "5", "4", "3", "2")
TOGETHER = ("3", "4", "4", "3", "4", "4", "3", "3", "4", "4")
MOSTLY = ("3", "4", "4", "4", "3", "4", "4", "3", "dk", "1")
SCATTERED = ("1", "3", "3", "2", "3", "4", "3", "dk", "dk", "na")


@cache
def five_themes() -> Pack:
    return read_pack(resource("packs", "five-themes.toml"))


def begun(preparation: Preparation) -> Meeting:
    """A session whose first statement is shown."""
    return steps.begin(convene(preparation), HELD_ON)


def voted(meeting: Meeting, *, hands: Sequence[str] = (), slips: Sequence[str] = ()) -> Meeting:
    """Let the room vote on the current statement and see what came out."""
    form = five_themes().form_of(five_themes().item(meeting.turn.item_id))
    meeting = votes.open_vote(meeting)
    if hands:
        meeting = votes.count_hands(meeting, {code: hands.count(code) for code in set(hands)})
    for code in slips:
        meeting = votes.take_slip(meeting, code)
    return votes.reveal(votes.close_vote(meeting, form))


def sheets_sealed(meeting: Meeting, sheets: Mapping[str, Sequence[str]], people: int) -> Meeting:
    """Keep what whole sheets say."""
    pack = five_themes()
    tallies = {
        item_id: tally_answers(item_id, pack.form_of(pack.item(item_id)), codes)
        for item_id, codes in sheets.items()
    }
    return votes.seal(meeting, tallies, people)


def at(meeting: Meeting, place: int) -> Meeting:
    """Go to another statement."""
    return steps.go_to(meeting, place)


def ended(meeting: Meeting, actions: Sequence[DraftAction], adopted: Mapping[str, bool]) -> Meeting:
    """Come to the end: ``adopted`` says which actions were adopted, and whether for now."""
    meeting = steps.end_statements(meeting)
    meeting = replace(adopting.choose(meeting, (meeting.turns[0].item_id,)), phase=Phase.ADOPT)
    for action in actions:
        meeting = adopting.draft(meeting, action)
        fists = (0, 0, 0, 3, 3, 4) if action.id in adopted else (0, 2, 4, 2, 1, 1)
        meeting = adopting.show_fists(meeting, action.id, fists)
        if action.id in adopted:
            meeting = adopting.adopt(meeting, action.id, now=adopted[action.id])
    return replace(meeting, phase=Phase.END)


def four_actions(ids: Sequence[str]) -> list[DraftAction]:
    return [
        DraftAction(
            "a1",
            ids[0],
            "Ask three partners how our meetings work for them, and tell them what we change.",
            owner="The chair",
            first_step="Telephone the food bank before Friday",
            due=date(2026, 12, 18),
        ),
        DraftAction(
            "a2",
            ids[1],
            "Write down who decides what in each partnership.",
            owner="The treasurer",
            first_step="Bring a list of our partnerships to the next meeting",
            due=date(2027, 1, 31),
            kind=ActionKind.LONGER_TERM,
        ),
        DraftAction(
            "a3", None, "Put “working with others” on every agenda.", owner="The secretary"
        ),
        DraftAction(
            "a4",
            ids[2],
            "Ask the council to invite all partners to its reviews.",
            kind=ActionKind.INFLUENCE,
            due=date(2027, 3, 1),
        ),
        DraftAction("a5", ids[2], "Merge our newsletter with that of the network."),
    ]


@cache
def away_day() -> Meeting:
    """Ten people: three by hands and seven on sheets, on slips where they vote again."""
    ids = MANY[:8]
    meeting = begun(Preparation("Away-day, November 2026", ids, people=10))
    patterns = (SPLIT, TOGETHER, SCATTERED, MOSTLY, SPLIT, TOGETHER, TOGETHER)
    meeting = sheets_sealed(
        meeting, {i: p[:7] for i, p in zip(ids[:7], patterns, strict=True)}, people=7
    )
    for place, pattern in enumerate(patterns):
        meeting = voted(at(meeting, place), hands=pattern[7:])
        if place in (0, 4):
            meeting = steps.write_note(
                meeting, ids[place], "Some think of the council, others of the small groups."
            )
            again = MOSTLY if place else TOGETHER
            meeting = voted(meeting, slips=again[:7], hands=again[7:])
        decision = (Decision.ACTION, Decision.MOVE_ON, Decision.PARK)[place % 3]
        meeting = steps.decide(replace(meeting, phase=Phase.DECIDE), decision)
    adopted = {"a1": True, "a2": True, "a3": True, "a4": False}
    return ended(at(meeting, 7), four_actions(ids), adopted)


@cache
def long_day() -> Meeting:
    """Fifteen statements with two votes each, by fifteen people."""
    meeting = begun(Preparation("Away-day, November 2026", MANY, people=15))
    for place in range(len(MANY)):
        meeting = voted(at(meeting, place), slips=(*SPLIT, *TOGETHER[:5]))
        meeting = voted(meeting, slips=(*TOGETHER, *MOSTLY[:5]))
        meeting = steps.write_note(meeting, MANY[place], "A note, written in passing.")
        meeting = steps.decide(meeting, Decision.MOVE_ON)
    adopted = {"a1": True, "a2": True, "a3": True, "a4": False}
    return ended(meeting, four_actions(MANY), adopted)


@cache
def too_few() -> Meeting:
    """Votes about which nothing may be said: nearly all answered with a way out."""
    meeting = begun(Preparation("Committee", MANY[:2], people=6))
    meeting = voted(meeting, slips=("dk", "dk", "na", "1", "5", "3"))
    meeting = voted(at(meeting, 1), hands=("5",), slips=("dk", "dk", "dk", "4", "na"))
    return ended(meeting, (), {})


@cache
def long_texts() -> Meeting:
    """Every text as long as the fields allow."""
    ids = MANY
    long = "We have talked about this with many partners over the years, and it is never easy. "
    title = "Away-day of the whole committee together with all volunteers and friends " * 2
    promise = "\n".join([long * 2] * 8)
    meeting = begun(Preparation(title, ids, people=10, promise=promise))
    for place in range(3):
        meeting = voted(at(meeting, place), slips=SPLIT)
        meeting = voted(voted(meeting, slips=TOGETHER), slips=MOSTLY)
        meeting = steps.write_note(meeting, ids[place], long * 30)
    actions = [
        DraftAction(
            f"a{number}",
            ids[number % 3],
            (long * 12)[:999],
            owner=(long * 3)[:200],
            first_step=(long * 12)[:999],
            due=TODAY,
            kind=list(ActionKind)[number % 3],
        )
        for number in range(20)
    ]
    adopted = {f"a{number}": number < 3 for number in range(18)}
    return ended(meeting, actions, adopted)


@cache
def hall() -> Meeting:
    """Two hundred people."""
    meeting = begun(Preparation("Open evening", MANY[:2], people=200))
    meeting = voted(meeting, hands=("4",) * 150 + ("2",) * 50)
    meeting = voted(meeting, slips=("4",) * 200)
    meeting = voted(at(meeting, 1), hands=("5",) * 200)
    return ended(meeting, (), {})


def charity(name: str = "Sample Charity", *, is_sample: bool = False) -> Charity:
    return Charity("c1", name, is_sample=is_sample)


def plan_after(meeting: Meeting) -> Plan:
    return adopting.plan_of(meeting, "assessment", Plan("assessment"))


def held(
    meeting: Meeting,
    plan: Plan | None = None,
    *,
    is_practice: bool = False,
    name: str = "Sample Charity",
) -> HeldSession:
    return HeldSession(
        meeting, five_themes(), charity(name), plan or plan_after(meeting), TODAY, is_practice
    )


def report_of(
    meeting: Meeting,
    plan: Plan | None = None,
    *,
    is_practice: bool = False,
    name: str = "Sample Charity",
) -> SessionDocument:
    return session_document(held(meeting, plan, is_practice=is_practice, name=name))


def minutes_of(
    meeting: Meeting,
    plan: Plan | None = None,
    *,
    is_practice: bool = False,
    name: str = "Sample Charity",
) -> MinutesDocument:
    return minutes_document(held(meeting, plan, is_practice=is_practice, name=name))
