"""Whole sheets, keyed in as one batch: sheet by sheet, statement by statement. Pure.

The batch exists in memory only; what leaves it is one tally a statement, for ``votes.seal``. It is
read back sheet by sheet, each against its paper, and never statement by statement: a column of
everybody's answers would show the spread before the reveal. Single keying errs about 0.37 times in
1,000 fields (PLoS ONE 7:e35087), which the read-back is enough for; with many sheets a second,
blind pass points out every difference.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from collabkit.assessments.pack import Pack
from collabkit.assessments.tally import Tally, tally_answers
from collabkit.i18n import _
from collabkit.room.batch import (
    BLANK,
    Batch,
    Cell,
    Column,
    KeyRefusedError,
    Sheet,
    SheetOpenError,
    Step,
)
from collabkit.room.choices import choice_for_key, choices_of
from collabkit.room.keying_words import called, not_an_answer, still_open, too_few
from collabkit.room.meeting import Meeting
from collabkit.room.preparation import MOST_PEOPLE
from collabkit.room.refused import NotNowError
from collabkit.room.ways import Way

BLANK_KEY = " "
SECOND_PASS_ABOVE = 15  # sheets; with more, keying all of them again is recommended


def why_not(meeting: Meeting) -> str:
    """Return why no sheets can be keyed in now, in a sentence; empty if they can."""
    if Way.SHEETS not in meeting.preparation.ways:
        return _("This session was prepared without sheets.")
    if meeting.phase.is_past_map:
        return _("The statements are done, so sheets are not counted any more.")
    if all(turn.votes for turn in meeting.turns):
        return _("The room has voted on every statement. Sheets cannot change that.")
    if _most(meeting) < meeting.preparation.minimum:
        return _("There are as many sheets as a session has room for.")
    return ""


def is_more_than_expected(meeting: Meeting, sheets: int) -> bool:
    """Tell whether with ``sheets`` more there would be more of them than people in the room."""
    return meeting.sheets + sheets > meeting.present


def begin(meeting: Meeting, pack: Pack, sheets: int) -> Batch:
    """Return an empty batch for ``sheets`` sheets.

    Raises ``NotNowError`` with the sentence of ``why_not``, and for fewer sheets than the smallest
    group: they could be recognised, and ``votes.seal`` would not take them.
    """
    if problem := why_not(meeting):
        raise NotNowError(problem)
    columns = tuple(
        Column(
            turn.item_id,
            called(item := pack.item(turn.item_id)),
            (form := pack.form_of(item)),
            choices_of(item, form),
            bool(turn.votes),
        )
        for turn in meeting.turns
    )
    most, minimum = _most(meeting), meeting.preparation.minimum
    if sheets < minimum:
        raise NotNowError(too_few(minimum))
    if sheets > most:
        raise NotNowError(_("There can be up to {most} sheets.").format(most=most))
    empty: Sheet = (None,) * len(columns)
    first = next(n for n, column in enumerate(columns) if not column.is_closed)
    return Batch(columns, sheets, most, (empty,), Cell(0, first))


def press(batch: Batch, key: str) -> Batch:
    """Key one answer in where the cursor is, and go on.

    ``key`` is the mark of an answer, in capitals or not, or a space for a blank. Raises
    ``KeyRefusedError`` for any other.
    """
    at = batch.cursor
    if batch.step is Step.CHECKED:
        raise KeyRefusedError(_("All sheets are checked. They can be sealed now."))
    if at.column >= len(batch.columns):
        raise KeyRefusedError(
            _("Sheet {sheet} is complete. Press Enter.").format(sheet=at.sheet + 1)
        )
    column = batch.columns[at.column]
    choice = choice_for_key(key, column.choices)
    if choice is None and key != BLANK_KEY:
        raise KeyRefusedError(not_an_answer(key, column))
    code = choice.code if choice else BLANK
    if batch.step is Step.AGAIN:
        return _key_again(batch, at, code)
    after = replace(batch, sheets=_with(batch.sheets, at, code), before=batch)
    return replace(after, cursor=after.edge) if batch.step is Step.KEYING else after


def next_sheet(batch: Batch, *, leave_blank: bool = False) -> Batch:
    """Go on to the next sheet; after the last one, to what comes next.

    ``leave_blank`` keys a blank in every field of the sheet that is still open; without it such a
    sheet raises ``SheetOpenError``. A sheet on which nothing was keyed at all is always refused.
    """
    if batch.step is Step.CHECKED:
        raise KeyRefusedError(_("All sheets are checked. They can be sealed now."))
    if batch.step is Step.READING:
        return _read_on(batch)
    if batch.disputed:
        raise KeyRefusedError(_("Look at the paper, and press the key of what stands there."))
    rows, edge = batch.shown, batch.edge
    if edge.column < len(batch.columns):
        if rows[-1] == _empty(batch):
            raise KeyRefusedError(
                _("Sheet {sheet} is still empty. A field that is blank on the paper is a space.")
                .format(sheet=edge.sheet + 1)
            )  # fmt: skip
        if not leave_blank:
            raise SheetOpenError(still_open(batch))
        filled = replace(batch, cursor=edge)
        while filled.edge.column < len(batch.columns) and not filled.disputed:
            filled = press(filled, BLANK_KEY)
        if filled.disputed:
            return replace(filled, before=batch)
        return replace(next_sheet(filled), before=batch)
    last = len(batch.sheets) if batch.step is Step.AGAIN else batch.wanted
    if len(rows) < last:
        return _start_sheet(batch)
    if batch.step is Step.AGAIN:
        return replace(batch, step=Step.CHECKED, cursor=_start(batch, 0), before=batch)
    return replace(batch, step=Step.READING, cursor=_start(batch, 0), before=batch)


def undo(batch: Batch) -> Batch:
    """Take back the last thing that changed the batch, whatever it was."""
    if batch.before is None:
        raise KeyRefusedError(_("There is nothing to take back."))
    return batch.before


def move(batch: Batch, to: Cell) -> Batch:
    """Put the cursor on a cell that was keyed already, or on the one that is next.

    Anywhere else the batch is returned as it is; a difference has to be settled first.
    """
    if batch.disputed or batch.step is Step.CHECKED:
        return batch
    return replace(batch, cursor=to) if to == batch.edge or batch.value(to) is not None else batch


def finish(batch: Batch) -> Batch:
    """Say that there are no more sheets than these; then they are read back.

    A sheet that was begun has to be finished first: raises ``SheetOpenError``.
    """
    if batch.step is not Step.KEYING:
        raise KeyRefusedError(_("All sheets are keyed in."))
    sheets = batch.sheets
    if sheets[-1] == _empty(batch):
        sheets = sheets[:-1]
    elif batch.edge.column < len(batch.columns):
        raise SheetOpenError(still_open(batch))
    if not sheets:
        raise KeyRefusedError(_("No sheet is keyed in yet."))
    after = replace(batch, sheets=sheets, wanted=len(sheets), step=Step.READING, before=batch)
    return replace(after, cursor=_start(after, 0))


def add_sheet(batch: Batch) -> Batch:
    """Key one more sheet in than was counted; raises ``KeyRefusedError`` if there cannot be one."""
    if not batch.is_complete:
        raise KeyRefusedError(_("Please finish the sheets that you have begun."))
    if len(batch.sheets) >= batch.most:
        raise KeyRefusedError(_("There are as many sheets as a session has room for."))
    keying = replace(batch, step=Step.KEYING, second=(), wanted=len(batch.sheets) + 1)
    return replace(_start_sheet(keying), before=batch)


def read_back(batch: Batch) -> Batch:
    """Read the sheets back once more, from the first."""
    if not batch.is_complete:
        raise KeyRefusedError(_("Please finish the sheets that you have begun."))
    return replace(batch, step=Step.READING, cursor=_start(batch, 0), before=batch)


def key_again(batch: Batch) -> Batch:
    """Begin the second pass: every sheet is keyed in once more without seeing the first."""
    if not batch.is_complete:
        raise KeyRefusedError(_("Please finish the sheets that you have begun."))
    after = replace(batch, step=Step.AGAIN, second=(_empty(batch),), before=batch)
    return replace(after, cursor=_start(after, 0))


def tallies(batch: Batch) -> Mapping[str, Tally]:
    """Return what the sheets say about each statement that is still open; blanks are no answers.

    Raises ``NotNowError`` as long as the batch is not complete.
    """
    if not batch.is_complete:
        raise NotNowError(_("Please finish the sheets that you have begun."))
    counted = {}
    for place in batch.open_columns:
        column = batch.columns[place]
        codes = [code for sheet in batch.sheets if (code := sheet[place])]
        counted[column.item_id] = tally_answers(column.item_id, column.form, codes)
    return MappingProxyType(counted)


def _key_again(batch: Batch, at: Cell, code: str) -> Batch:
    second = _with(batch.second, at, code)
    first = _with(batch.sheets, at, code) if batch.disputed else batch.sheets
    after = replace(batch, second=second, sheets=first, before=batch)
    return after if after.disputed else replace(after, cursor=after.edge)


def _start_sheet(batch: Batch) -> Batch:
    empty = _empty(batch)
    if batch.step is Step.AGAIN:
        after = replace(batch, second=(*batch.second, empty), before=batch)
    else:
        after = replace(batch, sheets=(*batch.sheets, empty), before=batch)
    return replace(after, cursor=after.edge)


def _read_on(batch: Batch) -> Batch:
    following = batch.cursor.sheet + 1
    if following < len(batch.sheets):
        return replace(batch, cursor=_start(batch, following), before=batch)
    return replace(batch, step=Step.CHECKED, cursor=_start(batch, 0), before=batch)


def _start(batch: Batch, sheet: int) -> Cell:
    return Cell(sheet, batch.open_columns[0])


def _empty(batch: Batch) -> Sheet:
    return (None,) * len(batch.columns)


def _with(sheets: tuple[Sheet, ...], at: Cell, code: str) -> tuple[Sheet, ...]:
    row = sheets[at.sheet]
    changed = (*row[: at.column], code, *row[at.column + 1 :])
    return (*sheets[: at.sheet], changed, *sheets[at.sheet + 1 :])


def _most(meeting: Meeting) -> int:
    return max(0, MOST_PEOPLE - meeting.sheets)
