"""The computer outside the window: its dialogs for files, and its window that shows a folder."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from collabkit.i18n import _

_ACTIVE_WITHIN = 500  # milliseconds


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file by its ending, without the dot, and what people call such files."""

    ending: str
    name: str

    @property
    def filter(self) -> str:
        """What a dialog shows of a folder: "PDF files (*.pdf)"."""
        return f"{self.name} (*.{self.ending})"


def pdf() -> FileKind:
    """Return the kind that everything on paper is saved as."""
    return FileKind("pdf", _("PDF files"))


class Desktop:
    """What every page asks of the computer; each kind of page has one with dialogs of its own.

    A test hands in another one that answers by itself.
    """

    def documents(self) -> Path:
        """Return the folder where people keep their documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def show_folder(self, folder: Path) -> None:
        """Open ``folder`` in the computer's own window for files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def ask_where_to_save(parent: QWidget, title: str, suggested: Path, kind: FileKind) -> Path | None:
    """Let a person say where a file goes; ``None`` if they would rather not."""
    dialog = QFileDialog(parent, title, str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kind.filter)
    dialog.setDefaultSuffix(kind.ending)
    dialog.selectFile(suggested.name)
    return _answer(dialog)


def ask_which_file(parent: QWidget, title: str, folder: Path, *filters: str) -> Path | None:
    """Let a person choose a file that is there; ``None`` if they would rather not."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    return _answer(dialog)


def ask_which_files(parent: QWidget, title: str, folder: Path, *filters: str) -> tuple[Path, ...]:
    """Let a person choose files that are there; none if they would rather not."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(filters)
    return _answers(dialog)


def ask_which_folder(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Let a person choose a folder; ``None`` if they would rather not."""
    dialog = QFileDialog(parent, title, str(suggested))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    return _answer(dialog)


def _answer(dialog: QFileDialog) -> Path | None:
    return next(iter(_answers(dialog)), None)


def _answers(dialog: QFileDialog) -> tuple[Path, ...]:
    _leave_no_trace_of(dialog)
    focused, window = QApplication.focusWidget(), QApplication.activeWindow()
    chosen = dialog.selectedFiles() if dialog.exec() == QDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    # Where the dialog was made of Qt's own parts, the keyboard would go on from the first control.
    if focused is not None and isValid(focused) and focused.isVisible() and focused.isEnabled():
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
    if window is not None and isValid(window):
        _await_activation(window)
    return tuple(Path(path) for path in chosen)


def _await_activation(window: QWidget) -> None:
    """Wait until the computer has given the keyboard back to ``window``, for a moment at most.

    It does so some time after a dialog has closed. If the button that was pressed rested by then,
    as it does while a file is being written, the keyboard would go to the first control there is.
    """
    loop, patience = QEventLoop(), QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    patience.start(_ACTIVE_WITHIN)
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        application.focusWindowChanged.connect(loop.quit)
    while not window.isActiveWindow() and patience.isActive():
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


# Where Qt's dialogs for files write down, for all programs that are made with Qt, which folders
# somebody has been in; a folder may be called after a charity.
_NOTED = ("FileDialog/lastVisited", "FileDialog/history")


def _leave_no_trace_of(dialog: QFileDialog) -> None:
    """Have Qt's list of visited folders be as it was, once ``dialog`` has gone and written it."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {key: kept.value(key) for key in _NOTED if kept.contains(key)}
    dialog.destroyed.connect(partial(_put_back, before))


def _put_back(before: dict[str, object], _dialog: object = None) -> None:
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in _NOTED:
        if key in before:
            kept.setValue(key, before[key])
        else:
            kept.remove(key)
