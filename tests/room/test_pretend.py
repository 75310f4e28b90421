"""Pretend people for rehearsals."""

from away_day import STATEMENTS, begun, form, pack

from collabkit.assessments.pack import AnswerForm
from collabkit.room import votes
from collabkit.room.choices import can_be_voted_on
from collabkit.room.pretend import PretendRoom
from collabkit.services.packs import builtin_packs


def test_a_pretend_room_answers_the_same_every_time() -> None:
    """With the same seed; with another it does not."""
    item = pack().item("COM-1")
    one = PretendRoom(1).answers(item, form(), 30, 1)
    assert one == PretendRoom(1).answers(item, form(), 30, 1)
    assert one != PretendRoom(2).answers(item, form(), 30, 1)
    assert PretendRoom(1).fists(9) == PretendRoom(1).fists(9)


def test_pretend_people_answer_every_form() -> None:
    """With answers that it knows, one a person."""
    for each in builtin_packs():
        for item in each.items:
            if can_be_voted_on(each, item):
                answers = PretendRoom(4).answers(item, each.form_of(item), 7, 2)
                assert len(answers) == 7
                assert all(map(each.form_of(item).accepts, answers))


def spread(codes: tuple[str, ...]) -> float:
    """How far apart levels lie: the variance."""
    levels = [int(code) for code in codes if code.isdigit()]
    mean = sum(levels) / len(levels)
    return sum((level - mean) ** 2 for level in levels) / len(levels)


def test_pretend_people_come_closer_by_talking() -> None:
    """Over all statements the second round lies closer together than the first."""
    room = PretendRoom(5)
    rounds = [
        sum(spread(room.answers(item, form(), 40, number)) for item in pack().items)
        for number in (1, 2)
    ]
    assert rounds[1] < rounds[0]


def test_sheets_are_whole() -> None:
    """A row a person, an answer a statement, some left out."""
    rows = PretendRoom(6).sheets(pack(), STATEMENTS, 100)
    assert len(rows) == 100
    assert {len(row) for row in rows} == {len(STATEMENTS)}
    blanks = sum(row.count(None) for row in rows)
    assert 0 < blanks < 40


def test_fists_are_those_of_everybody() -> None:
    """Six counts that add up to the people."""
    assert [sum(PretendRoom(7).fists(people)) for people in (0, 3, 50)] == [0, 3, 50]
    assert len(PretendRoom(7).fists(3)) == 6


def test_nobody_says_dont_know_where_it_cannot_be_said() -> None:
    """A form without ways out gets levels only."""
    bare = AnswerForm("bare", form().kind, "", form().options)
    answers = PretendRoom(8).answers(pack().item("COM-1"), bare, 200, 1)
    assert set(answers) <= {"1", "2", "3", "4", "5"}


def test_a_rehearsal_can_be_voted_through() -> None:
    """Three pretend voters are enough where three are the smallest group."""
    meeting = votes.open_vote(begun(minimum=3, people=3))
    for code in PretendRoom(9).answers(pack().item("COM-1"), form(), 3, 1):
        meeting = votes.take_slip(meeting, code)
    assert votes.problem_with_closing(meeting) == ""
