"""Every pack from its sample to its results: in the real window, on paper, as text and as JSON."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from person import TODAY, Person, person_at
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.outcomes.blocks import Place
from collabkit.assessments.results_json import as_json
from collabkit.cli.score_text import as_text
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.packs import builtin_packs
from collabkit.services.sample import fill_sample

PACK_IDS = tuple(pack.id for pack in builtin_packs())


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A data folder with the sample of every pack, and the assessments by pack."""
    root = tmp_path_factory.mktemp("packs")
    services = open_services(DataFolder(root))
    try:
        return root, {pack_id: fill_sample(services, pack_id, TODAY) for pack_id in PACK_IDS}
    finally:
        services.close()


@pytest.fixture(scope="module")
def services(samples: tuple[Path, dict[str, str]]) -> Iterator[Services]:
    """What is kept in that folder."""
    services = open_services(DataFolder(samples[0]), read_only=True)
    yield services
    services.close()


def names(interface: object) -> Iterator[str]:
    """Yield what a screen reader finds under ``interface`` and does not take for hidden."""
    if interface is None or interface.state().invisible:  # type: ignore[attr-defined]
        return
    yield interface.text(QAccessible.Text.Name)  # type: ignore[attr-defined]
    for index in range(interface.childCount()):  # type: ignore[attr-defined]
        yield from names(interface.child(index))  # type: ignore[attr-defined]


def opens_results(me: Person, assessment_id: str) -> None:
    me.window.navigator.go("results", assessment_id=assessment_id)
    for _round in range(4):
        QThreadPool.globalInstance().waitForDone(20_000)
        QApplication.processEvents()


def test_the_results_of_every_pack_open_in_the_window(
    samples: tuple[Path, dict[str, str]], qtbot: QtBot
) -> None:
    """One window, eleven results: no bug, and every part there for a screen reader."""
    root, assessments = samples
    missing = {}
    with person_at(root, qtbot) as me:
        for pack_id, assessment_id in assessments.items():
            opens_results(me, assessment_id)
            assert me.bugs() == [], pack_id
            picture = me.services.results.picture(assessment_id, TODAY)
            titles = {part.title for part in picture.told.parts}
            heard = set(names(QAccessible.queryAccessibleInterface(me.page)))
            titles = titles or {section.name for section in picture.pack.sections}
            missing[pack_id] = sorted(titles - heard)
    assert {pack_id: left for pack_id, left in missing.items() if left} == {}


@pytest.mark.parametrize("pack_id", PACK_IDS)
def test_every_plan_can_be_printed(
    samples: tuple[Path, dict[str, str]], services: Services, tmp_path: Path, pack_id: str
) -> None:
    """The PDF can be read and tells every part that belongs on paper."""
    assessment_id = samples[1][pack_id]
    path = tmp_path / "plan.pdf"
    exported = services.exports.export_plan(assessment_id, path, TODAY, with_notes=True)
    assert exported.pages > 1
    subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=True)
    found = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    )
    text = " ".join(found.stdout.decode().split())
    for part in services.results.picture(assessment_id, TODAY).told.parts:
        assert part.place is Place.SCREEN or part.title in text, part.key


@pytest.mark.parametrize("pack_id", PACK_IDS)
def test_every_result_can_be_told_as_text_and_as_data(
    samples: tuple[Path, dict[str, str]], services: Services, pack_id: str
) -> None:
    """Eighty columns with every part, and JSON that other programs can read."""
    picture = services.results.picture(samples[1][pack_id], TODAY)
    told = picture.told
    lines = as_text(picture.results, picture.pack, told.parts).splitlines()
    assert max(map(len, lines)) <= 80
    for part in told.parts:
        assert part.place is Place.SCREEN or part.title in lines, part.key
    found = {**as_json(picture.results, picture.pack), "outcome": told.data}
    assert json.loads(json.dumps(found)) == found
    assert bool(told.parts) == bool(told.data) == (pack_id != "five-themes")
