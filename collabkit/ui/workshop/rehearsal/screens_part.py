"""Which screen is for the room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.screens import ScreenInfo


class ScreensPart(Card):
    """How the room sees the session, and on which screen.

    ``mode_chosen(Mode)``, ``room_picked(number)``, ``swap_wanted()``, ``numbers_wanted()`` for the
    test cards, and ``line_wanted()`` for the line that the last row should be able to read.
    """

    mode_chosen = Signal(object)
    room_picked = Signal(int)
    swap_wanted = Signal()
    numbers_wanted = Signal()
    line_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Screens"))
        self.mode = Choice(
            _("What does the projector show?"),
            (
                (Mode.TWO_SCREENS, _("A second screen of its own")),
                (Mode.ONE_SCREEN, _("The same as this laptop")),
            ),
        )
        self.mode.chosen.connect(self._on_mode_chosen)
        self._about = Text("", "note", "muted")
        self._screens = Column(gap=1)
        self.numbers = Button(_("Show the numbers on the screens"))
        self.numbers.clicked.connect(self.numbers_wanted)
        self.swap = Button(_("Swap"), name=_("Swap the two screens"))
        self.swap.clicked.connect(self.swap_wanted)
        self.line = Button(_("Can the last row read this?"), "plain", "eye")
        self.line.clicked.connect(self.line_wanted)
        self._acts = _Acts(self.numbers, self.swap)
        self._shown: tuple[ScreenInfo, ...] = ()
        self.add(
            self.mode,
            self._about,
            self._screens,
            self._acts,
            Text(
                _(
                    "Then show one line to the room. Go to the last row: you should be able to "
                    "read the small line above it too."
                )
            ),
            self.line,
        )

    def show_screens(self, screens: tuple[ScreenInfo, ...], mode: Mode) -> None:
        """Show which screens are connected, and which is for what."""
        self.mode.set_code(mode)
        self._about.setText(_about(screens, mode))
        has_choice = mode is Mode.TWO_SCREENS and len(screens) > 1
        rows = screens if has_choice else ()
        if rows != self._shown:
            self._shown = rows
            self._screens.fill(*(self._row(screen) for screen in rows))
        self._acts.setVisible(has_choice)
        self.swap.setVisible(any(screen.is_room for screen in screens))

    def tell_line(self, *, is_shown: bool) -> None:
        """Offer to show the line for the last row, or to take it away."""
        shown = _("Take the line away")
        self.line.set_words(shown if is_shown else _("Can the last row read this?"))

    def _row(self, screen: ScreenInfo) -> QWidget:
        row = _ScreenRow(screen)
        row.picked.connect(self.room_picked)
        return row

    def _on_mode_chosen(self, code: str) -> None:
        self.mode_chosen.emit(Mode(code))


class _ScreenRow(Entry):
    picked = Signal(int)

    def __init__(self, screen: ScreenInfo) -> None:
        size = _("{width} by {height} points").format(width=screen.width, height=screen.height)
        use = _("not used")
        if screen.is_console:
            use = _("your own screen, the console")
        elif screen.is_room:
            use = _("the room sees this one")
        elif screen.is_mirror:
            use = _("shows the same as this one")
        super().__init__(f"{screen.number} · {screen.name}", f"{size} · {use}")
        self._number = screen.number
        if not (screen.is_room or screen.is_mirror):
            name = _("Use screen {number} for the room").format(number=screen.number)
            button = Button(_("Use for the room"), "quiet", name=name)
            button.clicked.connect(self._on_button_clicked)
            self.add_act(button)

    def _on_button_clicked(self) -> None:
        self.picked.emit(self._number)


class _Acts(Part):
    def __init__(self, *buttons: Button) -> None:
        super().__init__()
        self._flow = Flow()
        for button in buttons:
            self._flow.addWidget(button)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._flow, 1)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._flow.set_gaps(theme.metrics.units(1), theme.metrics.units(1))


def _about(screens: tuple[ScreenInfo, ...], mode: Mode) -> str:
    if mode is Mode.ONE_SCREEN:
        return _(
            "Nothing private is ever on it: no counts before a reveal, none of your prompts. You "
            "run everything with the keys of a clicker."
        )
    if any(not (screen.is_console or screen.is_mirror) for screen in screens):
        return _("You see the console here; the room sees the room window on the other screen.")
    if len(screens) > 1:
        return _(
            "The other screen shows the same as this laptop. Choose to extend the desktop in the "
            "computer's settings, or use one screen."
        )
    return _(
        "Only one screen is connected. Plug the projector in, and if it shows the same as this "
        "laptop, choose to extend the desktop in the computer's settings. Or use one screen."
    )
