"""Between what SQLite keeps and what the frozen records hold.

SQLite's strict tables know text, whole numbers and bytes; a date, a word of an enumeration and a
yes or no are kept as these.
"""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Integer, Text, TypeDecorator


class Day(TypeDecorator[date]):
    """A date, kept as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Any) -> str | None:
        """Return ``2026-06-03``."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Any) -> date | None:
        """Return the date."""
        return None if value is None else date.fromisoformat(value)


class Word(TypeDecorator[StrEnum]):
    """A member of an enumeration, kept as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Any) -> str | None:
        """Return the plain text, for an enumeration might be kept by its name otherwise."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Any) -> StrEnum | None:
        """Return the member."""
        return None if value is None else self.words(value)


class YesNo(TypeDecorator[bool]):
    """True or false, kept as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Any) -> int | None:
        """Return 1 or 0."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Any) -> bool | None:
        """Return true or false."""
        return None if value is None else bool(value)
