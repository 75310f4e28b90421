"""Title, language and date of a file, said twice in the same words: Info dictionary and XMP.

No author is named: whoever typed is nobody's business. And the file does not claim to be PDF/UA,
because no checker has said so.
"""

from datetime import date
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

PRODUCER = "collabkit"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{date}</xmp:CreateDate>
   <xmp:ModifyDate>{date}</xmp:ModifyDate>
   <pdf:Producer>{producer}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def write(canvas: Canvas, title: str, made_on: date) -> None:
    """Write the title (on one line), the language and the date into the file."""
    canvas.setViewerPreference("DisplayDocTitle", "true")
    document = canvas._doc
    document.info = _Info(title, made_on)
    document.Catalog.Metadata = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
        _XMP.format(title=escape(title), date=made_on.isoformat(), producer=PRODUCER).encode(),
        filters=[],  # readable by whoever looks for it in the bytes
    )


class _Info(PDFInfo):  # type: ignore[misc]
    """The Info dictionary without the author, subject and keywords that ReportLab would add."""

    def __init__(self, title: str, made_on: date) -> None:
        super().__init__()
        self.title = title
        self._made_on = f"D:{made_on:%Y%m%d}"

    def format(self, document: object) -> bytes:
        entries = {
            "Title": self.title,
            "Producer": PRODUCER,
            "CreationDate": self._made_on,
            "ModDate": self._made_on,
        }
        written: bytes = PDFDictionary({k: PDFString(v) for k, v in entries.items()}).format(
            document
        )
        return written
