"""Is it ours, and how old is it? Told from the first bytes, before SQLite sees the file.

See "The Database Header" in https://www.sqlite.org/fileformat.html.
"""

from dataclasses import dataclass
from pathlib import Path

from collabkit.storage.problems import ForeignFileError, NewerFileError

APPLICATION_ID = int.from_bytes(b"CKIT", "big")
SCHEMA_VERSION = 5
COUNTED_SINCE = 5  # the schema since which a file says how many changes led to it

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_FORMATS = slice(18, 20)  # of writing and of reading
_JOURNALS = (1, 2)  # ours, and the one that a database browser may have chosen
_FRACTIONS = slice(21, 24)
_ALL_FRACTIONS = bytes((64, 32, 32))
_ENCODING = slice(56, 60)
_UTF_8 = 1
_RESERVED_AT = 20  # bytes at the end of each page that SQLite itself leaves alone
_RESERVED_IF_CIPHERED = 80  # for SQLCipher's nonce and code of authentication; otherwise none


@dataclass(frozen=True, slots=True)
class Release:
    """The newest schema version that a release knows, and the steps that lead there."""

    version: int
    migrations: Path

    @property
    def revision(self) -> str:
        """The name of the Alembic revision that ends at ``version``: "0001" for 1."""
        return f"{self.version:04d}"


THIS_RELEASE = Release(SCHEMA_VERSION, Path(__file__).with_name("migrations"))


def version_of(path: Path, release: Release = THIS_RELEASE) -> int:
    """Return the schema version of a database, from 1 on, without opening it with SQLite.

    Raises ``ForeignFileError`` for an empty file or one that is not ours, ``NewerFileError`` for
    one that ``release`` does not know yet and ``OSError`` if it cannot be read.
    """
    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise ForeignFileError(path)
    with path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
        raise ForeignFileError(path)
    version = int.from_bytes(header[_USER_VERSION], "big")
    if int.from_bytes(header[_APPLICATION_ID], "big") != APPLICATION_ID or not version:
        raise ForeignFileError(path)
    if version > release.version:
        raise NewerFileError(path)
    return version


def faults_of_head(path: Path) -> list[str]:
    """Return a line for what SQLite would believe in the first bytes, and ours never have.

    A file whose version of writing is not known, for one, can be read and not be written.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    writing, reading = header[_FORMATS]
    is_ours = (
        writing == reading
        and writing in _JOURNALS
        and header[_FRACTIONS] == _ALL_FRACTIONS
        and int.from_bytes(header[_ENCODING], "big") == _UTF_8
    )
    return [] if is_ours else ["the head was changed"]


def is_ciphered(path: Path) -> bool:
    """Tell whether a database is encrypted; false for what is no database, or is not there."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            header = file.read(_HEADER_LENGTH)
    except OSError:
        return False
    return begins_ciphered(header)


def begins_ciphered(data: bytes) -> bool:
    """Tell whether ``data``, a file or its beginning, is that of an encrypted database."""
    is_database = data.startswith(_MAGIC) and len(data) >= _HEADER_LENGTH
    return is_database and data[_RESERVED_AT] == _RESERVED_IF_CIPHERED
