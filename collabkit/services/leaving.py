"""Whose answers leave a picture that was shown, when somebody in it is erased. Pure.

Whoever holds the picture of before against the picture without one person knows what that person
said. So others leave with them, for good, and nobody is told who: statement by statement, by lot,
until one more level has gone than the smallest group has people. What was shown apart, such as the
people of one role or of one batch, must not be taken apart into too small pieces either (see
``beside.role_groups``): so the others come from among those with whom the person was shown, and if
too few of these would stay, all of them leave. If even these are too few, everybody's answers to
the statement leave.

How many levels leave does not depend on whether the person chose one, and those who leave may have
chosen a level or a way out: so neither the number of answers nor a *don't know* that has gone tells
anything of the person.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import AnswerForm, Pack
from collabkit.assessments.remarks import REMARKS_FROM


def leaving_with(
    person: str,
    shown: Iterable[Response],
    pack: Pack,
    cell_of: Mapping[str, Hashable],
    batches: Sequence[Collection[str]],
    minimum: int,
    lot: Sequence[str],
    gone: Collection[str] = (),
) -> dict[str, frozenset[str]]:
    """Return by id of a sheet the statements on which its answers leave with those of ``person``.

    ``shown`` are the responses that the picture was drawn from, without whatever waits. ``cell_of``
    tells with whom somebody was shown apart from others, ``batches`` who came in together, and
    ``lot`` are all ids in an order by chance. ``gone`` are the statements on which the person's
    own answers have left before.
    """
    by_item: dict[str, list[Response]] = defaultdict(list)
    for said in shown:
        if said.answer or said.note.strip() or said.evidence.strip():
            by_item[said.item_id].append(said)
    leaving: dict[str, set[str]] = defaultdict(set)
    for item_id, all_said in by_item.items():
        if item_id in gone:
            continue
        form = pack.form_of(pack.item(item_id))
        there = {said.participant_id for said in all_said}
        chose = {said.participant_id for said in all_said if _counts(said, form)}
        mates = {sheet for sheet in there if cell_of.get(sheet) == cell_of.get(person)}
        first = (person, *(sheet for sheet in lot if sheet != person))
        out = _out(there, chose, [sheet for sheet in first if sheet in mates], minimum)
        for sheet in _whole_batches(out, there, chose, batches, minimum) - {person}:
            leaving[sheet].add(item_id)
    return {sheet: frozenset(items) for sheet, items in leaving.items()}


def _out(there: set[str], chose: set[str], mates: Sequence[str], minimum: int) -> set[str]:
    """Return who leaves, from the first of ``mates`` on: all of these, or all who are ``there``."""
    least = max(minimum, REMARKS_FROM)
    choosing = len(chose.intersection(mates))
    if choosing < least:
        return there
    if choosing < least + 1 + minimum:
        return set(mates)
    out: set[str] = set()
    for sheet in mates:
        out.add(sheet)
        if len(out & chose) > least:
            break
    return out


def _whole_batches(
    out: set[str],
    there: set[str],
    chose: set[str],
    batches: Sequence[Collection[str]],
    minimum: int,
) -> set[str]:
    """Return those who leave, with the rest of a batch of whom too few would stay.

    These would wait for others, and come back with fewer new people than the smallest group has.
    """
    for batch in batches:
        staying = there.intersection(batch) - out
        if out.intersection(batch) and len(staying & chose) < minimum:
            out = out | staying
    return out


def _counts(said: Response, form: AnswerForm) -> bool:
    if form.is_words_only:
        return bool(said.note.strip())
    return any(option.code == said.answer for option in form.options)
