"""What the documents claim is true: links, commands, make targets, figures."""

import re
from pathlib import Path

import pytest

from collabkit.assessments.bands import BandLimits
from collabkit.cli.commands import build_parser
from collabkit.services.packs import builtin_pack

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_is_there(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", text_of(document))
    missing = [t for t in targets if "://" not in t and not (document.parent / t).exists()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_picture_says_what_it_shows(document: Path) -> None:
    assert "![](" not in text_of(document)


def test_every_command_of_the_readme_exists() -> None:
    """Each is read by the program's own parser, with words in place of capitals."""
    lines = re.findall(r"^collabkit (\S.*?)  +\S.*$", text_of(ROOT / "README.md"), re.MULTILINE)
    assert len(lines) >= 6
    for line in lines:
        words = line.replace("[", "").replace("]", "").split()
        assert build_parser().parse_args(words).command == words[0]


def test_every_make_target_that_is_named_exists() -> None:
    made = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    named = {
        name
        for document in DOCUMENTS
        for name in re.findall(r"(?:^|`)make ([a-z-]+)", text_of(document), re.MULTILINE)
    }
    assert {"run", "test"} <= named <= made


def test_the_guide_tells_the_limits_that_the_program_uses() -> None:
    limits = BandLimits()
    guide = text_of(ROOT / "docs" / "user-guide.md")
    low, middle, high = (
        f"{float(x):.1f}" for x in (limits.build, limits.keep_going, limits.share_it)
    )
    assert f"| below {low} | act first |" in guide
    assert f"| {low} to below {middle} | build |" in guide
    assert f"| {middle} to below {high} | keep going |" in guide
    assert f"| {high} and above | share it |" in guide


def test_statements_and_minutes_are_those_of_the_pack() -> None:
    pack = builtin_pack("five-themes")
    guide = " ".join(text_of(ROOT / "docs" / "user-guide.md").split())
    assert f"The short version has {len(pack.core_ids)} and takes about nine minutes" in guide
    assert pack.minutes_short == 9
    full = sum(1 for _item in pack.items)
    assert f"The full version has {full} and takes about {pack.minutes_full}" in guide


def test_the_layer_rules_are_told_as_they_are_proved() -> None:
    page = text_of(ROOT / "docs" / "architecture.md")
    rooms = {p.name for p in (ROOT / "collabkit").iterdir() if (p / "__init__.py").exists()}
    assert [room for room in sorted(rooms) if f"  {room}/" not in page] == []


def test_no_document_names_a_path_of_one_machine() -> None:
    for document in [*DOCUMENTS, ROOT / "CHANGELOG.md"]:
        assert not re.search(r"(?<![\w.~])/(root|home|tmp|work)/", text_of(document))


def test_no_lock_file_holds_an_address() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in text_of(lock)
        assert "--hash=sha256:" in text_of(lock)
