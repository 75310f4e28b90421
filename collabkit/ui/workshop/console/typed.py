"""What is typed while a vote is open. It lives as long as the vote, and in memory only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class Typed:
    """Counts of hands as they stand in the fields, and what is wrong with what was typed."""

    hands: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hands_fault: str = ""
    slips_fault: str = ""


def counts_of(texts: Mapping[str, str]) -> dict[str, int]:
    """Return the counts by answer code; an empty field counts nobody.

    Raises ``ValueError`` with a sentence if one of them is no number.
    """
    counts = {}
    for code, text in texts.items():
        words = text.strip()
        if words and not (words.isascii() and words.isdigit()):
            raise ValueError(
                _("“{text}” is not a number. Please type how many hands you counted.").format(
                    text=words
                )
            )
        counts[code] = int(words or 0)
    return counts
