"""Texts: plain, wrapped, whole."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collabkit.ui.theme import Theme
from collabkit.ui.widgets.text import Text


def test_what_people_type_is_not_taken_for_markup(qtbot: QtBot, theme: Theme) -> None:
    """Angle brackets and ampersands stay what they are."""
    text = Text("<b>Tea & talk</b>")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    plain = Text("xbyTea x talkxxby")
    qtbot.addWidget(plain)
    assert text.sizeHint().width() > plain.sizeHint().width() * 0.8


def test_a_word_longer_than_the_line_is_broken_and_not_cut(qtbot: QtBot, theme: Theme) -> None:
    """An address without spaces takes two lines in half its width."""
    text = Text("https://example.org/" + "a" * 60)
    qtbot.addWidget(text)
    whole = text.lines_at(10_000)
    half = text.lines_at(whole.width / 2 + 5)
    assert whole.lines == 1
    assert half.lines > 1
    assert half.width <= whole.width / 2 + 5


def test_lines_stand_1_4_times_the_text_apart(qtbot: QtBot, theme: Theme) -> None:
    """Long texts are set with air between the lines."""
    text = Text("one\ntwo\nthree")
    qtbot.addWidget(text)
    assert text.heightForWidth(500) == round(3 * 1.4 * theme.metrics.em)


def test_a_text_wraps_to_the_width_of_its_page(qtbot: QtBot, theme: Theme) -> None:
    """The narrower, the higher."""
    text = Text("Some of us adapt what we ask for; it depends on who is asked. " * 4)
    qtbot.addWidget(text)
    assert text.heightForWidth(300) > text.heightForWidth(600) > text.heightForWidth(1200)
