"""Read answers from a CSV file: one row an answer, with the columns respondent, role, item, answer.

Where organisations take part, ``organisation`` says for which one a person speaks and ``about``
about which one; ``note`` holds what was written. All three may be left out.

Nothing is guessed and no answer is dropped silently: a file is taken as a whole, or refused with
every fault, so that all can be put right at once.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

from collabkit.assessments.pack import NOTED, AnswerForm, Item, Pack, Respondent
from collabkit.assessments.packs.faults import shortened
from collabkit.errors import InvalidInputError
from collabkit.exchange.csv_records import EnoughFaultsError, Faults, Record, read_records
from collabkit.i18n import _, ngettext

COLUMNS = ("respondent", "role", "item", "answer")
FURTHER_COLUMNS = ("organisation", "about", "note")
_LONGEST_QUOTE = 40  # characters of a cell that a fault repeats
_MOST_COLUMNS_QUOTED = 12

_Quote: TypeAlias = Callable[[str], str]  # what stands in a cell as a fault repeats it


class AnswersError(InvalidInputError):
    """A file cannot be used as answers; ``faults`` holds a line for each reason."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        super().__init__(
            ngettext(
                "No answers were taken from {name}: {number} thing needs to be put right.",
                "No answers were taken from {name}: {number} things need to be put right.",
                len(faults),
            ).format(name=name, number=len(faults)),
            faults,
        )


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One person's answer to one statement: an option code, ``dk`` or ``na``, or a day.

    ``answer`` is empty where there is a note alone. ``organisation`` and ``about`` are names.
    """

    respondent: str
    role: Respondent
    item_id: str
    answer: str
    organisation: str = ""
    about: str = ""
    note: str = ""


def read_answers(
    data: bytes, name: str, pack: Pack, *, quotes: bool = True
) -> tuple[AnswerRow, ...]:
    """Return the answers in ``data`` in the order of the file.

    UTF-8 with or without a byte order mark, any line ending, columns in any order; blank lines
    are skipped and cells stripped of the spaces around them. A statement that somebody left out
    has no row. Raises ``AnswersError`` with a line ``name, line N: reason`` for every fault; unless
    it ``quotes``, there is an ellipsis for what stands in the cells, which may be answers.
    """
    faults = Faults()
    rows: list[AnswerRow] = []
    with suppress(EnoughFaultsError):
        rows.extend(_rows(data, pack, faults, _quoted if quotes else _covered))
    if faults:
        file = shortened(name)
        raise AnswersError(file, faults.lines(file))
    return tuple(rows)


def _rows(data: bytes, pack: Pack, faults: Faults, quoted: _Quote) -> Iterator[AnswerRow]:
    """Give the rows that are in order and note what is wrong with the others."""
    records = read_records(data, faults)
    header = next(records, None)
    if header is None:
        if not faults:
            faults.add(1, _("the file is empty."))
        return
    if header.cells is None or not _header_fits(header, faults, quoted):
        return
    check = _RowCheck(pack, header.cells, faults, quoted)
    line = header.line
    for record in records:
        line = record.line
        if record.cells is not None and (row := check.row(line, record.cells)):
            yield row
    if line == header.line and not faults:
        faults.add(line + 1, _("no answers follow the names of the columns."))


def _header_fits(record: Record, faults: Faults, quoted: _Quote) -> bool:
    line, header = record.line, record.cells or ()
    further = [column for column in FURTHER_COLUMNS if column in header]
    if sorted(header) == sorted((*COLUMNS, *further)):
        return True
    faults.add(
        line,
        _("found the columns {found}; expected {expected}.").format(
            found=_listed(header, quoted), expected=_listed(COLUMNS, quoted)
        ),
    )
    numbers = Counter(header)
    for column in (*COLUMNS, *FURTHER_COLUMNS):
        if not numbers[column] and column in COLUMNS:
            faults.add(line, _("the column {name} is missing.").format(name=_quoted(column)))
        elif numbers[column] > 1:
            faults.add(
                line,
                _("the column {name} is there {number} times.").format(
                    name=_quoted(column), number=numbers[column]
                ),
            )
    for place, column in enumerate(header, start=1):
        if not column:
            faults.add(line, _("column {place} has no name.").format(place=place))
        elif column not in (*COLUMNS, *FURTHER_COLUMNS):
            faults.add(
                line,
                _("column {place}, {name}, is not one of these.").format(
                    place=place, name=quoted(column)
                ),
            )
    return False


class _RowCheck:
    """Checks one row after the other against the pack and against the rows before it."""

    def __init__(self, pack: Pack, header: tuple[str, ...], faults: Faults, quoted: _Quote) -> None:
        self._quoted = quoted
        self._pack_id = pack.id
        self._items = {item.id: (item, pack.form_of(item)) for item in pack.items}
        self._header = header
        self._faults = faults
        self._answered: dict[tuple[str, str, str], int] = {}  # the line of each answer
        self._roles: dict[str, tuple[Respondent, int]] = {}  # each person's first role, its line
        self._sides: dict[str, tuple[str, int]] = {}  # each person's organisation, its first line

    def row(self, line: int, cells: tuple[str, ...]) -> AnswerRow | None:
        """Return the row if there is nothing wrong with it."""
        if len(cells) != len(self._header):
            self._faults.add(
                line,
                ngettext(
                    "this line has {number} cell instead of {expected}.",
                    "this line has {number} cells instead of {expected}.",
                    len(cells),
                ).format(number=len(cells), expected=len(self._header)),
            )
            return None
        before = len(self._faults)
        given = dict(zip(self._header, cells, strict=True))
        respondent, item_id = given["respondent"], given["item"]
        side, about, note = (given.get(column, "") for column in FURTHER_COLUMNS)
        if not respondent:
            self._faults.add(line, _("the respondent is blank; any name or number will do."))
        role = self._role(line, respondent, given["role"])
        self._check_side(line, respondent, side)
        answer = self._answer(line, item_id, given["answer"], note)
        self._check_once(line, (respondent, about, item_id))
        if role is None or len(self._faults) > before:
            return None
        return AnswerRow(respondent, role, item_id, answer, side, about, note)

    def _role(self, line: int, respondent: str, name: str) -> Respondent | None:
        try:
            role = Respondent(name)
        except ValueError:
            self._faults.add(
                line,
                _("{role} is not a role; use one of: {roles}.").format(
                    role=self._quoted(name), roles=", ".join(Respondent)
                ),
            )
            return None
        first, first_line = self._roles.setdefault(respondent, (role, line))
        if respondent and first is not role:
            self._faults.add(
                line,
                _("{respondent} is {role} here, but {first} in line {line}.").format(
                    respondent=self._quoted(respondent), role=role, first=first, line=first_line
                ),
            )
        return role

    def _check_side(self, line: int, respondent: str, name: str) -> None:
        first, first_line = self._sides.setdefault(respondent, (name, line))
        if respondent and first != name:
            self._faults.add(
                line,
                _(
                    "{respondent} speaks for {organisation} here, but for {first} in line {line}."
                ).format(
                    respondent=self._quoted(respondent),
                    organisation=self._quoted(name),
                    first=self._quoted(first),
                    line=first_line,
                ),
            )

    def _answer(self, line: int, item_id: str, answer: str, note: str) -> str:
        """Return the answer as it is kept, and note what is wrong with it."""
        if item_id not in self._items:
            self._faults.add(
                line,
                _("there is no statement {item} in the pack {pack}.").format(
                    item=self._quoted(item_id), pack=self._pack_id
                ),
            )
            return ""
        item, form = self._items[item_id]
        if item.marks.get("private"):
            self._faults.add(
                line,
                _("{item} is for each person alone; it is in no result.").format(
                    item=_quoted(item_id)
                ),
            )
        elif not answer and note:
            return NOTED if form.is_words_only else ""
        elif not answer:
            self._faults.add(
                line, _("the answer is blank; a statement without an answer needs no line.")
            )
        elif not form.accepts(answer):
            self._refuse(line, item, form, answer)
        return answer

    def _refuse(self, line: int, item: Item, form: AnswerForm, answer: str) -> None:
        codes = ", ".join(option.code for option in (*form.options, *form.ways_out))
        if form.is_words_only:
            sentence = _("{answer} is not an answer to {item}; write it into the column “note”.")
        elif not codes:
            sentence = _("{answer} is not an answer to {item}; write a day such as 2026-06-10.")
        else:
            sentence = _("{answer} is not an answer to {item}; use one of: {codes}.")
        self._faults.add(
            line, sentence.format(answer=self._quoted(answer), item=item.id, codes=codes)
        )

    def _check_once(self, line: int, sheet_and_item: tuple[str, str, str]) -> None:
        respondent, about, item_id = sheet_and_item
        first_line = self._answered.setdefault(sheet_and_item, line)
        if not respondent or item_id not in self._items or first_line == line:
            return
        if about:
            sentence = _("{respondent} has already answered {item} about {about} in line {line}.")
        else:
            sentence = _("{respondent} has already answered {item} in line {line}.")
        self._faults.add(
            line,
            sentence.format(
                respondent=self._quoted(respondent),
                item=item_id,
                about=self._quoted(about),
                line=first_line,
            ),
        )


def _listed(columns: tuple[str, ...], quoted: _Quote) -> str:
    names = [
        _quoted(column) if column in (*COLUMNS, *FURTHER_COLUMNS) else quoted(column)
        for column in columns[:_MOST_COLUMNS_QUOTED]
    ]
    return ", ".join(names if len(columns) == len(names) else [*names, "…"])


def _quoted(text: str) -> str:
    return f"“{shortened(text, _LONGEST_QUOTE)}”"


def _covered(_text: str) -> str:
    return "“…”"
