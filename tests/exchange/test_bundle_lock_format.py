"""The format of age is written and read as others write and read it.

``version-1-locked-by-pyrage.collabkit`` was made once by pyrage, which chooses the amount of work
by the clock; the clock was turned so that it chose little. pyrage is the Rust edition of age, and
shares no code with what is tried here.
"""

import random

import pytest
from broken_chunks import BROKEN, FILE_KEY, NONCE, WHOLE
from bundle_samples import PACKS, sample_bytes
from hostile_bundles import PASSPHRASE

from collabkit.exchange.bundles.age_format import (
    CHUNK,
    data_in,
    head_of,
    locked_with,
    payload_of,
    unlocked_with,
)
from collabkit.exchange.bundles.age_head import AgeError, Fault, read_head
from collabkit.exchange.bundles.lock import unlocked

BY_PYRAGE = PACKS.parent / "bundles" / "version-1-locked-by-pyrage.collabkit"
SECRET = PASSPHRASE.encode()
LITTLE = 10  # work, for quick tests


def noise(size: int) -> bytes:
    """Return as many bytes, of which no two parts are alike; the same every time."""
    return random.Random(size).randbytes(size)


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
def test_another_program_unlocks_what_is_locked(size: int) -> None:
    """Around the size of a chunk, and so do we."""
    from pyrage import passphrase

    data = noise(size)
    locked = locked_with(SECRET, data, LITTLE)
    assert passphrase.decrypt(locked, PASSPHRASE) == data
    assert unlocked_with(SECRET, locked, LITTLE) == data


def test_what_another_program_has_locked_is_unlocked() -> None:
    """By the public function, within its limits."""
    assert unlocked(BY_PYRAGE.read_bytes(), PASSPHRASE) == sample_bytes()


@pytest.mark.parametrize("what", WHOLE)
def test_whole_chunks_are_read_and_written_the_same(what: str) -> None:
    """Byte for byte, if key and nonce are the same."""
    payload, data = WHOLE[what]
    assert data_in(payload, FILE_KEY) == data
    assert payload_of(data, FILE_KEY, NONCE) == payload


@pytest.mark.parametrize("what", BROKEN)
def test_nothing_at_all_comes_of_broken_chunks(what: str) -> None:
    with pytest.raises(AgeError):
        data_in(BROKEN[what], FILE_KEY)


@pytest.mark.parametrize("what", BROKEN)
def test_another_program_refuses_them_too(what: str) -> None:
    """Under a sound head, with the right passphrase."""
    from pyrage import DecryptError, passphrase

    with pytest.raises(DecryptError):
        passphrase.decrypt(head_of(FILE_KEY, SECRET, NONCE, 1) + BROKEN[what], PASSPHRASE)


def test_nothing_random_is_used_twice() -> None:
    """The same bytes with the same passphrase never make the same file."""
    files = [locked_with(SECRET, b"x" * 100, 1) for _time in range(3)]
    heads = [read_head(file, 1) for file in files]
    assert len({head.salt for head in heads}) == 3
    assert len({head.wrapped for head in heads}) == 3
    assert len({file[head.size :][:16] for file, head in zip(files, heads, strict=True)}) == 3


def test_too_much_work_is_refused_before_it_begins() -> None:
    """Two to the 99th could not be begun."""
    locked = locked_with(SECRET, b"x", 1)
    for work in (2, 18, 99):
        with pytest.raises(AgeError) as refusal:
            unlocked_with(SECRET, locked.replace(b" 1\n", b" %d\n" % work, 1), 1)
        assert refusal.value.fault is Fault.TOO_MUCH_WORK


def test_a_changed_bit_is_found_wherever_it_is() -> None:
    """In the head, in a chunk or in what authenticates one."""
    locked = locked_with(SECRET, noise(300), 1)
    for at in range(len(locked)):
        changed = bytearray(locked)
        changed[at] ^= 1
        with pytest.raises(AgeError):
            unlocked_with(SECRET, bytes(changed), 4)


def test_a_file_that_is_cut_anywhere_is_refused() -> None:
    """Also between two chunks; in the head it is known to be cut."""
    locked = locked_with(SECRET, noise(CHUNK + 100), 1)
    size = read_head(locked, 1).size
    for end in [*range(len(b"age-encryption.org/v1\n"), size + 40), size + 16 + CHUNK + 16]:
        with pytest.raises(AgeError) as refusal:
            unlocked_with(SECRET, locked[:end], 1)
        if end < size + 32:
            assert refusal.value.fault is Fault.CUT_OFF
