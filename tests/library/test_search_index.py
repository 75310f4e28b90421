"""One search over everything finds what was meant, fast, and survives whatever is typed."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.library.entries import library_entries
from collabkit.library.matching import fold, wanted_words, words_of
from collabkit.library.search import Found, FoundKind, SearchIndex


def entry(key: str, title: str, text: str = "", kind: FoundKind = FoundKind.STATEMENT) -> Found:
    return Found(kind, key, title, text, "Power", "learn")


SMALL = SearchIndex(
    [
        entry("POW-1", "Naming our advantages", "We talk with partners about power."),
        entry("POW-10", "Sharing fairly", "Charities share money with a partner."),
        entry("EMP-1", "Partners come first", "Café culture; the MoU's end; co-production."),
        entry("R1", "A charity in Llŷn", "A fair process.", FoundKind.CASE),
        entry("t", "Process", "How partners work", FoundKind.TERM),
    ]
)
FULL = SearchIndex(library_entries())


def keys(text: str, **how) -> list[str]:
    return [found.key for found in SMALL.find(text, **how)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("nam", ["POW-1"]),  # the beginning of a word
        ("aming", []),  # not its middle
        ("MONEY", ["POW-10"]),  # capitals
        ("cafe", ["EMP-1"]),  # accents
        ("CAFÉ", ["EMP-1"]),
        ("cafe\u0301", ["EMP-1"]),  # the same letter, written in two signs
        ("llyn", ["R1"]),
        ("mous", ["EMP-1"]),  # apostrophes are passed over
        ("mou’s", ["EMP-1"]),
        ("co-production", ["EMP-1"]),
        ("charity", ["R1", "POW-10"]),  # the plural, too
        ("charities", ["R1", "POW-10"]),  # and the singular
        ("processes", ["t", "R1"]),
        ("partners", ["EMP-1", "POW-1", "POW-10", "t"]),
        ("fair money", ["POW-10"]),  # both words, in title or text
        ("money fair", ["POW-10"]),
        ("fair zebra", []),
        ("zebra", []),
    ],
)
def test_what_is_found(typed, expected):
    """Beginnings of words, without capitals, accents and apostrophes; every word counts."""
    assert keys(typed) == expected


def test_titles_come_before_texts():
    """What is called so comes first, then titles, then texts, each in the order of entries."""
    assert keys("process") == ["t", "R1"]
    assert keys("fair") == ["POW-10", "R1"]


def test_whole_words_come_before_beginnings():
    """Who types trust wants trust before trustees."""
    index = SearchIndex(
        [
            entry("a", "Trustees"),
            entry("b", "A trust"),
            entry("c", "Money", "Ask a trustee."),
            entry("d", "Money", "Both trusts."),
        ]
    )
    assert [found.key for found in index.find("trust")] == ["a", "b", "d", "c"]


def test_an_id_leads_to_its_entry():
    """Who knows the id gets it first."""
    assert keys("POW-1") == ["POW-1", "POW-10"]
    assert keys("pow-10") == ["POW-10"]


@pytest.mark.parametrize("typed", ["", "   ", "...", "-", "'", "_", "\x00"])
def test_nothing_typed_finds_nothing(typed):
    """There has to be a letter or figure."""
    assert keys(typed) == []


def test_limit():
    """No more than wanted is handed out."""
    assert keys("p", limit=2) == keys("p")[:2]
    assert keys("p", limit=0) == []


def test_groups_by_kind():
    """The kind with the best entry comes first; all are counted."""
    groups = SMALL.find_groups("process", each=1)
    assert [(group.kind, len(group.found), group.total) for group in groups] == [
        (FoundKind.TERM, 1, 1),
        (FoundKind.CASE, 1, 1),
    ]
    (statements, _terms) = SMALL.find_groups("partner", each=2)
    assert [found.key for found in statements.found] == ["EMP-1", "POW-1"]
    assert statements.total == 3
    assert SMALL.find_groups("zebra") == ()


def test_index_is_built_when_it_is_needed():
    """Making an index costs nothing; building it twice changes nothing."""
    index = SearchIndex([entry("a", "Alpha")])
    index.build()
    index.build()
    assert [found.key for found in index.find("alpha")] == ["a"]
    assert len(index) == 1
    assert SearchIndex([]).find("alpha") == ()


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 10_000,
        "é" * 10_000,
        "a " * 10_000,
        " ".join(f"w{number}" for number in range(3_000)),
        "(a+)+$ [x-] .* \\",
        "\U0001f600\u202e\ufdfa" * 3_000,
        "' OR 1=1; --",
        "\ud800",
    ],
)
def test_hostile_input_is_harmless(typed):
    """Whatever is pasted, an answer comes, and it obeys the rule."""
    for found in FULL.find(typed):
        words = words_of(f"{found.key} {found.title} {found.text}")
        assert all(any(one.is_met_by(word) for word in words) for one in wanted_words(typed))


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from(string.ascii_lowercase + " -'éŷß1"), max_size=12))
def test_index_agrees_with_reading_everything(typed):
    """The index finds exactly the entries in which every word occurs."""
    wanted = wanted_words(typed)
    expected = {
        found.key
        for found in library_entries()
        if wanted
        and all(
            any(one.is_met_by(w) for w in words_of(f"{found.key} {found.title} {found.text}"))
            for one in wanted
        )
    }
    assert {found.key for found in FULL.find(typed, limit=10_000)} == expected


@given(st.text())
def test_folding_twice_is_folding_once(text):
    """A folded text is at rest."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "kind", "key"),
    [
        ("bid candy", FoundKind.TERM, "Bid candy (bid fodder)"),
        ("sifa", FoundKind.CASE, "R4"),
        ("plymouth", FoundKind.EXAMPLE, "EX-1"),
        ("misprint", FoundKind.GUIDANCE, "sizes/bands"),
        ("lords committee", FoundKind.FACT, "infrastructure-bodies"),
    ],
)
def test_library_is_found(typed, kind, key):
    """Stories, words, guidance and facts are all there."""
    assert (kind, key) in {(found.kind, found.key) for found in FULL.find(typed)}
