"""The page Privacy with a computer that answers by itself, and a hand for its buttons."""

from pathlib import Path

from house import House, press
from other_laptop import wait_for_jobs
from pytestqt.qtbot import QtBot
from taking_out_desk import Computer

from collabkit.ui.privacy.page import PrivacyPage


def page_on(house: House, documents: Path) -> PrivacyPage:
    """Return the page, not shown yet; what is saved goes to ``documents``."""
    documents.mkdir()
    return PrivacyPage(house.context, Computer(documents))


def act(qtbot: QtBot, page: PrivacyPage, name: str) -> None:
    """Press a button, and wait for what comes of it."""
    press(qtbot, page, name)
    wait_for_jobs()
