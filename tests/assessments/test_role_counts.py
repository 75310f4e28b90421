"""How many have each role: told only where no two pictures tell of a few people."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from collabkit.assessments.beside.role_counts import role_counts
from collabkit.assessments.pack import Respondent
from collabkit.assessments.sentences import role_counted

ROLES = st.sampled_from(tuple(Respondent)[:3])


@given(st.lists(st.lists(ROLES, min_size=3, max_size=9), min_size=1, max_size=4))
def test_between_any_two_pictures_lie_whole_groups(batches: list[list[Respondent]]) -> None:
    """Of each role nobody came in between, or as many as the smallest group."""
    people = [[f"{n}-{place}" for place in range(len(each))] for n, each in enumerate(batches)]
    pictures = [
        role_counts(
            {
                person: role
                for ids, roles in list(zip(people, batches, strict=True))[:number]
                for person, role in zip(ids, roles, strict=True)
            },
            people[:number],
            3,
        )
        for number in range(len(batches) + 1)
    ]
    for before, after in combinations(pictures, 2):
        if before is not None and after is not None:
            new = [after.get(role, 0) - before.get(role, 0) for role in Respondent]
            assert all(number == 0 or number >= 3 for number in new)


def test_who_is_in_no_batch_counts_as_one_more() -> None:
    """A picture that nobody could see yet has no batches."""
    role_of = dict.fromkeys("abc", Respondent.STAFF)
    assert role_counts(role_of, [], 3) == {Respondent.STAFF: 3}
    assert role_counts(role_of, [{"a"}], 3) is None
    assert role_counts({}, [], 3) == {}


def test_people_of_a_role_are_counted_in_words() -> None:
    """With the word for one and for several."""
    assert role_counted(Respondent.STAFF, 1) == "one member of staff"
    assert role_counted(Respondent.PERSON_SERVED, 3) == "three people the charity serves"
