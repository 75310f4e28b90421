"""What has the keyboard when one comes to a page is seen whole, in large text too."""

from datetime import date
from pathlib import Path

from person import person_at
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.sample import fill_sample


def test_the_foot_does_not_grow_over_what_has_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    """At 200 % the foot gets three lines of words, and stood over the first button then."""
    root = tmp_path / "data"
    services = open_services(DataFolder(root))
    assessment_id = fill_sample(services, "board-check", date(2026, 11, 22))
    services.close()
    with person_at(root, qtbot, text_size=200) as me:
        me.window.resize(1024, 768)
        me.window.navigator.go("sheets", assessment_id=assessment_id)
        QApplication.processEvents()
        page, focused = me.window.page, QApplication.focusWidget()
        assert page is not None
        assert focused is not None
        viewport = page.scroller.viewport()
        assert page.foot.height() > viewport.height() / 3
        seen = QRect(focused.mapTo(viewport, QPoint(0, 0)), focused.size())
        assert viewport.rect().contains(seen)
