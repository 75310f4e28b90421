"""``collabkit packs`` as people and other programs use it."""

import json
from pathlib import Path

import pytest

from collabkit.assets import resource
from collabkit.cli import EXIT_BAD_INPUT, EXIT_FAILED, EXIT_OK, main

EXAMPLE = resource("templates", "partner-meetings.toml")


@pytest.fixture
def run(tmp_path, capsys):
    """Run a verb with a data folder of its own: the status, what was said, what went wrong."""

    def packs(*words: object) -> tuple[int, str, str]:
        status = main(["packs", *map(str, words), "--data-dir", str(tmp_path / "data")])
        said = capsys.readouterr()
        return status, said.out, said.err

    return packs


def test_list_shows_built_in_and_own_packs(run):
    """Id, name, statements, minutes, forms, outcome and whose it is."""
    status, said, _wrong = run("list")
    assert status == EXIT_OK
    assert "five-themes  The five themes\n    version 1.0, 45 statements, 19 minutes" in said
    assert "your own" not in said
    run("add", EXAMPLE)
    said = run("list")[1]
    assert said.endswith(
        "partner-meetings  Meetings with partners\n    version 1.0, 10 statements, "
        "3 minutes, answers: scale, described, outcome: profile, your own\n"
    )


def test_list_as_json(run):
    """The same for other programs."""
    run("add", EXAMPLE)
    rows = json.loads(run("list", "--json")[1])
    assert [row["own"] for row in rows] == [False] * (len(rows) - 1) + [True]
    assert rows[-1] == {
        "id": "partner-meetings",
        "name": "Meetings with partners",
        "version": "1.0",
        "items": 10,
        "minutes": 3,
        "minutes_short": None,
        "form": ["scale", "described"],
        "outcome": "profile",
        "own": True,
    }


def test_list_makes_no_folder(run, tmp_path):
    """Looking changes nothing."""
    run("list")
    assert list(tmp_path.iterdir()) == []


def test_check_takes_several_files_of_both_kinds(run, tmp_path):
    """Each is told; one that is wrong makes the status, and the others are still checked."""
    run("template", "--to", tmp_path / "own.xlsx")
    (tmp_path / "bad.toml").write_text("format = 1\n")
    status, said, wrong = run(
        "check", EXAMPLE, tmp_path / "bad.toml", tmp_path / "none.toml", tmp_path / "own.xlsx"
    )
    assert status == EXIT_BAD_INPUT
    assert "partner-meetings.toml: in order. Meetings with partners" in said
    assert "own.xlsx: in order." in said
    assert 'bad.toml: the top of the file: key "id" is missing.' in wrong
    assert "none.toml could not be opened" in wrong


def test_a_pack_goes_in_and_out(run, tmp_path):
    """Template, add, export, change, replace, remove."""
    sheet, text = tmp_path / "own.xlsx", tmp_path / "own.toml"
    assert run("template", "--to", sheet)[0] == EXIT_OK
    assert "It can be chosen as “partner-meetings”" in run("add", sheet)[1]
    assert run("export", "partner-meetings", "--to", text)[0] == EXIT_OK
    text.write_text(text.read_text("utf-8").replace('version = "1.0"', 'version = "2.0"'), "utf-8")
    status, _said, wrong = run("add", text)
    assert status == EXIT_FAILED
    assert "version 1.0). Nothing was changed. To replace it, add --replace" in wrong
    assert "is now version 2.0" in run("add", "--replace", text)[1]
    assert run("remove", "partner-meetings")[0] == EXIT_OK
    assert json.loads(run("list", "--json")[1])[-1]["own"] is False


@pytest.mark.parametrize("verb", [("template",), ("export", "barriers")])
def test_a_file_that_is_there_is_written_over_on_request_only(run, tmp_path, verb):
    """It may be the very workbook that somebody has just filled in."""
    sheet = tmp_path / "own.xlsx"
    sheet.write_bytes(b"a day's work")
    status, said, wrong = run(*verb, "--to", sheet)
    assert (status, said) == (EXIT_FAILED, "")
    assert "There is a file “own.xlsx” already. Nothing was written." in wrong
    assert "add --replace" in wrong
    assert sheet.read_bytes() == b"a day's work"
    assert run(*verb, "--to", sheet, "--replace")[0] == EXIT_OK
    assert run("check", sheet)[0] == EXIT_OK


def test_a_damaged_file_of_ones_own_is_told(run, tmp_path):
    """It does not vanish from the list without a word."""
    run("add", EXAMPLE)
    kept = tmp_path / "data" / "packs" / "partner-meetings.toml"
    kept.write_text("format = 1\n", encoding="utf-8")
    status, said, wrong = run("list")
    assert status == EXIT_OK
    assert "your own" not in said
    assert "The file partner-meetings.toml cannot be used as a questionnaire" in wrong
    assert str(kept) in wrong


def test_the_id_of_a_built_in_pack_is_told_by_the_check(run, tmp_path):
    """Only the file that comes with collabkit may have it."""
    own = tmp_path / "own.toml"
    text = EXAMPLE.read_text("utf-8").replace('id = "partner-meetings"', 'id = "barriers"')
    own.write_text(text, encoding="utf-8")
    assert "own.toml: the id “barriers” belongs to a questionnaire" in run("check", own)[1]
    assert "belongs to" not in run("check", resource("packs", "barriers.toml"))[1]


def test_other_words_under_the_same_version_are_worth_a_remark(run, tmp_path):
    """They take the older one's place all the same, as was asked."""
    run("add", EXAMPLE)
    own = tmp_path / "own.toml"
    text = EXAMPLE.read_text("utf-8")
    for version, is_told in (("1.0", True), ("0.9", True), ("1.10", False), ("1.9", True)):
        own.write_text(text.replace('version = "1.0"', f'version = "{version}"') + "# x\n", "utf-8")
        said = run("add", "--replace", own)[1]
        assert ("Give each change a higher version" in said) is is_told, version


def test_a_check_says_that_there_may_be_more(run, tmp_path):
    """Some faults come to light only when others are mended."""
    (tmp_path / "bad.toml").write_text("", encoding="utf-8")
    _status, _said, wrong = run("check", tmp_path / "bad.toml")
    assert wrong == (
        "bad.toml: the whole file: the file is empty.\n"
        "bad.toml: there may be more once this is mended.\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ("add", "none.toml"),
        ("remove", "five-themes"),
        ("remove", "none"),
        ("export", "none", "--to", "x.toml"),
        ("export", "five-themes", "--to", "x.pdf"),
        ("template", "--to", "x.ods"),
    ],
)
def test_what_cannot_be_done_is_told(run, tmp_path, words, monkeypatch):
    """A sentence on standard error, nothing on standard output, no file."""
    monkeypatch.chdir(tmp_path)
    status, said, wrong = run(*words)
    assert status in (EXIT_FAILED, EXIT_BAD_INPUT)
    assert said == ""
    assert wrong.strip().endswith(".")
    assert list(tmp_path.iterdir()) == []


def test_the_schema_is_printed_as_it_is_kept(run):
    """For editors that complete while somebody types."""
    kept: Path = resource("schemas", "pack.schema.json")
    assert run("schema")[1] == kept.read_text(encoding="utf-8")
