"""How often each answer was given, in words."""

from collections.abc import Iterable

from collabkit.i18n import _
from collabkit.reports.contents.parts import Column


def full_name(column: Column) -> str:
    """Return an answer with the number by which people know it."""
    return f"{column.mark} {column.name}".strip()


def counts_in_words(columns: Iterable[Column]) -> str:
    """Return the counts of all answers in a sentence."""
    return _("Dots: {counts}.").format(
        counts="; ".join(
            _("{answer} {count}").format(answer=full_name(each), count=each.count)
            for each in columns
        )
    )
