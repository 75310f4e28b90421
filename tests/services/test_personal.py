"""What somebody writes for their own eyes stays out of the database and everything made of it."""

import json
import os
from pathlib import Path

import pytest
from beginnings import start

from collabkit.assessments.assessment import Response
from collabkit.errors import DataRefusedError, EnvironmentProblemError, InvalidInputError
from collabkit.services import Services

WORDS = "What I would never say aloud, ŵ"


@pytest.fixture
def sheet(services: Services) -> tuple[str, str]:
    """An assessment with private prompts, and its one sheet."""
    assessment = start(services, "power-inventory")
    return assessment.id, services.assessments.participants(assessment.id)[0].id


def file_of(services: Services, sheet: tuple[str, str]) -> Path:
    return services.folder.personal / f"{sheet[1]}.json"


def test_words_come_back_and_can_be_taken_away(services: Services, sheet: tuple[str, str]) -> None:
    """Statement by statement; with the last the file goes."""
    first, second, *_others = services.personal.prompts(sheet[0])
    assert services.personal.read(*sheet) == {}
    services.personal.keep(*sheet, first.id, WORDS + "\x00\r\nand on")
    services.personal.keep(*sheet, second.id, "More")
    kept = {first.id: WORDS + "\nand on", second.id: "More"}
    assert services.personal.read(*sheet) == kept
    services.personal.keep(*sheet, first.id, "  ")
    assert services.personal.read(*sheet) == {second.id: "More"}
    services.personal.keep(*sheet, second.id, "")
    assert services.personal.read(*sheet) == {}
    assert not file_of(services, sheet).exists()


def test_everything_can_be_forgotten(services: Services, sheet: tuple[str, str]) -> None:
    """Twice is harmless."""
    services.personal.keep(*sheet, "INV-P1", WORDS)
    for _again in range(2):
        services.personal.forget(*sheet)
        assert services.personal.read(*sheet) == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_nobody_else_may_read_the_file(services: Services, sheet: tuple[str, str]) -> None:
    """On this computer either."""
    services.personal.keep(*sheet, "INV-P1", WORDS)
    assert file_of(services, sheet).stat().st_mode & 0o777 == 0o600
    assert services.folder.personal.stat().st_mode & 0o777 == 0o700


def test_the_words_are_nowhere_else(services: Services, sheet: tuple[str, str]) -> None:
    """Neither in the database or its copy, nor in what is worked out."""
    services.personal.keep(*sheet, "INV-P1", WORDS)
    picture = services.results.picture(sheet[0])
    assert WORDS not in repr(picture.told)
    assert "INV-P1" not in picture.assessment.asked
    services.close()
    others = [
        path
        for path in services.folder.root.rglob("*")
        if path.is_file() and WORDS.encode() in path.read_bytes()
    ]
    assert others == [file_of(services, sheet)]


def test_a_private_answer_is_refused_by_the_database(
    services: Services, sheet: tuple[str, str]
) -> None:
    """Whoever calls it by mistake."""
    pack = services.packs.read("power-inventory")
    with pytest.raises(InvalidInputError, match="your own eyes"):
        services.responses.record(
            pack, Response(sheet[1], "INV-P1", note=WORDS), lambda _problem: None
        )


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", b"\xff", b"[]", b'{"INV-P1": 3}', b"[" * 100_000, b" " * 1_000_001]
)
def test_a_damaged_file_is_left_as_it_is(
    services: Services, sheet: tuple[str, str], data: bytes
) -> None:
    """With a sentence; only forgetting takes it away."""
    services.folder.personal.mkdir()
    file_of(services, sheet).write_bytes(data)
    with pytest.raises(DataRefusedError, match="exactly as it is"):
        services.personal.read(*sheet)
    with pytest.raises(DataRefusedError, match="exactly as it is"):
        services.personal.keep(*sheet, "INV-P1", WORDS)
    assert file_of(services, sheet).read_bytes() == data
    services.personal.forget(*sheet)
    assert services.personal.read(*sheet) == {}


def test_what_does_not_fit_is_refused(services: Services, sheet: tuple[str, str]) -> None:
    """A text without end, a statement for all eyes, half a character."""
    for item_id, text, sentence in (
        ("INV-P1", "x" * 4_001, "below 4000"),
        ("INV-1a", WORDS, "does not belong"),
        ("INV-P1", "\ud800", "half a character"),
    ):
        with pytest.raises(InvalidInputError, match=sentence):
            services.personal.keep(*sheet, item_id, text)
    assert services.personal.read(*sheet) == {}


def test_an_unknown_sheet_is_a_key_error(services: Services, sheet: tuple[str, str]) -> None:
    """No path leads out of the folder."""
    for name in ("nobody", "../collabkit", sheet[1].upper() + "x"):
        with pytest.raises(KeyError):
            services.personal.read(sheet[0], name)


def test_a_folder_in_the_way_has_a_sentence(services: Services, sheet: tuple[str, str]) -> None:
    """Nothing is written then."""
    services.folder.personal.write_text("a file")
    with pytest.raises(EnvironmentProblemError):
        services.personal.keep(*sheet, "INV-P1", WORDS)
    assert services.folder.personal.read_text() == "a file"


def test_the_file_is_plain_enough_to_be_read_without_the_program(
    services: Services, sheet: tuple[str, str]
) -> None:
    """Statements and words."""
    services.personal.keep(*sheet, "INV-P1", WORDS)
    assert json.loads(file_of(services, sheet).read_text(encoding="utf-8")) == {"INV-P1": WORDS}
