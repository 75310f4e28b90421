"""A copy of locked data that came from elsewhere, with its own key file beside it."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from collabkit.errors import DataRefusedError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE, PRIVATE_FOLDER
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking.converting import convert, fitting_key
from collabkit.storage.locking.data_key import DataKey, KeyRing
from collabkit.storage.locking.key_file import KeyFile, KeyFileError, WrongSecretError
from collabkit.storage.locking.key_place import read_at
from collabkit.storage.locking.state import KEY_FILE
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.locking.wiping import wipe
from collabkit.storage.sentences import in_sentences

_MOST_KEY_FILES = 5  # trying one takes a good part of a second


class OtherKeyFileError(DataRefusedError):
    """The passphrase is right for a key file beside the copy, and that does not open the copy."""

    def __init__(self, copy: Path) -> None:
        super().__init__(
            _(
                "The passphrase is right for the file “{key}” beside this copy, but that file "
                "belongs to another copy, or the copy is damaged at its beginning. Nothing was "
                "changed. Please look for the file that was saved together with “{name}”."
            ).format(key=KEY_FILE, name=copy.name)
        )


@dataclass(frozen=True, slots=True)
class OpenedCopy:
    """A copy whose passphrase was typed: its key file, what was in that, and the key that fits."""

    path: Path
    file: KeyFile = field(repr=False)
    ring: KeyRing = field(repr=False)
    key: DataKey = field(repr=False)


def key_files_of(copy: Path, folder: DataFolder) -> tuple[KeyFile, ...]:
    """Return the key files that may open a locked ``copy``, the likeliest first.

    They lie beside it, under the name that it was saved with or, in a data folder that was copied
    as a whole, under their own. None if ``copy`` is not locked, or is one of ``folder`` itself and
    has none of its own.
    """
    if not is_ciphered(copy):
        return ()
    places = [copy.with_name(f"{copy.name}.{KEY_FILE}")]
    with suppress(OSError):
        if not copy.resolve().is_relative_to(folder.root.resolve()):
            places += [copy.with_name(KEY_FILE), copy.parent.parent / KEY_FILE]
            places += sorted(copy.parent.glob(f"*.{KEY_FILE}"))  # a copy may have been renamed
    found = []
    for place in dict.fromkeys(places):
        with suppress(KeyFileError, OSError):
            found.append(read_at(place))
    return tuple(found[:_MOST_KEY_FILES])


def open_copy(copy: Path, folder: DataFolder, opened: Callable[[KeyFile], KeyRing]) -> OpenedCopy:
    """Return ``copy`` with what opens it; ``opened`` tries one key file.

    Raises ``WrongSecretError``, ``OtherKeyFileError`` and whatever else ``opened`` raises.
    """
    is_wrong = True
    with in_sentences(copy):
        for file in key_files_of(copy, folder):
            try:
                ring = opened(file)
            except WrongSecretError:
                continue
            key = fitting_key(copy, (ring.key, *ring.former))
            if key is not None:
                return OpenedCopy(copy, file, ring, key)
            is_wrong = False
    if is_wrong:
        raise WrongSecretError
    raise OtherKeyFileError(copy)


@contextmanager
def as_locked_here(opened: OpenedCopy, folder: DataFolder) -> Iterator[Path]:
    """Give the copy as it would lie in ``folder``: under the key there, or plain without one.

    What is given is gone afterwards. Raises ``DamagedFileError`` and ``EnvironmentProblemError``.
    """
    if opened.key == key_of(folder):
        yield opened.path
        return
    with in_sentences(folder.database):
        folder.root.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        passing = folder.root / f".collabkit-{secrets.token_hex(8)}.part"
        try:
            os.close(os.open(passing, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
            shutil.copyfile(opened.path, passing)
            convert(passing, opened.key, key_of(folder))
            yield passing
        finally:
            with suppress(OSError):
                wipe(passing)
