"""The room window as a window: covers, freeze, strip, panel, pages, keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFontInfo, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from room_scenes import TITLE, Room, all_scenes

from collabkit.room.scenes import MapScene
from collabkit.ui.theme import Theme
from collabkit.ui.theme.roles import roles
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.canvas import Canvas
from collabkit.ui.workshop.room_window.cover import Cover
from collabkit.ui.workshop.room_window.edge import strip_block
from collabkit.ui.workshop.room_window.sheet import Words
from collabkit.ui.workshop.room_window.window import RoomWindow

WIDTH, HEIGHT = 1280, 720


class Painted(RoomWindow):
    """Counts how often it is painted."""

    paints = 0

    def paintEvent(self, event: object) -> None:
        self.paints += 1
        super().paintEvent(event)  # type: ignore[arg-type]


class Form(QWidget):
    """A form with a line, a text and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.line = Text("How many hands?", "title"), QLineEdit()
        self.note, self.button = QPlainTextEdit(), Button("Count", "primary")
        box = QVBoxLayout(self)
        for part in (self.heading, self.line, self.note, self.button):
            box.addWidget(part)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> RoomWindow:
    window = RoomWindow(TITLE)
    qtbot.addWidget(window, before_close_func=lambda w: w.show_panel(None))
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def picture(window: RoomWindow) -> QImage:
    QApplication.processEvents()
    return window.grab().toImage()


def keys_of(window: RoomWindow) -> list[RoomKey]:
    keys: list[RoomKey] = []
    window.key_given.connect(keys.append)
    return keys


def is_plain(image: QImage, colour: str) -> bool:
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    plain = QImage(whole.size(), QImage.Format.Format_RGB32)
    plain.fill(QColor(colour))
    return whole == plain


def test_black_is_black_and_white_is_white_to_the_last_pixel(window: RoomWindow) -> None:
    """Whatever the strip and the bar would say."""
    window.show_scene(all_scenes()["reveal"])
    window.show_strip("Next: talk", "9 of 11")
    window.show_bar(0.5)
    window.cover(Cover.BLACK)
    assert is_plain(picture(window), "#000000")
    window.cover(Cover.WHITE)
    assert is_plain(picture(window), "#ffffff")


def test_after_a_cover_the_picture_is_what_it_was(window: RoomWindow) -> None:
    window.show_scene(all_scenes()["reveal"])
    before = picture(window)
    window.cover(Cover.BLACK)
    window.cover(Cover.NONE)
    assert picture(window) == before


def test_hidden_shows_the_name_of_the_session_alone(window: RoomWindow) -> None:
    window.show_scene(all_scenes()["reveal"])
    window.cover(Cover.HIDDEN)
    assert window.sheet is not None
    assert window.sheet.words == (TITLE,)
    blank = picture(window)
    window.show_scene(all_scenes()["second vote"])
    assert picture(window) == blank


def test_a_frozen_picture_stays_until_it_ends_and_then_the_latest_is_shown(
    window: RoomWindow,
) -> None:
    room = Room().on(2)
    window.show_scene(room.scene)
    before = picture(window)
    window.set_frozen(True)
    window.show_scene(room.hands({"1": 6, "5": 5}).scene)
    window.show_scene(room.on(2).scene)
    assert picture(window) == before
    window.set_frozen(False)
    assert window.sheet is not None
    assert "Public vote" in window.sheet.words


def test_a_frozen_picture_is_set_anew_for_another_size(window: RoomWindow) -> None:
    room = Room().on(2)
    window.show_scene(room.scene)
    window.set_frozen(True)
    window.show_scene(room.hands({"1": 6, "5": 5}).on(2).scene)
    window.resize(1024, 768)
    assert window.sheet is not None
    assert window.sheet.width == 1024
    assert "0 of 11 in" in window.sheet.words


def test_a_reveal_of_sixty_dots_is_one_paint(qtbot: QtBot, theme: Theme) -> None:
    window = Painted(TITLE)
    qtbot.addWidget(window)
    window.resize(WIDTH, HEIGHT)
    window.show()
    room = Room(60).on(2).hands({"1": 20, "3": 20, "5": 20})
    window.show_scene(room.on().scene)
    QApplication.processEvents()
    before = window.paints
    window.show_scene(room.on().scene)
    for _turn in range(5):
        QApplication.processEvents()
    assert window.paints == before + 1


def test_the_strip_takes_room_from_the_picture_and_covers_nothing(window: RoomWindow) -> None:
    window.show_scene(all_scenes()["vote"])
    assert window.sheet is not None
    assert window.sheet.height == HEIGHT
    window.show_strip("Next: close the vote", "9 of 11 in")
    assert window.sheet.height < HEIGHT * 0.95
    assert "Next: close the vote" in window.accessibleDescription()
    window.show_strip("")
    assert window.sheet.height == HEIGHT


def test_a_long_hint_in_the_strip_is_broken_between_its_parts() -> None:
    """ "S slips" stays together, and on a wide screen one line is enough."""
    hint = "Reading 0:30 left · C hands · S slips · L pretend people · ? keys"
    words = "The vote cannot be closed yet. Next: close the vote now or wait"
    parts = {"Reading 0:30 left ·", "C hands ·", "S slips ·", "L pretend people ·", "? keys"}
    for size in ((1024, 768), (1920, 1080)):
        block = strip_block(words, hint, Canvas(*size, size[1]))
        said, *hints = block.words
        assert {line for text in hints for line in text.lines} == parts
        assert said.whole == words
    tops = {piece.area.top() for piece in block.pieces if isinstance(piece, Words)}
    assert len(tops) == 2


def test_the_bar_grows_along_the_very_edge(window: RoomWindow) -> None:
    window.show_scene(all_scenes()["talk"])
    window.show_bar(0.5)
    accent = QColor(roles("light").accent)
    image = picture(window)
    assert image.pixelColor(10, HEIGHT - 2) == accent
    assert image.pixelColor(WIDTH - 10, HEIGHT - 2) != accent
    window.show_bar(None)
    assert picture(window).pixelColor(10, HEIGHT - 2) != accent


def test_the_room_window_stays_light_when_the_program_is_dark(
    qtbot: QtBot, wear: object, window: RoomWindow
) -> None:
    wear("dark")  # type: ignore[operator]
    window.show_scene(all_scenes()["read"])
    assert picture(window).pixelColor(2, 2) == QColor(roles("light").surface)


def test_high_contrast_is_taken_over(window: RoomWindow, wear: object) -> None:
    window.show_scene(all_scenes()["read"])
    wear("contrast")  # type: ignore[operator]
    assert picture(window).pixelColor(2, 2) == QColor(roles("contrast").surface)


def test_a_form_over_the_picture_has_large_letters(window: RoomWindow) -> None:
    """No smaller than anything else in the room, whatever the program's own text size is."""
    form = Form()
    window.show_scene(all_scenes()["vote"])
    window.show_panel(form)
    QApplication.processEvents()
    smallest = QFontInfo(theme_of(form).metrics.font("note")).pixelSize()
    assert smallest >= HEIGHT * 0.04
    for part in (form.heading, form.line, form.note, form.button):
        assert part.fontMetrics().ascent() > HEIGHT * 0.025, part
    assert form.heading.height() > HEIGHT * 0.04
    assert form.line.hasFocus()


def test_a_form_has_nearly_all_of_an_old_projector(window: RoomWindow) -> None:
    """Also in height: the letters are large, so the fields need not be larger still."""
    window.resize(1024, 768)
    form = Form()
    window.show_panel(form)
    QApplication.processEvents()
    assert form.width() >= 1024 * 0.92
    assert 44 <= form.line.height() <= theme_of(form).metrics.em * 2.1
    assert form.line.height() > form.line.fontMetrics().height()


def test_a_form_is_given_back_whole(window: RoomWindow) -> None:
    form = Form()
    window.show_panel(form)
    form.line.setText("9")
    window.show_panel(None)
    assert form.parentWidget() is None
    assert form.isHidden()
    assert form.line.text() == "9"
    assert not window.has_panel
    form.deleteLater()


def test_one_form_takes_the_place_of_another(window: RoomWindow) -> None:
    first, second = Form(), Form()
    window.show_panel(first)
    window.show_panel(second)
    assert first.isHidden()
    assert second.isVisible()
    first.deleteLater()


def test_black_hides_a_form_and_brings_it_back(window: RoomWindow) -> None:
    form = Form()
    window.show_panel(form)
    window.cover(Cover.BLACK)
    assert not form.isVisible()
    window.cover(Cover.NONE)
    assert form.isVisible()


def test_typing_in_a_form_is_not_taken_for_keys_of_the_clicker(window: RoomWindow) -> None:
    form, keys = Form(), keys_of(window)
    window.show_panel(form)
    QTest.keyClicks(form.line, "b w.f 9")
    assert form.line.text() == "b w.f 9"
    QTest.keyClick(form.line, Qt.Key.Key_Backspace)
    assert keys == []


@pytest.mark.parametrize("field", ["line", "note", "button"])
def test_the_clicker_works_from_inside_a_form(window: RoomWindow, field: str) -> None:
    """Also where a field would keep Page Down for itself."""
    form, keys = Form(), keys_of(window)
    window.show_panel(form)
    part = getattr(form, field)
    part.setFocus()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_Escape):
        QTest.keyClick(part, key)
    assert keys == [RoomKey.NEXT, RoomKey.BACK, RoomKey.START, RoomKey.LEAVE]


def test_a_button_of_a_form_keeps_space_and_enter(window: RoomWindow) -> None:
    form, keys = Form(), keys_of(window)
    window.show_panel(form)
    form.button.setFocus()
    QTest.keyClick(form.button, Qt.Key.Key_Return)
    QTest.keyClick(form.button, Qt.Key.Key_Space)
    assert keys == []


def test_keys_go_out_and_change_nothing_by_themselves(window: RoomWindow) -> None:
    keys = keys_of(window)
    window.show_scene(all_scenes()["vote"])
    before = picture(window)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_H, Qt.Key.Key_Escape):
        QTest.keyClick(window, key)
    assert keys == [RoomKey.NEXT, RoomKey.BLACK, RoomKey.HIDE, RoomKey.LEAVE]
    assert picture(window) == before


def test_pages_are_turned_within_their_number(window: RoomWindow) -> None:
    window.show_scene(all_scenes()["map"])
    pages = window.pages[1]
    assert pages > 1
    turned = [window.turn_page(1) for _press in range(pages)]
    assert turned == [True] * (pages - 1) + [False]
    assert window.pages == (pages, pages)
    assert window.turn_page(-1)


def test_choosing_a_statement_does_not_turn_the_page_back(window: RoomWindow) -> None:
    scenes = all_scenes()
    scene = scenes["choice"]
    assert isinstance(scene, MapScene)
    window.show_scene(scene)
    assert window.turn_page(1)
    entries = (*scene.entries[:-1], replace(scene.entries[-1], is_chosen=True))
    window.show_scene(replace(scene, entries=entries))
    assert window.pages[0] == 2


def test_another_scene_begins_with_its_first_page(window: RoomWindow) -> None:
    scenes = all_scenes()
    window.show_scene(scenes["map"])
    window.turn_page(1)
    window.show_scene(scenes["choice"])
    assert window.pages[0] == 1


def test_no_page_is_turned_behind_a_cover_or_in_a_frozen_picture(window: RoomWindow) -> None:
    window.show_scene(all_scenes()["map"])
    window.cover(Cover.BLACK)
    assert not window.turn_page(1)
    window.cover(Cover.NONE)
    window.set_frozen(True)
    assert not window.turn_page(1)


def test_who_listens_to_the_screen_hears_what_the_room_sees(window: RoomWindow) -> None:
    window.show_scene(all_scenes()["vote"])
    told = QAccessible.queryAccessibleInterface(window)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "What the room sees"
    assert "9 of 11 in" in told.text(QAccessible.Text.Description)
    assert "Not yet" in told.text(QAccessible.Text.Description)


def test_without_a_scene_the_window_is_blank_and_calm(window: RoomWindow) -> None:
    assert is_plain(picture(window), roles("light").surface)


def test_the_program_can_end_while_the_room_window_is_open(window: RoomWindow) -> None:
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_no_window_is_too_small_to_be_drawn(window: RoomWindow) -> None:
    window.show_scene(all_scenes()["decided"])
    for size in ((1, 1), (40, 30), (200, 900), (900, 200)):
        window.resize(*size)
        assert not picture(window).isNull()
    assert window.childAt(QPoint(0, 0)) is None


def test_a_long_form_begins_at_its_top_unless_its_field_is_further_down(
    window: RoomWindow, qtbot: QtBot
) -> None:
    long, field = QWidget(), QLineEdit()
    box = QVBoxLayout(long)
    for number in range(30):
        box.addWidget(Text(f"Line {number}"))
    button = Button("Done")
    box.addWidget(button)
    window.show_panel(long)
    button.setFocus()
    QTest.qWait(1)
    assert button.visibleRegion().isEmpty()
    box.addWidget(field)
    window.show_panel(None)
    window.show_panel(long)
    field.setFocus()
    QTest.qWait(1)
    assert field.visibleRegion().boundingRect().height() == field.height()
    window.show_panel(None)
    long.deleteLater()
