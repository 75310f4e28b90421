"""What a group has seen of its picture stays known when an older state of the data comes back.

A safety copy made before a picture was shown knows nothing of it. Put back, it would let somebody
be erased without a word, or show the picture once more without the last of the people: and the two
pictures side by side would tell what that person said. So the marks of the present data are carried
into what comes back. Where a sheet came back with other answers than were shown, nobody's answers
to these statements are shown. Where the present data cannot be read, every picture that could be
drawn counts as shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from collabkit.assessments.assessment import Response
from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.services.closing import (
    SHOWN,
    WITHDRAWN,
    batches_in,
    shown_in,
    still_shown,
    still_withdrawn,
    with_batch,
    withdrawing,
    withdrawn_in,
)
from collabkit.services.packs import PackShelf
from collabkit.services.revealing import reveal
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one assessment: what is settled, who is there, what they said."""

    settled: Mapping[str, str]
    sheets: frozenset[str]
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class _State:
    assessments: Mapping[str, _Known]
    erasures: int


@contextmanager
def keeping_pictures(folder: DataFolder) -> Iterator[None]:
    """Carry what groups have seen across whatever puts an older state in place meanwhile.

    The data must not be open. Raises as ``open_services`` does if the marks cannot be written; the
    older state is in its place then.
    """
    before = _read(folder)
    yield
    after = _read(folder)
    if before is None or after is None:  # an older file is brought up to date as it is opened
        _write(folder, {}, None)
        return
    changes, known = _changes(before, after), frozenset(before.assessments)
    if changes or after.assessments.keys() - known:
        _write(folder, changes, known)


def _read(folder: DataFolder) -> _State | None:
    """Return the state of the data; ``None`` where it is not there or cannot be read."""
    if not folder.database.is_file():
        return None
    try:
        with Store.open(folder, read_only=True) as store:
            return _State(
                {
                    each: _Known(
                        store.settled.of_assessment(each),
                        frozenset(p.id for p in store.participants.of_assessment(each)),
                        store.responses.of_assessment(each),
                    )
                    for each in store.settled.by_assessment(SHOWN)
                },
                len(store.erasures.receipts()),
            )
    except (CollabkitError, OSError):
        return None


def _write(
    folder: DataFolder,
    changes: Mapping[str, Mapping[str, str]],
    known: frozenset[str] | None,
) -> None:
    """Keep ``changes``; what is not among the ``known`` counts as shown if it could be."""
    with Store.open(folder) as store:
        packs = PackShelf(store, folder)
        for assessment_id in store.settled.by_assessment(SHOWN):
            for topic, value in changes.get(assessment_id, {}).items():
                store.settled.keep(assessment_id, topic, value)
            if known is None or assessment_id not in known:
                assessment = store.assessments.get(assessment_id)
                reveal(store, assessment, packs.of(assessment))


def _changes(before: _State, after: _State) -> dict[str, dict[str, str]]:
    """Return by assessment what is to be settled anew."""
    is_erased = before.erasures > after.erasures
    found = {
        each: _merged(before.assessments[each], known, is_erased=is_erased)
        for each, known in after.assessments.items()
        if each in before.assessments
    }
    return {each: changes for each, changes in found.items() if changes}


def _merged(before: _Known, after: _Known, *, is_erased: bool) -> dict[str, str]:
    """Return the marks of ``after`` with those of ``before``, as far as they differ.

    A state in which all these people were shown already, and of which nobody was erased since,
    knows all that it has to: closed sheets do not change.
    """
    seen, seen_then = shown_in(before.settled), shown_in(after.settled)
    if seen <= seen_then and not is_erased:
        return {}
    shown = still_shown(before.settled, after.sheets)
    for batch in batches_in(after.settled):
        if new := batch - seen:
            shown = with_batch({SHOWN: shown}, new)
    leaving: dict[str, set[str]] = defaultdict(set)
    for sheet, items in withdrawn_in(before.settled).items():
        leaving[sheet].update(items)
    others = _by_item(before.responses, seen)
    then = _by_item(after.responses, seen)
    for item_id in others.keys() | then.keys():
        if others[item_id] != then[item_id]:
            for sheet in shown_in({SHOWN: shown}):
                leaving[sheet].add(item_id)
    if is_erased:
        for said in after.responses:
            if said.participant_id in seen_then - before.sheets:
                leaving[said.participant_id].add(said.item_id)
    withdrawn = withdrawing(after.settled, leaving)
    marks = {SHOWN: shown, WITHDRAWN: still_withdrawn({WITHDRAWN: withdrawn}, after.sheets)}
    return {topic: value for topic, value in marks.items() if value != after.settled.get(topic, "")}


def _by_item(
    responses: Iterable[Response], sheets: frozenset[str]
) -> defaultdict[str, set[tuple[str, str | None, str, str]]]:
    """Return by statement what the people on ``sheets`` said."""
    said: defaultdict[str, set[tuple[str, str | None, str, str]]] = defaultdict(set)
    for one in responses:
        if one.participant_id in sheets and (one.answer or one.note or one.evidence):
            said[one.item_id].add((one.participant_id, one.answer, one.note, one.evidence))
    return said
