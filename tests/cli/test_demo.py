"""``collabkit demo`` and ``collabkit self-test``: the whole way without a display."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.sample import ensure_sample

pytestmark = pytest.mark.slow


def collabkit(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    environment |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "share")}
    return subprocess.run(
        [sys.executable, "-m", "collabkit", *words],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the demo has filled, with ``home`` beside it."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "home").mkdir()
    done = collabkit("demo", "--out", str(folder / "out"), home=folder / "home")
    assert done.returncode == 0, done.stderr
    assert str(folder / "out" / "sample-plan.pdf") in done.stdout
    return folder


def test_the_demo_leaves_a_tagged_plan_with_embedded_fonts_only(demo: Path) -> None:
    plan = str(demo / "out" / "sample-plan.pdf")
    facts = subprocess.run(["pdfinfo", plan], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in facts
    fonts = subprocess.run(["pdffonts", plan], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert rows
    assert all(row[-5] == "yes" for row in rows), fonts
    assert (
        subprocess.run(["qpdf", "--check", plan], capture_output=True, check=False).returncode == 0
    )


def test_the_demo_draws_at_least_five_real_screens(demo: Path) -> None:
    pictures = sorted((demo / "out").glob("*.png"))
    assert len(pictures) >= 5
    for picture in pictures:
        image = QImage(str(picture))
        assert image.width() >= 1024
        colours = {
            image.pixel(x, y)
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 7)
        }
        assert len(colours) > 12, picture.name


def test_the_demo_touches_nobodys_own_data(demo: Path) -> None:
    assert list((demo / "home").rglob("*.db")) == []


def test_a_demo_where_the_sample_is_makes_no_second_one(tmp_path: Path) -> None:
    services = open_services(DataFolder(tmp_path / "data"))
    ensure_sample(services, date.today())
    services.close()
    place = ["--data-dir", str(tmp_path / "data")]
    done = collabkit("demo", "--out", str(tmp_path / "out"), *place, home=tmp_path)
    assert done.returncode == 0, done.stderr
    listed = collabkit("list", "--json", *place, home=tmp_path)
    assert len(json.loads(listed.stdout)) == 1


@pytest.fixture(scope="module")
def pack_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the demo of one pack has filled."""
    folder = tmp_path_factory.mktemp("pack-demo")
    done = collabkit("demo", "--pack", "power-inventory", "--out", str(folder), home=folder)
    assert done.returncode == 0, done.stderr
    for path in folder.glob("power-inventory/*.p*"):
        assert str(path) in done.stdout
    return folder / "power-inventory"


def test_the_demo_of_a_pack_draws_each_form_and_the_whole_of_the_results(pack_demo: Path) -> None:
    """One statement of each form, what is private, results from top to bottom, and the plan."""
    drawn = {picture.stem for picture in pack_demo.glob("*.png")}
    results = {name for name in drawn if name.startswith("4-results-")}
    assert drawn - results == {
        "1-questionnaire-compared", "2-questionnaire-weight", "3-for-yourself", "5-plan",
    }  # fmt: skip
    assert len(results) > 3
    pictures = {(pack_demo / f"{name}.png").read_bytes() for name in drawn}
    assert len(pictures) == len(drawn)  # no two are alike
    assert (pack_demo / "power-inventory-plan.pdf").read_bytes().startswith(b"%PDF")


def test_a_pack_that_does_not_exist_is_a_sentence(tmp_path: Path) -> None:
    done = collabkit("demo", "--pack", "seven-themes", "--out", str(tmp_path), home=tmp_path)
    assert done.returncode == 2
    assert "only for the questionnaires that come with collabkit: five-themes" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = collabkit("demo", "--out", str(tmp_path / "file" / "out"), home=tmp_path)
    assert done.returncode == 1
    assert "cannot be made" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_self_test_prints_a_line_each_and_leaves_nothing(tmp_path: Path) -> None:
    done = collabkit("self-test", home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    words = ("questionnaires", "fonts", "database", "one answer", "one score", "one PDF", "window")
    lines = done.stdout.splitlines()
    assert len(lines) == len(words)
    for word, line in zip(words, lines, strict=True):
        assert line.startswith("ok")
        assert word in line
    assert list(tmp_path.rglob("*.db")) == []
