"""What the page for taking work out of the program shows."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from collabkit.services.export_formats import Content, Format


class Purpose(StrEnum):
    """What somebody needs something for, beside another laptop and a network."""

    BOARD = "board"
    SCREEN = "screen"
    EDITING = "editing"
    CALCULATING = "calculating"
    MINUTES = "minutes"  # a table on the clipboard
    CALENDAR = "calendar"
    TABLE = "table"  # for another program
    DATA = "data"  # for another program


FORMATS = {
    Purpose.BOARD: Format.PDF,
    Purpose.SCREEN: Format.HTML,
    Purpose.EDITING: Format.DOCX,
    Purpose.CALCULATING: Format.XLSX,
    Purpose.CALENDAR: Format.ICS,
    Purpose.TABLE: Format.CSV,
    Purpose.DATA: Format.JSON,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What came of it: ``path`` is the file if one was written, ``is_problem`` that none was."""

    sentence: str
    path: Path | None = None
    is_problem: bool = False


@dataclass(frozen=True, slots=True)
class FilesState:
    """What the files hold, and what came of the last one.

    ``why_not`` says why nothing can be taken out; nothing else is shown then, and ``is_invited``
    tells that it is because somebody elsewhere asked for the answers. ``busy`` is the
    purpose whose file is being written, and ``said`` stands below the one called ``said_of``.
    """

    assessment_id: str = ""
    charity_id: str = ""
    whose: str = ""
    why_not: str = ""
    is_invited: bool = False
    content: Content = Content.FULL
    with_notes: bool = False
    busy: Purpose | None = None
    said: Said | None = None
    said_of: Purpose | None = None


@dataclass(frozen=True, slots=True)
class BundleState:
    """A file for another laptop: ``lines`` tell what goes in, ``why_not`` why nothing can.

    ``busy`` says what is being done, and ``is_locking`` that it takes a while.
    """

    with_notes: bool = True
    lines: tuple[str, ...] = ()
    why_not: str = ""
    busy: str = ""
    is_locking: bool = False
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """An assessment that goes to the network or stays: ``what`` of it goes, or why it stays."""

    assessment_id: str
    title: str
    what: str
    goes: bool = False


@dataclass(frozen=True, slots=True)
class NetworkState:
    """A file for a network. ``text`` is the file word for word, and ``naming`` a sentence.

    Of what is ``offered`` a person says whether it goes; what is ``staying`` never does.
    """

    is_read: bool = False
    offered: tuple[Leaving, ...] = ()
    staying: tuple[Leaving, ...] = ()
    cautions: tuple[str, ...] = ()
    naming: str = ""
    text: str = ""
    why_not: str = ""
    busy: str = ""
    said: Said | None = None

    @property
    def goes(self) -> bool:
        """Whether anything goes along."""
        return any(one.goes for one in self.offered)
