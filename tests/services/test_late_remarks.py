"""What was written late waits until it cannot be known as a few people's."""

from itertools import accumulate, pairwise

from beginnings import say, start
from hypothesis import given
from hypothesis import strategies as st

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.assessments.remarks import remarks_on
from collabkit.services import Services
from collabkit.services.assessments import NewPerson
from collabkit.services.closing import close_sheet
from collabkit.services.late_answers import without_too_few
from collabkit.services.measuring import measured
from collabkit.services.packs import builtin_pack
from collabkit.services.results import Picture

PACK = builtin_pack("five-themes")
DONT_KNOW = "dk"
ANSWERS = st.sampled_from(["1", "3", "5", DONT_KNOW, None])


def remarks_after(number: int, batches: list[list[str | None]], minimum: int) -> set[str]:
    """Whose remarks can be read once the first ``number`` batches are there; each wrote one."""
    people = [[f"{n}-{place}" for place in range(len(batch))] for n, batch in enumerate(batches)]
    responses = [
        Response(person, "POW-1", answer, note=person)
        for there, batch in list(zip(people, batches, strict=True))[:number]
        for person, answer in zip(there, batch, strict=True)
    ]
    group_of = dict.fromkeys((response.participant_id for response in responses), None)
    told = without_too_few(responses, PACK, people[:number], minimum, group_of)
    said = [(one.item_id, one.answer) for one in told if one.answer is not None]
    results = measured(
        PACK, said, asked=["POW-1"], minimum=minimum, respondents=99, selection=Selection.CORE
    )
    return set(remarks_on(results.item("POW-1"), told, minimum).notes)


@given(st.data())
def test_whatever_comes_in_is_that_of_five_people_who_answered(data: st.DataObject) -> None:
    """From picture to picture nothing goes, and what is new is nobody's or at least five's."""
    minimum = data.draw(st.integers(3, 7))
    batch = st.lists(ANSWERS, min_size=minimum, max_size=8)
    batches = data.draw(st.lists(batch, min_size=1, max_size=5))
    pictures = [remarks_after(number, batches, minimum) for number in range(len(batches) + 1)]
    for before, after in pairwise(pictures):
        assert before <= after
        new = after - before
        chose = [who for who in new if _answer(batches, who) not in (None, DONT_KNOW)]
        assert not new or len(chose) >= max(5, minimum)


def _answer(batches: list[list[str | None]], who: str) -> str | None:
    batch, place = map(int, who.split("-"))
    return batches[batch][place]


def test_batches_of_three_come_in_together() -> None:
    """Three wait; with the next three there are six, and all of them can be read."""
    batches: list[list[str | None]] = [["3"] * 5, ["3"] * 3, ["3"] * 3]
    sizes = [len(remarks_after(number, batches, 3)) for number in (1, 2, 3)]
    assert sizes == [5, 5, 11]


def test_a_batch_of_five_comes_in_at_once() -> None:
    """Five are enough for words in any picture."""
    batches: list[list[str | None]] = [["3"] * 5, ["3"] * 5]
    assert len(remarks_after(2, batches, 3)) == 10


def test_of_five_late_people_two_who_answered_wait() -> None:
    """Those who know who answered that statement would know who wrote."""
    batches: list[list[str | None]] = [["3"] * 5, ["3", "3", DONT_KNOW, DONT_KNOW, None]]
    assert len(remarks_after(2, batches, 3)) == 5


def test_a_groups_pages_wait_with_late_remarks(services: Services) -> None:
    """Three late answers are in the counts of a group of three at least; their notes are not."""
    people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(11)]
    assessment = start(services, people=people, minimum=3)
    there = services.assessments.participants(assessment.id)
    found = []
    for first, last in pairwise(accumulate([0, 5, 3, 3])):
        for person in there[first:last]:
            note = f"Note of {person.pseudonym}"
            say(services, assessment, Response(person.id, "POW-1", "4", note, evidence=note))
            close_sheet(services, assessment.id, person.id)
        picture = services.results.picture(assessment.id)
        result = picture.results.item("POW-1")
        remarks = remarks_on(result, picture.responses, picture.results.minimum)
        found.append((result.n, len(remarks.notes), len(remarks.evidence)))
    assert found == [(5, 5, 5), (8, 5, 5), (11, 11, 11)]


def test_partners_late_words_wait_too(services: Services) -> None:
    """An open question of the partner's eye has no levels: there those who wrote count."""
    mirror = builtin_pack("partners-view")
    question = next(i.id for i in mirror.items if mirror.form_of(i).is_words_only)
    people = [NewPerson(f"Person {n}", Respondent.PARTNER) for n in range(11)]
    assessment = start(
        services, mirror.id, people=people, minimum=3, settled={"identifiable": "yes"}
    )
    there = services.assessments.participants(assessment.id)
    found = []
    for first, last in pairwise(accumulate([0, 5, 3, 3])):
        for person in there[first:last]:
            say(services, assessment, Response(person.id, question, None, f"By {person.id}"))
            close_sheet(services, assessment.id, person.id)
        found.append(_written(services.results.picture(assessment.id)))
    assert found == [5, 5, 11]


def _written(picture: Picture) -> int:
    told = str(picture.told.parts)
    return sum(f"By {person.id}" in told for person in picture.participants)
