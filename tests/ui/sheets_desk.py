"""A group that is asked elsewhere: its files, and a computer that answers its dialogs by itself."""

from collections.abc import Mapping
from pathlib import Path

from house import TODAY, House
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Assessment, Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.exchange.answers.answer_file import answer_bytes
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.services.closing import close_sheet
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewParty, NewPerson
from collabkit.ui.coming_back.desktop import ReturnsDesktop
from collabkit.ui.handing_out.desktop import AskingDesktop

OWN, NORTH = NewParty("Sample Kitchen", is_own=True), NewParty("North")
CODES = ("K7P3MX", "K7P3MW", "K7P3MR", "K7P3MT", "K7P3MY", "K7P3MH")


class Computer(AskingDesktop, ReturnsDesktop):
    """Chooses ``folder`` and ``files``, and remembers which folder it has shown."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: tuple[Path, ...] = ()
        self.shown: Path | None = None
        self.is_willing = True

    def documents(self) -> Path:
        return self.folder

    def ask_which_folder(self, parent: QWidget, suggested: Path) -> Path | None:
        return self.folder if self.is_willing else None

    def ask_which_files(self, parent: QWidget, folder: Path) -> tuple[Path, ...]:
        return self.files if self.is_willing else ()

    def show_folder(self, folder: Path) -> None:
        self.shown = folder


def begin(
    house: House,
    pack_id: str = "board-check",
    *,
    people: int = 0,
    minimum: int = 5,
    parties: tuple[NewParty, ...] = (),
    settled: Mapping[str, str] | None = None,
) -> Assessment:
    """Start an assessment in which nobody has answered yet."""
    return house.services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack(pack_id),
        selection=Selection.ALL,
        minimum=minimum,
        title="Away-day",
        today=TODAY,
        people=[NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(1, people + 1)],
        parties=parties,
        settled=dict(settled or {}),
    )


def answer_here(house: House, assessment: Assessment, place: int) -> None:
    """Let the person at ``place``, from 0, answer the first statement and close the sheet."""
    services = house.services
    person = services.assessments.participants(assessment.id)[place]
    pack = services.assessments.pack_of(assessment)
    said = Response(person.id, assessment.asked[0], "4")
    services.responses.record(pack, said, lambda _problem: None)
    services.responses.flush()
    close_sheet(services, assessment.id, person.id)


def answer_file(folder: Path, board: Assessment, number: int = 0, /, **changes: object) -> Path:
    """Write the file of somebody who has answered the first two statements."""
    pack = builtin_pack(board.pack_id)
    said: dict[str, object] = {
        "route": Route.ANSWER_FILE,
        "assessment": board.id,
        "sheet": CODES[number],
        "pack_id": pack.id,
        "pack_version": pack.version,
        "wording": board.pack_digest,
        "role": Respondent.STAFF,
        "answers": {board.asked[0]: str(1 + number % 5), board.asked[1]: "4"},
        "name": f"Voice {number}",
    }
    sheet = ReturnedSheet(**(said | changes))  # type: ignore[arg-type]
    path = folder / f"{number}{'-'.join(changes)}.collabkit-answers"
    path.write_bytes(answer_bytes(sheet))
    return path


def wait_for_jobs() -> None:
    """Wait until nothing is under way on other threads, and let the page follow."""
    for _round in range(4):
        QThreadPool.globalInstance().waitForDone(20_000)
        QApplication.processEvents()
