"""Typed text: words stay as they are, control characters do not come in."""

import sys
import unicodedata
from collections.abc import Callable

import pytest

from collabkit.typed_text import clean_line, clean_text

EVERY_CONTROL = "".join(
    chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cc"
)


def test_no_control_character_comes_into_a_line() -> None:
    """Line ends and tabs become spaces, so that words do not run together."""
    assert clean_line(f"a{EVERY_CONTROL}b").replace(" ", "") == "ab"
    assert clean_line("Tea\tand\ncake\r\nfor\rall") == "Tea and cake for all"


def test_only_line_ends_and_tabs_come_into_a_text() -> None:
    """A note keeps its lines, whichever program they were copied from."""
    kept = clean_text(f"a{EVERY_CONTROL}b")
    assert [c for c in kept if unicodedata.category(c) == "Cc"] == ["\t", "\n", "\n"]
    assert clean_text("one\r\ntwo\rthree\n\tfour") == "one\ntwo\nthree\n\tfour"


@pytest.mark.parametrize("clean", [clean_line, clean_text])
@pytest.mark.parametrize("text", ["", "Tŷ Gŵyl", " two  spaces ", "£5 – “yes”", "👩‍👧", "شكرا"])
def test_everything_else_stays_as_it_was_written(clean: Callable[[str], str], text: str) -> None:
    """No letter, sign, joiner or space is anybody else's to change."""
    assert clean(text) == text
