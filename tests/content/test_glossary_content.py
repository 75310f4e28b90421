"""The glossary is complete, and quiet where ordinary words are meant."""

import pytest

from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.library.glossary import Glossary, read_glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return read_glossary(resource("glossary.toml"))


def found(glossary: Glossary, text: str) -> list[str]:
    return [text[span.start : span.end] for span in glossary.spans(text)]


def test_every_term_is_listed_once(glossary):
    """138 entries, one of which is shown under another that means the same."""
    assert len(glossary.terms) == 137
    assert len({term.name for term in glossary.terms}) == 137
    assert glossary.term("Overheads") is glossary.term("Overheads, core costs")


def test_every_term_names_its_source(glossary):
    """A word is defined in a report, used in one, or ours."""
    defined = [term for term in glossary.terms if term.defined_in]
    own = [term for term in glossary.terms if not term.defined_in and not term.used_in]
    assert len(defined) == 37
    assert len(own) == 28
    reports = {report for term in glossary.terms for report in (*term.defined_in, *term.used_in)}
    assert reports == {"RtR 2021", "B&NES CYPN 2018"}


@pytest.mark.parametrize(
    "word",
    [
        "Split",
        "Together",
        "Gap",
        "Role",
        "Round",
        "Band",
        "Spread",
        "Gate",
        "Condition",
        "Mirror",
        "Evidence",
        "Theme",
        "Power",
        "Agreement",
        "Member",
        "Collaboration",
        "Item",
        "Statement",
        "Triage",
        "Anchor",
    ],
)
def test_ordinary_words_are_not_explained_in_place(glossary, word):
    """Words of the toolkit that are ordinary words too do not light up in sentences."""
    assert found(glossary, f"It is a {word.lower()} of ours. {word}!") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We sign a MoU with our CVS.", ["MoU", "CVS"]),
        ("Ask for the full cost of the tender.", ["full cost", "tender"]),
        ("TUPE may apply to staff.", ["TUPE"]),
        ("Two consortia and three alliances bid.", ["consortia", "alliances"]),
        ("Bid candy is what we were.", ["Bid candy"]),
        ("We meet commissioners twice a year.", ["commissioners"]),
        ("KPIs, and each KPI alone", ["KPIs"]),
    ],
)
def test_jargon_is_found(glossary, text, expected):
    """The words that trustees may not know are found, with aliases and plurals."""
    assert found(glossary, text) == expected


def test_sentences_of_our_pack_stay_readable(glossary):
    """No text of the main pack has more than three terms to explain."""
    pack = read_pack(resource("packs", "five-themes.toml"))
    for item in pack.items:
        for text in (item.statement, *item.levels, item.why, item.evidence):
            assert len(glossary.spans(text)) <= 3, text
