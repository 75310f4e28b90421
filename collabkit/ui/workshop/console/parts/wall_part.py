"""The wall: a small picture of it, and what can be done to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick
from collabkit.ui.workshop.console.parts.miniature import Miniature
from collabkit.ui.workshop.console.parts.toggle import Toggle
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.cover import Cover

_KEYS = {
    Cover.BLACK: RoomKey.BLACK,
    Cover.WHITE: RoomKey.WHITE,
    Cover.HIDDEN: RoomKey.HIDE,
}


class WallPart(Part):
    """The miniature, covers, freeze and the quiet bar.

    ``key_given(RoomKey)`` tells which key a button stands for, ``bar_wanted(bool)`` whether the
    room shall see how the time goes.
    """

    key_given = Signal(object)
    bar_wanted = Signal(bool)
    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = Text(_("On the wall now"), "strong")
        self.miniature = Miniature()
        self.sentence = Text("", "note", "muted")
        self.open = Button(_("Open the room window"), "plain", "eye")
        self.open.clicked.connect(self.open_asked)
        self.covers = {
            Cover.BLACK: Toggle(_("Black"), _("Key B")),
            Cover.WHITE: Toggle(_("White"), _("Key W")),
            Cover.HIDDEN: Toggle(_("Hide"), _("Key H: the room sees the title alone")),
        }
        self.freeze = Toggle(_("Freeze"), _("Key F: the room keeps this picture"))
        self.bar = Tick(_("The room sees how the time goes"))
        self._row = Flow()
        for toggle in (*self.covers.values(), self.freeze):
            self._row.addWidget(toggle)
            toggle.clicked.connect(self._on_toggle_clicked)
        self.bar.clicked.connect(self.bar_wanted)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self.heading, self.miniature, self.sentence, self.open, self._row, self.bar):
            put(self._box, part)
        self.setAccessibleName(self.heading.text())
        self.dress(theme_of(self))

    def render_wall(self, wall: Wall, sentence: str, *, offers_open: bool) -> None:
        """Show the wall as it is; ``sentence`` is what the room would see without a cover."""
        stage, window = wall.stage, wall.stage.window
        is_seen = window is not None and window.isVisible()
        for cover, toggle in self.covers.items():
            toggle.set_on(stage.covered is cover)
            toggle.setEnabled(stage.is_open)
        self.freeze.set_on(stage.is_frozen)
        self.freeze.setEnabled(stage.is_open)
        self.bar.setChecked(wall.has_bar)
        self.open.set_words(open_words(wall))
        show_if(self.open, offers_open and not is_seen)
        self.sentence.setText(self._words(wall, sentence))
        self.miniature.setAccessibleDescription(self.sentence.text())
        self.miniature.show_window(wall.to_look_at, wall.why_unseen)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
        self._row.set_gaps(theme.metrics.units(0.8), theme.metrics.units(0.8))

    @staticmethod
    def _words(wall: Wall, sentence: str) -> str:
        stage = wall.stage
        if stage.window is None or not stage.window.isVisible():
            return wall.why_unseen if wall.is_shared else _("The room sees nothing now.")
        if stage.covered is not Cover.NONE:
            return {
                Cover.BLACK: _("The room window is black. Next, or B, shows it again."),
                Cover.WHITE: _("The room window is white. Next, or W, shows it again."),
                Cover.HIDDEN: _("The room sees the title alone. Next, or H, shows it again."),
            }[stage.covered]
        if stage.is_frozen:
            return _("Frozen: the room keeps seeing what it saw. F lets it go on.")
        return sentence

    def _on_toggle_clicked(self) -> None:
        sender = self.sender()
        key = next((_KEYS[c] for c, t in self.covers.items() if t is sender), RoomKey.FREEZE)
        self.key_given.emit(key)


def open_words(wall: Wall) -> str:
    """Return what opening the room window means with the screens that there are."""
    if wall.is_shared:
        return _("Show the room window on this screen")
    return _("Open the room window")
