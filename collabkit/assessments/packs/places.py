"""Where a table stands in a spreadsheet, so that a fault can name the very cell."""

from collections.abc import Mapping
from typing import Any


class Placed(dict[str, Any]):
    """A table that was put together from cells, and knows where each of them is.

    ``place`` is the table's own place in words, such as ``sheet “items”, row 5``; ``cells`` has
    the place of each key that has a cell, such as ``sheet “items”, row 5, column D``.
    """

    __slots__ = ("_cells", "_place")

    def __init__(self, place: str, cells: Mapping[str, str], values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self._place = place
        self._cells = dict(cells)

    def place_of(self, key: str) -> str:
        """Return the place of ``key``, or of the whole table if the key has no cell."""
        return self._cells.get(key, self._place)

    def put(self, key: str, value: Any, place: str) -> None:
        """Add a key that stands at ``place``."""
        self[key] = value
        self._cells[key] = place
