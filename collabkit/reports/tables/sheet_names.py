"""Names of sheets that every program takes."""

from collections.abc import Iterator

from collabkit.i18n import _
from collabkit.reports.plain_text import plain_line
from collabkit.reports.tables.cell_text import shortened
from collabkit.reports.tables.workbook import Workbook

_LONGEST = 31  # UTF-16 units; this and the rest are limits of the file format
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_RESERVED = "history"


def sheet_names(workbook: Workbook) -> tuple[str, ...]:
    """Return a legal name for each sheet, no two alike."""
    taken = {_RESERVED}
    names = []
    for sheet in workbook.sheets:
        name = next(n for n in _offered(sheet.name) if n.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _offered(wanted: str) -> Iterator[str]:
    """Yield the name without what is forbidden, then with a number behind it, without end."""
    base = plain_line(wanted.translate(_FORBIDDEN)).strip(" '") or _("Sheet")
    number, ending = 1, ""
    while True:
        yield shortened(base, _LONGEST - len(ending)).rstrip(" '") + ending
        number += 1
        ending = f" ({number})"
