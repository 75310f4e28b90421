"""Documents that are nothing but parts, as files of every kind that people read."""

from typing import TYPE_CHECKING

from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.export_formats import Format

if TYPE_CHECKING:
    from collabkit.reports.parts_document import PartsDocument
    from collabkit.reports.pdf.style import SheetSize

KINDS = (Format.PDF, Format.HTML, Format.DOCX, Format.XLSX, Format.CSV)


def parts_bytes(document: "PartsDocument", kind: Format, size: "SheetSize | None" = None) -> bytes:
    """Return ``document`` as a file of one kind; ``size`` is the paper, by default A4.

    Raises ``InvalidInputError`` for a kind that cannot hold it.
    """
    match kind:
        case Format.PDF:
            from collabkit.reports.pdf import render_parts
            from collabkit.reports.pdf.style import A4

            return render_parts(document, size or A4)
        case Format.HTML:
            from collabkit.reports.html import render_parts_html

            return render_parts_html(document)
        case Format.DOCX:
            from collabkit.reports.docx import render_parts_docx

            return render_parts_docx(document)
        case Format.XLSX:
            from collabkit.reports.tables.parts_tables import parts_tables
            from collabkit.reports.tables.xlsx import render_xlsx

            return render_xlsx(parts_tables(document))
        case Format.CSV:
            from collabkit.reports.tables.csv_file import render_csv
            from collabkit.reports.tables.parts_tables import parts_tables

            return render_csv(parts_tables(document))
        case _:
            raise InvalidInputError(
                _("This cannot be saved as .{suffix}. Please choose one of these: {kinds}.").format(
                    suffix=kind, kinds=", ".join(f".{each}" for each in KINDS)
                )
            )
