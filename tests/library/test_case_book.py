"""Stories are chosen by what they are about."""

import pytest

from collabkit.library.cases import builtin_cases

BOOK = builtin_cases()


def test_no_wish_finds_all():
    """Filters that are left open hide nothing."""
    assert BOOK.cases_with() == BOOK.cases
    assert BOOK.examples_with() == BOOK.examples


def test_wishes_narrow_each_other():
    """Every wish has to be met."""
    found = BOOK.cases_with(theme="HON", role="subcontractor", size="major")
    assert [case.id for case in found] == ["R3", "R6"]
    assert [case.id for case in BOOK.cases_with(kind="fundraising", size="large")] == ["B4"]


def test_situation_sets_the_order():
    """What helps most in a situation comes first, not what comes first in the file."""
    assert [case.id for case in BOOK.cases_with(situation="quick-result")] == ["B9", "B4"]
    assert [case.id for case in BOOK.cases_with(situation="quick-result", theme="POW")] == ["B4"]


def test_examples_of_a_theme_in_a_situation():
    """Short examples have themes and situations only."""
    assert [e.id for e in BOOK.examples_with(theme="EMP")] == ["EX-2"]
    assert BOOK.examples_with(theme="EMP", situation="stepping-back") == ()


def test_unknown_key_finds_nothing():
    """A theme that does not exist has no stories."""
    assert BOOK.cases_with(theme="XYZ") == ()


@pytest.mark.parametrize("find", [BOOK.case, BOOK.example, BOOK.situation])
def test_unknown_name_is_an_error(find):
    """A link that leads nowhere is noticed."""
    with pytest.raises(KeyError):
        find("R99")
