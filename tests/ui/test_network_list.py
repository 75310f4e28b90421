"""The page of all networks: make one, find it, put it away."""

from pathlib import Path

import pytest
from house import House, button, nameless, press, words
from network_desk import NETWORK, group_files, network_with, open_networks
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.ui.assess.page import AssessPage
from collabkit.ui.network.visit import Errand, to_networks

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def test_assess_leads_to_the_networks(qtbot: QtBot, house: House) -> None:
    """Somebody with many groups finds them under Assess."""
    page = AssessPage(house.context)
    house.show(qtbot, page)
    with qtbot.waitSignal(page.go_requested) as gone:
        press(qtbot, page, "Many groups side by side, for networks")
    assert gone.args == ["networks", {}]


def test_a_network_is_made_by_keyboard_alone(qtbot: QtBot, house: House) -> None:
    """Enter, a name, Enter: there is a network, and one is on its page."""
    page = open_networks(qtbot, house)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(page.making.name.line.hasFocus)
    qtbot.keyClicks(QApplication.focusWidget(), NETWORK)
    with qtbot.waitSignal(page.go_requested) as gone:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (line,) = house.services.networks.lines()
    assert (line.network.name, line.network.minimum) == (NETWORK, 5)
    assert gone.args == ["network", {"network_id": line.network.id}]


def test_the_minimum_is_chosen_once_from_three_to_ten(qtbot: QtBot, house: House) -> None:
    """What is picked is kept, and the page says that it stays so."""
    page = open_networks(qtbot, house)
    press(qtbot, page, "Make a network")
    offered = page.making.minimum.list
    assert [offered.itemText(n) for n in (0, offered.count() - 1)] == ["Three groups", "Ten groups"]
    assert "It cannot be changed afterwards" in words(page)
    page.making.minimum.set_code("7")
    page.making.name.set_text(NETWORK)
    press(qtbot, page, "Make it")
    assert house.services.networks.lines()[0].network.minimum == 7


def test_a_name_that_is_taken_stays_to_be_mended(qtbot: QtBot, house: House) -> None:
    """The sentence stands at the field, and what was typed is still there."""
    network_with(house)
    page = open_networks(qtbot, house)
    press(qtbot, page, "Make a network")
    page.making.name.set_text(NETWORK)
    press(qtbot, page, "Make it")
    assert f"already a network called “{NETWORK}”" in page.making.name.fault.text()
    assert page.making.name.text == NETWORK
    assert len(house.services.networks.lines()) == 1


def test_the_list_says_how_many_groups_there_are(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """And from how many on something is shown."""
    network_with(house, group_files(tmp_path / "in", 3))
    page = open_networks(qtbot, house)
    assert "3 groups · made on 22 November 2026 · nothing is shown of fewer than five" in words(
        page
    )


def test_a_network_is_put_away_and_comes_back_by_undo(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    """With everything that its groups have sent."""
    network_with(house, group_files(tmp_path / "in", 3))
    page = open_networks(qtbot, house)
    press(qtbot, page, f"Put away {NETWORK}")
    assert page.notice.sentence == f"“{NETWORK}” was put away."
    assert not page.rows.parts
    press(qtbot, page, "Undo")
    assert button(page, f"Look at {NETWORK}")
    assert house.services.networks.lines()[0].groups == 3


def test_what_was_put_away_long_ago_can_be_brought_back(qtbot: QtBot, house: House) -> None:
    """It waits in a fold at the end of the page."""
    network_id = network_with(house)
    house.services.networks.remove(network_id, house.context.today())
    page = open_networks(qtbot, house)
    press(qtbot, page, "Put away (1)")
    press(qtbot, page, f"Bring back {NETWORK}")
    assert [line.network.id for line in house.services.networks.lines()] == [network_id]
    assert "Put away (1)" not in words(page)


def test_a_file_asks_for_its_network(qtbot: QtBot, house: House) -> None:
    """Whoever opens a group's file says where it belongs, and goes there with it."""
    network_id = network_with(house)
    errand = Errand("/somewhere/Street 1.collabkit-group")
    page = open_networks(qtbot, house, errand=errand)
    assert "To which network does “Street 1.collabkit-group” belong?" in words(page)
    with qtbot.waitSignal(page.go_requested) as gone:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    place, handed = gone.args
    assert (place, handed) == ("network", {"network_id": network_id, "errand": errand})


def test_a_file_that_has_found_its_network_is_asked_for_no_more(qtbot: QtBot, house: House) -> None:
    """Whoever comes back sees the networks; opened once more, the same file asks again."""
    network_with(house)
    path = "/somewhere/Street 1.collabkit-group"
    handed = to_networks(path)
    page = open_networks(qtbot, house, **handed)
    handed["errand"].is_done = True
    page.entered(**handed)
    assert "To which network" not in words(page)
    assert button(page, f"Look at {NETWORK}")
    page.entered(**to_networks(path))
    assert "To which network" in words(page)


def test_after_one_was_brought_back_the_next_has_the_keyboard(qtbot: QtBot, house: House) -> None:
    """Several are brought back one after the other without looking for them again."""
    for name in ("First", "Second"):
        network = house.services.networks.add(name, house.context.today())
        house.services.networks.remove(network.id, house.context.today())
    page = open_networks(qtbot, house)
    press(qtbot, page, "Put away (2)")
    press(qtbot, page, "Bring back First")
    at = QApplication.focusWidget()
    assert at is not None
    assert at.accessibleName() == "Bring back Second"


def test_every_control_of_the_list_has_a_name(qtbot: QtBot, house: House) -> None:
    """Also while a network is being made."""
    network_with(house)
    page = open_networks(qtbot, house)
    press(qtbot, page, "Make a network")
    assert nameless(page) == []
