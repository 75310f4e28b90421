"""What was erased is looked for in every byte, however it is written there."""

import json
from pathlib import Path

import pytest

from collabkit.paths import DataFolder
from collabkit.services.traces import PIECE, Needles, pieces_of, traces_of

WORDS = 'Größe "of" it\nall \\ once'  # 24 characters
AN_ID = "0f3a91c2-5b7e-4d10-8c2f-9a1b2c3d4e5f"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("what", [WORDS, AN_ID])
def test_it_is_found_in_every_way_of_writing(encoding: str, as_json: bool, what: str) -> None:
    written = json.dumps({"note": what}) if as_json else f"before {what} after"
    assert Needles([what]).are_in(b"\x00\xff" + written.encode(encoding) + b"\x00")
    assert not Needles([what]).are_in(written[:-12].encode(encoding)[:-30])


def test_it_is_found_across_two_readings(tmp_path: Path) -> None:
    """A file is read in pieces of a megabyte."""
    folder = DataFolder(tmp_path)
    for place in (1 << 20, (1 << 20) - 7):
        (tmp_path / "large").write_bytes(b"x" * place + AN_ID.encode() + b"y" * 9)
        assert traces_of([AN_ID], folder).found == ("large",)
        (tmp_path / "large").write_bytes(b"x" * (place - 5) + WORDS.encode("utf-16-le"))
        assert traces_of([WORDS], folder).found == ("large",)


def test_another_id_is_no_trace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(AN_ID.replace("0f3a", "1f3a"))
    proof = traces_of([AN_ID], DataFolder(tmp_path))
    assert (proof.files, proof.found, proof.size) == (1, (), 36)


def test_long_texts_are_looked_for_in_pieces_and_short_ones_not_at_all() -> None:
    """A part of a note may be all that is left; a word or two says nothing."""
    assert pieces_of(["Yes", "We do not know"]) == ()
    pieces = pieces_of(["beginning " * 3 + "middle " * 9 + "the very end"])
    assert [len(piece) for piece in pieces] == [PIECE] * 3
    assert pieces[-1].endswith("the very end")
