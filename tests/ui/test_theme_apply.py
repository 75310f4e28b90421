"""Putting a theme on: what is chosen, what the system asks for, and text size."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.theme import Theme, dress, next_text_size, theme_of
from collabkit.ui.theme.fonts import FAMILY
from collabkit.ui.theme.metrics import metrics_for
from collabkit.ui.theme.roles import roles
from collabkit.ui.theme.system import SystemHints
from collabkit.ui.widgets.text import Text

Wear = Callable[..., Theme]


class FakeHints(SystemHints):
    """A system whose wishes the test decides."""

    def __init__(self) -> None:
        super().__init__()
        self.dark = self.contrast = self.still = False
        self.frames: list[bool | None] = []

    def wants_dark(self) -> bool:
        return self.dark

    def wants_contrast(self) -> bool:
        return self.contrast

    def wants_stillness(self) -> bool:
        return self.still

    def follow(self, dark: bool | None) -> None:
        self.frames.append(dark)


@pytest.fixture
def hints(qapp: QApplication) -> FakeHints:
    return FakeHints()


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_a_chosen_theme_is_worn_whatever_the_system_wants(
    wear: Wear, hints: FakeHints, choice: str
) -> None:
    """A choice of one's own comes before the system's."""
    hints.dark = choice == "light"
    assert wear(choice, hints=hints).roles == roles(choice)


def test_the_system_is_followed_while_the_program_runs(wear: Wear, hints: FakeHints) -> None:
    """When the system turns dark in the evening, so does the window."""
    widget = QWidget()
    assert wear("system", hints=hints).roles.name == "light"
    hints.dark = True
    hints.changed.emit()
    assert theme_of(widget).roles.name == "dark"
    hints.contrast = True
    hints.changed.emit()
    assert theme_of(widget).roles.name == "contrast"


def test_the_system_is_no_longer_followed_after_another_choice(
    wear: Wear, hints: FakeHints
) -> None:
    """Light stays light although the system turns dark."""
    wear("system", hints=hints)
    wear("light", hints=hints)
    hints.dark = True
    hints.changed.emit()
    assert theme_of(QWidget()).roles.name == "light"


def test_a_system_that_does_not_know_means_light(qapp: QApplication, wear: Wear) -> None:
    """The offscreen platform answers Unknown and no preference."""
    assert wear("system").roles.name == "light"


def test_an_unknown_choice_counts_as_the_systems(wear: Wear, hints: FakeHints) -> None:
    """A settings file from another version does not stop anybody."""
    hints.dark = True
    assert wear("sepia", hints=hints).roles.name == "dark"


def test_window_frames_are_asked_to_match(wear: Wear, hints: FakeHints) -> None:
    """The platform draws its frames dark or light with the theme; for the system's own, freely."""
    for choice in ("dark", "light", "contrast", "system"):
        wear(choice, hints=hints)
    assert hints.frames == [True, False, True, None]


def test_qts_own_palette_has_the_roles(qapp: QApplication, wear: Wear) -> None:
    """What draws itself by Qt's palette looks right too."""
    wear("dark")
    worn = roles("dark")
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window).name() == worn.paper.lower()
    assert palette.color(QPalette.ColorRole.Text).name() == worn.ink.lower()
    assert worn.accent in qapp.styleSheet()


def test_without_motion_not_even_the_cursor_blinks(
    qapp: QApplication, wear: Wear, hints: FakeHints
) -> None:
    """Stillness is kept both when it is chosen here and when the system asks for it."""
    wear("light", motion=True, hints=hints)
    assert qapp.cursorFlashTime() > 0
    wear("light", motion=False, hints=hints)
    assert qapp.cursorFlashTime() == 0
    wear("light", motion=True, hints=hints)
    hints.still = True
    hints.changed.emit()
    assert qapp.cursorFlashTime() == 0


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_the_family_is_there_in_every_weight(theme: Theme, weight: int) -> None:
    """Regular, semibold and bold are drawn from the files and not imitated."""
    role = {400: "body", 600: "strong", 700: "title"}[weight]
    font = theme.metrics.font(role)  # type: ignore[arg-type]
    info = QFontInfo(font)
    assert info.family() == FAMILY
    assert info.weight() == weight
    assert weight in {QFontDatabase.weight(FAMILY, style) for style in QFontDatabase.styles(FAMILY)}


def test_body_text_is_never_below_eleven_points() -> None:
    """A system with tiny text gets eleven points, one with large text keeps it."""
    assert metrics_for(8, 100, 96).points == 11
    assert metrics_for(14, 100, 96).points == 14


@pytest.mark.parametrize(("asked", "points"), [(50, 11), (100, 11), (150, 16.5), (900, 22)])
def test_text_size_stays_between_100_and_200(asked: int, points: float) -> None:
    """A text size from a damaged file makes nothing unreadable."""
    assert metrics_for(11, asked, 96).points == points


def test_text_size_goes_up_and_down_in_steps() -> None:
    """Larger and smaller stop at the ends, and nought goes back to the usual size."""
    assert next_text_size(100, 1) == 115
    assert next_text_size(115, -1) == 100
    assert next_text_size(200, 1) == 200
    assert next_text_size(100, -1) == 100
    assert next_text_size(175, 0) == 100


def test_what_can_be_pressed_is_at_least_44_pixels_high(wear: Wear) -> None:
    """Targets grow with the text and are never smaller than a finger."""
    assert wear("light", 100).metrics.target == 44
    assert wear("light", 200).metrics.target > 70


def test_a_text_on_screen_grows_with_the_text_size(qtbot: QtBot, wear: Wear) -> None:
    """Twice the text size needs twice the height, at once."""
    wear("light", 100)
    text = Text("Small partners give up.")
    qtbot.addWidget(text)
    text.show()
    before = text.sizeHint().height()
    wear("light", 200)
    assert text.sizeHint().height() == pytest.approx(2 * before, abs=2)


def test_one_window_can_wear_another_theme(qtbot: QtBot, theme: Theme) -> None:
    """A window for the room is dark and large while the rest stays as it is."""
    window, text = QWidget(), Text("Now talk in pairs.")
    qtbot.addWidget(window)
    text.setParent(window)
    dress(window, Theme(roles("dark"), metrics_for(11, 200, 96)))
    assert theme_of(text).roles.name == "dark"
    assert theme_of(QWidget()).roles.name == "light"


def test_a_widget_before_the_first_theme_is_a_fault_of_ours(
    qapp: QApplication, theme: Theme
) -> None:
    """Without a theme there is nothing to draw with, and the message says what to call."""
    qapp.setProperty("collabkit_theme", None)
    try:
        with pytest.raises(RuntimeError, match="apply_theme"):
            theme_of(QWidget())
    finally:
        qapp.setProperty("collabkit_theme", theme)
