"""One door for everything that comes back: the bytes tell which kind of file it is."""

from codecs import BOM_UTF8
from functools import partial

from collabkit.assessments.pack import Pack
from collabkit.assessments.statement_names import called
from collabkit.errors import DataRefusedError
from collabkit.exchange.answers.answer_file import read_answer_file
from collabkit.exchange.answers.other_files import told_by_its_beginning, told_by_its_word, unknown
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.exchange.answers.table import read_table
from collabkit.i18n import _

MOST_BYTES = 20_000_000
_FIRST = 1_024  # bytes: where readers of PDF look for its beginning
_TABLES = (".csv", ".txt", ".tsv")


def read_returned(data: bytes, name: str, pack: Pack) -> tuple[ReturnedSheet, ...]:
    """Return the sheets in the bytes of the file called ``name``; of a table there may be many.

    ``pack`` is the questionnaire of the assessment: a table has to fit it, as it says of itself
    only which statements were answered. Raises ``DataRefusedError`` or ``InvalidInputError`` with
    what the file is and what to do.
    """
    if len(data) > MOST_BYTES:
        raise DataRefusedError(
            _(
                "This file is larger than {limit} megabytes, far more than a sheet needs. Please "
                "ask for the form or the file that was given out."
            ).format(limit=MOST_BYTES // 1_000_000)
        )
    if b"%PDF-" in data[:_FIRST]:
        from collabkit.exchange.answers.filled_form import read_filled_form  # pikepdf

        return (read_filled_form(data, name, partial(called, pack)),)
    if sentence := told_by_its_beginning(data) or told_by_its_word(data):
        raise DataRefusedError(sentence)
    if data.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        return (read_answer_file(data),)
    if _is_table(data, name):
        return read_table(data, name, pack)
    raise DataRefusedError(unknown())


def _is_table(data: bytes, name: str) -> bool:
    """Tell whether it is worth looking for rows; the reader of tables says what is wrong."""
    start = data[:_FIRST]
    return name.casefold().endswith(_TABLES) or any(
        "respondent".encode(encoding) in start for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    )
