"""Reports of faults in About: read first, then copied, saved or deleted; nothing is sent."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from house import House, nameless, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.crash_reports.kept import KeptReport, KeptReports
from collabkit.crash_reports.report import Fault
from collabkit.ui.about.page import AboutPage
from collabkit.ui.crash_report.card import ReportDesktop, ReportsCard

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")
WHEN = datetime(2026, 11, 22, 17, 40, tzinfo=UTC)


def put_report(house: House) -> KeptReport:
    fault = Fault("an error", ("ValueError",), ("collabkit.dates:12 day",))
    kept = KeptReports(house.context.folder.root, lambda: WHEN).keep(fault)
    assert kept is not None
    return kept


def open_about(qtbot: QtBot, house: House) -> AboutPage:
    page = AboutPage(house.context)
    house.show(qtbot, page)
    return page


def test_without_a_report_the_card_says_so(qtbot: QtBot, house: House) -> None:
    """It says what would be kept, and where."""
    card = open_about(qtbot, house).reports
    assert "There are none." in words(card)
    assert "on this computer" in words(card)


def test_a_report_can_be_read_whole_before_it_is_given_to_anyone(
    qtbot: QtBot, house: House
) -> None:
    """The very text of the file is shown, with the keyboard alone."""
    kept = put_report(house)
    card = open_about(qtbot, house).reports
    (fold,) = card.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1:]
    header = card._folds[0].header
    header.setFocus()
    qtbot.keyClick(header, Qt.Key.Key_Space)
    shown = card._folds[0].text
    assert fold is card._folds[0]
    assert shown is not None
    assert shown.toPlainText().split() == kept.text().split()
    assert "collabkit sends it to nobody" in words(card)


def test_a_report_is_copied_as_it_is(qtbot: QtBot, house: House) -> None:
    """Whoever asks for help by e-mail pastes it."""
    kept = put_report(house)
    page = open_about(qtbot, house)
    fold = page.reports._folds[0]
    qtbot.mouseClick(fold.header, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(fold.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == kept.text()
    assert page.notice.sentence == "The report was copied."


class Saving(ReportDesktop):
    """A desktop where everything is saved at one place."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def documents(self) -> Path:
        return self.path.parent

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        return self.path


def test_a_report_is_saved_where_the_person_says(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """And a place that cannot be written is told in a sentence."""
    kept = put_report(house)
    for path, is_saved in ((tmp_path / "fault.txt", True), (tmp_path / "none" / "x.txt", False)):
        card = ReportsCard(house.context.folder.root, Saving(path))
        qtbot.addWidget(card)
        said: list[str] = []
        card.told.connect(said.append)
        problems: list[str] = []
        card.problem_met.connect(problems.append)
        card._folds[0].save.click()
        assert (len(said), len(problems)) == (is_saved, not is_saved)
        assert path.exists() is is_saved
    assert (tmp_path / "fault.txt").read_text(encoding="utf-8") == kept.text()


def test_a_deleted_report_is_gone(qtbot: QtBot, house: House) -> None:
    """From the page and from the disk."""
    kept = put_report(house)
    page = open_about(qtbot, house)
    fold = page.reports._folds[0]
    qtbot.mouseClick(fold.header, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(fold.delete, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not kept.path.exists()
    assert "There are none." in words(page.reports)


def test_every_control_of_a_report_has_a_name_of_its_own(qtbot: QtBot, house: House) -> None:
    """Two reports have two different buttons to copy."""
    put_report(house)
    page = open_about(qtbot, house)
    fold = page.reports._folds[0]
    qtbot.mouseClick(fold.header, Qt.MouseButton.LeftButton)
    assert nameless(page) == []
    assert all(
        "22 November 2026" in b.accessibleName() for b in (fold.copy, fold.save, fold.delete)
    )
