"""Reading what is on disk strictly: every field is there, is what it should be, and nothing else.

A record may have been cut in half, or come from a stranger. Each reader raises ``RecordError``
with a sentence; nothing is guessed or mended.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from collabkit.errors import DataRefusedError
from collabkit.i18n import _
from collabkit.typed_text import clean_text

LARGEST_RECORD = 1_000_000  # characters; a full session of 20 statements has about 100,000
LONGEST_ID = 200  # characters

# Whatever ``writable`` would change; to look for it is quicker than to change a copy.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_EnumT = TypeVar("_EnumT", bound=StrEnum)
_ValueT = TypeVar("_ValueT")


class RecordError(DataRefusedError):
    """What is kept of a session cannot be read; it was left as it is.

    ``what`` is the clause that says why, for other kinds of file that are read in the same way; it
    is empty for what is no such file at all.
    """

    def __init__(self, message: str, what: str = "") -> None:
        super().__init__(message)
        self.what = what


def refused(what: str) -> RecordError:
    """Return the error for a record in which ``what``, a clause, cannot be right."""
    return RecordError(
        _(
            "This session cannot be opened: {what}. The file was left as it is. Please take an "
            "earlier copy, or save it once more where it was made."
        ).format(what=what),
        what,
    )


def parse(text: str, largest: int = LARGEST_RECORD) -> "Fields":
    """Return the outermost fields of a record; raises ``RecordError``.

    Refused are two fields of one name, numbers that are none (``NaN``), and whatever is too large
    or too deep to be a session.
    """
    if len(text) > largest:
        raise refused(_("it is far larger than a session can be"))
    try:
        found = json.loads(
            text,
            object_pairs_hook=_without_doubles,
            parse_constant=_no_number,
            parse_float=_no_number,
        )
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and not text.rstrip().endswith("}"):
            raise refused(_("the end of the file is missing, as if it had been cut off")) from error
        raise not_ours() from error
    if not isinstance(found, dict):
        raise not_ours()
    return Fields(found)


def not_ours() -> RecordError:
    """Return the error for what is no record of a session at all."""
    return RecordError(
        _(
            "This is not a session of collabkit, or it is damaged. It was left as it is. Please "
            "choose a file that was saved as a session."
        )
    )


def check_kind(fields: "Fields", what: str, version: int) -> None:
    """Read what the outermost fields are and in which version; raise unless both are known.

    ``what`` stands under "collabkit" and tells it from any other file.
    """
    if "collabkit" not in fields.names or fields.take("collabkit") != what:
        raise not_ours()
    found = fields.take("version")
    if type(found) is int and found > version:
        raise RecordError(
            _(
                "This session was saved by a newer version of collabkit. It was left as it is. "
                "Please install the newer version on this computer, and open it again."
            )
        )
    if type(found) is not int or found != version:
        raise not_ours()


class Fields:
    """The fields of one part of a record, each of which is read once by its name."""

    def __init__(self, values: object) -> None:
        if not isinstance(values, dict):
            raise refused(_("a part of it is damaged"))
        self._values: dict[str, Any] = dict(values)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields that were not read yet, in the order of the record."""
        return tuple(self._values)

    def take(self, name: str) -> Any:
        """Return the value of a field as it is."""
        if name not in self._values:
            raise refused(_("a part of it is missing (“{name}”)").format(name=name))
        return self._values.pop(name)

    def end(self) -> None:
        """Raise if the record has more than was read."""
        for name in self._values:
            raise refused(
                _("it has a part that this version does not know (“{name}”)").format(
                    name=clean_text(name)[:LONGEST_ID]
                )
            )

    def whole(self, name: str, least: int, most: int) -> int:
        """Return a whole number from ``least`` to ``most``."""
        value = self.take(name)
        if type(value) is not int or not least <= value <= most:
            raise refused(
                _("a number in it is impossible (“{name}” must be {least} to {most})").format(
                    name=name, least=least, most=most
                )
            )
        return value

    def flag(self, name: str) -> bool:
        """Return yes or no."""
        value = self.take(name)
        if type(value) is not bool:
            raise _damaged(name)
        return value

    def text(self, name: str, longest: int) -> str:
        """Return a text of at most ``longest`` characters, without control characters."""
        return _text(name, self.take(name), longest)

    def id(self, name: str) -> str:
        """Return an id, which is never empty."""
        return _filled(name, self.text(name, LONGEST_ID))

    def choice(self, name: str, kind: type[_EnumT]) -> _EnumT:
        """Return one of the words of ``kind``."""
        return word(name, self.take(name), kind)

    def day(self, name: str) -> date:
        """Return a day, written as YYYY-MM-DD."""
        value = self.text(name, 10)
        try:
            day = date.fromisoformat(value)
        except ValueError as error:
            raise _damaged(name) from error
        if day.isoformat() != value:
            raise _damaged(name)
        return day

    def maybe(self, name: str, read: Callable[[str], _ValueT]) -> _ValueT | None:
        """Return ``None`` where the record says so, otherwise what ``read`` makes of the field."""
        if name in self._values and self._values[name] is None:
            return self.take(name)  # type: ignore[no-any-return]
        return read(name)

    def row(self, name: str, most: int) -> list[Any]:
        """Return a list of at most ``most`` values."""
        value = self.take(name)
        if not isinstance(value, list) or len(value) > most:
            raise _damaged(name)
        return value

    def ids(self, name: str, most: int) -> tuple[str, ...]:
        """Return a list of different ids."""
        found = tuple(_filled(name, _text(name, one, LONGEST_ID)) for one in self.row(name, most))
        if len(set(found)) != len(found):
            raise refused(_("something stands in it twice (“{name}”)").format(name=name))
        return found

    def part(self, name: str) -> "Fields":
        """Return a part with fields of its own."""
        return Fields(self.take(name))

    def counts(self, name: str, most: int) -> dict[str, int]:
        """Return how many there are of each code, from 0 to ``most``; in the record's order."""
        return dict(self._counted(name, most))

    def _counted(self, name: str, most: int) -> Iterator[tuple[str, int]]:
        part = self.part(name)
        if len(part.names) > _MOST_CODES:
            raise _damaged(name)
        for code in part.names:
            yield _filled(name, _text(name, code, LONGEST_ID)), part.whole(code, 0, most)


_MOST_CODES = 50  # possible answers to one statement, and statements of a session


def word(name: str, value: object, kind: type[_EnumT]) -> _EnumT:
    """Return ``value`` as one of the words of ``kind``."""
    if not isinstance(value, str):
        raise _damaged(name)
    try:
        return kind(value)
    except ValueError as error:
        raise _damaged(name) from error


def writable(text: str) -> str:
    """Return ``text`` as it can be read again: without control characters and halves of one."""
    return clean_text(text).encode("utf-8", "replace").decode("utf-8")


def _text(name: str, value: object, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest or _UNWRITABLE.search(value):
        raise _damaged(name)
    return value


def _filled(name: str, value: str) -> str:
    if not value:
        raise _damaged(name)
    return value


def _damaged(name: str) -> RecordError:
    return refused(_("a part of it is damaged (“{name}”)").format(name=name))


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("two fields have the same name")
    return found


def _no_number(text: str) -> object:
    raise ValueError(f"{text[:20]} is no whole number")
