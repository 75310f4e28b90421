"""The looks as the XML in which Word keeps styles and the numbering of lists."""

from collections.abc import Iterator

from collabkit.reports.docx.looks import (
    ACCENT,
    EDGE,
    FACE,
    INK,
    LANGUAGE,
    LINE,
    PARAGRAPHS,
    TWIPS,
    Border,
    Look,
    Paragraphs,
)

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BULLETS, NUMBERS = 1, 2  # the two kinds of list; numbered ones begin anew each time

_SIZE = 11  # points
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def styles_xml() -> str:
    """Return all styles, and how text looks that has none."""
    styles = "".join(_paragraph_style(look, of) for look, of in PARAGRAPHS.items())
    return (
        f'{_HEAD}<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FACE}" w:eastAsia="{FACE}" w:hAnsi="{FACE}" w:cs="{FACE}"/>'
        f'<w:color w:val="{INK}"/>{_size(_SIZE)}<w:lang w:val="{LANGUAGE}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f"{_spacing(0, 6, 1.15)}</w:pPr></w:pPrDefault></w:docDefaults>"
        f"{styles}{_characters()}{_tables()}</w:styles>"
    )


def numbering_xml() -> str:
    """Return the two kinds of list."""
    bullet = _list_kind(BULLETS, Look.BULLET, "bullet", "•")
    number = _list_kind(NUMBERS, Look.NUMBER, "decimal", "%1.")
    lists = "".join(
        f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>'
        for kind in (BULLETS, NUMBERS)
    )
    return f'{_HEAD}<w:numbering xmlns:w="{NAMESPACE}">{bullet}{number}{lists}</w:numbering>'


def _list_kind(number: int, look: Look, form: str, text: str) -> str:
    of = PARAGRAPHS[look]
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{look}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_indent(of)}</w:pPr>"
        f'<w:rPr><w:b/><w:color w:val="{ACCENT}"/></w:rPr></w:lvl></w:abstractNum>'
    )


def _paragraph_style(look: Look, of: Paragraphs) -> str:
    kind = f'w:type="paragraph" w:styleId="{look}"'
    if of.is_ours:
        kind += ' w:customStyle="1"'
    parts = [f'<w:name w:val="{of.name}"/>']
    if look is Look.NORMAL:
        kind += ' w:default="1"'
    else:
        parts.append(f'<w:basedOn w:val="{of.based_on}"/>')
    if of.then:
        parts.append(f'<w:next w:val="{of.then}"/>')
    if of.is_listed:
        parts.append("<w:qFormat/>")
    parts += ["<w:pPr>", *_paragraph_parts(of), "</w:pPr><w:rPr>", *_run_parts(of), "</w:rPr>"]
    return f"<w:style {kind}>{''.join(parts)}</w:style>"


def _paragraph_parts(of: Paragraphs) -> Iterator[str]:
    """Yield the parts in the order that the format prescribes."""
    if of.keep_next:
        yield "<w:keepNext/>"
    if of.keep_lines:
        yield "<w:keepLines/>"
    if of.numbering is not None:
        yield f'<w:numPr><w:numId w:val="{of.numbering}"/></w:numPr>'
    if of.border:
        yield _border(of.border)
    if of.tabs:
        yield "<w:tabs>"
        for place, kind, filled in of.tabs:
            leader = f' w:leader="{filled}"' if filled else ""
            yield f'<w:tab w:val="{kind}"{leader} w:pos="{place}"/>'
        yield "</w:tabs>"
    if (of.before, of.after, of.line) != (None, None, None):
        yield _spacing(of.before, of.after, of.line)
    if of.left or of.right:
        yield _indent(of)
    if of.across:
        yield f'<w:jc w:val="{of.across}"/>'
    if of.outline is not None:
        yield f'<w:outlineLvl w:val="{of.outline}"/>'


def _run_parts(of: Paragraphs) -> Iterator[str]:
    if of.is_bold:
        yield "<w:b/><w:bCs/>"
    if of.colour:
        yield f'<w:color w:val="{of.colour}"/>'
    if of.size is not None:
        yield _size(of.size)


def _characters() -> str:
    return (
        f'<w:style w:type="character" w:styleId="{Look.STRONG}"><w:name w:val="Strong"/>'
        "<w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        f'<w:style w:type="character" w:styleId="{Look.LINK}"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>'
    )


def _tables() -> str:
    """Return the one style of tables: a rule above each row, and a stronger one under the head.

    The rules belong to the rows ("bands"), not to the gaps between them: LibreOffice 7.4 loses all
    further rows where a row that must stay whole fits on a page but for the rule below it.
    """
    cells = '<w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    cells += '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="160" w:type="dxa"/>'

    def row(band: str) -> str:
        rule = f"<w:tcBorders>{_line('top', 4, 0, LINE)}</w:tcBorders>"
        return f'<w:tblStylePr w:type="{band}"><w:tcPr>{rule}</w:tcPr></w:tblStylePr>'

    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{Look.TABLE}">'
        '<w:name w:val="Rules Between Rows"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        '<w:tblPr><w:tblStyleRowBandSize w:val="1"/>'
        f"<w:tblBorders>{_line('bottom', 4, 0, LINE)}</w:tblBorders>"
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>{row('band1Horz')}{row('band2Horz')}"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{_line('bottom', 8, 0, EDGE)}"
        '</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        "</w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
    )


def _border(border: Border) -> str:
    lines = (_line(side, border.thickness, border.away, border.colour) for side in border.sides)
    return f"<w:pBdr>{''.join(lines)}</w:pBdr>"


def _line(side: str, thickness: int, away: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{thickness}" w:space="{away}" w:color="{colour}"/>'


def _spacing(before: float | None, after: float | None, line: float | None) -> str:
    parts = []
    if before is not None:
        parts.append(f' w:before="{round(before * TWIPS)}"')
    if after is not None:
        parts.append(f' w:after="{round(after * TWIPS)}"')
    if line is not None:
        parts.append(f' w:line="{round(line * 240)}" w:lineRule="auto"')
    return f"<w:spacing{''.join(parts)}/>"


def _indent(of: Paragraphs) -> str:
    sides = (("left", of.left), ("right", of.right), ("hanging", of.hanging))
    parts = (f' w:{side}="{round(points * TWIPS)}"' for side, points in sides if points)
    return f"<w:ind{''.join(parts)}/>"


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
