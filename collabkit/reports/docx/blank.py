"""The empty document that everything begins with.

python-docx brings one along, but with 80 table styles, American paper, somebody's preview picture
and its own name as the author. This one has our styles and nothing else.
"""

import io
import zipfile

from docx import Document
from docx.document import Document as WordDocument

from collabkit.reports.docx.looks import LANGUAGE, MARGIN, MM, PAGE
from collabkit.reports.docx.styles import NAMESPACE, numbering_xml, styles_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
    '<Override PartName="/docProps/app.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_OUTER = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" '
    'Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" '
    'Target="docProps/app.xml"/></Relationships>'
)
_INNER = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
    f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{kind}" Target="{kind}.xml"/>'
    for number, kind in enumerate(("styles", "numbering", "settings"), start=1)
)
_APP = (
    f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">'
    "<Application>collabkit</Application></Properties>"
)
_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
# Boxes that can be ticked came with Word 2010 (w14); an older program passes over them.
_DOCUMENT = (
    f'{_HEAD}<w:document xmlns:w="{NAMESPACE}" xmlns:r="{_OFFICE}/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'mc:Ignorable="w14"><w:body><w:sectPr>'
    f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/>'
    f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" '
    f'w:header="{round(10 * MM)}" w:footer="{round(10 * MM)}" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
# Without the mode of Word 2013 and later, Word says "Compatibility Mode" in its title.
_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def open_blank() -> WordDocument:
    """Return an empty document on A4 with our styles, in British English."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _OUTER),
            ("word/document.xml", _DOCUMENT),
            ("word/_rels/document.xml.rels", f"{_INNER}</Relationships>"),
            ("word/styles.xml", styles_xml()),
            ("word/numbering.xml", numbering_xml()),
            ("word/settings.xml", _SETTINGS),
            ("docProps/app.xml", _APP),
            ("docProps/core.xml", _CORE),
        ):
            package.writestr(name, text)
    return Document(file)
