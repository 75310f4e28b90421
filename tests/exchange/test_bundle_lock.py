"""A passphrase on a bundle, in the format of age.

``version-1-locked.collabkit`` was made without the library that is used here: with Python's own
scrypt and the library ``cryptography``, after the specification of age, and with so little work
(2 to the 8th) that opening it costs nothing.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from bundle_samples import sample_bytes
from hostile_bundles import LOCKED, PASSPHRASE

from collabkit.errors import InvalidInputError
from collabkit.exchange.bundles.lock import (
    FEWEST_CHARACTERS,
    MOST_WORK,
    WrongPassphraseError,
    check_passphrase,
    is_locked,
    tidy_passphrase,
    unlocked,
)


def test_a_file_of_another_program_is_unlocked() -> None:
    """The format is that of age, and not only what one library makes of it."""
    assert is_locked(LOCKED)
    assert not is_locked(sample_bytes())
    assert unlocked(LOCKED, PASSPHRASE) == sample_bytes()


@pytest.mark.parametrize(
    "typed",
    ["velvet otter W\u0302y compass", " velvet otter Ŵy compass\n", "\tvelvet otter Ŵy compass  "],
    ids=["accents apart", "a line", "spaces around"],
)
def test_the_same_passphrase_on_another_keyboard(typed: str) -> None:
    """Accents that are typed apart, and what nobody sees around it, make no difference."""
    assert unlocked(LOCKED, typed) == sample_bytes()


@pytest.mark.parametrize("typed", ["", "velvet otter", "Velvet otter Ŵy compass", "velvet  otter"])
def test_a_wrong_passphrase_is_told_and_can_be_tried_again(typed: str) -> None:
    """The sentence does not say what was typed."""
    with pytest.raises(WrongPassphraseError, match="does not open the file") as refusal:
        unlocked(LOCKED, typed)
    assert "velvet" not in str(refusal.value)
    assert refusal.value.__cause__ is None
    assert refusal.value.__context__ is None


def test_a_passphrase_of_half_a_character_is_only_wrong() -> None:
    """It can come from the clipboard, and the library does not know what to do with it."""
    with pytest.raises(WrongPassphraseError):
        unlocked(LOCKED, "velvet otter \ud800 compass")


def test_a_short_passphrase_is_not_taken() -> None:
    """With advice; spaces around do not count, and nothing but the length does."""
    for short in ("", "x" * (FEWEST_CHARACTERS - 1), " " * 50, f"{' ' * 20}otter{' ' * 20}"):
        with pytest.raises(InvalidInputError, match="Four words"):
            check_passphrase(short)
    with pytest.raises(InvalidInputError, match="at most"):
        check_passphrase("x" * 1_001)
    check_passphrase("x" * FEWEST_CHARACTERS)
    check_passphrase("otter compass velvet rain")


def test_inner_spaces_and_capitals_stay() -> None:
    """They are part of what was chosen."""
    assert tidy_passphrase(" Two  spaces ") == "Two  spaces"


LITTLE_MEMORY = f"""
import resource, sys
from pathlib import Path
from collabkit.errors import EnvironmentProblemError
from collabkit.exchange.bundles.lock import locked, unlocked
data = Path(sys.argv[1]).read_bytes().replace(b" 8\\n", b" {MOST_WORK}\\n", 1)
resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))
for work in (lambda: unlocked(data, "otter"), lambda: locked(b"x", "velvet otter compass")):
    try:
        work()
    except EnvironmentProblemError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on memory is set as on Linux")
def test_too_little_memory_has_a_sentence(tmp_path: Path) -> None:
    """The library would end the whole program."""
    path = tmp_path / "locked.collabkit"
    path.write_bytes(LOCKED)
    done = subprocess.run(
        [sys.executable, "-c", LITTLE_MEMORY, str(path)], capture_output=True, text=True
    )
    assert done.stdout.count("does not have enough free memory") == 2, done.stderr
