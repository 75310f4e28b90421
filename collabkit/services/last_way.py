"""What can still be read in a damaged file, where no copy and no log leads anywhere."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.text import read_file
from collabkit.errors import CollabkitError, EnvironmentProblemError
from collabkit.files import problem_with
from collabkit.paths import DataFolder
from collabkit.services.kept_pictures import hide_pictures
from collabkit.services.packs import builtin_file, builtin_packs, own_files, own_pack
from collabkit.storage.backup import PRIVATE_FILE
from collabkit.storage.contents import Contents, contents_of
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.sentences import in_sentences

_PackRow = tuple[str, str, str, str, bytes]


def readable_rest(folder: DataFolder) -> Contents | None:
    """Return what can still be read in the damaged file, found by doing it; ``None`` for nothing.

    Changes nothing. Raises ``EnvironmentProblemError`` if the machine does not allow it just now.
    """
    try:
        with passing_file(folder) as temporary, in_sentences(folder.database):
            write_rest(folder, temporary)
            contents = contents_of(temporary, key_of(folder))
    except EnvironmentProblemError:
        raise
    except CollabkitError:
        return None
    of_their_own = replace(contents, has_sample=False, sample_answers=0)
    return contents if of_their_own != Contents() else None


def write_rest(folder: DataFolder, target: Path) -> None:
    """Write to the empty file ``target`` what can still be read; raises as ``take_out`` does.

    Where some is lost, no picture of a group is drawn from the rest; see ``hide_pictures``.
    """
    from collabkit.storage.salvage import take_out  # on the rarest of evenings

    take_out(folder, target, _stand_ins(folder), partial(hide_pictures, folder))


@contextmanager
def passing_file(folder: DataFolder) -> Iterator[Path]:
    """Give an empty private file in the data folder that is gone afterwards.

    Never in the computer's own folder for such files: others might read there.
    """
    temporary = folder.root / f".collabkit-{secrets.token_hex(8)}.part"
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
        yield temporary
    except OSError as error:
        raise problem_with(folder.database, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _stand_ins(folder: DataFolder) -> Iterator[_PackRow]:
    """Yield the questionnaires that are there as files, should that in the database be lost."""
    for pack in builtin_packs():
        path = builtin_file(pack.id)
        if path is not None:
            yield _row(pack, path)
    for path in own_files(folder).values():
        with suppress(CollabkitError):
            yield _row(own_pack(path), path)


def _row(pack: Pack, path: Path) -> _PackRow:
    return pack.digest, pack.id, pack.version, pack.title, read_file(path)
