"""Text that any file can hold: what people type is kept, what nobody types is left out."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.reports.plain_text import plain_line, plain_text

LINE_ENDS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", LINE_ENDS)
def test_every_line_end_is_a_newline(end: str) -> None:
    """So that no program breaks a line where another does not."""
    assert plain_text(f"one{end}two{end}{end}three") == "one\ntwo\n\nthree"
    assert plain_line(f" one{end}two\t three ") == "one two three"


def test_no_other_control_character_is_left() -> None:
    """Of all of Unicode; tabs stay."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    kept = [c for c in plain_text(every) if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    assert set(kept) == {"\n", "\t"}
    plain_text(every).encode()


def test_half_a_character_leaves_a_sign() -> None:
    """It cannot be written, but something was there."""
    assert plain_text("a\ud800b\udfffc\ufffed\uffff") == "a\ufffdb\ufffdc\ufffdd\ufffd"


@given(text=st.text())
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    """Doing it twice changes nothing more."""
    plain = plain_text(text)
    assert plain_text(plain) == plain
    letters = [c for c in text if unicodedata.category(c) not in {"Cc", "Zl", "Zp"}]
    assert [c for c in plain if c not in "\n\t\ufffd"] == [
        c for c in letters if c not in "\ufffd\ufffe\uffff"
    ]
