"""Items of a list: a label in the margin and a body beside it."""

from collections.abc import Callable, Sequence

from collabkit.reports.pdf.blocks import Columns, Stack, Text
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import BODY, MM

_BULLET_COLUMN = 5 * MM


def list_item(
    items: Element,
    label: Callable[[Element], Block],
    body: Callable[[Element], Sequence[Block]],
    *,
    column: float,
    after: float = 6,
) -> Columns:
    """Return one item of the list ``items``, tagged as such, ``column`` points for its label.

    ``label`` and ``body`` get the element that theirs belongs to.
    """
    item = items.add("LI")
    parts = (label(item.add("Lbl")), Stack(body(item.add("LBody"))))
    return Columns(parts, (column, None), whole=True, after=after)


def bullets(points: Sequence[str], root: Element) -> list[Block]:
    """Return a list with a bullet before each point."""
    items = root.add("L")
    return [
        list_item(
            items,
            lambda label: Text("•", BODY, label),
            lambda body, point=point: [Text(point, BODY, body.add("P"))],  # type: ignore[misc]
            column=_BULLET_COLUMN,
            after=0,
        )
        for point in points
    ]
