"""What is asked of the computer about sessions: where to save, what to open, which folder."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.typed_text import clean_line
from collabkit.ui.desktop import (
    Desktop,
    FileKind,
    ask_where_to_save,
    ask_which_file,
    ask_which_folder,
)

_LONGEST_NAME = 60  # characters of the title in the name of a file
_UNWELCOME = '<>:"/\\|?*.'  # not in a file name on every system


class SessionDesktop(Desktop):
    """Where sessions and room packs come from and go to."""

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where a session goes; ``None`` if they would rather not."""
        return ask_where_to_save(parent, _("Save the session"), suggested, _sessions())

    def ask_which_session(self, parent: QWidget) -> Path | None:
        """Let a person choose the file of a session; ``None`` if they would rather not."""
        return ask_which_file(parent, _("Open a session"), self.documents(), _sessions().filter)

    def ask_which_folder(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person choose a folder for the room pack; ``None`` if they would rather not."""
        return ask_which_folder(parent, _("Where shall the room pack go?"), suggested)


def file_name(title: str) -> str:
    """Return what the file of a session is called: its title, as every system can write it."""
    words = "".join(" " if sign in _UNWELCOME else sign for sign in clean_line(title))
    return f"{' '.join(words.split())[:_LONGEST_NAME].strip() or _('Session')}.json"


def _sessions() -> FileKind:
    return FileKind("json", _("Sessions"))
