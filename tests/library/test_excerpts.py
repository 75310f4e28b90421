"""What was found is shown with its surroundings, and the words that were looked for are marked."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabkit.library.excerpts import excerpt, highlighted

LONG = "Some words come before. " * 20 + "Then partners share the café. " + "And more. " * 30


def marked(found) -> list[str]:
    return [found.text[span.start : span.end] for span in found.spans]


def test_matches_are_marked():
    """Whole words, also where only their beginning was typed."""
    assert marked(highlighted("Fair shares for a fairer charity", "fair charities")) == [
        "Fair",
        "fairer",
        "charity",
    ]


def test_short_text_is_shown_whole():
    """Nothing is cut that need not be."""
    found = excerpt("Partners share.", "share")
    assert found.text == "Partners share."
    assert marked(found) == ["share"]


def test_long_text_is_cut_around_the_first_match():
    """The match is in sight, with signs of what was left out, and cut between words."""
    found = excerpt(LONG, "cafe")
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert marked(found) == ["café"]
    assert set(found.text.strip("…").split()) <= set(LONG.split())


def test_piece_with_most_of_the_words_is_shown():
    """Words that stand together say more than the first of them alone."""
    text = "Small things first. " + "And so on. " * 30 + "There were small grants."
    assert marked(excerpt(text, "small grants")) == ["small", "grants"]
    assert marked(excerpt(text, "small")) == ["Small"]


def test_without_a_match_the_beginning_is_shown():
    """The match may be in the title."""
    found = excerpt(LONG, "zebra", longest=23)
    assert found.text == "Some words come before.…"
    assert found.spans == ()


@pytest.mark.parametrize("typed", ["", "(", "a" * 10_000])
def test_anything_may_be_typed(typed):
    """Nothing breaks."""
    assert excerpt(LONG, typed).spans == ()


@given(
    st.text(st.sampled_from(string.ascii_lowercase + "  .-'é"), max_size=200),
    st.text(st.sampled_from(string.ascii_lowercase + " é"), max_size=6),
    st.integers(10, 60),
)
def test_excerpts_are_pieces_with_marks_inside(text, typed, longest):
    """Whatever the text: a piece of it, short enough, with the marks inside and in order."""
    found = excerpt(text, typed, longest)
    piece = found.text.removeprefix("…").removesuffix("…")
    assert piece in text
    assert len(piece) <= longest
    ends = [0] + [span.end for span in found.spans]
    assert all(end <= s.start < s.end for end, s in zip(ends, found.spans, strict=False))
    assert ends[-1] <= len(found.text)
