"""Who took part: roles only where nobody can be worked out."""

from itertools import accumulate, pairwise

import pytest

from collabkit.assessments.assessment import Participant, Response
from collabkit.assessments.pack import Respondent
from collabkit.reports.contents.people import who_took_part

LETTERS = {
    "T": Respondent.TRUSTEE,
    "S": Respondent.STAFF,
    "V": Respondent.VOLUNTEER,
    "P": Respondent.PARTNER,
    "C": Respondent.PERSON_SERVED,
}


def took_part(people: str, minimum: int) -> str:
    """Who took part, a letter a person; small letters have not answered. A bar ends a batch."""
    sizes = [len(batch) for batch in people.split("|")]
    ends = [0, *accumulate(sizes)]
    batches = [{f"p{n}" for n in range(*each)} for each in pairwise(ends)]
    people = people.replace("|", "")
    participants = [
        Participant(f"p{n}", "a1", f"Person {n}", LETTERS[letter.upper()])
        for n, letter in enumerate(people)
    ]
    responses = [
        Response(f"p{n}", "POW-1", "3" if letter.isupper() else None, note="A note")
        for n, letter in enumerate(people)
    ]
    return who_took_part(
        participants,
        responses,
        respondents=sum(letter.isupper() for letter in people),
        minimum=minimum,
        batches=batches,
    )


@pytest.mark.parametrize(
    ("people", "minimum", "words"),
    [
        ("T", 1, "One person: Trustee or committee member"),
        ("S", 1, "One person: Member of staff"),
        ("", 1, "Nobody has answered yet"),
        ("ts", 5, "Nobody has answered yet"),
        ("TTTTSSS", 3, "Seven people: four trustees, three members of staff"),
        ("TTTTSSS", 5, "Seven people"),
        ("TTTTTSSSSS", 5, "Ten people: five trustees, five members of staff"),
        ("TTTTTTT", 5, "Seven people: seven trustees"),
        ("TTTVVVPPPCCC", 3, "12 people: three trustees, three volunteers, three partners, "
         "three people the charity serves"),
        ("TTTTTSSV", 3, "Eight people"),
        ("TTTTTSSSv", 3, "Eight people: five trustees, three members of staff"),
        ("TTTT", 5, "Four people"),
        ("TTTTTSSSSS|TSSSS", 5, "15 people"),
        ("TTTTTSSSSS|SSSSS", 5, "15 people: five trustees, ten members of staff"),
        ("TTTTTSSSSS|TSSSS|SSSSS", 5, "20 people"),
    ],
)  # fmt: skip
def test_roles_are_named_only_if_each_and_the_rest_reach_the_minimum(
    people: str, minimum: int, words: str
) -> None:
    """One small role hides them all, or it could be worked out by subtraction, also of before."""
    assert took_part(people, minimum) == words


def test_people_without_a_participant_are_counted_but_not_described() -> None:
    """Votes of a room come without roles."""
    assert who_took_part([], [], respondents=6, minimum=5) == "Six people"
