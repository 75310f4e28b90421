"""The other laptop, where answers are asked for: its invitations, and what becomes of them."""

from collections.abc import Iterable
from pathlib import Path

from house import TODAY, House
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from collabkit.assessments.assessment import Assessment, Response, Selection
from collabkit.services.packs import builtin_pack

ASKED = ("BRD-1", "BRD-2", "BRD-3", "BRD-4")


class OtherLaptop:
    """A computer with an assessment of a board that nobody has answered yet."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder / "other laptop")
        self.services = self.house.services
        self._folder = folder / "e-mails"
        self._folder.mkdir()
        charity = self.services.charities.add("Sample Charity")
        self.assessment = self.services.assessments.start(
            charity.id,
            builtin_pack("board-check"),
            selection=Selection.OWN_CHOICE,
            asked=ASKED,
            minimum=5,
            title="June",
            today=TODAY,
        )

    def invitation(self, *, shared: bool = False) -> Path:
        """Return the file that somebody gets."""
        handing_out = self.services.handing_out
        if shared:
            sheets = (handing_out.shared_sheet(self.assessment.id, today=TODAY),)
        else:
            sheets = handing_out.sheets(self.assessment.id, today=TODAY)
        return handing_out.write_invitations(sheets, self._folder)[0].path


def answer(house: House, assessment: Assessment, items: Iterable[str], note: str = "") -> None:
    """Answer some statements of an invited assessment, the first of them with ``note``."""
    sitting = house.services.assessments.sitting(assessment.id)
    for item_id in items:
        response = Response(sitting.participant.id, item_id, "4", note)
        house.services.responses.record(sitting.pack, response, lambda _problem: None)
        note = ""
    house.services.responses.flush()


def wait_for_jobs() -> None:
    """Wait until nothing is under way on other threads, and let the page follow."""
    for _round in range(4):
        QThreadPool.globalInstance().waitForDone(20_000)
        QApplication.processEvents()
