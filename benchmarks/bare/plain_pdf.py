"""Six plain pages with ReportLab as its manual shows it: headings, text, tables, a radar chart."""

import io
from typing import Any

from reportlab.graphics.charts.spider import SpiderChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from collabkit.assets import resource

PAGES = 6
_FONT = "BenchRegular"
_TEXT = "We meet, we listen, we agree what each of us brings, and we write it down. " * 6
_CELL = "Agree a short call every week and write down the decisions that matter."


def build() -> bytes:
    """Return the file; it has ``PAGES`` pages."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        path = resource("fonts", "AtkinsonHyperlegibleNext-Regular.ttf")
        pdfmetrics.registerFont(TTFont(_FONT, str(path)))
    styles = getSampleStyleSheet()
    for name in ("Normal", "Heading1"):
        styles[name].fontName = _FONT
    story: list[Any] = []
    for page in range(PAGES):
        story += [
            Paragraph(f"Section {page + 1}", styles["Heading1"]),
            Paragraph(_TEXT, styles["Normal"]),
            Spacer(1, 6),
        ]
        if page == 0:
            story.append(_radar())
        story.append(_table(7 if page == 0 else 13, styles["Normal"]))
        if page < PAGES - 1:
            story.append(PageBreak())
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4, title="Plain", lang="en-GB").build(story)
    return target.getvalue()


def _radar() -> Drawing:
    drawing = Drawing(400, 260)
    chart = SpiderChart()
    chart.x, chart.y, chart.width, chart.height = 80, 20, 220, 220
    chart.data = [[3, 4, 2, 5, 4]]
    chart.labels = [f"Theme {number}" for number in range(5)]
    chart.strandLabels.fontName = chart.spokeLabels.fontName = _FONT
    drawing.add(chart)
    return drawing


def _table(rows: int, style: Any) -> Table:
    head = ["#", "Action", "Owner", "Due", "Status"]
    cells = [
        [str(row), Paragraph(_CELL, style), "Sample", "1 December 2026", "open"]
        for row in range(rows)
    ]
    table = Table([head, *cells], colWidths=[10 * mm, 80 * mm, 25 * mm, 35 * mm, 18 * mm])
    table.setStyle(
        TableStyle(
            [("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("FONTNAME", (0, 0), (-1, -1), _FONT)]
        )
    )
    return table
