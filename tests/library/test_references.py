"""Pointers from the library into packs are well-formed and name their pack."""

import re

import pytest

from collabkit.library.references import pack_of, references

FOUND = tuple(references())
ID = re.compile(r"[A-Z]{3,4}-(?:[a-j]|[1-9]\d?(?:\.[1-9]\d?)?)")


def test_every_reference_is_well_formed():
    """POW-1, BEH-3.7, BAR-b, NEED-8: nothing else."""
    wrong = [ref for ref in FOUND if ref.item_id and not ID.fullmatch(ref.item_id)]
    assert wrong == []


def test_references_come_from_everywhere():
    """Stories, guidance, facts and suggestions all point into packs."""
    assert {ref.place.split()[0] for ref in FOUND} == {"case", "example", "page", "fact", "first"}
    assert len(FOUND) > 200


def test_no_place_points_twice_to_the_same():
    """A statement is named once."""
    assert len(set(FOUND)) == len(FOUND)


@pytest.mark.parametrize(
    ("item_id", "pack_id"),
    [
        ("POW-1", "five-themes"),
        ("NEED-8", "barriers"),
        ("ASK-6", "bid-check"),
        ("FORM-5", "first-conversation"),
        ("BEH-3.7", "behaviours"),
    ],
)
def test_pack_of_a_statement(item_id, pack_id):
    """An id tells its pack."""
    assert pack_of(item_id) == pack_id


def test_unknown_id_is_an_error():
    """A pointer into nowhere is noticed."""
    with pytest.raises(KeyError):
        pack_of("XYZ-1")
