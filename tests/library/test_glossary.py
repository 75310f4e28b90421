"""Terms are listed, searched and found in sentences."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError
from collabkit.library.glossary import Glossary, GlossaryError, Term, read_glossary

COST = Term("Full cost recovery", "Being paid the whole cost of work", also=("full cost",))
MOU = Term("Memorandum of understanding (MoU)", "An agreement", also=("MoU",))
BODY = Term("Umbrella body", "Its members are organisations")
ALLIANCE = Term("Alliance", "A promise")
CONTRACT = Term("Alliance contract", "One contract for a whole alliance")
SPLIT = Term("Split", "Two camps", in_place=False)
SMALL = Glossary((COST, MOU, BODY, ALLIANCE, CONTRACT, SPLIT))
FULL = read_glossary(resource("glossary.toml"))


def found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.term.name) for span in SMALL.spans(text)]


def test_terms_are_in_alphabetical_order():
    """The list can be leafed through."""
    assert [term.name for term in SMALL.terms][:3] == [
        "Alliance",
        "Alliance contract",
        "Full cost recovery",
    ]


def test_longest_term_wins():
    """An alliance contract is not an alliance."""
    assert found("the alliance contract") == [("alliance contract", "Alliance contract")]


def test_capitals_do_not_matter_for_words():
    """At the start of a sentence or on a poster, a term is the same term."""
    assert found("Full cost") == [("Full cost", "Full cost recovery")]
    assert found("FULL COST") == [("FULL COST", "Full cost recovery")]


def test_acronyms_need_their_capitals():
    """MoU is a term, mou is not."""
    assert found("our MoU") == [("MoU", MOU.name)]
    assert found("our mou") == []


def test_only_whole_words_count():
    """A term inside another word is not that term."""
    assert found("alliancelike, co-alliance") == []


@pytest.mark.parametrize("text", ["alliances", "umbrella bodies", "MoUs"])
def test_simple_plurals_are_found(text):
    """The plural is explained like the singular."""
    assert [words for words, _name in found(f"two {text} met")] == [text]


def test_a_term_may_run_over_a_line_end():
    """Spaces of any kind between two words are spaces."""
    assert found("full\n  cost") == [("full\n  cost", "Full cost recovery")]


def test_punctuation_and_genitive_do_not_hide_a_term():
    """A comma or an apostrophe may follow."""
    assert [words for words, _name in found("(alliance), the MoU's end")] == ["alliance", "MoU"]


def test_first_occurrence_only():
    """A word is explained once, under whichever form it comes first."""
    assert found("full cost and full cost recovery") == [("full cost", "Full cost recovery")]


def test_ordinary_words_stay_quiet():
    """A term marked so is in the list but never explained in place."""
    assert found("we split it") == []
    assert SMALL.term("Split") is SPLIT


def test_look_alike_letters_are_harmless():
    """Letters that only fold to a match, such as a dotless i, end in no match and no crash."""
    assert found("allıance") == []


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(string.ascii_letters + " -'\n.ſKıİ"), max_size=60))
def test_spans_are_in_order_and_apart(text):
    """Whatever the text, spans lie inside it, in order, without overlap, each term once."""
    spans = FULL.spans(text + " tender " + text)
    ends = [0] + [span.end for span in spans]
    assert all(end <= span.start < span.end for end, span in zip(ends, spans, strict=False))
    assert len({span.term.name for span in spans}) == len(spans)


def test_search_puts_names_before_meanings():
    """Who types *alliance* wants the alliance, not what mentions one."""
    assert [term.name for term in SMALL.search("alliance")] == ["Alliance", "Alliance contract"]
    assert [term.name for term in SMALL.search("CONTRACT")] == ["Alliance contract"]


def test_search_takes_every_word():
    """Two words narrow the search; they may be far apart."""
    assert SMALL.search("whole alliance") == (CONTRACT,)
    assert SMALL.search("whole") == (CONTRACT, COST)


def test_search_finds_other_forms():
    """An alias leads to its term."""
    assert SMALL.search("mou") == (MOU,)


def test_empty_search_lists_everything():
    """An empty field hides nothing."""
    assert SMALL.search("  ") == SMALL.terms


def test_search_without_result_is_empty():
    """Nothing found is an empty answer, not an error."""
    assert SMALL.search("zebra") == ()


@pytest.mark.parametrize(
    ("defined_in", "used_in", "expected"),
    [
        (("RtR 2021",), (), "Defined in RtR 2021."),
        ((), ("RtR 2021", "B&NES CYPN 2018"), "Used in RtR 2021 and B&NES CYPN 2018."),
        ((), (), "A word of this toolkit."),
    ],
)
def test_source_is_a_sentence(defined_in, used_in, expected):
    """Every term says where it comes from."""
    assert Term("A", "b", defined_in, used_in).source == expected


def test_entry_can_be_shown_under_another(tmp_path):
    """Two entries with one meaning are listed once; both names and their forms lead to it."""
    path = tmp_path / "own.toml"
    path.write_text(
        '[[term]]\nname = "Core costs"\nmeaning = "Rent"\n'
        '[[term]]\nname = "Overheads"\nmeaning = "Rent, too"\nsee = "Core costs"\n',
        encoding="utf-8",
    )
    glossary = read_glossary(path)
    assert [term.name for term in glossary.terms] == ["Core costs"]
    assert glossary.term("Overheads").name == "Core costs"
    assert glossary.spans("our overheads")[0].term.name == "Core costs"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[term]]\nname = "A"\n', 'own.toml: term A: key "meaning" is missing.'),
        ('[[term]]\nname = "A"\nmeaning = "b"\nalias = ["c"]\n', 'key "alias" is not known here.'),
        ('[[term]]\nname = "A"\nmeaning = "b"\nsee = "C"\n', 'term A: key "see" names a term that'),
        ('[[term]]\nname = "A"\nmeaning = "b"\n' * 2, "term A: the same name is used twice."),
        ('[[term]]\nname = "A"\nmeaning = "b"\nin_place = 1\n', "it needs true or false."),
        ("[[term]\n", "own.toml: line 1"),
        ("", "the file is empty."),
    ],
)
def test_faults_of_a_glossary_are_named(tmp_path, text, expected):
    """A glossary is checked like a pack."""
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GlossaryError) as caught:
        read_glossary(path)
    assert any(expected in fault for fault in caught.value.faults)


def test_missing_glossary_is_told_in_a_sentence(tmp_path):
    """A missing file is a problem of the machine."""
    with pytest.raises(EnvironmentProblemError, match="could not be opened"):
        read_glossary(tmp_path / "glossary.toml")
