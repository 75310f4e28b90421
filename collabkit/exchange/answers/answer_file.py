"""The answers on one sheet as one small JSON file, which any program can write.

The file is UTF-8 and holds one object with these fields, in any order and no others:

``collabkit``   the words "answer file"
``version``     1
``assessment``  the id from the invitation: for which assessment the sheet was handed out
``sheet``       the code from the invitation; without one, a random code for this very sheet
``pack``        an object with ``id``, ``version`` and ``digest`` of the questionnaire, each from
                the invitation; ``digest`` is the SHA-256 of its ``source``
``role``        "trustee", "staff", "volunteer", "partner" or "person served"
``name``        a name under which the answers are kept; it need not be real and may be empty
``party``       the organisation for which the sheet speaks, from the invitation; often empty
``about``       the organisation about which it speaks, from the invitation; often empty
``answers``     an object: for each statement that was answered, its id and the code of the answer.
                The questionnaire's forms name their codes, ``dk`` (don't know) and ``na`` (does not
                apply) among them. A day is written YYYY-MM-DD. Where there are words alone to be
                written, the code is ``noted`` and the words are among the notes.
``notes``       an object: ids of statements and what was written about them; often empty

``resources/schemas/answer-file.schema.json`` says the same to programs. The same answers always
give the same bytes.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType

from collabkit.assessments.arrival import Route
from collabkit.assessments.limits import LONGEST_NAME, LONGEST_NOTE
from collabkit.assessments.pack import Respondent
from collabkit.assessments.packs.items import MOST_ITEMS
from collabkit.errors import DataRefusedError
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.exchange.json_file import (
    LONGEST_CODE,
    JsonFile,
    digest,
    filled_line,
    line,
)
from collabkit.i18n import _
from collabkit.room.fields import LONGEST_ID, Fields, refused, writable
from collabkit.typed_text import clean_line

VERSION = 1
ENDING = ".collabkit-answers"
MOST_BYTES = 3_000_000  # every statement of the longest questionnaire with half a page of notes


class AnswerFile(JsonFile):
    """How a file of answers is told, and what is said if it cannot be used."""

    word = "answer file"
    version = VERSION
    most_bytes = MOST_BYTES

    def refused(self, what: str) -> DataRefusedError:
        """Return the error for a file in which ``what``, a clause, cannot be right."""
        return DataRefusedError(
            _(
                "These answers cannot be taken: {what}. The file was left as it is. Please ask for "
                "it to be saved and sent once more."
            ).format(what=what)
        )

    def not_ours(self) -> DataRefusedError:
        """Return the error for what is no file of answers at all."""
        return DataRefusedError(
            _(
                "This is no file of answers, or it is damaged. It was left as it is. Please ask "
                "for the file that collabkit saved when the answers were given back."
            )
        )

    def newer(self) -> DataRefusedError:
        """Return the error for a file that a later release has written."""
        return DataRefusedError(
            _(
                "These answers were saved by a newer version of collabkit. The file was left as it "
                "is. Please install the newer version on this computer, and choose it again."
            )
        )


def answer_bytes(sheet: ReturnedSheet) -> bytes:
    """Return the bytes of the file, with the statements in the order of their ids."""
    told = {
        "collabkit": AnswerFile.word,
        "version": VERSION,
        "assessment": sheet.assessment,
        "sheet": sheet.sheet,
        "pack": {"id": sheet.pack_id, "version": sheet.pack_version, "digest": sheet.wording},
        "role": sheet.role,
        "name": sheet.name,
        "party": sheet.party,
        "about": sheet.about,
        "answers": dict(sorted(sheet.answers.items())),
        "notes": {key: note for key, note in sorted(sheet.notes.items()) if note.strip()},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def read_answer_file(data: bytes) -> ReturnedSheet:
    """Return the sheet in the bytes of an answer file; raises ``DataRefusedError``."""
    return AnswerFile().read(data, _sheet)


def _sheet(fields: Fields) -> ReturnedSheet:
    pack = fields.part("pack")
    sheet = ReturnedSheet(
        route=Route.ANSWER_FILE,
        assessment=filled_line(fields, "assessment", LONGEST_ID),
        sheet=filled_line(fields, "sheet", LONGEST_CODE),
        pack_id=filled_line(pack, "id", LONGEST_ID),
        pack_version=filled_line(pack, "version", LONGEST_ID),
        wording=digest(pack, "digest"),
        role=fields.choice("role", Respondent),
        name=line(fields, "name", LONGEST_NAME),
        party=line(fields, "party", LONGEST_NAME),
        about=line(fields, "about", LONGEST_NAME),
        answers=_texts(fields, "answers", LONGEST_ID),
        notes=_texts(fields, "notes", LONGEST_NOTE),
    )
    pack.end()
    return sheet


def _texts(fields: Fields, name: str, longest: int) -> Mapping[str, str]:
    """Return the texts of a part, by statement; those that say nothing are left out."""
    part = fields.part(name)
    if len(part.names) > MOST_ITEMS:
        raise refused(_("it has more answers than any questionnaire has statements"))
    found = {_statement(item_id): part.text(item_id, longest) for item_id in part.names}
    return MappingProxyType({item_id: text for item_id, text in found.items() if text.strip()})


def _statement(item_id: str) -> str:
    if not 0 < len(item_id) <= LONGEST_ID or clean_line(writable(item_id)) != item_id:
        raise refused(_("a statement in it has an impossible name"))
    return item_id
