"""Which screen shows what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.wall_part import open_words
from collabkit.ui.workshop.console.wall import Wall
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.screens import ScreenInfo


class ScreensPart(Part):
    """Two screens or one, which is for the room, test cards, and opening the room window."""

    mode_chosen = Signal(str)
    screen_picked = Signal(int)
    swap_asked = Signal()
    cards_asked = Signal()
    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice(
            _("How does the room see it?"),
            [
                (Mode.TWO_SCREENS, _("The projector is a screen of its own")),
                (Mode.ONE_SCREEN, _("The projector shows the same as this laptop")),
            ],
        )
        self.about = Text("", "note", "muted")
        self.room_screen = PickField(_("Screen for the room"))
        self.swap = Button(_("Swap the screens"))
        self.cards = Button(_("Show a number on each screen"))
        self.open = Button(_("Open the room window"), "plain", "eye")
        self.choice.chosen.connect(self.mode_chosen)
        self.room_screen.picked.connect(self._on_screen_picked)
        self.swap.clicked.connect(self.swap_asked)
        self.cards.clicked.connect(self.cards_asked)
        self.open.clicked.connect(self.open_asked)
        self._row = Flow()
        for button in (self.open, self.cards, self.swap):
            self._row.addWidget(button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self.choice, self.about, self.room_screen):
            self._box.addWidget(part)
        self._box.addLayout(self._row)
        self.setAccessibleName(_("Screens"))
        self.dress(theme_of(self))

    def render_wall(self, wall: Wall) -> None:
        """Show which screens there are and what is chosen."""
        screens = wall.stage.screens()
        has_second, is_two = wall.stage.has_second_screen, wall.mode is Mode.TWO_SCREENS
        self.choice.set_code(wall.mode)
        if len(screens) < 2:
            about = _(
                "collabkit finds one screen. Connect the projector and let your system extend the "
                "screen, or go on with one: then nothing private is shown on it."
            )
        elif not has_second:
            about = _(
                "The second screen shows the same as this one. Let your system extend the screen, "
                "or go on with one: then nothing private is shown on it."
            )
        elif is_two:
            about = _("The room window goes on the other screen; this one is for your eyes alone.")
        else:
            about = _("Nothing private is shown on this screen.")
        self.about.setText(about)
        self.choice.radios[0].setEnabled(has_second)
        show_if(self.room_screen, is_two and has_second)
        show_if(self.swap, is_two and has_second)
        self.room_screen.set_options([(str(s.number), _called(s)) for s in screens])
        room = next((s for s in screens if s.is_room), None)
        self.room_screen.set_code(str(room.number) if room else None)
        window = wall.stage.window
        self.open.set_words(open_words(wall))
        show_if(self.open, window is None or not window.isVisible())

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
        self._row.set_gaps(theme.metrics.units(1.2), theme.metrics.units(1))

    def _on_screen_picked(self, code: str) -> None:
        self.screen_picked.emit(int(code))


def _called(screen: ScreenInfo) -> str:
    if screen.is_mirror:
        return _("{number}: {name}, shows the same as this one").format(
            number=screen.number, name=screen.name
        )
    return _("{number}: {name}, {width} × {height}").format(
        number=screen.number, name=screen.name, width=screen.width, height=screen.height
    )
