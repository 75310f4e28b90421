"""Where a table stands in a spreadsheet, so that a fault can name the very cell."""

from collections.abc import Mapping, Sequence
from typing import Any

from collabkit.i18n import _


class Placed(dict[str, Any]):
    """A table that was put together from cells, and knows where each of them is.

    ``place`` is the table's own place in words, such as ``sheet “items”, row 5``. What stands
    above its cells begins with ``prefix``, such as ``marks.``; in an upright sheet it stands
    beside them, and is called a key there.
    """

    __slots__ = ("_blank", "_cells", "_entries", "_is_upright", "_place", "_prefix")

    def __init__(self, place: str, prefix: str = "", *, is_upright: bool = False) -> None:
        super().__init__()
        self._place = place
        self._prefix = prefix
        self._is_upright = is_upright
        self._cells: dict[str, str] = {}
        self._entries: dict[str, Sequence[str]] = {}
        self._blank: set[str] = set()

    def inside(self, key: str) -> "Placed":
        """Return a new table for the columns whose heads begin with ``key`` and a dot."""
        return Placed(self._place, f"{self._prefix}{key}.", is_upright=self._is_upright)

    def place_of(self, key: str, entry: int | None = None) -> str:
        """Return the place of ``key``, or of the whole table if the key has no cell.

        ``entry`` counts from 0 in a list that has a column for each entry.
        """
        entries = self._entries.get(key, ())
        if entry is not None and entry < len(entries):
            return entries[entry]
        return self._cells.get(key, self._place)

    def called(self, key: str, entry: int | None = None) -> str:
        """Return what the cell of ``key`` is called by what stands above or beside it."""
        head = f"{self._prefix}{key}"
        if entry is not None and entry < len(self._entries.get(key, ())):
            head = f"{head} {entry + 1}"
        words = _('key "{key}"') if self._is_upright else _('column "{key}"')
        return words.format(key=head)

    def is_blank(self, key: str) -> bool:
        """Tell whether there is a cell for ``key``, with nothing in it."""
        return key in self._blank

    def put(self, key: str, value: Any, place: str, entries: Sequence[str] = ()) -> None:
        """Add a key that stands at ``place``; ``entries`` are the places of a list's entries."""
        self[key] = value
        self._cells[key] = place
        self._entries[key] = entries

    def take(self, key: str, other: "Placed") -> None:
        """Add a key as it stands in the table ``other``."""
        self.put(key, other[key], other.place_of(key), other._entries.get(key, ()))

    def leave_blank(self, key: str, place: str) -> None:
        """Remember the blank cell at ``place`` in which ``key`` would stand."""
        self._cells[key] = place
        self._blank.add(key)


def called(table: Mapping[str, Any] | None, key: str, entry: int | None = None) -> str:
    """Return how faults call ``key`` of ``table``: by its column if it stands in one."""
    if isinstance(table, Placed):
        return table.called(key, entry)
    return _('key "{key}"').format(key=key)
