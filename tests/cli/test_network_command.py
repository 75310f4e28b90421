"""``collabkit network``: many groups' files become one."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.measure import measure
from collabkit.assessments.tally import tally_all
from collabkit.cli import EXIT_BAD_INPUT, EXIT_FAILED, EXIT_OK, network
from collabkit.cli.commands import told
from collabkit.exchange.network.group_text import group_bytes
from collabkit.network.group import Answers, Group, GroupContact
from collabkit.network.leaving import answers_of
from collabkit.services.packs import builtin_pack

AREAS = builtin_pack("opportunities")
ROOMS = "Sharing rooms, storage or venues"


def run(tmp_path: Path, *words: str) -> int:
    """Run the command as the program does."""
    parser = argparse.ArgumentParser()
    network.add_parser(parser.add_subparsers(), [])
    arguments = parser.parse_args(["network", *words])
    arguments.data_dir = str(tmp_path / "data")
    try:
        status: int = arguments.run(arguments)
    except Exception as error:
        return told(error)
    return status


def answers(sheet: Mapping[str, str]) -> Answers:
    results = measure(
        AREAS,
        tally_all(AREAS, sheet.items()),
        asked=[item.id for item in AREAS.items],
        minimum=1,
        respondents=1,
        selection=Selection.ALL,
    )
    return answers_of(AREAS, results, selection=Selection.ALL, finished=date(2026, 11, 22))


def fill(folder: Path, number: int) -> Path:
    """Write so many groups into a folder; each offers rooms or needs them, and may be named."""
    folder.mkdir()
    for place in range(number):
        what = "offer" if place % 2 else "need"
        group = Group(
            key=f"{place:032x}",
            made=date(2026, 11, 1),
            size=IncomeBand.SMALL if place < 6 else IncomeBand.LARGE,
            run_by=None,
            contact=GroupContact(f"Group {place}", f"group{place}@sample.example"),
            answers=(
                answers({"OPP-20": "quick-win", "OPP-20-exchange": what, "OPP-20-named": "yes"}),
            ),
        )
        (folder / f"group {place}.collabkit-group").write_bytes(group_bytes(group))
    return folder


def test_what_many_groups_sent_becomes_one_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the name of the folder, and without names of groups."""
    folder, target = fill(tmp_path / "Sample Network", 12), tmp_path / "out.html"
    assert run(tmp_path, str(folder), "--to", str(target)) == EXIT_OK
    said = capsys.readouterr()
    assert "12 groups" in said.out
    assert said.err == ""
    text = target.read_text(encoding="utf-8")
    for word in ("Sample Network", ROOMS):
        assert word in text
    for word in ("Who could help whom", "Group 3", "sample.example"):
        assert word not in text


def test_names_go_along_only_on_purpose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a caution on standard error; the name of the network may be given."""
    folder, target = fill(tmp_path / "groups", 12), tmp_path / "out.html"
    words = ("--to", str(target), "--with-names", "--name", "Sample Network")
    assert run(tmp_path, str(folder), *words) == EXIT_OK
    text = target.read_text(encoding="utf-8")
    for word in ("Sample Network", "Who could help whom", "group3@sample.example"):
        assert word in text
    assert "Give it to those groups alone." in capsys.readouterr().err


def test_a_file_of_some_groups_names_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says so, where names were asked for."""
    folder, target = fill(tmp_path / "groups", 12), tmp_path / "out.html"
    words = ("--to", str(target), "--with-names", "--size", "small")
    assert run(tmp_path, str(folder), *words) == EXIT_OK
    assert "none are in this one" in capsys.readouterr().err
    assert "sample.example" not in target.read_text(encoding="utf-8")


def test_bad_files_are_told_and_the_others_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On standard error, with the name of each."""
    folder = fill(tmp_path / "groups", 5)
    (folder / "broken.collabkit-group").write_bytes(b"{}")
    assert run(tmp_path, str(folder), "--to", str(tmp_path / "out.csv")) == EXIT_OK
    said = capsys.readouterr()
    assert said.err.startswith("broken.collabkit-group: This is no file of a group")
    assert "5 groups" in said.out


@pytest.mark.parametrize("bad", [0, 2])
def test_without_a_readable_file_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: int
) -> None:
    """An empty folder, or nothing but broken files."""
    folder = fill(tmp_path / "groups", 0)
    for number in range(bad):
        (folder / f"{number}.collabkit-group").write_bytes(b"{}")
    target = tmp_path / "out.html"
    assert run(tmp_path, str(folder), "--to", str(target)) == EXIT_BAD_INPUT
    assert "Nothing was written." in capsys.readouterr().err
    assert not target.exists()


def test_one_kind_of_group(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If they may be looked at alone."""
    folder, target = fill(tmp_path / "groups", 12), tmp_path / "out.html"
    assert run(tmp_path, str(folder), "--to", str(target), "--size", "small") == EXIT_OK
    assert "small groups" in target.read_text(encoding="utf-8")
    assert run(tmp_path, str(folder), "--to", str(target), "--run-by", "staff") == EXIT_BAD_INPUT
    assert "cannot be looked at alone" in capsys.readouterr().err


def test_a_smaller_network_may_agree_on_three(tmp_path: Path) -> None:
    """Otherwise three groups are too few to be shown."""
    folder, target = fill(tmp_path / "groups", 3), tmp_path / "out.html"
    assert run(tmp_path, str(folder), "--to", str(target)) == EXIT_OK
    assert "Nothing is shown before there are five" in target.read_text(encoding="utf-8")
    assert run(tmp_path, str(folder), "--to", str(target), "--minimum", "3") == EXIT_OK
    assert ROOMS in target.read_text(encoding="utf-8")
    assert run(tmp_path, str(folder), "--to", str(target), "--minimum", "2") == EXIT_BAD_INPUT


def test_what_cannot_be_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there, and a kind of file that cannot hold it."""
    target = tmp_path / "out.html"
    assert run(tmp_path, str(tmp_path / "none"), "--to", str(target)) == EXIT_FAILED
    assert "could not be opened" in capsys.readouterr().err
    folder = fill(tmp_path / "groups", 5)
    for name in ("out.ics", "out.exe", "out"):
        assert run(tmp_path, str(folder), "--to", str(tmp_path / name)) == EXIT_BAD_INPUT
        assert not (tmp_path / name).exists()
        assert capsys.readouterr().err.endswith(": .pdf, .html, .docx, .xlsx, .csv.\n")
