"""What was said on a sheet as one short digest, by which the same sheet is known again. Pure."""

import json
from hashlib import sha256

from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.services.naming import in_one_line
from collabkit.typed_text import clean_text


def fingerprint(sheet: ReturnedSheet, copy: int = 1) -> str:
    """Return a digest over everything that was said, whichever way the sheet came.

    The code of the sheet is no part of it. ``copy`` tells people apart who said the very same.
    """
    said = [
        copy,
        sheet.role,
        in_one_line(sheet.name),
        in_one_line(sheet.party),
        in_one_line(sheet.about),
        sorted(sheet.answers.items()),
        sorted((i, note) for i, text in sheet.notes.items() if (note := clean_text(text).strip())),
    ]
    return sha256(json.dumps(said).encode()).hexdigest()
