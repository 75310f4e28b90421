"""What is said while sheets are keyed in."""

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.room.batch import Batch, Cell
from collabkit.room.keying import SECOND_PASS_ABOVE
from collabkit.room.keying_words import too_few
from collabkit.room.meeting import Meeting
from collabkit.ui.workshop.keying.marks import mark_of
from collabkit.ui.workshop.keying.state import KeyingState, Stage


def numbered(batch: Batch, column: int) -> str:
    """Return a statement with its number in the session."""
    return _("{number}. {statement}").format(
        number=column + 1, statement=batch.columns[column].statement
    )


def progress(batch: Batch, state: KeyingState) -> str:
    """Return where one is: “Sheet 4 of 7 · statement 8 of 12”."""
    at = batch.cursor
    total = batch.wanted if state.stage is Stage.KEYING else len(batch.sheets)
    if state.stage is Stage.READING:
        return _("Reading back: sheet {sheet} of {sheets}").format(sheet=at.sheet + 1, sheets=total)
    words = (
        _("Second time: sheet {sheet} of {sheets} · statement {statement} of {statements}")
        if state.stage is Stage.AGAIN
        else _("Sheet {sheet} of {sheets} · statement {statement} of {statements}")
    )
    return words.format(
        sheet=at.sheet + 1,
        sheets=total,
        statement=min(at.column + 1, len(batch.columns)),
        statements=len(batch.columns),
    )


def advice(state: KeyingState) -> str:
    """Return what to do with the paper."""
    batch = state.batch
    if batch is None:
        return ""
    if state.stage is Stage.KEYING:
        return _("Write {number} on the corner of this sheet.").format(
            number=batch.cursor.sheet + 1
        )
    if state.stage is Stage.AGAIN:
        return _("Take sheet {number} again.").format(number=batch.cursor.sheet + 1)
    if state.stage is Stage.READING and not state.is_masked:
        return _(
            "Compare with sheet {number} on paper. To correct a line, go there and press the "
            "right key. If all of it is right, press Enter."
        ).format(number=batch.cursor.sheet + 1)
    return ""


def unsealed_words(sheets: int) -> str:
    """Return what closing the program costs before ``sheets`` sheets are sealed."""
    return ngettext(
        "{sheets} sheet is keyed in and not sealed yet, so it is not on the disk. Seal it, or "
        "close collabkit once more; then it has to be keyed in again.",
        "{sheets} sheets are keyed in and not sealed yet, so they are not on the disk. Seal them, "
        "or close collabkit once more; then they have to be keyed in again.",
        sheets,
    ).format(sheets=capital(in_words(sheets)))


def console_is_behind() -> str:
    """Return why sheets cannot be sealed while steps of their session are not on the disk."""
    return _(
        "What happened last in this session could not be saved yet, so the sheets cannot be sealed "
        "now. collabkit keeps trying by itself. The sheets are still here: please seal them in a "
        "moment."
    )


def next_words(batch: Batch, state: KeyingState) -> str:
    """Return what stands on the button that Enter presses."""
    if state.stage is Stage.READING:
        return _("This sheet is right")
    return _("Next sheet") if batch.cursor.sheet + 1 < batch.wanted else _("Done")


def standing(state: KeyingState) -> str:
    """Return how the batch stands while no sheet is under way; empty otherwise."""
    batch = state.batch
    if state.stage is Stage.CLOSED:
        return state.why_not
    if state.stage is Stage.SEALED:
        return _sealed(state.sealed)
    if batch is None or not batch.is_complete:
        return ""
    if state.stage is Stage.READING and not state.is_masked:
        return ""
    sentences = [
        ngettext(
            "{number} sheet is keyed in.", "{number} sheets are keyed in.", len(batch.sheets)
        ).format(number=capital(in_words(len(batch.sheets))))
    ]
    if state.stage is Stage.READING:
        sentences.append(
            _("While what is typed is hidden, it cannot be read back; key all sheets in again.")
        )
    elif len(batch.sheets) > SECOND_PASS_ABOVE and not batch.second:
        sentences.append(
            _("With more than {most}, it is worth keying all of them in again.").format(
                most=SECOND_PASS_ABOVE
            )
        )
    if len(batch.sheets) < state.minimum:
        sentences.append(too_few(state.minimum))
    return " ".join(sentences)


def _sealed(sheets: int) -> str:
    sealed = ngettext(
        "{number} sheet is sealed. Nobody can see it before each reveal.",
        "{number} sheets are sealed. Nobody can see them before each reveal.",
        sheets,
    ).format(number=capital(in_words(sheets)))
    paper = _("Now put the papers where nobody reads them.")
    return f"{sealed} {paper}"


def more_than_expected(meeting: Meeting, sheets: int) -> str:
    """Return the question that is asked once."""
    return _(
        "{present} people are in the room, and that would make {sheets} sheets. Please count "
        "them once more. If that is right, go on all the same; then everybody who filled one in "
        "counts."
    ).format(present=capital(in_words(meeting.present)), sheets=in_words(meeting.sheets + sheets))


def change_told(before: Batch, batch: Batch, *, is_masked: bool) -> str:
    """Return what is worth saying about a change; keying on needs no words."""
    changed = _corrected(before, batch)
    if changed is not None and not is_masked:
        return _("Sheet {sheet}, statement {statement}: {before} became {now}.").format(
            sheet=changed.sheet + 1,
            statement=changed.column + 1,
            before=mark_of(before, changed),
            now=mark_of(batch, changed),
        )
    at = batch.disputed
    if at is None:
        return ""
    if is_masked:
        return _("This was keyed in differently before. Press the key of what the paper says.")
    return _("{first} before, {second} now. Press the key of what the paper says.").format(
        first=mark_of(batch, at, first=True), second=mark_of(batch, at)
    )


def _corrected(before: Batch, batch: Batch) -> Cell | None:
    """Return the cell in which another answer stands now, if there is one."""
    if before.step is not batch.step or len(before.shown) != len(batch.shown):
        return None
    at = before.cursor
    was, now = before.value(at), batch.value(at)
    return at if was is not None and now is not None and was != now else None
