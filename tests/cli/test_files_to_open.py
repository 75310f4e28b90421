"""``collabkit FILE`` opens a file in the window that somebody sent."""

from pathlib import Path

import pytest

from collabkit.cli.commands import without_files


@pytest.mark.parametrize(
    ("words", "before", "files"),
    [
        ([], [], []),
        (["sheet.collabkit-ask"], [], ["sheet.collabkit-ask"]),
        (["./sheet"], [], ["./sheet"]),
        (["a.pdf", "list"], [], ["a.pdf", "list"]),
        (["--data-dir", "my.data", "a.pdf"], ["--data-dir", "my.data"], ["a.pdf"]),
        (["--data-dir=my.data", "a.pdf"], ["--data-dir=my.data"], ["a.pdf"]),
        (["packs", "check", "a.toml"], ["packs", "check", "a.toml"], []),
        (["list"], ["list"], []),
        (["--data-dir"], ["--data-dir"], []),
        (["--version"], ["--version"], []),
        (["nothing"], ["nothing"], []),
    ],
)
def test_files_are_told_from_commands(
    words: list[str], before: list[str], files: list[str]
) -> None:
    """By an ending or a folder, where a command could stand."""
    assert without_files(words) == (before, tuple(map(Path, files)))
