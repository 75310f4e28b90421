"""What was erased is looked for in every byte, however it is written there."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from collabkit.paths import DataFolder
from collabkit.services.erasing_needles import PIECE, Needles, pieces_of
from collabkit.services.traces import traces_of
from collabkit.storage.second_copy.lines import (
    BEGINNING,
    Change,
    Mark,
    head_of,
    line_of,
    payload_of,
    sealed,
)
from collabkit.storage.second_copy.segments import segment_path

WORDS = 'Größe "of" it\nall \\ once'  # 24 characters
AN_ID = "0f3a91c2-5b7e-4d10-8c2f-9a1b2c3d4e5f"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("what", [WORDS, AN_ID])
def test_it_is_found_in_every_way_of_writing(encoding: str, as_json: bool, what: str) -> None:
    written = json.dumps({"note": what}) if as_json else f"before {what} after"
    assert Needles([what]).found_in(b"\x00\xff" + written.encode(encoding) + b"\x00") == {what}
    assert not Needles([what]).found_in(written[:-12].encode(encoding)[:-30])


def test_it_is_found_across_two_readings(tmp_path: Path) -> None:
    """A file is read in pieces of a megabyte."""
    folder = DataFolder(tmp_path)
    for place in (1 << 20, (1 << 20) - 7):
        (tmp_path / "large").write_bytes(b"x" * place + AN_ID.encode() + b"y" * 9)
        assert traces_of(Needles([AN_ID]), folder).found == ("large",)
        (tmp_path / "large").write_bytes(b"x" * (place - 5) + WORDS.encode("utf-16-le"))
        assert traces_of(Needles([WORDS]), folder).found == ("large",)


def test_another_id_is_no_trace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(AN_ID.replace("0f3a", "1f3a"))
    proof = traces_of(Needles([AN_ID]), DataFolder(tmp_path))
    assert (proof.files, proof.found, proof.size) == (1, (), 36)


def test_long_texts_are_looked_for_in_pieces_and_short_ones_not_at_all() -> None:
    """A part of a note may be all that is left; a word or two says nothing."""
    assert pieces_of(["Yes", "We do not know"]) == ()
    pieces = pieces_of(["beginning " * 3 + "middle " * 9 + "the very end"])
    assert [len(piece) for piece in pieces] == [PIECE] * 3
    assert pieces[-1].endswith("the very end")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("spelled", ["ZOË  Canary", "zoë\nCANARY", "Zoë\u00a0canary"])
def test_a_name_is_found_in_any_letters_and_with_any_gap(
    encoding: str, as_json: bool, spelled: str
) -> None:
    """As it is found in what people wrote; what comes back is how it is spelled there."""
    written = json.dumps({"note": spelled}) if as_json else f"by{spelled}is"
    needles = Needles(names=["Zoë Canary"])
    assert needles.found_in(b"\xff" + written.encode(encoding)) == {spelled}
    assert not needles.found_in("Zoë and Canary".encode(encoding))


def test_a_name_is_found_across_two_readings(tmp_path: Path) -> None:
    """Also one with a wide gap."""
    folder = DataFolder(tmp_path)
    for back in range(1, 60, 7):
        data = b"x" * ((1 << 20) - back) + ("zoë" + " " * 9 + "CANARY").encode("utf-16-le") + b"y"
        (tmp_path / "large").write_bytes(data)
        assert traces_of(Needles(names=["Zoë Canary"]), folder).found == ("large",)


def test_what_was_to_stay_is_no_trace(tmp_path: Path) -> None:
    """Only another spelling is."""
    (tmp_path / "stays").write_text("We are planning")
    (tmp_path / "trace").write_text("We asked ANN")
    proof = traces_of(
        Needles(names=["Ann"]), DataFolder(tmp_path), still_said=lambda _found: frozenset({"ann"})
    )
    assert proof.found == ("trace",)
    assert proof.is_still_said


LONG = [("+", "response", ("sheet", "POW-1", "3", WORDS + " and so on" * 200))]


def log_of(folder: DataFolder, payload: str) -> Path:
    """Write a log of one change."""
    start = Mark(0, BEGINNING)
    path = segment_path(folder, start)
    path.parent.mkdir()
    path.write_bytes(head_of(start, 5) + line_of(Change(start.after(payload), payload)) + bytes(9))
    return path


def test_what_is_compressed_in_the_log_is_found(tmp_path: Path) -> None:
    """Byte by byte nothing of it is to be seen."""
    folder = DataFolder(tmp_path)
    payload = payload_of(LONG, datetime.now(UTC))
    path = log_of(folder, payload)
    assert payload.startswith("z")
    assert traces_of(Needles([WORDS]), folder).found == (str(path.relative_to(tmp_path)),)
    path.write_bytes(path.read_bytes().replace(payload[50:60].encode(), b"0" * 10))
    proof = traces_of(Needles([WORDS]), folder)
    assert (proof.found, proof.unread) == ((), (str(path.relative_to(tmp_path)),))


def test_what_is_sealed_is_found_with_the_key_only(tmp_path: Path) -> None:
    """Nobody says of a file that cannot be opened that nothing is in it."""
    pytest.importorskip("sqlcipher3")
    from collabkit.storage.locking.data_key import DataKey, KeyRing
    from collabkit.storage.locking.sealing import LineSeal
    from collabkit.storage.locking.small_files import write_small
    from collabkit.storage.locking.unlocked_folder import UnlockedFolder

    key = DataKey(bytes(range(32)))
    unlocked = UnlockedFolder(tmp_path, KeyRing(key))
    log_of(unlocked, sealed(payload_of(LONG, datetime.now(UTC)), 1, LineSeal(key)))
    write_small(tmp_path / "small.json", json.dumps([WORDS]).encode(), unlocked)
    files = (str(Path("changes", "000000000000.log")), "small.json")
    assert traces_of(Needles([WORDS]), unlocked).found == files
    proof = traces_of(Needles([WORDS]), DataFolder(tmp_path))
    assert (proof.found, proof.unread) == ((), files)
