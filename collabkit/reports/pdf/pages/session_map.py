"""The map of a session: every statement in a line."""

from collabkit.reports.contents.session_parts import MapPart
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.opening import opening
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import MM
from collabkit.reports.pdf.table import Table

_WIDTHS = (9 * MM, None, 27 * MM, 29 * MM, 30 * MM)


def map_page(part: MapPart, key: str, root: Element) -> list[Block]:
    """Return the blocks of the map."""
    rows = [
        (line.number, line.statement, line.section, line.standing, line.became)
        for line in part.lines
    ]
    return [*opening(part.title, part.lead, key, root), Table(rows, _WIDTHS, root, head=part.head)]
