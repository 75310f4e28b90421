"""A file is written whole or not at all."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.files import problem_with, remove_leftovers, replacing, write_safely

POSIX = pytest.mark.skipif(os.name == "nt", reason="about POSIX permissions")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_bytes_arrive_and_nothing_else_is_left(tmp_path: Path) -> None:
    """A new file holds exactly what was handed in, and is alone in its folder."""
    write_safely(tmp_path / "plan.pdf", b"\x00plan\n")
    assert (tmp_path / "plan.pdf").read_bytes() == b"\x00plan\n"
    assert names_in(tmp_path) == ["plan.pdf"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    """Exporting twice leaves the second export."""
    path = tmp_path / "plan.pdf"
    write_safely(path, b"a longer first export")
    write_safely(path, b"second")
    assert path.read_bytes() == b"second"


def test_the_check_sees_the_new_bytes_before_they_take_the_name(tmp_path: Path) -> None:
    """While the check reads the new file, the old one is still in its place."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    seen = []
    write_safely(path, b"new", lambda new: seen.append((new.read_bytes(), path.read_bytes())))
    assert seen == [(b"new", b"old")]


def test_a_failed_check_keeps_the_older_file(tmp_path: Path) -> None:
    """A file that turns out wrong never replaces a good one, and its error says why."""

    def refuse(_path: Path) -> None:
        raise InvalidInputError("The PDF has no pages.")

    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    with pytest.raises(InvalidInputError, match="no pages"):
        write_safely(path, b"new", refuse)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["plan.pdf"]


def test_an_interruption_leaves_no_half_file(tmp_path: Path) -> None:
    """Even what is no ordinary error, such as Ctrl-C, takes the temporary file away."""

    def interrupt(_path: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_safely(tmp_path / "plan.pdf", b"half", interrupt)
    assert names_in(tmp_path) == []


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    """It names the folder, and a “/” typed into a name is seen to be one."""
    with pytest.raises(EnvironmentProblemError, match=r"“gone” is not there.*cannot hold “/”"):
        write_safely(tmp_path / "gone" / "plan.pdf", b"plan")


def test_a_folder_of_that_name_is_a_sentence(tmp_path: Path) -> None:
    """A folder is never replaced by a file."""
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(EnvironmentProblemError, match="in the way"):
        write_safely(tmp_path / "plan.pdf", b"plan")
    assert names_in(tmp_path) == ["plan.pdf"]


def test_a_name_that_is_too_long_is_a_sentence(tmp_path: Path) -> None:
    """The disk's limit on names is explained, and nothing is left behind."""
    with pytest.raises(EnvironmentProblemError, match="too long"):
        write_safely(tmp_path / ("plan" * 100), b"plan")
    assert names_in(tmp_path) == []


def test_a_name_that_just_fits_can_be_written(tmp_path: Path) -> None:
    """The temporary file needs no longer name than the file itself."""
    path = tmp_path / ("p" * 251 + ".pdf")
    write_safely(path, b"plan")
    assert path.read_bytes() == b"plan"


@pytest.mark.parametrize("name", ["é.pdf", "日本.pdf", "Sample's plan #1 100%.pdf", "a?b.pdf"])
def test_odd_names_are_written_as_they_are(tmp_path: Path, name: str) -> None:
    """Names in any language and with any sign that the disk allows."""
    if os.name == "nt" and "?" in name:
        pytest.skip("Windows does not allow question marks in names")
    write_safely(tmp_path / name, b"plan")
    assert names_in(tmp_path) == [name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_a_sentence_and_keeps_the_older_file(tmp_path: Path) -> None:
    """When the disk takes no more bytes, the older file stays and the sentence says so."""

    def write_too_much() -> None:
        with replacing(path) as temporary, Path("/dev/full").open("wb", buffering=0) as full:
            temporary.write_bytes(b"half")
            full.write(b"the rest")

    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    with pytest.raises(EnvironmentProblemError, match="not enough room"):
        write_too_much()
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["plan.pdf"]


def test_the_bytes_are_on_the_disk_before_they_take_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the file is synced, then it takes the name, then (not on Windows) its folder is."""
    path = tmp_path / "plan.pdf"
    synced: list[tuple[str, bool]] = []

    def note(descriptor: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file"
        synced.append((kind, path.exists()))

    monkeypatch.setattr(os, "fsync", note)
    write_safely(path, b"plan")
    assert synced == [("file", False), ("folder", True)][: 1 if os.name == "nt" else 2]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_every_reason_is_a_whole_sentence(code: int) -> None:
    """The sentence names the file, says that nothing was changed and ends with what to do."""
    sentence = str(problem_with(Path("x/plan.pdf"), OSError(code, os.strerror(code))))
    assert sentence.startswith("“plan.pdf” could not be written, and nothing was changed.")
    assert sentence.endswith(".")
    assert "{" not in sentence


@POSIX
def test_a_link_goes_on_pointing_to_the_file(tmp_path: Path) -> None:
    """Writing through a link replaces what it points to, not the link."""
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    write_safely(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


@POSIX
def test_a_private_file_stays_private(tmp_path: Path) -> None:
    """A file that others may not read can still not be read by them afterwards."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_safely(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_only_old_leftovers_are_removed(tmp_path: Path) -> None:
    """What a crash left goes; what somebody is writing just now, and other files, stay."""
    old, fresh, other = (
        tmp_path / name for name in (".collabkit-1.part", ".collabkit-2.part", "notes.part")
    )
    for path in (old, fresh, other):
        path.write_bytes(b"half")
    an_hour_ago = time.time() - 3600
    os.utime(old, (an_hour_ago, an_hour_ago))
    os.utime(other, (an_hour_ago, an_hour_ago))
    remove_leftovers(tmp_path)
    assert names_in(tmp_path) == [".collabkit-2.part", "notes.part"]
    remove_leftovers(tmp_path, older_than=0)  # where nobody else can be writing
    assert names_in(tmp_path) == ["notes.part"]
