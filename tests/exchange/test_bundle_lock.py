"""A passphrase on a bundle, in the format of age.

``version-1-locked.collabkit`` was made without what is tried here, after the specification of age
and with Python's own scrypt; with so little work (2 to the 8th) that opening it costs nothing.
"""

import subprocess
import sys
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from bundle_samples import sample_bytes
from hostile_bundles import HOSTILE, LOCKED, PASSPHRASE

from collabkit.errors import InvalidInputError
from collabkit.exchange.bundles.age_head import read_head
from collabkit.exchange.bundles.lock import (
    WrongPassphraseError,
    is_locked,
    locked,
    unlocked,
)
from collabkit.exchange.bundles.refusals import BundleError
from collabkit.passphrases import FEWEST_CHARACTERS, WORK, check_passphrase, tidy_passphrase

MOST_MEMORY = 256 * 1024  # kilobytes


@pytest.fixture(scope="module")
def in_background() -> tuple[bytes, int]:
    """The sample locked by another thread, and how often this one came to its turn meanwhile."""
    made: list[bytes] = []
    thread = Thread(target=lambda: made.append(locked(sample_bytes(), PASSPHRASE)))
    turns = 0
    thread.start()
    while thread.is_alive():
        sleep(0.001)
        turns += 1
    return made[0], turns


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


def test_a_file_that_wants_too_much_says_what_to_do() -> None:
    """The program age makes such files; it also opens them."""
    with pytest.raises(BundleError, match="unlock it with the program “age”") as refusal:
        unlocked(HOSTILE["locked with work of 2^18"]()[0], PASSPHRASE)
    assert "more memory" in refusal.value.what


def test_everything_else_goes_on_while_a_file_is_locked(in_background: tuple[bytes, int]) -> None:
    """Such as the window, which would stand still: it came to its turn again and again."""
    assert in_background[1] > 20


def test_a_locked_file_is_opened_by_another_program(in_background: tuple[bytes, int]) -> None:
    """With the work that is always asked for, which guessing costs each time."""
    from pyrage import passphrase

    data = in_background[0]
    assert passphrase.decrypt(data, PASSPHRASE) == sample_bytes()
    assert read_head(data, WORK).work == WORK


MEMORY = f"""
import sys
from pathlib import Path
from collabkit.exchange.bundles.lock import unlocked
assert unlocked(Path(sys.argv[1]).read_bytes(), {PASSPHRASE!r})
# Not what getrusage says, which begins with the size of whoever has started this.
status = Path("/proc/self/status").read_text()
print(status.split("VmHWM:")[1].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes there")
def test_unlocking_needs_no_more_memory_than_any_file(
    in_background: tuple[bytes, int], tmp_path: Path
) -> None:
    """With the most work that is accepted."""
    path = tmp_path / "locked.collabkit"
    path.write_bytes(in_background[0])
    assert 128 * 1024 < int(told_by(MEMORY, path)) < MOST_MEMORY


LITTLE_MEMORY = f"""
import resource, sys
from pathlib import Path
import collabkit.exchange.bundles.age_format
from collabkit.errors import EnvironmentProblemError
from collabkit.exchange.bundles.lock import locked, unlocked
from collabkit.passphrases import WORK
data = Path(sys.argv[1]).read_bytes().replace(b" 8\\n", b" %d\\n" % WORK, 1)
status = Path("/proc/self/status").read_text()
most = int(status.split("VmSize:")[1].split()[0]) * 1024 + 100_000_000
resource.setrlimit(resource.RLIMIT_AS, (most, most))
for work in (lambda: unlocked(data, "otter"), lambda: locked(b"x", {PASSPHRASE!r})):
    try:
        work()
    except EnvironmentProblemError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on memory is set as on Linux")
def test_too_little_memory_has_a_sentence(tmp_path: Path) -> None:
    """And the program goes on."""
    path = tmp_path / "locked.collabkit"
    path.write_bytes(LOCKED)
    assert told_by(LITTLE_MEMORY, path).count("does not have enough free memory") == 2


def told_by(program: str, path: Path) -> str:
    """Return what a program in a process of its own prints about a file."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
