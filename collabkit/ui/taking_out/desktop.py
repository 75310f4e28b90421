"""Where files go that are taken out of the program."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, FileKind, ask_where_to_save


class TakingOutDesktop(Desktop):
    """Asks where a file goes; its name tells of which kind it is."""

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where a file goes; ``None`` if they would rather not."""
        ending = suggested.suffix.removeprefix(".")
        names = {
            "pdf": _("PDF files"),
            "html": _("Web pages"),
            "docx": _("Documents"),
            "xlsx": _("Workbooks"),
            "csv": _("Tables"),
            "ics": _("Calendar files"),
        }
        kind = FileKind(ending, names.get(ending, _("Files")))
        path = ask_where_to_save(parent, _("Save"), suggested, kind)
        if path is None or path.suffix.casefold() == suggested.suffix:
            return path
        if ending in names and path.suffix.casefold().removeprefix(".") in names:
            return path  # another kind of file is meant; whoever writes it says if that cannot be
        return path.with_name(path.name + suggested.suffix)
