"""From the screen to a file that is safely on disk, or to a printer."""

from datetime import date
from pathlib import Path

import pytest
from house import House, button
from preview_desk import Desk, Key, Modifier
from PySide6.QtCore import QMarginsF, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from collabkit.errors import EnvironmentProblemError
from collabkit.ui.preview.desktop import PlanDesktop
from collabkit.ui.preview.page import PreviewPage
from collabkit.ui.preview.paper import Paper
from collabkit.ui.preview.printing import print_pdf

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def desk(qtbot: QtBot, house: House, tmp_path: Path) -> Desk:
    return Desk(qtbot, house, tmp_path)


def printer_to(path: Path) -> QPrinter:
    """Return a printer that prints into a file, 100 dots per inch to be quick."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(100)
    return printer


def sheet_size(page: PreviewPage, number: int) -> tuple[int, int]:
    """Return the size of a page of what is seen, in points."""
    paper = Paper(page._presenter.state.pdf)
    size = paper.size(number).toSize().toTuple()
    paper.close()
    return size


def test_the_plan_is_saved_where_the_person_says(desk: Desk, tmp_path: Path) -> None:
    """The very pages that were seen; a notice says where, and can show the folder."""
    desk.computer.answer = tmp_path / "our plan.pdf"
    desk.press("Save…")
    desk.wait_for("Saved as “our plan.pdf”")
    assert desk.computer.suggested == tmp_path / "Sample Charity, Sample away-day, report.pdf"
    paper = Paper(desk.computer.answer.read_bytes())
    assert paper.pages == len(desk.page.sheets.sheets)
    assert paper.text(0) == desk.page.sheets.texts()[0]
    paper.close()
    button(desk.page.notice, "Show in folder").click()
    assert desk.computer.shown == desk.computer.answer.parent


def test_the_folder_is_remembered(desk: Desk, tmp_path: Path) -> None:
    """The next plan goes where the last one went, as long as that is there."""
    folder = tmp_path / "board"
    folder.mkdir()
    desk.computer.answer = folder / "plan.pdf"
    desk.key(Key.Key_S, Modifier.ControlModifier)
    desk.wait_for("Saved as")
    desk.computer.answer = None
    desk.key(Key.Key_S, Modifier.ControlModifier)
    assert desk.computer.suggested is not None
    assert desk.computer.suggested.parent == folder
    (folder / "plan.pdf").unlink()
    folder.rmdir()
    desk.key(Key.Key_S, Modifier.ControlModifier)
    assert desk.computer.suggested.parent == tmp_path


def test_the_paper_is_chosen_where_the_pages_are_seen(desk: Desk, tmp_path: Path) -> None:
    """What is seen and what is saved is US Letter then, this time and the next."""
    assert {sheet_size(desk.page, page) for page in (0, 1)} == {(595, 842)}
    desk.press("On US Letter instead of A4")
    desk.qtbot.waitUntil(lambda: sheet_size(desk.page, 0) == (612, 792), timeout=20_000)
    desk.computer.answer = tmp_path / "letter.pdf"
    desk.press("Save…")
    desk.wait_for("Saved as")
    paper = Paper(desk.computer.answer.read_bytes())
    assert {paper.size(page).toSize().toTuple() for page in range(paper.pages)} == {(612, 792)}
    paper.close()
    assert desk.house.context.settings.get("paper") == "letter"


def test_changing_ones_mind_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    """No file and no notice."""
    desk.press("Save…")
    assert desk.notice == ""
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    """A sentence; the older file of that name is unharmed."""
    desk.computer.answer = tmp_path / "not there" / "plan.pdf"
    desk.press("Save…")
    desk.wait_for("“plan.pdf” could not be written, and nothing was changed.")


def test_without_a_printer_there_is_a_kind_word(desk: Desk) -> None:
    """And a way that works."""
    desk.press("Print…")
    assert desk.notice.startswith("There is no printer on this computer yet.")


def test_the_pages_are_printed(desk: Desk, tmp_path: Path) -> None:
    """All of them, as they were seen."""
    desk.computer.printer = printer_to(tmp_path / "printed.pdf")
    desk.key(Key.Key_P, Modifier.ControlModifier)
    count = len(desk.page.sheets.sheets)
    desk.wait_for(f"{count} pages were sent to the printer.")
    assert desk.computer.pages == count
    assert Paper((tmp_path / "printed.pdf").read_bytes()).pages == count


@pytest.mark.parametrize("is_accepted", [True, False])
def test_the_dialog_offers_the_suggested_name(
    desk: Desk, tmp_path: Path, is_accepted: bool
) -> None:
    """The computer's own dialog: saved as suggested, or not at all."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.accept() if is_accepted else dialog.reject()

    QTimer.singleShot(100, answer)
    suggested = tmp_path / "Sample Charity, Sample away-day, report.pdf"
    chosen = PlanDesktop().ask_where_to_save(desk.page, suggested)
    assert chosen == (suggested if is_accepted else None)


def pdf_of(desk: Desk) -> bytes:
    return desk.house.services.exports.plan_pdf(
        desk.assessment_id, date(2026, 11, 22), with_notes=False
    )


def darkness(paper: Paper, page: int) -> list[float]:
    """Return how dark each of ten stripes of a page is, from top to bottom."""
    picture = paper.picture(page, paper.size(page).toSize())
    stripes = []
    for stripe in range(10):
        rows = range(stripe * picture.height() // 10, (stripe + 1) * picture.height() // 10, 5)
        pixels = [picture.pixelColor(x, y) for y in rows for x in range(0, picture.width(), 5)]
        stripes.append(sum((255 - p.lightness()) * p.alphaF() for p in pixels) / len(pixels))
    return stripes


def test_some_pages_are_printed_in_their_place(desk: Desk, tmp_path: Path) -> None:
    """Pages two to three, looking like those of the file."""
    printer = printer_to(tmp_path / "two.pdf")
    printer.setFromTo(2, 3)
    pdf = pdf_of(desk)
    assert print_pdf(pdf, printer) == 2
    printed, drawn = Paper((tmp_path / "two.pdf").read_bytes()), Paper(pdf)
    assert printed.pages == 2
    for page in range(2):
        assert darkness(printed, page) == pytest.approx(darkness(drawn, page + 1), abs=4)


def test_other_paper_takes_the_whole_page(desk: Desk, tmp_path: Path) -> None:
    """On Letter, which is wider and lower, nothing is cut off at the foot."""
    printer = printer_to(tmp_path / "letter.pdf")
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait, QMarginsF()
    )
    printer.setPageLayout(layout)
    printer.setFromTo(2, 2)
    pdf = pdf_of(desk)
    assert print_pdf(pdf, printer) == 1
    printed, drawn = Paper((tmp_path / "letter.pdf").read_bytes()), Paper(pdf)
    assert printed.size(0).toSize().height() == 792
    foot = darkness(drawn, 1)[-1]
    assert foot > 0
    assert darkness(printed, 0)[-1] > foot / 2


def test_a_printer_that_refuses_is_told_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    """Here it cannot open the file that it prints into."""
    with pytest.raises(EnvironmentProblemError, match="did not take the plan"):
        print_pdf(pdf_of(desk), printer_to(tmp_path / "nowhere" / "plan.pdf"))
