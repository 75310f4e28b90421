"""The words of all packs: short, British, for volunteers too, and each said in one place."""

import re
from collections import defaultdict
from dataclasses import fields
from pathlib import Path

import pytest
from every_pack import Text, asides, items, packs, texts

from collabkit.assessments.pack import Wording
from collabkit.assessments.wording import worded
from collabkit.assets import resource

MOST_WORDS = 20
FEWEST_SHARED = 5  # words; anything shorter may well be said twice
WORDED = tuple(part.name for part in fields(Wording))

# Groups that volunteers run read people, committee, agreement and funder instead.
STAFF_RUN = re.compile(
    r"\b(staff|boards?|trustees?|contract\w*|subcontract\w*|commission\w*|chief officers?)\b", re.I
)
# A board to pin notes on, and the name of a section of a report, mean no board and no commissioner.
# A figure that is quoted says what was counted, so it reads the same to everybody.
NO_STAFF_RUN = re.compile(
    r"notice board|RtR 2021, Commissioning and procurement practice|\d+% of charities[^.]*"
)

# Why it matters is told in the words of the main pack where it is the same matter on purpose:
# these statements rest on that one. (The partner's-eye view says so in its marks.)
SAME_MATTER = {
    "PHC-3": "EMP-6",
    "PHC-5": "EMP-5",
    "PHC-7": "POW-1",
    "PHC-8": "POW-2",
    "PHC-9": "POW-4",
    "PHC-10": "POW-5",
    "PHC-11": "POW-8",
    "PHC-14": "COM-4",
    "PHC-16": "COM-2",
    "PHC-19": "COM-3",
    "PHC-21": "HON-3",
    "PHC-22": "HON-7",
    "PHC-24": "IMP-2",
    "PHC-25": "IMP-3",
    "PHC-26": "IMP-7",
    "PHC-27": "EMP-9",
    "PHC-28": "HON-8",
    "FIT-9": "IMP-8",
}

AMERICAN = re.compile(
    r"""\b(
      (?:organi|recogni|reali|prioriti|minimi|maximi|criti|summari|standardi|apologi|empha|
         speciali|utili|finali|mobili|marginali|categori|formali|customi|authori|computeri)
        z(?:e[sdr]?|ing|ation(?:s|al)?)
    | analyz\w+ | paralyz\w+
    | (?:behavi|col|fav|hon|lab|neighb|rum|endeav|hum|harb|flav|vig)or(?:s|ed|ing|al|able|ite|hood|
         hoods|less|ful)?
    | centers? | centered | theaters? | meters? | fibers? | liters? | caliber
    | programs? | catalogs? | dialogs? | gray | check(?:ing)?\s+account | zip\s+code
    | (?:travel|cancel|counsel|model|label|signal|fuel|level|marvel)(?:ed|ing|or|ors|er|ers)
    | fulfills? | skillful | enrollment | installment | willful
    | defense | offense | pretense | judgment | aging | toward | gotten | math | acknowledgment
    | nonprofits? | fall\s+semester | attorneys?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
TEXT_FILES = sorted(
    path
    for path in resource("glossary.toml").parent.rglob("*")
    if path.suffix in {".toml", ".txt", ".md"} and path.parent.name not in {"fonts", "texts"}
)


def volunteers_read() -> list[Text]:
    words = map(worded, packs())
    return [text for pack in words for text in (*texts(pack), *asides(pack))]


@pytest.mark.parametrize("volunteer_run", [False, True])
def test_no_statement_is_longer_than_can_be_taken_in(volunteer_run):
    """Twenty words; the ends of pairs and described levels may need more."""
    long = [
        str(text)
        for pack in packs()
        for text in texts(worded(pack, volunteer_run=volunteer_run))
        if text.part == "statement"
        and len(text.words.split()) > MOST_WORDS
        and not pack.item(text.item_id).ends
    ]
    assert long == []


def test_volunteers_read_nothing_of_staff_boards_and_contracts():
    """Wherever the usual words are about staff-run groups there are others, and they are not."""
    wrong = [
        str(text)
        for text in volunteers_read()
        if STAFF_RUN.search(NO_STAFF_RUN.sub("", text.words))
    ]
    assert wrong == []


def test_other_words_differ_from_the_usual_ones():
    """Otherwise they are left out, or one of the two will be forgotten at the next change."""
    same = []
    for pack in packs():
        for item in pack.items:
            other = item.volunteer_run
            for part in WORDED:
                if other and getattr(other, part) and getattr(other, part) == getattr(item, part):
                    same.append(f"{item.id} {part}")
            same += [i.id for i in item.actions if i.volunteer_run and i.volunteer_run == i.text]
    assert same == []


def test_other_words_cover_as_much_as_the_usual_ones():
    """As many levels; nothing that the statement does not have."""
    for _pack, item in items():
        other = item.volunteer_run
        if other is None:
            continue
        assert not other.levels or len(other.levels) == len(item.levels), item.id
        for part in WORDED:
            assert getattr(item, part) or not getattr(other, part), f"{item.id} {part}"


@pytest.mark.parametrize("part", ["why", "help", "evidence"])
def test_what_explains_a_statement_is_whole(part):
    """With a capital, a figure or a quotation at the start, and an end."""
    broken = [
        str(text)
        for pack in packs()
        for version in (pack, worded(pack))
        for text in texts(version)
        if text.part == part and text.words and not re.match(r"[A-Z\d“].*[.?!]$", text.words)
    ]
    assert broken == []


def test_no_code_of_a_pack_stands_in_a_text():
    """People know packs by their titles. (Reports are named by theirs, "RtR 2021".)"""
    code = re.compile(r"\b(FIT|BID|PEV|INV|BAR|OPP|BRD|HND|PHC|BEH)\b|\(RtR\)")
    shown = [str(t) for pack in packs() for t in texts(pack) if code.search(t.words)]
    for pack in packs():
        for guide in pack.outcome.settings.get("guide", ()):
            shown += [e["id"] for e in guide["entry"] if code.search(e.get("text", ""))]
        shown += filter(code.search, [str(pack.outcome.settings.get("first_step_note", ""))])
    assert shown == []


def sentences(words: str) -> list[str]:
    return [
        sentence.strip(" .;").casefold()
        for sentence in re.split(r"(?<=[.!?;])\s+", words)
        if len(sentence.split()) >= FEWEST_SHARED
    ]


def test_no_two_packs_share_a_sentence_by_accident():
    """Shared ones are declared, so that whoever changes one finds the other."""
    matter = dict(SAME_MATTER)
    for _pack, item in items():
        if "mirrors" in item.marks:
            matter[item.id] = item.marks["mirrors"]
    said: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for pack in packs():
        for text in texts(pack):
            for sentence in sentences(text.words):
                said[sentence].add((pack.id, text.item_id))
    shared = {
        sentence: sorted(where)
        for sentence, where in said.items()
        if len({pack_id for pack_id, _item in where}) > 1
        and len({matter.get(item_id, item_id) for _pack, item_id in where}) > 1
    }
    assert not shared, f"Say it differently, or declare it in SAME_MATTER or marks: {shared}"


@pytest.mark.parametrize("item_id", SAME_MATTER)
def test_a_declared_sentence_is_still_shared(item_id):
    """A declaration that is no longer true would hide the next accident."""
    by_id = {item.id: item for _pack, item in items()}
    here, there = by_id[item_id], by_id[SAME_MATTER[item_id]]
    assert set(sentences(here.why)) & set(sentences(there.why))


@pytest.mark.parametrize("path", TEXT_FILES, ids=lambda path: path.name)
def test_spelling_is_british(path: Path):
    """Everything that people read comes from these files."""
    found = [
        f"line {number}: {match.group()}"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for match in AMERICAN.finditer(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "word", ["organize", "organizations", "Behavior", "center", "program", "travelers", "fulfill"]
)
def test_american_spellings_are_found(word):
    """The test above can fail."""
    assert AMERICAN.search(f"a {word}, for example")


@pytest.mark.parametrize(
    "word", ["organise", "behaviours", "centre", "programme", "honorary", "travellers", "labelled"]
)
def test_british_spellings_are_not(word):
    """And it does not cry wolf."""
    assert not AMERICAN.search(f"a {word}, for example")
