"""Files of groups: where they come from, and what would become of each."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _, ngettext
from collabkit.ui.network.state import FilesState, Reason
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text

_PATIENCE = 300  # milliseconds before anything is said about waiting
_OPEN = 10  # names of files that are read at once; more are folded away


class FilesPart(Part):
    """Choose, look, and read why. ``files_requested()`` and ``folder_requested()``."""

    files_requested = Signal()
    folder_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = Text("", "heading")
        self.start = Card()
        self.choose = Button(_("Choose files…"), "primary", "file")
        self.choose_folder = Button(_("Choose a whole folder…"), "plain", "folder")
        self.start.add(
            Text(
                _(
                    "Save the files that groups sent you in one folder. Then choose all of them at "
                    "once, choose the folder, or drop them anywhere on this page. You see first "
                    "what would be taken in."
                )
            ),
            Acts(self.choose, self.choose_folder),
            Assurance(
                "eye",
                _("A file holds counts and no single person's answers. None is looked at alone."),
            ),
        )
        self.waiting = Text("", "lead", "muted")
        self.waiting.hide()
        self.summary = Text("", "lead")
        self.found = Column(gap=3)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self.told, self.start, self.waiting, self.summary, self.found):
            self._box.addWidget(part)
        self._shown: object = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)
        self.choose.clicked.connect(self.files_requested)
        self.choose_folder.clicked.connect(self.folder_requested)
        self.dress(theme_of(self))

    def show_files(self, state: FilesState) -> None:
        """Show ``state``."""
        for text, words in ((self.told, state.told), (self.summary, state.summary)):
            text.setText(words)
            show_if(text, bool(words))
        show_if(self.start, not state.summary and not state.told)
        for button in (self.choose, self.choose_folder):
            button.setEnabled(not state.reading)
        found = (state.refused, state.new, state.replacing, state.same)
        if found != self._shown:
            self._shown = found
            self.found.fill(*_cards(state))
        self._wait(state.reading)

    def rest(self) -> None:
        """Say no more about waiting."""
        self._patience.stop()

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))

    def _wait(self, words: str) -> None:
        self.waiting.setText(words)
        if not words:
            self._patience.stop()
            self.waiting.hide()
        elif not self.waiting.isVisibleTo(self):
            self._patience.start()

    def _on_patience_timeout(self) -> None:
        self.waiting.show()
        announce(self, self.waiting.text())


def _cards(state: FilesState) -> list[QWidget]:
    cards: list[QWidget] = []
    for heading, reasons, opened in (
        (_("Not taken in"), state.refused, True),
        (_("New groups"), state.new, False),
        (_("In place of what a group sent before"), state.replacing, False),
        (_("Here already"), state.same, False),
    ):
        if reasons:
            card = Card(heading)
            for reason in reasons if opened else (_together(reasons),):
                card.add(ReasonPart(reason, is_open=opened))
            cards.append(card)
    return cards


def _together(reasons: Sequence[Reason]) -> Reason:
    """Return one entry for all files, each with what is said of it."""
    lines = [
        _("{file}: {told}").format(file=file, told=reason.sentence)
        for reason in reasons
        for file in reason.files
    ]
    words = ngettext("{number} file.", "{number} files.", len(lines)).format(number=len(lines))
    return Reason(words, tuple(lines))


class ReasonPart(Part):
    """A sentence and the files that it is about; many of them are folded away."""

    def __init__(self, reason: Reason, *, is_open: bool) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(Text(reason.sentence))
        shown = reason.files[:_OPEN] if is_open else ()
        if shown:
            self._box.addWidget(Text(_lines(shown), "note"))
        left = len(reason.files) - len(shown)
        self._fold: Fold | None = None
        if left:
            words = ngettext("And one more", "And {number} more", left).format(number=left)
            self._fold = Fold(words if is_open else _("Which files?"))
            self._fold.toggled.connect(self._on_fold_toggled)
            self._rest = reason.files[len(shown) :]
            self._box.addWidget(self._fold)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.4))

    def _on_fold_toggled(self, _is_open: bool) -> None:
        if self._fold is not None and self._rest:  # made when it is first wanted
            self._fold.add(Text(_lines(self._rest), "note"))
            self._rest = ()


def _lines(files: Sequence[str]) -> str:
    return "\n".join(f"•\u2002{file}" for file in files)
