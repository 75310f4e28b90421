"""Many groups side by side: what is to be seen, of whom, and what is not."""

from pathlib import Path

import pytest
from house import House, button, nameless, press, words
from network_desk import (
    NETWORK,
    Computer,
    answered,
    area,
    cells,
    group_file,
    group_files,
    network_with,
    open_network,
    wait_for_jobs,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.network.group import GroupContact
from collabkit.ui.network.page import NetworkPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def of_twelve(house: House, tmp_path: Path) -> str:
    """Return a network of twelve groups; eight are run by volunteers and four by staff."""
    return network_with(house, group_files(tmp_path / "in", 12), minimum=3)


def named_pair(tmp_path: Path) -> tuple[Path, ...]:
    """Write the files of two groups that could help each other and want to be named."""
    return tuple(
        group_file(
            tmp_path / "named",
            number,
            area(exchange),
            contact=GroupContact(f"Sample Group {number}", f"ring {number}"),
        )
        for number, exchange in ((101, "offer"), (102, "need"))
    )


def said_of_matches(page: NetworkPage) -> str:
    """Return what is said of who could help whom, without the notice."""
    look_at(page, "Who could help whom")
    return words(page.parts)


def look_at(page: NetworkPage, view: str) -> None:
    """Choose a view by its words."""
    radio = next(r for r in page.choosing.view.radios if r.accessibleName() == view)
    radio.click()
    QApplication.processEvents()


def let_go_of(qtbot: QtBot, page: NetworkPage, computer: Computer, file: Path) -> None:
    """Let the network let go of the group that ``file`` is from."""
    look_at(page, "This network")
    computer.files = (file,)
    press(qtbot, page, "Choose its file…")
    wait_for_jobs()


def test_the_overview_counts_groups_and_questionnaires(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """How many of each kind, and how many have answered what."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    assert "12 groups side by side." in words(page)
    assert ("Groups run by volunteers", "8") in cells(page)
    assert ("The five themes", "12", "November 2026") in cells(page)


def test_fewer_groups_than_the_minimum_show_nothing(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Neither on the page nor to save."""
    network_id = network_with(house, group_files(tmp_path / "in", 4))
    page = open_network(qtbot, house, computer, network_id)
    assert "Four groups so far. Nothing is shown before there are five." in words(page)
    for view in ("One questionnaire", "What holds groups back", "Who could help whom"):
        look_at(page, view)
        assert cells(page) == []
    assert not page.save.isVisibleTo(page)


def test_one_questionnaire_shows_statement_by_statement_how_many_stand_where(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Counts without percentages below twenty groups, and no answer to change."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    look_at(page, "One questionnaire")
    before = len(cells(page))
    press(qtbot, page, "Power: every statement")
    rows = cells(page)[before:]
    assert rows
    assert rows[0][-1] == "12 of 12"
    assert not any("%" in cell for row in rows for cell in row)
    assert "Change" not in words(page)


def test_groups_can_be_narrowed_down_by_who_runs_them(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """The counts are of these groups alone, and the heading says whose they are."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    look_at(page, "One questionnaire")
    page.choosing.run_bys.list.setFocus()
    qtbot.keyClick(page.choosing.run_bys.list, Qt.Key.Key_Down)
    page.choosing.run_bys.list.activated.emit(page.choosing.run_bys.list.currentIndex())
    assert "The five themes: groups run by volunteers" in words(page)
    assert "Eight groups answered" in words(page)


def test_a_filter_that_cannot_be_shown_alone_says_so(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Before it is chosen, and when it is."""
    network_id = network_with(house, group_files(tmp_path / "in", 12), minimum=5)
    page = open_network(qtbot, house, computer, network_id)
    offered = page.choosing.run_bys.list
    assert offered.itemText(2) == "Groups run by staff (cannot be shown alone)"
    page.choosing.run_by_chosen.emit("staff")
    assert "Groups run by staff cannot be looked at alone" in words(page)
    assert cells(page) == []


def test_what_holds_groups_back_stands_by_itself(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """The barriers are no questionnaire among the others."""
    files = (
        *group_files(tmp_path / "in", 6),
        *(group_file(tmp_path / "b", n, answered("barriers", "2")) for n in range(20, 26)),
    )
    page = open_network(qtbot, house, computer, network_with(house, files))
    look_at(page, "What holds groups back")
    assert "Six groups answered in November 2026." in words(page)
    assert page.choosing.pack.list.count() == 1
    assert page.choosing.pack.list.itemText(0) == "The five themes"


def test_only_groups_that_want_it_are_named(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Who could help whom, with how to reach them; nowhere else is a name."""
    files = (*group_files(tmp_path / "in", 6), *named_pair(tmp_path))
    page = open_network(qtbot, house, computer, network_with(house, files))
    assert "Sample Group" not in words(page)
    look_at(page, "Who could help whom")
    assert "Sample Group 101 can offer it to Sample Group 102" in words(page)
    assert not page.choosing.sizes.isVisibleTo(page)


def test_a_view_without_anything_says_what_it_waits_for(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Rather than an empty page."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    look_at(page, "Who could help whom")
    assert "No group has let its name be passed on yet." in words(page)
    look_at(page, "What holds groups back")
    assert "No group has sent its answers to “Barriers and needs” yet." in words(page)


def test_a_group_is_let_go_of_by_its_file_and_comes_back_by_undo(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Without anybody seeing which group has sent what."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    let_go_of(qtbot, page, computer, tmp_path / "in" / "Street 4.collabkit-group")
    assert page.notice.sentence == "What this group has sent was let go of."
    assert house.services.networks.lines()[0].groups == 11
    press(qtbot, page, "Undo")
    wait_for_jobs()
    assert page.notice.sentence == "What this group has sent is back."
    assert house.services.networks.lines()[0].groups == 12
    assert "12 groups." in words(page)


def test_a_file_of_another_group_lets_nobody_go(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Nothing of it is here; nothing was changed."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    let_go_of(qtbot, page, computer, group_file(tmp_path, 99, answered("five-themes", "3")))
    assert page.notice.sentence == "Nothing of this group is here. Nothing was changed."
    assert house.services.networks.lines()[0].groups == 12


def test_a_named_group_is_let_go_of_by_its_name(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Its name is gone from the matches as well, the keyboard is at Undo, and that says so."""
    files = (*group_files(tmp_path / "in", 6), *named_pair(tmp_path))
    page = open_network(qtbot, house, computer, network_with(house, files))
    look_at(page, "This network")
    assert not page.itself.drop.isEnabled()
    qtbot.keyClick(page.itself.who.list, Qt.Key.Key_Down)
    page.itself.who.list.activated.emit(page.itself.who.list.currentIndex())
    press(qtbot, page, "Let go of this group")
    wait_for_jobs()
    assert page.notice.sentence == "What “Sample Group 101” has sent was let go of."
    assert page.focusWidget() is button(page, "Undo")
    assert "Sample Group 101" not in said_of_matches(page)
    press(qtbot, page, "Undo")
    wait_for_jobs()
    assert page.notice.sentence == "What “Sample Group 101” has sent is back."
    assert "Sample Group 101" in said_of_matches(page)


def test_after_undo_the_keyboard_is_where_groups_are_let_go_of(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Not lost with the notice that has gone."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    let_go_of(qtbot, page, computer, tmp_path / "in" / "Street 4.collabkit-group")
    assert page.focusWidget() is button(page, "Undo")
    press(qtbot, page, "Undo")
    assert page.focusWidget() is page.itself.choose
    wait_for_jobs()


def test_the_network_gets_another_name(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """It is kept when the page is left, without a button."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    look_at(page, "This network")
    page.itself.name.line.selectAll()
    qtbot.keyClicks(page.itself.name.line, "Groups of the East")
    page.left()
    assert house.services.networks.lines()[0].network.name == "Groups of the East"


def test_a_name_that_is_taken_is_refused_at_its_field(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """What was typed stays; the network keeps its old name."""
    house.services.networks.add("Groups of the East", house.context.today())
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    look_at(page, "This network")
    page.itself.name.line.selectAll()
    qtbot.keyClicks(page.itself.name.line, "Groups of the East")
    page.itself.name.flush()
    assert "already a network called" in page.itself.name.fault.text()
    assert page.itself.name.text == "Groups of the East"
    assert page.title == NETWORK


@pytest.mark.parametrize(("kind", "beginning"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("html", b"<")])
def test_what_is_seen_can_be_saved(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path, kind: str, beginning: bytes
) -> None:
    """For print, for a screen and for a spreadsheet; names only if they are wanted."""
    files = (*group_files(tmp_path / "in", 6), *named_pair(tmp_path))
    page = open_network(qtbot, house, computer, network_with(house, files))
    press(qtbot, page, "Save…")
    page.save_card.kind.set_code(kind)
    press(qtbot, page, "Choose where to save it…")
    wait_for_jobs()
    assert computer.saved is not None
    assert computer.saved.name == f"{NETWORK}, groups side by side, 2026-11-22.{kind}"
    assert computer.saved.read_bytes().lstrip().startswith(beginning)
    if kind == "html":
        assert b"Sample Group" not in computer.saved.read_bytes()
    press(qtbot, page, "Show in folder")
    assert computer.shown == tmp_path


def test_names_go_into_a_file_only_on_purpose(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """With a tick that says for whom such a file is."""
    files = (*group_files(tmp_path / "in", 6), *named_pair(tmp_path))
    page = open_network(qtbot, house, computer, network_with(house, files))
    press(qtbot, page, "Save…")
    page.save_card.kind.set_code("html")
    page.save_card.names.tick.click()
    press(qtbot, page, "Choose where to save it…")
    wait_for_jobs()
    assert computer.saved is not None
    assert "Sample Group 101" in computer.saved.read_text(encoding="utf-8")


def test_a_network_that_is_gone_leads_to_the_others(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """Such as one that was put away meanwhile."""
    network_id = of_twelve(house, tmp_path)
    house.services.networks.remove(network_id, house.context.today())
    page = open_network(qtbot, house, computer, network_id)
    with qtbot.waitSignal(page.go_requested) as gone:
        press(qtbot, page, "See all networks")
    assert gone.args == ["networks", {}]


def test_every_control_of_a_network_has_a_name(
    qtbot: QtBot, house: House, computer: Computer, tmp_path: Path
) -> None:
    """In every view, and while it is saved."""
    page = open_network(qtbot, house, computer, of_twelve(house, tmp_path))
    press(qtbot, page, "Save…")
    for radio in page.choosing.view.radios:
        radio.click()
        QApplication.processEvents()
        assert nameless(page) == []
