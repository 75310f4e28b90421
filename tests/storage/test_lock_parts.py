"""The parts of the lock: recovery code, key file, seals."""

import json
import pickle
import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.storage.locking.data_key import DataKey, KeyRing, Purpose
from collabkit.storage.locking.key_file import (
    KeyFileError,
    NewerKeyFileError,
    WrongSecretError,
    as_bytes,
    new_key_file,
    opened_by_code,
    opened_by_passphrase,
    read_key_file,
    with_code,
    with_passphrase,
    without_former,
)
from collabkit.storage.locking.recovery_code import (
    GROUP,
    GROUPS,
    NoRecoveryCodeError,
    RecoveryCode,
    new_code,
    read_code,
)
from collabkit.storage.locking.sealing import FileSeal, LineSeal, SealBrokenError, is_sealed

PASSPHRASE = "otter velvet compass rain"
LITTLE = 4  # 2 to this power: guessing would cost nothing, and neither do the tests
CODE = new_code()
RING = KeyRing(DataKey.new(), (DataKey.new(),))
FILE = new_key_file(RING, PASSPHRASE, CODE, LITTLE)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_is_read_as_it_is_shown() -> None:
    """Seven groups of five, for a sheet of paper."""
    shown = str(CODE)
    assert [len(group) for group in shown.split()] == [GROUP] * GROUPS
    assert read_code(shown) == CODE
    assert len({str(new_code()) for _ in range(50)}) == 50


HANDS: dict[str, Callable[[str], str]] = {
    "small": str.lower,
    "in one": lambda shown: shown.replace(" ", ""),
    "dashes": lambda shown: shown.replace(" ", " - "),
    "o and l": lambda shown: shown.replace("0", "o").replace("1", "l"),
    "O and I": lambda shown: shown.replace("0", "O").replace("1", "I"),
    "spaces around": lambda shown: f"\n {shown}\u00a0\t",
}


@pytest.mark.parametrize("hand", HANDS)
def test_a_code_may_be_typed_as_hands_and_eyes_will(hand: str) -> None:
    """Case, grouping, and letters that look like figures make no difference."""
    for code in (CODE, *(new_code() for _ in range(20))):
        assert read_code(HANDS[hand](str(code))) == code


@given(st.integers(0, GROUPS * GROUP - 1), st.sampled_from(SIGNS))
def test_every_wrong_sign_is_found_and_its_group_told(place: int, sign: str) -> None:
    """Whichever sign it is, whatever stands there instead."""
    signs = CODE.signs
    if signs[place] == sign:
        assert read_code(signs) == CODE
        return
    with pytest.raises(NoRecoveryCodeError, match=f"group {place // GROUP + 1} "):
        read_code(signs[:place] + sign + signs[place + 1 :])


@pytest.mark.parametrize("place", range(GROUPS * GROUP - 1))
def test_two_signs_that_changed_places_are_found(place: int) -> None:
    """The slip that hands make most, after a wrong sign."""
    signs = new_code().signs
    while signs[place] == signs[place + 1]:
        signs = new_code().signs
    with pytest.raises(NoRecoveryCodeError):
        read_code(signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :])


def test_groups_in_another_order_are_found() -> None:
    """Each group knows its place."""
    groups = str(CODE).split()
    with pytest.raises(NoRecoveryCodeError, match="groups 2, 3 "):
        read_code(" ".join([groups[0], groups[2], groups[1], *groups[3:]]))


def test_what_is_no_code_is_told() -> None:
    """Too short, too long, or with signs that no code has."""
    for typed in ("", "otter velvet", str(CODE)[:-1], f"{CODE} 2", "é" * 35):
        with pytest.raises(NoRecoveryCodeError):
            read_code(typed)


def test_both_ways_lead_to_the_same_keys() -> None:
    """What the passphrase opens, the code opens too, read back from bytes."""
    file = read_key_file(as_bytes(FILE))
    assert opened_by_passphrase(file, f" {PASSPHRASE}\n") == RING
    assert opened_by_code(file, CODE) == RING


def test_nothing_else_opens_it() -> None:
    """Neither another passphrase nor another code."""
    with pytest.raises(WrongSecretError):
        opened_by_passphrase(FILE, PASSPHRASE.upper())
    with pytest.raises(WrongSecretError):
        opened_by_code(FILE, new_code())


def test_another_passphrase_leaves_the_code() -> None:
    """And the other way round."""
    file = with_passphrase(FILE, RING.key, "four quite other words")
    assert opened_by_passphrase(file, "four quite other words") == RING
    assert opened_by_code(file, CODE) == RING
    with pytest.raises(WrongSecretError):
        opened_by_passphrase(file, PASSPHRASE)
    code = new_code()
    file = with_code(FILE, RING.key, code)
    assert opened_by_passphrase(file, PASSPHRASE) == opened_by_code(file, code) == RING
    with pytest.raises(WrongSecretError):
        opened_by_code(file, CODE)


def test_former_keys_go_when_nothing_needs_them() -> None:
    """The present key stays."""
    assert opened_by_passphrase(without_former(FILE), PASSPHRASE) == KeyRing(RING.key)


def test_no_key_stands_in_the_file() -> None:
    """Neither as bytes nor as text."""
    data = as_bytes(FILE)
    for key in (RING.key, *RING.former):
        for purpose in Purpose:
            if purpose is not Purpose.NAME:
                assert key.derived(purpose).hex().encode() not in data
        assert key.secret not in data
        assert key.secret.hex().encode() not in data
    assert CODE.secret not in data


def test_every_flipped_bit_is_noticed() -> None:
    """Before anybody types a passphrase in vain."""
    data = as_bytes(FILE)
    for place in range(len(data)):
        for bit in (0, 3, 5):
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            with pytest.raises(KeyFileError):
                read_key_file(bytes(flipped))
    for length in range(0, len(data), 7):
        with pytest.raises(KeyFileError):
            read_key_file(data[:length])


def changed(**said: object) -> bytes:
    """The file with other words and a digest that fits them."""
    from collabkit.storage.locking.key_file import _digest

    whole = {**json.loads(as_bytes(FILE)), **said}
    del whole["digest"]
    return (json.dumps({**whole, "digest": _digest(whole)}, indent=1) + "\n").encode()


def test_a_later_version_is_told_from_a_damaged_one() -> None:
    """A newer collabkit can open it."""
    with pytest.raises(NewerKeyFileError):
        read_key_file(changed(version=2))


@pytest.mark.parametrize(
    "said",
    [
        {"what": "shopping"},
        {"passphrase": {"scrypt": 40, "salt": "", "wrapped": ""}},
        {"passphrase": {"scrypt": True, "salt": "", "wrapped": ""}},
        {"passphrase": {"scrypt": 4, "salt": "!", "wrapped": ""}},
        {"passphrase": []},
        {"former": [1]},
        {"more": "of it"},
    ],
)
def test_a_file_that_says_something_else_is_refused(said: dict[str, object]) -> None:
    """Whoever wrote it can work out a digest."""
    with pytest.raises(KeyFileError):
        read_key_file(changed(**said))


def test_guessing_cannot_be_made_cheaper() -> None:
    """The work is authenticated: with another figure not even the passphrase opens the file."""
    said = json.loads(as_bytes(FILE))["passphrase"]
    file = read_key_file(changed(passphrase={**said, "scrypt": 3}))
    with pytest.raises(WrongSecretError):
        opened_by_passphrase(file, PASSPHRASE)


@pytest.mark.parametrize(
    "data", [b"", b"[" * 30_000, b"{}", b"\xff" * 100, b"null", b'{"digest":1}']
)
def test_any_bytes_have_an_answer(data: bytes) -> None:
    """A file of anybody."""
    with pytest.raises(KeyFileError):
        read_key_file(data)


def test_a_key_shows_itself_nowhere() -> None:
    """Not in a message, not in a traceback, not in a file."""
    assert RING.key.secret.hex() not in repr(RING) + str(RING.key) + f"{RING.key}"
    assert CODE.signs not in repr(CODE)
    assert repr(RecoveryCode("A")) == "RecoveryCode(…)"
    with pytest.raises(TypeError):
        pickle.dumps(RING.key)
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"short")


def test_no_two_purposes_share_a_key() -> None:
    """Whatever one part gives away does not help with another."""
    assert len({RING.key.derived(purpose) for purpose in Purpose}) == len(Purpose)
    assert set(RING.key.name) <= set(string.hexdigits)
    assert RING.key.name != DataKey.new().name


@given(st.integers(0, 10**9), st.binary(max_size=200))
def test_a_line_is_opened_in_its_place_alone(number: int, line: bytes) -> None:
    """Moved to another number, changed in one bit or cut off, it does not open."""
    seal = LineSeal(RING.key)
    sealed = seal.seal(number, line)
    assert seal.open(number, sealed) == line
    assert seal.seal(number, line) != sealed
    for broken in (sealed[:-1], bytes([sealed[0] ^ 1]) + sealed[1:], b"", sealed[:5]):
        with pytest.raises(SealBrokenError):
            seal.open(number, broken)
    with pytest.raises(SealBrokenError):
        seal.open(number + 1, sealed)
    with pytest.raises(SealBrokenError):
        LineSeal(DataKey.new()).open(number, sealed)


def test_a_file_is_opened_under_its_name_alone() -> None:
    """What one person wrote cannot be laid under the name of another."""
    seal = FileSeal(RING.key)
    sealed = seal.seal("one.json", b"words")
    assert is_sealed(sealed)
    assert not is_sealed(b"words")
    assert b"words" not in sealed
    assert seal.open("one.json", sealed) == b"words"
    for name, data in (("two.json", sealed), ("one.json", sealed[:-1]), ("one.json", b"words")):
        with pytest.raises(SealBrokenError):
            seal.open(name, data)
