"""Answers to single statements that came later, and wait as long as they are too few. Pure.

People come into a picture in batches, each at least as large as the smallest group; but not
everybody answers every statement. If of five who came later only one chose a level, the counts of
that statement before and after would differ by one person's answer. So the levels of later batches
come into the picture when as many people have chosen one as the smallest group has, and the ways
out when as many have answered at all: a picture of these people alone would show neither before
(measurement rules, *Small groups*).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Pack


def without_too_few(
    responses: Iterable[Response],
    pack: Pack,
    batches: Sequence[Collection[str]],
    minimum: int,
    group_of: Mapping[str, str | None],
) -> tuple[Response, ...]:
    """Return ``responses`` of the people in ``batches``, the later answers that wait left open.

    ``batches`` are ids of participants, one collection for each time that people came into the
    picture, the first first. ``group_of`` has by id whatever is shown apart of others, such as an
    organisation. What somebody wrote beside an answer that waits stays.
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
    return tuple(
        replace(one, answer=None) if (one.participant_id, one.item_id) in waiting else one
        for one in there
    )


def _too_few(
    batches: Iterable[Iterable[Response]], counts: Collection[str], minimum: int
) -> Sequence[Response]:
    """Return the answers among ``counts`` that have come since the last time they were enough.

    Nothing waits before the first time: what is below the minimum as a whole is hidden anyway.
    """
    late: list[Response] = []
    were_enough = False
    for batch in batches:
        late += (response for response in batch if response.answer in counts)
        if len(late) >= minimum:
            late, were_enough = [], True
    return late if were_enough else ()
