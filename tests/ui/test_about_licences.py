"""What About says of the parts by others is the whole truth, and the same as in the file."""

import re
from pathlib import Path

import pytest

from collabkit.library.licences import licensed_parts, typeface_licence

ROOT = Path(__file__).parents[2]
FILE = ROOT / "THIRD-PARTY.md"
# Only what building a package needs; nothing of it is in the program.
BUILDING = {
    *("editables", "hatchling", "pathspec", "pluggy", "tomlkit"),
    "trove-classifiers",
}


def rows_of_file() -> list[tuple[str, ...]]:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


@pytest.mark.skipif(not FILE.exists(), reason="the file lies beside the program in a checkout")
def test_about_and_the_file_name_the_same_parts() -> None:
    """The file alone says where to read on; About shows it on the same page."""
    elsewhere = re.compile(r" \((?:see below|`[^`]+`)\)")
    of_file = [(name, use, elsewhere.sub("", licence)) for name, use, licence in rows_of_file()]
    assert of_file == [(part.name, part.use, part.licence) for part in licensed_parts()]


@pytest.mark.skipif(not FILE.exists(), reason="the lock lies beside the program in a checkout")
def test_every_package_that_is_installed_is_named() -> None:
    """What the lock installs to run the program has a row of its own."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    packages = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)) - BUILDING
    named = " ".join(part.name for part in licensed_parts()).casefold()
    # Shiboken's package has a number in its name.
    spoken = {package.replace("-", " ").rstrip("6") for package in packages}
    assert len(packages) > 8
    assert {p for p in spoken if p not in named.replace("-", " ")} == set()


def test_none_of_the_parts_is_only_under_the_gpl() -> None:
    """Each may be shipped with a program under another licence."""
    assert not any(re.search(r"(?<!L)GPL", part.licence) for part in licensed_parts())


def test_the_licence_of_the_typeface_is_there() -> None:
    """Its whole text comes with the program."""
    assert "SIL OPEN FONT LICENSE Version 1.1" in typeface_licence()
