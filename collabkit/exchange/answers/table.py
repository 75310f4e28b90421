"""Sheets out of a table: a CSV file with an answer in each row (see ``exchange.answers_csv``)."""

from collections.abc import Iterator

from collabkit.assessments.arrival import Route
from collabkit.assessments.pack import Pack
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.exchange.answers_csv import AnswerRow, read_answers


def read_table(data: bytes, name: str, pack: Pack) -> tuple[ReturnedSheet, ...]:
    """Return a sheet for each person in the file called ``name``, and each organisation spoken of.

    The file does not say for which assessment it is, nor in which words it was asked. Raises
    ``AnswersError`` with every fault; none repeats what stands in the table.
    """
    return tuple(_sheets(read_answers(data, name, pack, quotes=False), pack))


def _sheets(rows: tuple[AnswerRow, ...], pack: Pack) -> Iterator[ReturnedSheet]:
    by_sheet: dict[tuple[str, str], list[AnswerRow]] = {}
    for row in rows:
        by_sheet.setdefault((row.respondent, row.about), []).append(row)
    for (respondent, about), said in by_sheet.items():
        yield ReturnedSheet(
            route=Route.TABLE,
            assessment="",
            sheet="",
            pack_id=pack.id,
            pack_version=pack.version,
            wording="",
            role=said[0].role,
            name=respondent,
            party=said[0].organisation,
            about=about,
            answers={row.item_id: row.answer for row in said if row.answer},
            notes={row.item_id: row.note for row in said if row.note},
        )
