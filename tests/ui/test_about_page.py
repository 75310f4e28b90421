"""About: the reports, what is ours, privacy, licences; and nothing that reaches for a network."""

import pytest
from house import House, nameless, press, words
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import collabkit
from collabkit.assets import resource
from collabkit.services.packs import builtin_packs
from collabkit.ui.about.page import AboutPage
from collabkit.ui.widgets.whole_text import WholeText

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def open_about(qtbot: QtBot, house: House) -> AboutPage:
    page = AboutPage(house.context)
    house.show(qtbot, page)
    return page


def readable(page: AboutPage) -> str:
    """Return everything that can be read, long texts too."""
    texts = [text for text in page.findChildren(WholeText) if text.isVisibleTo(page)]
    return "\n".join([words(page), *(text.toPlainText() for text in texts)])


def test_the_versions_are_told(qtbot: QtBot, house: House) -> None:
    """Whoever asks for help can say which collabkit, Python and Qt they have."""
    text = readable(open_about(qtbot, house))
    assert f"Version {collabkit.__version__}, with Python" in text
    assert f"Qt {qVersion()}" in text


def test_the_reports_are_named_with_those_who_wrote_them(qtbot: QtBot, house: House) -> None:
    """Titles, authors, publishers and years stand in full."""
    text = readable(open_about(qtbot, house))
    assert "Rebalancing the Relationship: Final Report" in text
    assert (
        "By Rebecca Young and Catherine Goodall. Published by NCVO, ACEVO and Lloyds Bank "
        "Foundation for England and Wales, 2021." in text
    )
    assert "By Dan Shreeve and Dr Linda Watts, 2018." in text


def test_what_is_ours_and_untested_is_said(qtbot: QtBot, house: House) -> None:
    """The authors of the reports answer for nothing here; each pack says how far it was tried."""
    page = open_about(qtbot, house)
    assert "did not write, check or approve them" in readable(page)
    assert readable(page).count("charities have not tested it yet") == 1
    press(qtbot, page, "What each questionnaire says of itself")
    text = readable(page)
    for pack in builtin_packs():
        assert pack.status in text


def test_the_way_to_erase_everything_is_told(qtbot: QtBot, house: House) -> None:
    """Privacy is said in one place, with the folder to delete."""
    text = readable(open_about(qtbot, house))
    assert "collabkit uses no network, needs no account" in text
    assert "close collabkit and delete the folder below" in text
    assert "safety copies on a stick" in text
    assert str(house.context.folder.root) in text


def test_the_licence_of_the_typeface_can_be_read_whole(qtbot: QtBot, house: House) -> None:
    """It is folded away at first; opened, not a word of it is missing."""
    page = open_about(qtbot, house)
    assert "SIL OPEN FONT LICENSE" not in readable(page)
    press(qtbot, page, "The licence of the typeface")
    licence = resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert licence.split() == readable(page)[-len(licence) - 200 :].split()[-len(licence.split()) :]


def test_the_notice_about_qt_is_there(qtbot: QtBot, house: House) -> None:
    """The LGPL asks for it, and for the right to replace Qt."""
    text = readable(open_about(qtbot, house))
    assert "GNU Lesser General Public License, version 3" in text
    assert "you may replace them with your own build" in text


def test_nothing_is_a_link(qtbot: QtBot, house: House) -> None:
    """Addresses are text: pressing anything here opens nothing outside."""
    page = open_about(qtbot, house)
    press(qtbot, page, "The parts by others")
    press(qtbot, page, "The licence of the typeface")
    assert not any(label.openExternalLinks() for label in page.findChildren(QLabel))
    for text in page.findChildren(WholeText):
        assert not text.openExternalLinks()
        assert "href" not in text.toHtml()


def test_every_control_has_a_name(qtbot: QtBot, house: House) -> None:
    """Screen readers have a name for buttons and long texts alike."""
    page = open_about(qtbot, house)
    assert nameless(page) == []
    assert all(text.accessibleName() for text in page.findChildren(WholeText))
