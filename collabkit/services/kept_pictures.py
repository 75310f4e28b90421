"""What a group has seen of its picture stays known when an older state of the data comes back.

A safety copy made before a picture was shown knows nothing of it. Put back, it would let somebody
be erased without a word, or show the picture once more without the last of the people: and the two
pictures side by side would tell what that person said. So the marks of the present data are carried
into what comes back. Where a sheet came back with other answers than were shown, nobody's answers
to these statements are shown. Where the present data cannot be read, every picture that could be
drawn counts as shown.

So do the receipts of what was erased since, as it may be here again; and until when people were
told that their answers are kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.topics import KEEP_UNTIL
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.paths import DataFolder
from collabkit.services.closing import (
    SHOWN,
    WITHDRAWN,
    batches_in,
    finished_in,
    shown_in,
    still_shown,
    still_withdrawn,
    with_batch,
    withdrawing,
    withdrawn_in,
)
from collabkit.services.packs import PackShelf
from collabkit.services.revealing import count_as_shown, told_now
from collabkit.storage import Store
from collabkit.storage.erasing import PUT_BACK, Receipt


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one assessment: what is settled, who is there, what they said."""

    settled: Mapping[str, str]
    sheets: frozenset[str]
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class _State:
    assessments: Mapping[str, _Known]
    receipts: tuple[Receipt, ...]  # the latest first


def keep_pictures(folder: DataFolder, coming: Store) -> None:
    """Carry what groups have seen of the data in ``folder`` into what is to take its place.

    That is done before it does, so that no power cut comes between the two. The data must not be
    open. Raises ``EnvironmentProblemError`` if the marks cannot be written.
    """
    before, after = _read(folder), _state_of(coming)
    changes = _changes(before, after) if before is not None else {}
    if before is not None and (since := _receipts_since(before, after)):
        coming.erasures.carry(since, date.today())
    packs = PackShelf(coming, folder)
    for assessment_id in after.assessments:
        for topic, value in changes.get(assessment_id, {}).items():
            coming.settled.keep(assessment_id, topic, value)
        if before is None or assessment_id not in before.assessments:
            _count_as_shown(coming, packs, coming.assessments.get(assessment_id))


def hide_pictures(folder: DataFolder, coming: Store) -> None:
    """Let no picture of a group be drawn from what was there, as answers of it are lost.

    Beside a picture that was shown with them, one without them would tell what they said. Raises
    as ``keep_pictures`` does.
    """
    packs = PackShelf(coming, folder)
    for assessment_id in coming.settled.by_assessment(SHOWN):
        if _is_of_group(coming, packs, coming.assessments.get(assessment_id)):
            leaving: dict[str, set[str]] = defaultdict(set)
            for said in coming.responses.of_assessment(assessment_id):
                leaving[said.participant_id].add(said.item_id)
            settled = coming.settled.of_assessment(assessment_id)
            coming.settled.keep(assessment_id, WITHDRAWN, withdrawing(settled, leaving))


def _is_of_group(store: Store, packs: PackShelf, assessment: Assessment) -> bool:
    """Tell whether not everybody's answers are shown as they are."""
    try:
        return told_now(store, assessment, packs.of(assessment)) is not None
    except InvalidInputError:  # a questionnaire of another release
        return assessment.minimum != OWN_ASSESSMENT


def _read(folder: DataFolder) -> _State | None:
    """Return the state of the data; ``None`` where it is not there or cannot be read."""
    if not folder.database.is_file():
        return None
    try:
        with Store.open(folder, read_only=True) as store:
            return _state_of(store)
    except (CollabkitError, OSError):
        return None


def _state_of(store: Store) -> _State:
    return _State(
        {
            each: _Known(
                store.settled.of_assessment(each),
                frozenset(p.id for p in store.participants.of_assessment(each)),
                store.responses.of_assessment(each),
            )
            for each in store.settled.by_assessment(SHOWN)
        },
        store.erasures.receipts(),
    )


def _count_as_shown(store: Store, packs: PackShelf, assessment: Assessment) -> None:
    """Let a picture count as shown if it could be."""
    try:
        pack = packs.of(assessment)
    except InvalidInputError:  # of another release, which may know how to show it
        settled = store.settled.of_assessment(assessment.id)
        late = finished_in(settled) - shown_in(settled)
        if late and assessment.minimum != OWN_ASSESSMENT:
            store.settled.keep(assessment.id, SHOWN, with_batch(settled, late))
        return
    count_as_shown(store, assessment, pack)


def _changes(before: _State, after: _State) -> dict[str, dict[str, str]]:
    """Return by assessment what is to be settled anew."""
    is_erased = any(each.kind != PUT_BACK for each in _receipts_since(before, after))
    found = {
        each: _merged(before.assessments[each], known, is_erased=is_erased)
        for each, known in after.assessments.items()
        if each in before.assessments
    }
    return {each: changes for each, changes in found.items() if changes}


def _receipts_since(before: _State, after: _State) -> tuple[Receipt, ...]:
    """Return the receipts of ``before`` that ``after`` knows nothing of."""
    return tuple(each for each in before.receipts if each not in after.receipts)


def _merged(before: _Known, after: _Known, *, is_erased: bool) -> dict[str, str]:
    """Return what is settled in ``after`` with that of ``before``, as far as it differs."""
    promised = before.settled.get(KEEP_UNTIL, "")
    marks = {KEEP_UNTIL: promised} if promised else {}
    marks |= _pictures(before, after, is_erased=is_erased)
    return {topic: value for topic, value in marks.items() if value != after.settled.get(topic, "")}


def _pictures(before: _Known, after: _Known, *, is_erased: bool) -> dict[str, str]:
    """Return the marks of ``after`` with those of ``before``.

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
    return {SHOWN: shown, WITHDRAWN: still_withdrawn({WITHDRAWN: withdrawn}, after.sheets)}


def _by_item(
    responses: Iterable[Response], sheets: frozenset[str]
) -> defaultdict[str, set[tuple[str, str | None, str, str]]]:
    """Return by statement what the people on ``sheets`` said."""
    said: defaultdict[str, set[tuple[str, str | None, str, str]]] = defaultdict(set)
    for one in responses:
        if one.participant_id in sheets and (one.answer or one.note or one.evidence):
            said[one.item_id].add((one.participant_id, one.answer, one.note, one.evidence))
    return said
