"""Files that go to people elsewhere and come back: one JSON object each, read strictly.

What is in them comes from a stranger. Whatever the bytes are, reading ends soon, with what they
should hold or with a sentence.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TypeVar

from collabkit.errors import DataRefusedError
from collabkit.i18n import _
from collabkit.room.fields import Fields, RecordError, parse, refused
from collabkit.typed_text import clean_line

LONGEST_CODE = 20  # characters of a sheet's code
_DIGEST = 64  # figures of a SHA-256

_Read = TypeVar("_Read")


class JsonFile(ABC):
    """One kind of file: how it is told from others, and what is said if it cannot be used.

    ``word`` stands under "collabkit", ``version`` under "version".
    """

    word: str
    version: int
    most_bytes: int

    @abstractmethod
    def refused(self, what: str) -> DataRefusedError:
        """Return the error for a file in which ``what``, a clause, cannot be right."""

    @abstractmethod
    def not_ours(self) -> DataRefusedError:
        """Return the error for what is no such file at all."""

    @abstractmethod
    def newer(self) -> DataRefusedError:
        """Return the error for a file that a later release has written."""

    def read(self, data: bytes, read: Callable[[Fields], _Read]) -> _Read:
        """Return what ``read`` makes of the fields of ``data``, all of which it has to take.

        Raises ``DataRefusedError`` for any other file.
        """
        if len(data) > self.most_bytes:
            raise self.refused(_("it is far larger than it can be"))
        try:
            fields = parse(data.decode("utf-8-sig"), self.most_bytes)
            self._check_kind(fields)
            found = read(fields)
            fields.end()
        except UnicodeDecodeError as error:
            raise self.not_ours() from error
        except RecordError as error:
            raise (self.refused(error.what) if error.what else self.not_ours()) from error
        return found

    def _check_kind(self, fields: Fields) -> None:
        if "collabkit" not in fields.names or fields.take("collabkit") != self.word:
            raise self.not_ours()
        found = fields.take("version")
        if type(found) is int and found > self.version:
            raise self.newer()
        if type(found) is not int or found != self.version:
            raise self.not_ours()


def line(fields: Fields, name: str, longest: int) -> str:
    """Return a text of one line with at most ``longest`` characters."""
    value = fields.text(name, longest)
    if clean_line(value) != value:
        raise refused(_("“{name}” in it has several lines").format(name=name))
    return value


def filled_line(fields: Fields, name: str, longest: int) -> str:
    """Return a text of one line that is not empty."""
    value = line(fields, name, longest)
    if not value.strip():
        raise refused(_("“{name}” in it is empty").format(name=name))
    return value


def digest(fields: Fields, name: str) -> str:
    """Return a SHA-256, in hexadecimal."""
    value = line(fields, name, _DIGEST)
    if len(value) != _DIGEST or set(value) - set("0123456789abcdef"):
        raise refused(_("“{name}” in it is no SHA-256").format(name=name))
    return value
