"""What is said while sheets are keyed in."""

from collections.abc import Sequence

from collabkit.assessments.pack import Item
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.room.batch import Batch, Column

_SHORTENED = 3  # figures in a row are told as the first to the last


def called(item: Item) -> str:
    """Return the words of a statement; some only have two ends between which they ask."""
    return item.statement or " – ".join(item.ends or (item.title,))


def too_few(minimum: int) -> str:
    """Return why fewer sheets than the smallest group cannot be sealed."""
    return _(
        "Fewer than {minimum} sheets could be recognised, so they cannot be sealed. Key in at "
        "least {minimum} together, or count them with the slips, one statement after the other."
    ).format(minimum=in_words(minimum))


def still_open(batch: Batch) -> str:
    """Return that the last sheet has fields which are not keyed in yet, and what can be done."""
    row = batch.shown[-1]
    left = sum(row[n] is None for n in batch.open_columns)
    return ngettext(
        "{left} statement on sheet {sheet} is not keyed in yet. Press Enter again to leave it "
        "blank.",
        "{left} statements on sheet {sheet} are not keyed in yet. Press Enter again to leave them "
        "blank.",
        left,
    ).format(left=left, sheet=len(batch.shown))


def not_an_answer(key: str, column: Column) -> str:
    """Return that ``key`` stands for nothing in this column, and which keys do."""
    answers = _in_short([choice.mark for choice in column.choices])
    if not key.strip() or not key.isprintable():
        return _("Try {answers} or space.").format(answers=answers)
    return _("{key} is not an answer here. Try {answers} or space.").format(
        key=key.upper(), answers=answers
    )


def _in_short(marks: Sequence[str]) -> str:
    """Return “1 to 5, 0, N” for the marks of a form."""
    run = 1
    while run < len(marks) and marks[run].isdecimal() and int(marks[run]) == int(marks[0]) + run:
        run += 1
    if run < _SHORTENED:
        return ", ".join(marks)
    return ", ".join(
        (_("{first} to {last}").format(first=marks[0], last=marks[run - 1]), *marks[run:])
    )
