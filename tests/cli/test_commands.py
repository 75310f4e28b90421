"""The command line as other programs and people call it, each in a process of its own."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from collabkit import __version__
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.sample import ensure_sample


def collabkit(
    *words: str, display: bool = False, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ)
    if not display:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "collabkit", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment | {"PYTHONIOENCODING": "utf-8"},
        cwd=folder,
        check=False,
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data folder with the sample in it, and the sample's id."""
    folder = tmp_path_factory.mktemp("data")
    services = open_services(DataFolder(folder))
    assessment_id = ensure_sample(services, date(2026, 11, 22))
    services.close()
    return folder, assessment_id


def test_version() -> None:
    done = collabkit("--version")
    assert done.stdout == f"collabkit {__version__}\n"
    assert done.returncode == 0


def test_help_names_every_command_and_every_exit_status() -> None:
    done = collabkit("--help")
    for word in ("demo", "list", "export", "score", "packs", "self-test", "--data-dir"):
        assert word in done.stdout
    assert "3  there is no display" in done.stdout


def test_unknown_words_end_with_status_two() -> None:
    assert collabkit("dance").returncode == 2


def test_without_a_display_the_window_says_so(tmp_path: Path) -> None:
    done = collabkit("--data-dir", str(tmp_path / "x"))
    assert done.returncode == 3
    assert "no display" in done.stderr
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("before", [True, False])
def test_the_data_folder_may_stand_before_or_after_the_command(
    sample: tuple[Path, str], before: bool
) -> None:
    folder, assessment_id = sample
    place = ["--data-dir", str(folder)]
    words = [*place, "list", "--json"] if before else ["list", "--json", *place]
    assert [row["id"] for row in json.loads(collabkit(*words).stdout)] == [assessment_id]


def test_list_as_json_has_exactly_the_promised_fields(sample: tuple[Path, str]) -> None:
    folder, assessment_id = sample
    assert json.loads(collabkit("list", "--json", "--data-dir", str(folder)).stdout) == [
        {
            "id": assessment_id,
            "charity": "Sample Charity",
            "pack": "five-themes",
            "title": "Sample away-day",
            "started": "2026-11-22",
            "answered": 45,
            "of": 45,
        }
    ]


def test_list_for_people_says_how_far_they_are(sample: tuple[Path, str]) -> None:
    folder, assessment_id = sample
    text = collabkit("list", "--data-dir", str(folder)).stdout
    assert assessment_id in text
    assert "started 22 November 2026" in text
    assert "All 45 statements answered" in text


def test_list_of_a_folder_that_is_not_there_makes_none(tmp_path: Path) -> None:
    done = collabkit("list", "--data-dir", str(tmp_path / "none"))
    assert done.returncode == 0
    assert "No assessments yet" in done.stdout
    assert not (tmp_path / "none").exists()


def test_export_writes_a_pdf_that_another_program_can_read(
    sample: tuple[Path, str], tmp_path: Path
) -> None:
    folder, assessment_id = sample
    target = tmp_path / "The plan é 日本.pdf"
    done = collabkit("export", assessment_id, "--to", str(target), "--data-dir", str(folder))
    assert done.returncode == 0, done.stderr
    assert str(target) in done.stdout
    text = subprocess.run(
        ["pdftotext", str(target), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Sample Charity" in text


def test_export_of_an_unknown_assessment_says_what_to_do(
    sample: tuple[Path, str], tmp_path: Path
) -> None:
    folder, _assessment_id = sample
    done = collabkit(
        "export", "no-such", "--to", str(tmp_path / "x.pdf"), "--data-dir", str(folder)
    )
    assert done.returncode == 2
    assert "collabkit list" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "x.pdf").exists()


def test_export_into_a_folder_that_is_not_there_leaves_nothing(
    sample: tuple[Path, str], tmp_path: Path
) -> None:
    folder, assessment_id = sample
    target = tmp_path / "gone" / "x.pdf"
    done = collabkit("export", assessment_id, "--to", str(target), "--data-dir", str(folder))
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "collabkit.db").write_text("a shopping list")
    done = collabkit("list", "--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert (tmp_path / "collabkit.db").read_text() == "a shopping list"


def test_packs_check_accepts_the_pack_that_comes_with_the_program() -> None:
    from collabkit.assets import resource

    done = collabkit("packs", "check", str(resource("packs", "five-themes.toml")))
    assert done.returncode == 0
    assert "45 statements" in done.stdout
    assert done.stderr == ""


def test_packs_check_names_file_item_and_key_of_each_fault(tmp_path: Path) -> None:
    from collabkit.assets import resource

    text = resource("packs", "five-themes.toml").read_text(encoding="utf-8")
    pack = tmp_path / "mine.toml"
    pack.write_text(text.replace('effort = "low"', 'effort = "tiny"', 1), encoding="utf-8")
    done = collabkit("packs", "check", str(pack))
    assert done.returncode == 2
    assert done.stdout == ""
    for word in ("mine.toml", "POW-1", "effort"):
        assert word in done.stderr


def test_packs_check_of_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    done = collabkit("packs", "check", str(tmp_path / "none.toml"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "none.toml" in done.stderr
