"""Everything that is held about one person, in a file for that person.

In a group the person comes and asks for it. Nobody else may read what was said, so the text goes
straight into the file and is never shown here; only its author and whoever holds the file see it.
What is held is brought together in ``person_held``, and written down in ``person_document`` and
``person_data``.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from collabkit.errors import InvalidInputError
from collabkit.files import write_safely
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.export_formats import Format, checks_of, format_of
from collabkit.services.file_names import file_name
from collabkit.services.naming import in_one_line, is_same_name
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.packs import PackShelf
from collabkit.services.parts_files import parts_bytes
from collabkit.services.person_data import data_about
from collabkit.services.person_document import document_about
from collabkit.services.person_held import Held, held_about
from collabkit.storage import Store

KINDS = (Format.HTML, Format.DOCX, Format.PDF, Format.JSON)
_PRIVATE = 0o600  # nobody else who uses this computer reads it


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """Where somebody's sheet is; nothing of what is on it."""

    participant_id: str
    assessment_id: str
    title: str
    charity: str


class PersonFileService:
    """Writes what is held about one person. Nothing that was said is returned to anybody."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder

    def sheets_of(self, who: str, assessment_id: str = "") -> tuple[FoundSheet, ...]:
        """Return the sheets with a name, in large or small letters, or with an id.

        Also those of what is put away; with ``assessment_id`` only those of one assessment. Raises
        ``KeyError`` for the id of none.
        """
        store, name = self._store, in_one_line(who)
        ids = [assessment_id] if assessment_id else self._assessments()
        return tuple(
            FoundSheet(
                person.id,
                assessment.id,
                assessment.title,
                store.charities.get(assessment.charity_id).name,
            )
            for assessment in map(store.assessments.get, ids)
            for person in store.participants.of_assessment(assessment.id)
            if name == person.id or is_same_name(name, person.pseudonym)
        )

    def suggested_name(self, assessment_id: str, participant_id: str, kind: Format) -> str:
        """Return a name for the file; raises ``KeyError`` for an unknown id."""
        held = self._held(assessment_id, participant_id)
        return file_name(held.person.pseudonym, held.title, _("own answers"), ending=f".{kind}")

    def write(self, assessment_id: str, participant_id: str, path: Path, today: date) -> None:
        """Write everything about one person to ``path``, whose name tells the kind of file.

        Raises ``KeyError`` for an unknown id, ``InvalidInputError`` for another kind than those in
        ``KINDS`` and for a place of the program's own, ``DataRefusedError`` if the private words
        are damaged, and ``EnvironmentProblemError`` if the file cannot be written.
        """
        kind = _kind_of(path)
        check_is_not_ours(path, self._folder)
        self._store.flush()
        held = self._held(assessment_id, participant_id)
        if kind is Format.JSON:
            data = json.dumps(data_about(held, today), ensure_ascii=False, indent=2).encode(
                "utf-8", "replace"
            )
        else:
            data = parts_bytes(document_about(held, today), kind)
        check = checks_of(kind) if kind is not Format.JSON else _check_json
        write_safely(path, data, lambda written: _look(check, written), _PRIVATE)

    def _assessments(self) -> list[str]:
        """Return the ids of all assessments of all charities, put away or not."""
        store = self._store
        charities = [*store.lists.charities(), *(each.record for each in store.charities.removed())]
        return [
            each
            for charity in charities
            for each in store.erasures.charity_parts(charity.id)["assessment"]
        ]

    def _held(self, assessment_id: str, participant_id: str) -> Held:
        return held_about(self._store, self._packs, self._folder, assessment_id, participant_id)


def _kind_of(path: Path) -> Format:
    try:
        kind = format_of(path)
    except InvalidInputError:
        kind = None
    if kind not in KINDS:
        raise InvalidInputError(
            _("Please let the name of the file end in one of these: {kinds}.").format(
                kinds=", ".join(f".{each}" for each in KINDS)
            )
        )
    return kind


def _check_json(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))


def _look(check: Any, written: Path) -> None:
    check(written)
