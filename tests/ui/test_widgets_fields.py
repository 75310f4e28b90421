"""Typing: held for a moment, never lost, and put right in plain words."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.dates import day
from collabkit.ui.theme import Theme, apply_theme
from collabkit.ui.widgets import held, text_box, text_field
from collabkit.ui.widgets.calendar_pane import CalendarPane
from collabkit.ui.widgets.date_field import DateField
from collabkit.ui.widgets.date_reading import read_date
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.text_field import TextField

OpenWindow = Callable[..., QWidget]
TODAY = date(2026, 8, 1)


def told(spy: QSignalSpy) -> list[object]:
    return [spy.at(number)[0] for number in range(spy.count())]


def test_typing_is_told_once_after_a_moment(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Eight letters are one edit, half a second after the last."""
    field = TextField("Name")
    open_window(field)
    spy = QSignalSpy(field.edited)
    qtbot.keyClicks(field.line, "Sample B")
    assert told(spy) == []
    qtbot.waitUntil(lambda: spy.count() == 1)
    assert told(spy) == ["Sample B"]


@pytest.mark.parametrize("kind", [TextField, TextBox])
def test_whoever_types_on_and_on_is_told_meanwhile(
    qtbot: QtBot,
    open_window: OpenWindow,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[TextField] | type[TextBox],
) -> None:
    """Without a pause for half a second, what is there by then is told all the same."""
    assert held.HELD_AT_MOST <= 3_000
    module = text_box if kind is TextBox else text_field
    monkeypatch.setattr(module, "HELD_AT_MOST", 60)
    field = kind("A note")
    open_window(field)
    spy = QSignalSpy(field.edited)
    edit = field.edit if isinstance(field, TextBox) else field.line

    def type_on_until_told_twice() -> bool:
        qtbot.keyClicks(edit, "a")
        return spy.count() > 1

    qtbot.waitUntil(type_on_until_told_twice)
    first, second = (str(text) for text in told(spy)[:2])
    assert second.startswith(first)
    assert field.text.startswith(second)
    assert field.is_being_typed


def test_leaving_a_field_tells_at_once(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Tab to the next field does not wait for the half second."""
    first, second = TextField("Name"), TextField("Town")
    open_window(first, second)
    spy = QSignalSpy(first.edited)
    first.line.setFocus()
    qtbot.keyClicks(first.line, "Tea")
    qtbot.keyClick(first.line, Qt.Key.Key_Tab)
    assert told(spy) == ["Tea"]
    assert second.line.hasFocus()


def test_flushing_tells_at_once_and_only_once(qtbot: QtBot, open_window: OpenWindow) -> None:
    """A page that is left calls flush; a second call has nothing to tell."""
    box = TextBox("A note")
    open_window(box)
    spy = QSignalSpy(box.edited)
    qtbot.keyClicks(box.edit, "We asked them.")
    box.flush()
    box.flush()
    assert told(spy) == ["We asked them."]


def test_showing_stored_text_tells_nobody(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Rendering never saves, and what was typed before does not come after it."""
    field, box = TextField("Name"), TextBox("A note")
    open_window(field, box)
    spies = QSignalSpy(field.edited), QSignalSpy(box.edited)
    qtbot.keyClicks(field.line, "x")
    field.set_text("Stored")
    box.set_text("Stored\ntoo")
    field.flush()
    box.flush()
    assert [spy.count() for spy in spies] == [0, 0]
    assert (field.text, box.text) == ("Stored", "Stored\ntoo")


def test_letters_beyond_english_come_through(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Welsh letters, typed by an input method, are kept."""
    field = TextField("Name")
    open_window(field)
    field.line.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("Tŷ Gŵyl")
    QApplication.sendEvent(field.line, event)
    assert field.text == "Tŷ Gŵyl"


def test_a_box_grows_with_its_text_up_to_ten_lines(open_window: OpenWindow, theme: Theme) -> None:
    """Nobody types in a slit; nobody loses the page to a long note."""
    box = TextBox("A note", lines=2)
    open_window(box)
    small = box.edit.height()
    box.set_text("\n".join("line" for _ in range(6)))
    medium = box.edit.height()
    box.set_text("\n".join("line" for _ in range(60)))
    assert small < medium < box.edit.height() < 12 * theme.metrics.em * 1.6


def test_a_box_holds_no_more_than_its_longest(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Pasting a whole book keeps its beginning."""
    box = TextBox("A note", longest=20)
    open_window(box)
    box.edit.insertPlainText("a" * 50)
    assert box.text == "a" * 20


@pytest.mark.parametrize("make", [TextField, TextBox])
def test_what_was_pasted_and_cut_is_said_until_all_fits(
    qtbot: QtBot, open_window: OpenWindow, make: type[TextField | TextBox]
) -> None:
    """Nobody finds out later that the end of a paper is missing."""
    field = make("A note", longest=1200)
    open_window(field)
    edit = field.line if isinstance(field, TextField) else field.edit
    QApplication.clipboard().setText("a" * 1300)
    edit.paste()
    assert field.text == "a" * 1200
    assert field.fault.text() == "Only the first 1,200 characters fit."
    assert field.fault.isVisible()
    field.set_fault("")
    assert field.fault.isVisible()
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert not field.fault.isVisible()


@pytest.mark.parametrize("make", [TextField, TextBox])
def test_text_that_just_fits_is_no_fault(
    open_window: OpenWindow, make: type[TextField | TextBox]
) -> None:
    """The last character that fits fits."""
    field = make("A note", longest=20)
    open_window(field)
    QApplication.clipboard().setText("a" * 20)
    (field.line if isinstance(field, TextField) else field.edit).paste()
    assert (field.text, field.fault.text()) == ("a" * 20, "")


def test_showing_other_text_takes_back_what_was_said_of_the_last(open_window: OpenWindow) -> None:
    """A note that was cut says nothing about the next statement's."""
    box = TextBox("A note", longest=20)
    open_window(box)
    box.edit.insertPlainText("a" * 50)
    box.set_text("Another")
    assert box.fault.text() == ""


def test_a_fault_is_a_sentence_below_the_control(qtbot: QtBot, open_window: OpenWindow) -> None:
    """What is wrong is shown, told with the control's description, and taken away again."""
    field = TextField("Name", hint="As people know you.")
    open_window(field)
    field.set_fault("Please write a name.")
    assert field.fault.isVisible()
    assert field.line.accessibleDescription() == "Please write a name. As people know you."
    field.set_fault("")
    assert not field.fault.isVisible()


def test_picking_from_a_list_tells_its_code(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Keys pick; showing a stored code tells nobody."""
    field = PickField("Income")
    field.set_options([("s", "Small"), ("m", "Medium"), ("l", "Large")])
    open_window(field)
    spy = QSignalSpy(field.picked)
    field.set_code("s")
    assert told(spy) == []
    qtbot.keyClick(field.list, Qt.Key.Key_Down)
    assert told(spy) == ["m"]
    field.set_options([("l", "Large"), ("m", "Medium")])
    assert field.code == "m"


@pytest.mark.parametrize(
    "text",
    [
        "22 November 2026",
        "22 nov 26",
        "22nd November, 2026",
        "22/11/2026",
        "22.11.26",
        "2026-11-22",
        "  22   November  2026 ",
    ],
)
def test_dates_are_read_as_people_write_them(text: str) -> None:
    """Words, figures and short years all mean the same day."""
    assert read_date(text, TODAY) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "today", "meant"),
    [
        ("3 Dec", date(2026, 11, 22), date(2026, 12, 3)),
        ("3rd december", date(2026, 11, 22), date(2026, 12, 3)),
        ("3/12", date(2026, 11, 22), date(2026, 12, 3)),
        ("3.12", date(2026, 12, 3), date(2026, 12, 3)),
        ("3/12", date(2026, 12, 4), date(2027, 12, 3)),
        ("1 Jan", date(2026, 11, 22), date(2027, 1, 1)),
        ("29 Feb", date(2026, 11, 22), date(2028, 2, 29)),
        ("29/2", date(2028, 3, 1), date(2032, 2, 29)),
    ],
)
def test_without_a_year_the_next_such_day_is_meant(text: str, today: date, meant: date) -> None:
    """Today counts; what is over this year comes next year, 29 February in a leap year."""
    assert read_date(text, today) == meant


@pytest.mark.parametrize(
    "text", ["soon", "31/2/2026", "22 Nowember 2026", "11/22/2026", "22", "31/2", "11/22", "30 Feb"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Days that do not exist and American order are not guessed at."""
    with pytest.raises(ValueError):
        read_date(text, TODAY)


def test_a_typed_date_is_told_and_written_out(qtbot: QtBot, open_window: OpenWindow) -> None:
    """22/11/2026 becomes 22 November 2026 when the field is left."""
    field = DateField("Due")
    open_window(field)
    spy = QSignalSpy(field.edited)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "22/11/2026")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert told(spy) == [date(2026, 11, 22)]
    assert field.line.text() == "22 November 2026"


def test_a_date_without_a_year_is_written_out_with_it(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    """One sees at once which year was understood."""
    field = DateField("Due")
    open_window(field)
    today = date.today()
    field.line.setFocus()
    qtbot.keyClicks(field.line, f"{today.day}/{today.month}")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value is not None
    assert field.value >= today
    assert field.line.text() == day(field.value)


def test_a_date_that_cannot_be_read_stays_in_hand(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Nothing is told, what was typed stays, and a sentence says how to write it."""
    field = DateField("Due")
    open_window(field)
    spy = QSignalSpy(field.edited)
    field.line.setFocus()
    qtbot.keyClicks(field.line, "soon")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert told(spy) == []
    assert field.line.text() == "soon"
    assert "22 November 2026" in field.fault.text()


def test_an_emptied_date_means_no_date(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Taking the date out is an edit like any other."""
    field = DateField("Due")
    open_window(field)
    field.set_date(date(2026, 11, 22))
    spy = QSignalSpy(field.edited)
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    field.flush()
    assert told(spy) == [None]


def test_a_date_can_be_picked_from_the_calendar(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The button opens a month; a day picked there stands in the field."""
    field = DateField("Due")
    open_window(field)
    field.set_date(date(2026, 11, 22))
    spy = QSignalSpy(field.edited)
    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    pane = QApplication.activePopupWidget()
    assert isinstance(pane, CalendarPane)
    assert pane.calendar.selectedDate() == QDate(2026, 11, 22)
    pane.calendar.activated.emit(QDate(2026, 12, 4))
    assert told(spy) == [date(2026, 12, 4)]
    assert field.line.text() == "4 December 2026"
    assert not pane.isVisible()


@pytest.mark.parametrize(
    ("years", "remark"),
    [(-6, "more than a year ago"), (0, ""), (3, ""), (9, "more than five years from now")],
)
def test_an_odd_year_is_asked_about_quietly(
    qtbot: QtBot, open_window: OpenWindow, years: int, remark: str
) -> None:
    """The date is taken all the same."""
    field = DateField("By when", asks_year=True)
    open_window(field)
    meant = date.today().replace(day=1, year=date.today().year + years)
    qtbot.keyClicks(field.line, day(meant))
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value == meant
    assert field.remark.isVisible() is bool(remark)
    assert remark in field.remark.text()
    assert field.fault.text() == ""


def test_the_text_cursor_grows_with_the_text(
    qapp: QApplication, theme: Theme, open_window: OpenWindow
) -> None:
    """One pixel is hard to find in text of twice the size."""
    box = TextBox("A note")
    open_window(box)
    usual = box.edit.cursorWidth()
    apply_theme(qapp, "light", 200)
    assert box.edit.cursorWidth() > usual


def columns_of_caret(field: TextField) -> int:
    """Return how many pixels of the picture of a field differ from left to right by its caret."""
    field.line.clearFocus()
    without = field.line.grab().toImage()
    field.line.setFocus()
    field.line.deselect()
    field.line.end(False)
    QApplication.processEvents()
    there = field.line.grab().toImage()
    row = there.height() // 2
    inside = range(there.width() // 20, there.width() * 9 // 10)  # not the frame
    return sum(there.pixel(x, row) != without.pixel(x, row) for x in inside)


@pytest.mark.parametrize(("size", "columns"), [(100, 1), (200, 2)])
def test_the_text_cursor_is_found_in_large_text(
    qtbot: QtBot, open_window: OpenWindow, wear: Callable[..., Theme], size: int, columns: int
) -> None:
    """It is as wide as the lines of frames, which grow with the text."""
    wear("light", size, motion=False)
    field = TextField("Name")
    field.set_text("Sample")
    open_window(field)
    assert columns_of_caret(field) == columns
