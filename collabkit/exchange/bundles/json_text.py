"""From the bytes of a member to the fields in it, within limits that are looked at first.

An object costs Python far more than its bytes on the disk, so brackets and commas are counted and
their depth is looked at before anything is made of them.
"""

import json
import re
from typing import Any

from collabkit.exchange.bundles.refusals import BundleError, cannot_open
from collabkit.i18n import _
from collabkit.room.fields import Fields, parse

MOST_BYTES_OF_ONE = 5_000_000  # 60 people with 2,000 characters on each of 40 statements
MOST_BYTES = 30_000_000  # of all members together
MOST_VALUES = 500_000  # in all members together: 100,000 answers and more
MOST_DEPTH = 20

# Without texts, the skeleton of brackets, commas and numbers is left over. A text that never ends
# is taken too, which keeps the search linear.
_TEXTS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")


def json_bytes(told: Any) -> bytes:
    """Return ``told`` as JSON that people can read too, always in the same order."""
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


class JsonReader:
    """Reads members one after the other, and counts what they hold together."""

    def __init__(self) -> None:
        self._bytes, self._values = MOST_BYTES, MOST_VALUES

    def fields_in(self, data: bytes) -> Fields:
        """Return the outermost fields of a member.

        Raises ``BundleError`` or ``RecordError`` for what is no JSON object of a possible size.
        """
        self._bytes -= len(data)
        if self._bytes < 0 or len(data) > MOST_BYTES_OF_ONE:
            raise _too_much()
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            raise cannot_open(_("a part of it is not readable as text")) from error
        self._count(_TEXTS.sub("", text))
        return parse(text, MOST_BYTES_OF_ONE)

    def _count(self, skeleton: str) -> None:
        self._values -= skeleton.count(",")
        brackets = _BRACKETS.findall(skeleton) if self._values >= 0 else ()
        self._values -= len(brackets) // 2
        if self._values < 0:
            raise _too_much()
        depth = 0
        for bracket in brackets:
            depth += 1 if bracket in "[{" else -1
            if depth > MOST_DEPTH:
                raise cannot_open(_("its parts are nested too deeply"))


def _too_much() -> BundleError:
    return cannot_open(_("it holds far more than people can have said"))
