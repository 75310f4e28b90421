"""A button with words in it, and a mark in a circle: as large as they need to be."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.mark import Mark
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.words_button import WordsButton

pytestmark = pytest.mark.usefixtures("theme")


class Line(WordsButton):
    words = "Our board knows what the partner expects of us and talks about it twice a year."

    def words_height(self, width: int) -> float:
        m = theme_of(self).metrics
        return SetText(self.words, m.font(), width, m.em).height


@pytest.mark.parametrize("width", [1200, 240])
def test_a_button_is_as_high_as_its_words_need(qtbot: QtBot, width: int) -> None:
    """And never too low to be hit."""
    window, line = QWidget(), Line()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(line)
    box.addStretch(1)
    window.resize(width, 600)
    window.show()
    m = theme_of(line).metrics
    assert line.height() >= line.words_height(width)
    assert line.height() == max(m.target, round(line.words_height(width)) + m.ems(1.0))


def test_a_chosen_mark_is_a_filled_circle_in_the_middle(qtbot: QtBot) -> None:
    holder, marks = QWidget(), (Mark("4", ems=2), Mark("4", ems=2, is_chosen=True))
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    for mark in marks:
        box.addWidget(mark)
    side = marks[0].sizeHint().height()
    for mark in marks:
        mark.setFixedSize(side, side * 2)
    holder.show()
    plain, filled = (mark.grab().toImage() for mark in marks)
    at = (round(side * 0.2), side)  # inside the circle, beside the figure
    assert plain.pixelColor(*at) != filled.pixelColor(*at)
    assert filled.pixelColor(side // 2, 2) != filled.pixelColor(*at)
