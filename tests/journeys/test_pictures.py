"""Every screen in every theme and size, for human eyes: ``pytest --shots DIR tests/journeys``."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from person import Person, person_at
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_every_screen import folder, goes_everywhere

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.packs import builtin_packs
from collabkit.services.sample import fill_sample

__all__ = ["folder"]

THEMES = ("light", "dark", "contrast")
LOOKS = [
    (theme, text_size, width, height)
    for theme in THEMES
    for text_size, width, height in (
        (100, 1024, 768),
        (100, 1920, 1080),
        (150, 1366, 768),
        (200, 1366, 768),
    )
]
PACK_IDS = [pack.id for pack in builtin_packs()]


@pytest.fixture(scope="module")
def every_pack(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A data folder with the sample of every pack, and its assessment by the id of the pack."""
    root = tmp_path_factory.mktemp("packs")
    services = open_services(DataFolder(root))
    # The five themes come first, so that the mirror has something to show.
    found = {pack_id: fill_sample(services, pack_id, date(2026, 11, 22)) for pack_id in PACK_IDS}
    services.charities.add("Sample Village Hall")
    services.close()
    return root, found


@pytest.mark.parametrize(("theme", "text_size", "width", "height"), LOOKS)
def test_every_screen_can_be_drawn(
    shots: Path,
    folder: tuple[Path, str],
    qtbot: QtBot,
    theme: str,
    text_size: int,
    width: int,
    height: int,
) -> None:
    root, assessment_id = folder
    with person_at(root, qtbot, theme=theme, text_size=text_size) as me:
        me.window.resize(width, height)
        for place in goes_everywhere(me, assessment_id):
            name = f"{place}-{theme}-{text_size}-{width}x{height}.png"
            assert me.window.grab().save(str(shots / name))


@pytest.mark.parametrize(("theme", "text_size", "width", "height"), LOOKS)
def test_what_belongs_to_several_packs_can_be_drawn(
    shots: Path,
    every_pack: tuple[Path, dict[str, str]],
    qtbot: QtBot,
    theme: str,
    text_size: int,
    width: int,
    height: int,
) -> None:
    """Choosing one, the sheets of partners and of views, here and elsewhere, and a search."""
    root, found = every_pack
    with person_at(root, qtbot, theme=theme, text_size=text_size) as me:
        me.window.resize(width, height)
        power = {"assessment_id": found["power-inventory"]}
        sheet = me.services.assessments.participants(found["power-inventory"])[0].id
        for name, place, arguments in (
            ("choose", "new", {}),
            ("sheets-partners", "sheets", {"assessment_id": found["health-check"]}),
            ("sheets-views", "sheets", power),
            ("handing-out", "handing-out", {"assessment_id": found["health-check"]}),
            ("coming-back", "coming-back", {"assessment_id": found["health-check"]}),
            ("keying-in", "keying-in", {"assessment_id": found["barriers"]}),
            ("personal", "personal", {**power, "sheet_id": sheet}),
            ("packs", "packs", {}),
            ("pack", "pack", {"pack_id": "power-inventory"}),
            ("found", "search", {}),
        ):
            goes(me, place, arguments)
            if place == "search":
                me.types("mistakes")
                waits()
            file = f"{name}-{theme}-{text_size}-{width}x{height}.png"
            assert me.window.grab().save(str(shots / file))


@pytest.mark.parametrize("pack_id", PACK_IDS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_whole_results_of_every_pack_can_be_drawn(
    shots: Path,
    every_pack: tuple[Path, dict[str, str]],
    qtbot: QtBot,
    theme: str,
    pack_id: str,
) -> None:
    """From top to bottom, in as many pictures as it takes."""
    root, found = every_pack
    with person_at(root, qtbot, theme=theme) as me:
        me.window.resize(1280, 800)
        goes(me, "results", {"assessment_id": found[pack_id]})
        for number, _top in enumerate(scrolls_down(me), start=1):
            name = f"results-{pack_id}-{theme}-{number:02}.png"
            assert me.window.grab().save(str(shots / name))


def goes(me: Person, place: str, arguments: dict[str, Any]) -> None:
    me.window.navigator.go(place, **arguments)
    waits()


def waits() -> None:
    """Until what is made on other threads, such as the index of the search, is there too."""
    for _round in range(6):
        QThreadPool.globalInstance().waitForDone(20_000)
        QApplication.processEvents()


def scrolls_down(me: Person) -> Iterator[int]:
    bar = me.page.scroller.verticalScrollBar()
    step = max(bar.pageStep() - 40, 1)
    for top in range(0, bar.maximum() + step, step):
        bar.setValue(top)
        waits()
        yield top
        if top >= bar.maximum():
            return
