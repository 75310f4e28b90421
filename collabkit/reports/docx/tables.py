"""Real tables: a head that comes again on every page, rows that stay whole, widths that hold."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.text.paragraph import Paragraph

from collabkit.reports.docx.draft import Draft
from collabkit.reports.docx.looks import CONTENT, Look
from collabkit.reports.docx.styles import NAMESPACE
from collabkit.reports.docx.words import write
from collabkit.reports.plain_text import plain_line

# A row of more characters may run over a page: LibreOffice cuts off what is longer than a page.
_WHOLE = 1500
_FACTS = (26, 74)  # shares of the width: labels, and what stands beside them


class Cell(NamedTuple):
    """A cell of a table."""

    text: str
    look: Look = Look.CELL


def add_table(
    draft: Draft,
    shares: Sequence[float],
    rows: Sequence[Sequence[Cell]],
    head: Sequence[Cell] = (),
    *,
    name: str = "",
    in_words: str = "",
    least: float = 0,
) -> None:
    """Add a table from margin to margin, of which each column has its share.

    Rows are at least ``least`` twips high. A screen reader says ``name`` and ``in_words`` when it
    comes to the table; both may be empty.
    """
    widths = [round(CONTENT * share / sum(shares)) for share in shares]
    names_rows = bool(rows) and rows[0][0].look is Look.CELL_ROW
    table = parse_xml(_frame(widths, has_head=bool(head), names_rows=names_rows))
    for tag, text in (("w:tblCaption", name), ("w:tblDescription", in_words)):
        if text:
            table.tblPr.append(OxmlElement(tag, {qn("w:val"): plain_line(text)}))
    if head:
        table.append(_row(draft, head, widths, OxmlElement("w:tblHeader")))
    for row in rows:
        height = OxmlElement("w:trHeight", {qn("w:val"): str(round(least))})
        table.append(_row(draft, row, widths, height if least else None))
    draft.add_table(table)


def add_text_table(
    draft: Draft,
    shares: Sequence[float],
    rows: Sequence[Sequence[str]],
    head: Sequence[str],
    *,
    numbers: Sequence[int] = (),
    name: str = "",
    least: float = 0,
) -> None:
    """Add a table whose first column names the rows; the columns ``numbers`` stand to the right."""
    looks = [Look.CELL_NUMBER if n in numbers else Look.CELL for n in range(len(shares))]
    heads = [Look.CELL_NUMBER_HEAD if n in numbers else Look.CELL_HEAD for n in range(len(shares))]
    if 0 not in numbers:
        looks[0] = Look.CELL_ROW
    add_table(
        draft,
        shares,
        [[Cell(*cell) for cell in zip(row, looks, strict=True)] for row in rows],
        [Cell(*cell) for cell in zip(head, heads, strict=True)],
        name=name,
        least=least,
    )


def add_facts(draft: Draft, facts: Sequence[tuple[str, str]]) -> None:
    """Add labels with values beside each other."""
    add_table(draft, _FACTS, [(Cell(label, Look.CELL_ROW), Cell(text)) for label, text in facts])


def _frame(widths: Sequence[int], *, has_head: bool, names_rows: bool) -> str:
    # Word reads the bits, other programs the words.
    look = 0x0400 | 0x0020 * has_head | 0x0080 * names_rows
    return (
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr><w:tblStyle w:val="{Look.TABLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look:04X}" w:firstRow="{int(has_head)}" w:lastRow="0" '
        f'w:firstColumn="{int(names_rows)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        "</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        + "</w:tblGrid></w:tbl>"
    )


def _row(draft: Draft, cells: Sequence[Cell], widths: Sequence[int], about: Any) -> Any:
    row = OxmlElement("w:tr")
    properties = row.get_or_add_trPr()
    if sum(len(cell.text) for cell in cells) < _WHOLE:
        properties.append(OxmlElement("w:cantSplit"))
    if about is not None:
        properties.append(about)
    for cell, width in zip(cells, widths, strict=True):
        added = row.add_tc()
        size = OxmlElement("w:tcW", {qn("w:w"): str(width), qn("w:type"): "dxa"})
        added.get_or_add_tcPr().append(size)
        (paragraph,) = added.p_lst
        paragraph.style = cell.look
        write(Paragraph(paragraph, draft.document), cell.text)
    return row
