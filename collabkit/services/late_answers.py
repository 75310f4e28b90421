"""Answers and remarks on single statements that came later, and wait while they are too few. Pure.

People come into a picture in batches, each at least as large as the smallest group; but not
everybody answers every statement. If of five who came later only one chose a level, the counts of
that statement before and after would differ by one person's answer. So the levels of later batches
come into the picture when as many people have chosen one as the smallest group has, and the ways
out when as many have answered at all: a picture of these people alone would show neither before.
What people wrote comes in by the same rule, but never of fewer than five of them: whatever else was
agreed on, a late batch of three must not be known as those who wrote it (measurement rules, *Small
groups*).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Pack
from collabkit.assessments.remarks import REMARKS_FROM


def without_too_few(
    responses: Iterable[Response],
    pack: Pack,
    batches: Sequence[Collection[str]],
    minimum: int,
    group_of: Mapping[str, str | None],
) -> tuple[Response, ...]:
    """Return ``responses`` of the people in ``batches`` without the later answers that wait.

    ``batches`` are ids of participants, one collection for each time that people came into the
    picture, the first first. ``group_of`` has by id whatever is shown apart of others, such as an
    organisation. Answers that wait are left open, and remarks that wait empty.
    """
    batch_of = {person: number for number, batch in enumerate(batches) for person in batch}
    there = [response for response in responses if response.participant_id in batch_of]
    said: dict[tuple[str, str | None], list[list[Response]]] = defaultdict(
        lambda: [[] for _batch in batches]
    )
    for response in there:
        if response.answer is not None:
            cell = said[response.item_id, group_of[response.participant_id]]
            cell[batch_of[response.participant_id]].append(response)
    waiting: set[tuple[str, str]] = set()
    for (item_id, _group), cell in said.items():
        form = pack.form_of(pack.item(item_id))
        levels = {option.code for option in form.options}
        ways_out = {option.code for option in form.ways_out}
        for counts, may_wait in ((levels, levels), (levels | ways_out, ways_out)):
            for one in _too_few(cell, counts, minimum):
                if one.answer in may_wait:
                    waiting.add((one.participant_id, item_id))
    remarked = _batches_with_remarks(there, pack, batch_of, len(batches), minimum)
    return tuple(
        _told(
            one,
            has_answer=(one.participant_id, one.item_id) not in waiting,
            has_remarks=batch_of[one.participant_id] < remarked[one.item_id],
        )
        for one in there
    )


def _told(response: Response, *, has_answer: bool, has_remarks: bool) -> Response:
    if not has_answer:
        response = replace(response, answer=None)
    return response if has_remarks else replace(response, note="", evidence="")


def _too_few(
    batches: Sequence[Sequence[Response]], counts: Collection[str], minimum: int
) -> Iterable[Response]:
    """Return the answers among ``counts`` that have come since the last time they were enough."""
    among = [[response for response in batch if response.answer in counts] for batch in batches]
    shown = _shown([len(batch) for batch in among], minimum)
    return (response for batch in among[shown:] for response in batch)


def _batches_with_remarks(
    responses: Iterable[Response],
    pack: Pack,
    batch_of: Mapping[str, int],
    batches: int,
    minimum: int,
) -> Mapping[str, int]:
    """Return by statement of how many batches, from the first on, remarks are in the picture.

    Where there is something to choose, those count who chose a level, as for the first picture;
    elsewhere those who wrote.
    """
    forms = {item.id: pack.form_of(item) for item in pack.items}
    sizes: dict[str, list[int]] = defaultdict(lambda: [0] * batches)
    for response in responses:
        form = forms[response.item_id]
        if form.is_words_only:
            counts = bool(response.note.strip())
        else:
            counts = any(option.code == response.answer for option in form.options)
        sizes[response.item_id][batch_of[response.participant_id]] += counts
    least = max(REMARKS_FROM, minimum)
    return {item_id: _shown(there, least) for item_id, there in sizes.items()}


def _shown(sizes: Sequence[int], minimum: int) -> int:
    """Return of how many batches it is shown: up to the last that made ``minimum`` new people.

    Nothing waits before the first time: what is below the minimum as a whole is hidden anyway.
    """
    shown, people = 0, 0
    for number, size in enumerate(sizes, start=1):
        people += size
        if people >= minimum:
            shown, people = number, 0
    return shown or len(sizes)
