"""What stands in a cell as a text."""

from collabkit.cells import as_written
from collabkit.i18n import _

LONGEST = 32_767  # UTF-16 units in a cell, a limit of the file format


def fitting(text: str) -> str:
    """Return ``text``, cut with a remark that says so if it is longer than a cell."""
    if units(as_written(text)) <= LONGEST:
        return text
    remark = _("\n(Cut here: the whole text has {number} characters.)").format(
        number=f"{len(text):,}"
    )
    room = LONGEST - units(remark)
    kept = shortened(text, room)
    while (over := units(as_written(kept)) - room) > 0:
        kept = shortened(kept, units(kept) - max(1, over // 2))  # as written, some take two
    return kept + remark


def shortened(text: str, most: int) -> str:
    """Return as much of ``text`` from its beginning as fits into ``most`` UTF-16 units."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")


def units(text: str) -> int:
    """Return how long ``text`` is for a spreadsheet, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def yes_or_no(value: bool) -> str:
    """Return what is true or not as people write it."""
    return _("Yes") if value else _("No")
