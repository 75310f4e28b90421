"""Hints show what was typed; a stranger's questionnaire cannot have a file opened by one."""

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.ui.widgets.hint import set_hint

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.mark.parametrize(
    "typed",
    ["<img src='file:////server/share/x.png'>", "<b>Trust</b> and power", "Trust & power", "a < b"],
)
def test_what_looks_like_markup_is_shown_as_it_was_typed(qtbot: QtBot, typed: str) -> None:
    """Whatever Qt makes of it, the words are the very same and hold no picture."""
    widget = QWidget()
    qtbot.addWidget(widget)
    set_hint(widget, typed)
    shown = QTextDocument()
    if Qt.mightBeRichText(widget.toolTip()):
        shown.setHtml(widget.toolTip())
    else:
        shown.setPlainText(widget.toolTip())
    assert shown.toPlainText().strip() == typed
