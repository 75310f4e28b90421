"""Lets everything beside the database be readable for anybody again; tells what stays locked."""

from pathlib import Path

from collabkit.errors import DataRefusedError
from collabkit.paths import DataFolder
from collabkit.storage.identity import begins_ciphered
from collabkit.storage.locking.converting import convert, fitting_key, unseal_file
from collabkit.storage.locking.finishing import files_in
from collabkit.storage.locking.first_bytes import found_ciphered, head_of
from collabkit.storage.locking.key_place import carry_key_file_beside
from collabkit.storage.locking.sealed_aside import has_journal, sealed_in, unseal_aside
from collabkit.storage.locking.sealing import is_sealed
from collabkit.storage.locking.setting_aside import locked_aside
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.sentences import in_sentences


def let_rest_be_readable(folder: UnlockedFolder) -> None:
    """Let copies, files put aside and people's own words be plain.

    What cannot be, being damaged, gets a copy of the key file beside it, as nothing else would open
    it any longer. Raises ``EnvironmentProblemError``.
    """
    for place in (folder.backups, folder.kept):
        for sealed in sealed_in(place):
            with in_sentences(sealed):
                unseal_aside(sealed, folder.ring.key)
                if sealed.exists():  # damaged since, or sealed with another lock
                    carry_key_file_beside(folder, sealed)
        for path in files_in(place):
            with in_sentences(path):
                if found_ciphered(path):
                    _let_be_readable(path, folder)
    for words in files_in(folder.personal, "*.json"):
        with in_sentences(words):
            unseal_file(words, folder.ring.key)


def still_locked(folder: DataFolder) -> tuple[Path, ...]:
    """Return what nobody can read without a passphrase in a ``folder`` that has no lock.

    Those are files, and folders of data that was put aside because nobody could open it.
    """
    places = (folder.backups, folder.kept, folder.personal)
    files = (path for place in places for path in files_in(place) if _is_locked(path))
    return (*files, *locked_aside(folder))


def _is_locked(path: Path) -> bool:
    try:
        head = head_of(path)
    except OSError:  # nobody can read that either
        return True
    return is_sealed(head) or begins_ciphered(head)


def _let_be_readable(path: Path, folder: UnlockedFolder) -> None:
    fitting = fitting_key(path, (folder.ring.key, *folder.ring.former))
    if fitting is not None and not has_journal(path):
        try:
            convert(path, fitting, None)
        except DataRefusedError:
            pass
        else:
            return
    carry_key_file_beside(folder, path)
