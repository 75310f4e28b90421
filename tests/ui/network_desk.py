"""Files of pretend groups, a computer that answers its dialogs by itself, and the two pages."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from house import TODAY, House
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.measure import measure
from collabkit.assessments.pack import Pack
from collabkit.assessments.tally import tally_all
from collabkit.exchange.network.group_text import group_text
from collabkit.network.group import Answers, Group, GroupContact
from collabkit.network.leaving import answers_of
from collabkit.services.packs import builtin_pack
from collabkit.ui.desktop import FileKind
from collabkit.ui.network.desktop import NetworkDesktop
from collabkit.ui.network.list_page import NetworksPage
from collabkit.ui.network.page import NetworkPage

NETWORK = "Sample Network"


class Computer(NetworkDesktop):
    """Chooses ``files`` or ``chosen_folder``, saves to ``folder``, remembers what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: tuple[Path, ...] = ()
        self.chosen_folder: Path | None = None
        self.saved: Path | None = None
        self.shown: Path | None = None

    def ask_which_files(self, parent: QWidget, folder: Path) -> tuple[Path, ...]:
        return self.files

    def ask_which_folder(self, parent: QWidget, folder: Path) -> Path | None:
        return self.chosen_folder

    def ask_where_to_save(self, parent: QWidget, suggested: Path, kind: FileKind) -> Path | None:
        self.saved = self.folder / suggested.name
        return self.saved

    def documents(self) -> Path:
        return self.folder

    def show_folder(self, folder: Path) -> None:
        self.shown = folder


@cache
def answered(pack_id: str, level: str) -> Answers:
    """What leaves of a group in which five people give the same answer to everything."""
    pack = builtin_pack(pack_id)
    sheet = {i.id: level for i in pack.items if pack.form_of(i).accepts(level)}
    return _leaving(pack, sheet, people=5)


def area(exchange: str) -> Answers:
    """What leaves of a charity that offers or needs meeting others, and may be named for it."""
    sheet = {"OPP-1": "quick-win", "OPP-1-exchange": exchange, "OPP-1-named": "yes"}
    return _leaving(builtin_pack("opportunities"), sheet, people=1)


def _leaving(pack: Pack, sheet: Mapping[str, str], people: int) -> Answers:
    results = measure(
        pack,
        tally_all(pack, [answer for _person in range(people) for answer in sheet.items()]),
        asked=[item.id for item in pack.items],
        minimum=people,
        respondents=people,
        selection=Selection.ALL,
    )
    return answers_of(pack, results, selection=Selection.ALL, finished=TODAY)


def group_file(
    folder: Path,
    number: int,
    *answers: Answers,
    size: IncomeBand | None = None,
    run_by: RunBy | None = None,
    contact: GroupContact | None = None,
) -> Path:
    """Write the file of a group; the same number is the same group."""
    folder.mkdir(exist_ok=True)
    path = folder / f"Street {number}.collabkit-group"
    made = TODAY.replace(day=1)
    group = Group(f"{number:032x}", made, size, run_by, contact, answers)
    path.write_text(group_text(group), encoding="utf-8", newline="\n")
    return path


def group_files(folder: Path, number: int, pack_id: str = "five-themes") -> tuple[Path, ...]:
    """Write the files of groups, of which two in three are run by volunteers."""
    return tuple(
        group_file(
            folder,
            one,
            answered(pack_id, "2" if one % 2 else "4"),
            size=IncomeBand.SMALL,
            run_by=RunBy.STAFF if one % 3 == 0 else RunBy.VOLUNTEERS,
        )
        for one in range(1, number + 1)
    )


def wait_for_jobs() -> None:
    """Wait until nothing is under way on other threads, and let the page follow."""
    for _round in range(4):
        QThreadPool.globalInstance().waitForDone(20_000)
        QApplication.processEvents()


def network_with(house: House, files: tuple[Path, ...] = (), minimum: int = 5) -> str:
    """Make a network that has taken files in; return its id."""
    networks = house.services.networks
    network = networks.add(NETWORK, TODAY, minimum)
    networks.take(networks.preview(network.id, files), TODAY)
    return network.id


def open_networks(qtbot: QtBot, house: House, **arguments: object) -> NetworksPage:
    """Show the page of all networks."""
    page = NetworksPage(house.context)
    house.show(qtbot, page, **arguments)
    return page


def open_network(
    qtbot: QtBot, house: House, computer: Computer, network_id: str, **arguments: object
) -> NetworkPage:
    """Show the page of one network, with everything on it."""
    page = NetworkPage(house.context, computer)
    house.show(qtbot, page, network_id=network_id, **arguments)
    wait_for_jobs()
    return page


def cells(page: QWidget) -> list[tuple[str, ...]]:
    """Return the rows of all tables that can be seen, one after the other."""
    tables = [table for table in page.findChildren(QTableView) if table.isVisibleTo(page)]
    return [
        tuple(
            str(table.model().index(row, column).data())
            for column in range(table.model().columnCount())
        )
        for table in tables
        for row in range(table.model().rowCount())
    ]
