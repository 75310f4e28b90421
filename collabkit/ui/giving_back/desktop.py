"""Where answers are saved that go back to somebody."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, FileKind, ask_where_to_save


class AnswersDesktop(Desktop):
    """Where the file with the answers goes."""

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where it goes; ``None`` if they would rather not."""
        kind = FileKind(suggested.suffix.removeprefix("."), _("Files of answers"))
        return ask_where_to_save(parent, _("Save the answers"), suggested, kind)
