"""Which statements count when it is told how many there are."""

from collabkit.assessments.needed import needed_among
from collabkit.services.packs import builtin_pack


def test_words_and_a_partners_role_are_not_counted() -> None:
    """The mirror has twenty statements, and three questions that nobody has to answer."""
    pack = builtin_pack("partners-view")
    asked = [item.id for item in pack.items]
    assert set(asked) - set(needed_among(pack, asked)) == {"PEV-role", "PEV-Q1", "PEV-Q2"}


def test_only_what_is_asked_is_counted_and_nothing_that_asks_further() -> None:
    """In the order of the pack."""
    pack = builtin_pack("handover")
    assert needed_among(pack, ["HND-2", "HND-1-due", "HND-1"]) == ("HND-1", "HND-2")
