"""Everything that can be found leads to where it is shown."""

from collections import Counter

from collabkit.library.entries import entries_of_pack, entry_of_assessment, library_entries
from collabkit.library.search import FoundKind, SearchIndex
from collabkit.services.packs import builtin_pack

PACK = builtin_pack("five-themes")
ENTRIES = tuple(library_entries())


def test_all_of_the_library_is_there():
    """Stories, words, facts, and guidance by page and section."""
    counts = Counter(found.kind for found in ENTRIES)
    assert counts[FoundKind.CASE] == 23
    assert counts[FoundKind.EXAMPLE] == 9
    assert counts[FoundKind.TERM] == 137
    assert counts[FoundKind.FACT] == 12
    assert counts[FoundKind.GUIDANCE] > 70


def test_statements_and_actions_of_a_pack():
    """Every statement and action, under its own id and that of its statement."""
    found = tuple(entries_of_pack(PACK))
    counts = Counter(entry.kind for entry in found)
    assert counts == {FoundKind.STATEMENT: 45, FoundKind.ACTION: 135}
    action = next(entry for entry in found if entry.key == "POW-1-A2")
    assert action.title == PACK.item("POW-1").actions[1].text
    assert action.text == PACK.item("POW-1").statement
    assert dict(action.arguments) == {"pack_id": "five-themes", "item_id": "POW-1"}
    assert action.where == "The five themes: Power"


def test_both_ends_of_a_pair_are_found():
    """From-to pairs have no statement alone."""
    index = SearchIndex(entries_of_pack(builtin_pack("behaviours")))
    assert [f.key for f in index.find("dominate market", limit=1)] == ["BEH-1c"]
    assert "BEH-1c" in {f.key for f in index.find("seeing partners threats")}


def test_what_is_asked_further_is_no_entry():
    """Who owns it and by when belongs to its statement."""
    pack = builtin_pack("handover")
    found = {entry.key for entry in entries_of_pack(pack) if entry.kind is FoundKind.STATEMENT}
    assert found == {f"HND-{number}" for number in range(1, 15)}


def test_own_assessment_is_found_by_title_charity_and_pack():
    """People remember one of the three."""
    own = entry_of_assessment("a1", "Away-day, June 2026", "Sample Charity", "The five themes")
    index = SearchIndex([*ENTRIES, own])
    for typed in ("june 2026", "sample away", "away five"):
        assert [found.key for found in index.find(typed)] == ["a1"]
    assert (own.place, dict(own.arguments)) == ("results", {"assessment_id": "a1"})


def test_entries_are_complete_and_apart():
    """No empty text, and a kind and key stand for one thing."""
    everything = (*ENTRIES, *entries_of_pack(PACK))
    assert all(found.key and found.title and found.text and found.where for found in everything)
    assert len({(found.kind, found.key) for found in everything}) == len(everything)
    assert len(set(everything)) == len(everything)


def test_guidance_leads_to_its_section():
    """A found section is opened, not only its page."""
    found = next(entry for entry in ENTRIES if entry.key == "role-lead/duties")
    assert (found.place, dict(found.arguments)) == (
        "guide",
        {"guide": "role-lead", "section": "duties"},
    )
    assert found.where == "You lead: the lead or prime partner"
