"""What somebody writes for their own eyes: never in the database, in results or in an export.

A pack may ask things that are nobody else's business (INV, personal prompts). The words lie in one
small file a sheet beside the database, which only this computer's user may read, and which is
locked when the data is.
"""

import json
import re
from pathlib import Path

from collabkit.assessments.pack import Item
from collabkit.errors import DataRefusedError, EnvironmentProblemError, InvalidInputError
from collabkit.files import problem_with
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.asking import is_private
from collabkit.services.packs import PackShelf
from collabkit.services.responses import LONGEST_TEXT
from collabkit.storage import Store
from collabkit.storage.locking.small_files import read_small, write_small
from collabkit.typed_text import clean_text

_PRIVATE_FOLDER = 0o700
_MOST_BYTES = 1_000_000
_PLAIN_ID = re.compile(r"[0-9A-Za-z-]{1,80}")  # ids become names of files


class PersonalService:
    """Reads and keeps private words, by sheet and statement."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder

    def prompts(self, assessment_id: str) -> tuple[Item, ...]:
        """Return the private statements of an assessment's pack; most packs have none."""
        pack = self._packs.of(self._store.assessments.get(assessment_id))
        return tuple(item for item in pack.items if is_private(item))

    def read(self, assessment_id: str, participant_id: str) -> dict[str, str]:
        """Return what was written on one sheet, by statement.

        Raises ``KeyError`` for an unknown sheet, ``DataRefusedError`` for a damaged file, which
        is left as it is, and ``EnvironmentProblemError`` if it cannot be read.
        """
        path = self._path(assessment_id, participant_id)
        if not path.exists():
            return {}
        damaged = DataRefusedError(
            _(
                "“{path}”, which holds what was written here for one person's eyes, is damaged. "
                "It was left exactly as it is, and all other answers are safe. To write anew, "
                "please move that file to another place."
            ).format(path=path)
        )
        try:
            if not path.is_file() or path.stat().st_size > _MOST_BYTES:
                raise damaged
            texts = json.loads(read_small(path, self._folder).decode("utf-8"))
        except OSError as error:
            raise EnvironmentProblemError(
                _(
                    "“{path}” cannot be read just now. Nothing was changed. "
                    "Please look at its folder and try again."
                ).format(path=path)
            ) from error
        except (ValueError, RecursionError) as error:
            raise damaged from error
        if not isinstance(texts, dict) or not all(isinstance(t, str) for t in texts.values()):
            raise damaged
        return texts

    def keep(self, assessment_id: str, participant_id: str, item_id: str, text: str) -> None:
        """Keep what was written about one statement; nothing but spaces takes it away.

        Raises as ``read`` does, ``InvalidInputError`` for a text that is too long or a statement
        that is not private, and ``EnvironmentProblemError`` if it cannot be written.
        """
        if item_id not in {item.id for item in self.prompts(assessment_id)}:
            raise InvalidInputError(_("This statement does not belong to the questionnaire."))
        text = clean_text(text)
        if len(text) > LONGEST_TEXT:
            raise InvalidInputError(
                _("Please keep a note below {most} characters.").format(most=LONGEST_TEXT)
            )
        texts = self.read(assessment_id, participant_id)
        texts.pop(item_id, None)
        if text.strip():
            texts[item_id] = text
        if not texts:
            self.forget(assessment_id, participant_id)
            return
        path = self._path(assessment_id, participant_id)
        try:
            data = json.dumps(texts, ensure_ascii=False, indent=1).encode()
        except UnicodeEncodeError as error:
            raise InvalidInputError(
                _("The text holds half a character, which cannot be kept. Please delete it.")
            ) from error
        try:
            path.parent.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        except OSError as error:
            raise problem_with(path, error) from error
        write_small(path, data, self._folder)

    def forget(self, assessment_id: str, participant_id: str) -> None:
        """Delete everything that was written on one sheet, even from a damaged file."""
        path = self._path(assessment_id, participant_id)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise EnvironmentProblemError(
                _("“{path}” could not be deleted. Please delete it by hand.").format(path=path)
            ) from error

    def _path(self, assessment_id: str, participant_id: str) -> Path:
        people = self._store.participants.of_assessment(assessment_id)
        known = participant_id in {person.id for person in people}
        if not known or not _PLAIN_ID.fullmatch(participant_id):
            raise KeyError(participant_id)
        return self._folder.personal / f"{participant_id}.json"
