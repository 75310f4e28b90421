"""Locked data on the command line."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from collabkit.cli import main
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.locking import RecoveryCode, new_code, switch_on
from collabkit.services.sample import ensure_sample

pytest.importorskip("sqlcipher3")

PASSPHRASE = "otter velvet compass rain"
LITTLE = 2  # 2 to this power: guessing would cost nothing, and neither do the tests


@pytest.fixture(scope="module")
def code() -> RecoveryCode:
    return new_code()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, code: RecoveryCode) -> DataFolder:
    """A locked folder with the sample charity."""
    folder = DataFolder(tmp_path_factory.mktemp("locked") / "data")
    services = open_services(folder)
    ensure_sample(services, date(2026, 11, 22))
    services.close()
    switch_on(folder, PASSPHRASE, code, LITTLE)
    return folder


def run(folder: DataFolder, *words: str) -> int:
    return main([*words, "--data-dir", str(folder.root)])


def test_without_the_passphrase_a_sentence_says_what_to_do(
    folder: DataFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody can be asked, as in a script."""
    monkeypatch.setattr(sys, "stdin", None)
    for words in (("list",), ("check",), ("backup",), ("restore", "latest", "--yes")):
        assert run(folder, *words) == 2
        told = capsys.readouterr()
        assert "--unlock-file FILE" in told.err
        assert "Sample" not in told.out


@pytest.mark.parametrize("with_code", [False, True])
def test_a_file_unlocks_with_passphrase_or_code(
    folder: DataFolder,
    code: RecoveryCode,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    with_code: bool,
) -> None:
    """In its first line, wherever the option stands; the passphrase itself is never an argument."""
    secret = tmp_path / "secret.txt"
    secret.write_text(f"{code if with_code else PASSPHRASE}\nmore\n", encoding="utf-8")
    assert run(folder, "list", "--unlock-file", str(secret)) == 0
    assert "Sample" in capsys.readouterr().out
    assert run(folder, "--unlock-file", str(secret), "check", "--full") == 0
    assert "FAILED" not in capsys.readouterr().out
    secret.write_text("another passphrase altogether", encoding="utf-8")
    assert run(folder, "list", "--unlock-file", str(secret)) == 2
    assert "does not open your data" in capsys.readouterr().err


def test_copies_of_locked_data_are_locked_and_can_be_put_back(
    folder: DataFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a memory stick too."""
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    stick = tmp_path / "stick.db"
    unlock = ("--unlock-file", str(secret))
    assert run(folder, "backup", *unlock) == 0
    assert run(folder, "backup", "--to", str(stick), *unlock) == 0
    assert b"Sample" not in stick.read_bytes()
    assert run(folder, "restore", str(stick), "--yes", *unlock) == 0
    assert run(folder, "restore", "latest", "--yes", *unlock) == 0
    assert "was put back" in capsys.readouterr().out
    assert run(folder, "list", *unlock) == 0
    assert b"Sample" not in b"".join(
        path.read_bytes() for path in folder.root.rglob("*") if path.is_file()
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_on_a_terminal_the_passphrase_is_asked_for_and_not_shown(folder: DataFolder) -> None:
    """A wrong one may be followed by the right one."""
    import pty

    command = [sys.executable, "-m", "collabkit", "list", "--data-dir", str(folder.root)]
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    shown = b""
    for asked, typed in enumerate(("not this one at all", PASSPHRASE), 1):
        while shown.count(b"recovery code): ") < asked:
            shown += os.read(ours, 1000)
        os.write(ours, f"{typed}\n".encode())
    out, _errors = child.communicate(timeout=20)
    assert child.returncode == 0
    os.close(ours)
    assert b"Sample" in out
    assert b"does not open your data" in shown
    assert PASSPHRASE.encode() not in shown + out
