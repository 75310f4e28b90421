"""Every fault of a pack becomes a sentence that names the file, the part and the key."""

from pathlib import Path

import pytest

from collabkit.assessments.packs.faults import MOST_FAULTS, PackError
from collabkit.assessments.packs.reader import parse_pack

FOLDER = Path(__file__).parents[2] / "fixtures" / "packs"


def faults_in(text: str) -> tuple[str, ...]:
    with pytest.raises(PackError) as caught:
        parse_pack(text.encode(), "own.toml")
    assert all(fault.startswith("own.toml: ") for fault in caught.value.faults)
    assert all("\n" not in fault for fault in caught.value.faults)
    return caught.value.faults


def broken(name: str, old: str, new: str) -> str:
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1)


STATEMENT = 'statement = "We act when a partner with less power raises a concern with us."'

ONE_FAULT = [
    # The header
    ("format = 1", "", 'the top of the file: key "format" is missing.'),
    ("format = 1", "format = 2", 'the top of the file: key "format" is 2, but this version'),
    ("format = 1", "format = true", 'key "format" is true; it needs a whole number'),
    ('version = "0.1"', "version = 0.1", 'key "version" is the number 0.1; it needs a text'),
    ('version = "0.1"', 'version = "first one"', 'key "version" is "first one"; it may have'),
    ('id = "described"', 'id = "my pack"', 'the top of the file: key "id" is "my pack"; it may'),
    ('title = "Two', 'titel = "Two', 'key "title" is missing.'),
    ('period = "The past 12 months"', "", 'the top of the file: key "period" is missing.'),
    ("status = ", "state = ", 'key "state" is not known here. Did you mean "status"?'),
    ("full = 2", "full = 0", '"minutes": key "full" is the number 0; it needs a whole number'),
    ("full = 2", 'full = "two"', '"minutes": key "full" is the text "two"; it needs a whole'),
    ("{ full = 2, short = 1 }", "[2, 1]", 'key "minutes" is a list; it needs a table.'),
    (", short = 1", ", shrot = 1", '"minutes": key "shrot" is not known here. Did you mean "short'),
    (", short = 1", "", 'item POW-2: key "core" is true, but the pack gives no "short"'),
    ("core = true", "core = false", 'minutes: key "short" is given, but no item is part of it'),
    # The outcome
    ('kind = "profile"', 'kind = "profil"', 'key "kind" is "profil"; it needs one of "profile"'),
    ("build = 2.5", "build = 3.5", '"outcome", "bands": the numbers must rise'),
    ("build = 2.5", "built = 2.5", 'key "built" is not known here. Did you mean "build"?'),
    ("build = 2.5", 'build = "2.5"', 'key "build" is the text "2.5"; it needs a number'),
    ("build = 2.5", 'build = "2,5"', "it needs a full stop instead of the comma: 2.5."),
    ("build = 2.5", 'build = "50%"', "it needs a number instead of a percentage: 0.5."),
    ("build = 2.5", "build = nan", 'key "build" is a number that is too large or too unusual'),
    ('kind = "profile"', 'kind = "profile"\nstrong_from = 1', 'key "strong_from" is not known'),
    # Forms
    ('kind = "described"', 'kind = "levels"', 'form described-levels: key "kind" is "levels"; it'),
    ('id = "described-levels"', 'id = "my levels"', 'form my levels: key "id" is "my levels"'),
    ('name = "Patchy"', 'nmae = "Patchy"', "answer 3 of form described-levels"),
    (", value = 3", "", "form described-levels: every answer of the kind"),
    ("value = 3", "value = 7", "form described-levels: the values of the answers must rise"),
    ("value = 3", 'value = "3"', 'key "value" is the text "3"; it needs a number'),
    ('code = "3"', 'code = "dk"', 'form described-levels: code "dk" belongs among "ways_out"'),
    ('code = "na"', 'code = "5"', 'form described-levels: code "5" is used twice.'),
    ('prompt = "Which', 'promt = "Which', 'form described-levels: key "prompt" is missing.'),
    # Sources
    ('key = "RtR 2021"', "", 'source number 1 of the top of the file: key "key" is missing.'),
    ("year = 2021", 'year = "2021"', 'source RtR 2021: key "year" is the text "2021"; it needs'),
    ('sources = ["RtR 2021, Poor', 'sources = ["RTR 2021, Poor', 'item POW-9: key "sources" has'),
    ('sources = ["RtR 2021, Poor', 'sources = ["RtR 20211, Poor', 'item POW-9: key "sources" has'),
    ('["RtR 2021, Poor quality partnerships"]', '"RtR 2021"', 'item POW-9: key "sources" is the'),
    # Sections
    ('code = "POW"', "", 'section number 1 of the top of the file: key "code" is missing.'),
    ('name = "Power"', 'name = ""', 'section POW: key "name" is an empty text.'),
    ('covers = "', 'cover = "', 'section POW: key "cover" is not known here. Did you mean "covers'),
    # Items
    ('id = "POW-9"', 'id = "POW-2"', "item POW-2: the same name is used twice."),
    ('id = "POW-9"', "", 'item number 2 of section POW: key "id" is missing.'),
    ('id = "POW-9"', 'id = "POW_9"', 'item POW_9: key "id" is "POW_9"; it may have letters'),
    (STATEMENT, "", 'item POW-9: key "statement" is missing.'),
    (STATEMENT, 'statement = "  "', 'item POW-9: key "statement" is an empty text.'),
    (STATEMENT, 'statement = "a\\u0007b"', 'key "statement" has an invisible control character.'),
    (STATEMENT, 'statement = "a\\u202Eb"', 'key "statement" has an invisible control character.'),
    (STATEMENT, f'statement = "{"x" * 2001}"', 'key "statement" has 2001 characters; at most 2000'),
    (STATEMENT, "statement = 1979-05-27", 'key "statement" is a date or time; it needs a text'),
    ('title = "Acting', 'titel = "Acting', 'item POW-9: key "titel" is not known here. Did you'),
    ("core = true", 'core = "yes"', 'item POW-2: key "core" is the text "yes"; it needs true or'),
    ('ask = ["trustee", "staff"]', 'ask = ["trustees"]', 'item POW-9: key "ask" is "trustees"; it'),
    ('ask = ["trustee", "staff"]', "ask = [1]", 'item POW-9: key "ask" is the number 1; it needs'),
    (
        '  "We hear concerns by chance.",\n',
        "",
        'item POW-9: key "levels" has 4 descriptions, the form "described-levels" needs 5.',
    ),
    ('"We answer some concerns."', '""', 'item POW-9: key "levels" is an empty text.'),
    ('why = "Partners', 'from = "Partners', 'item POW-2: "from" and "to" belong to forms'),
    (
        'ask = ["trustee", "staff"]',
        'ask = ["trustee", "staff"]\nmarks = { gate = true }',
        'item POW-9, "marks": key "gate" is not known here.',
    ),
    (
        'ask = ["trustee", "staff"]',
        'ask = ["trustee", "staff"]\nmarks = { about = "POW-3" }',
        'item POW-9, "marks": key "about" names the item "POW-3", which is not in this pack.',
    ),
    # Actions
    ('kind = "quick win"', 'kind = "quickwin"', 'action POW-2-A1: key "kind" is "quickwin"; it'),
    ('effort = "low"', 'effort = "small"', 'action POW-2-A1: key "effort" is "small"; it needs'),
    ('suits = "all"', 'suits = "big+"', 'action POW-2-A1: key "suits" is "big+"; it needs one of'),
    ('suits = "all"', 'suits = "all"\n  when = "more"', 'action POW-2-A1: key "when" is not known'),
    ('text = "List the', 'txt = "List the', 'action POW-2-A1: key "text" is missing.'),
]


@pytest.mark.parametrize(("old", "new", "expected"), ONE_FAULT)
def test_fault_names_part_and_key(old, new, expected):
    """A single slip gives a sentence with the place, the key and what was expected."""
    assert any(expected in fault for fault in faults_in(broken("described", old, new)))


ELSEWHERE = [
    ("bid-check", 'recommendation = "go"', 'recommendation = "gone"', "rule nothing-against-it: k"),
    ("bid-check", 'mode = "partners"', 'mode = "partner"', 'names the mode "partner", which is'),
    ("bid-check", "points_below = 0.6", "below = 0.6", 'key "below" is not known here.'),
    ("bid-check", ', answer = "no" }]', "}]", "rule gates: each condition needs exactly one of"),
    ("bid-check", 'sections = ["EFFECT"], ', "", "rule others-first: a condition on a share needs"),
    ("bid-check", 'points_to = ["gate"]', 'points_to = ["gait"]', 'key "points_to" is "gait"; it'),
    ("bid-check", 'code = "alone"', 'code = "partners"', "mode partners: key"),
    ("bid-check", 'answer = "dk"', 'answer = "unsure"', 'names the answer "unsure", which is not'),
    ("bid-check", 'leaves_out = ["PART', 'leaves_out = ["PARD', 'names the section "PARDNERSHIP"'),
    (
        "bid-check",
        'name = "Partly", value = 1',
        'name = "Partly"',
        'either all answers have a "value"',
    ),
    ("bid-check", 'id = "ASK-3"', "", 'ask number 1 of the top of the file, "outcome": key "id"'),
    ("behaviours", '["frequency"]', '["often"]', 'names the form "often", which is not in this'),
    ("behaviours", 'from = "Bidding', 'form_ = "Bidding', 'item BEH-1b: key "from" is missing.'),
    ("behaviours", 'form = "frequency"', 'form = "frequency"\nlevels = ["a"]', 'key "levels" bel'),
    ("power-inventory", 'when = "more"', 'when = "much"', 'action INV-1-M2: key "when" is "much"'),
    ("power-inventory", 'when = "less"', "", 'action INV-1-L1: key "when" is missing.'),
    ("barriers", '["NEED-8"]', '["NEED-9"]', 'step STEP-16: key "for_needs" names the need "NEE'),
    ("barriers", "mentions = 9", "mentions = -1", 'key "mentions" is the number -1; it needs a'),
    ("opportunities", 'place = "O2"', 'place = "O3"', 'names the place "O3", which is not in this'),
    ("handover", 'side = "both"', 'side = "all"', 'item HND-13, "marks": key "side" is "all"; it'),
    ("handover", 'open = ["under-way", "not-done"]', "open = []", 'key "open" is an empty list.'),
    ("handover", 'start = "not-done"', "", 'the top of the file, "outcome": key "start" is missi'),
    (
        "first-conversation",
        "neutral_step_from = 3",
        "neutral_step_from = 3.5",
        "a whole number fro",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), ELSEWHERE)
def test_vocabulary_of_outcomes_is_closed(name, old, new, expected):
    """Marks, settings and what they point to are checked, too."""
    assert any(expected in fault for fault in faults_in(broken(name, old, new)))


def test_unknown_form_is_named_once_for_each_item():
    """An item that names an unknown form is told so."""
    faults = faults_in(broken("described", 'form = "described-levels"', 'form = "levels"'))
    assert any('item POW-2: key "form" names the form "levels", which is' in f for f in faults)
    assert not any("POW-9" in fault for fault in faults)


def test_all_faults_are_found_at_once():
    """Nobody has to mend and check, mend and check."""
    text = broken("described", 'effort = "low"', 'effort = "tiny"')
    text = text.replace('title = "Acting', 'titel = "Acting')
    text = text.replace('period = "The past 12 months"\n', "")
    assert len(faults_in(text)) == 3


def test_message_says_how_many_and_what_is_safe():
    """The error itself is a sentence for a person."""
    with pytest.raises(PackError, match=r"own.toml cannot be used yet: 1 thing needs to be put "):
        parse_pack(broken("described", "year = 2021", "year = 1").encode(), "own.toml")


def test_many_faults_are_counted_not_listed():
    """A file with thousands of faults does not make thousands of sentences."""
    keys = "\n".join(f"key{number} = 1" for number in range(MOST_FAULTS + 50))
    faults = faults_in(f"{keys}\n" + (FOLDER / "described.toml").read_text(encoding="utf-8"))
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1] == "own.toml: and 50 further faults."


def test_too_many_items_are_refused():
    """A thousand statements are the limit for a whole pack, across its sections."""
    one = '[[section.item]]\nid = "{}"\nstatement = "We talk."\nform = "described-levels"\n'
    section = '[[section]]\ncode = "{}"\nname = "More"\n'
    levels = 'levels = ["a", "b", "c", "d", "e"]\n'
    more = "".join(
        section.format(f"S{part}")
        + "".join(one.format(f"S{part}-{n}") + levels for n in range(500))
        for part in range(2)
    )
    faults = faults_in((FOLDER / "described.toml").read_text(encoding="utf-8") + more)
    assert faults == ("own.toml: the whole file: there are 1002 items; at most 1000 are possible.",)


def test_a_form_needs_a_choice():
    """One answer alone is no question."""
    faults = faults_in(
        broken("partners-view", '{ code = "peer", name = "Peer" },', "")
        .replace('  { code = "lead", name = "Lead" },\n', "")
        .replace('  { code = "other", name = "Other" },\n', "")
    )
    assert faults == ("own.toml: form role: there is only one answer to choose.",)


def test_lists_have_a_limit():
    """A statement cannot have hundreds of sources."""
    many = ", ".join(['"RtR 2021, Power"'] * 201)
    (fault,) = faults_in(broken("described", '"RtR 2021, Poor quality partnerships"', many))
    assert fault == (
        'own.toml: item POW-9: key "sources" has 201 entries; at most 200 are possible.'
    )


BAD_TOML = [
    ('period = "The past 12 months"', 'period = "The past 12 months', "line 8, column", "closing"),
    ('period = "The past 12 months"', "period = “The past”", "line 8, column 10", "straight"),
    ('period = "The past 12 months"', "period : 12", "line 8, column 8", "equals sign"),
    ('version = "0.1"', 'version = "0.1"\nversion = "0.2"', "line 4, column", "given twice"),
    ('version = "0.1"', 'version = "0.1" 2', "line 3, column", "left over"),
    ('version = "0.1"', r'version = "C:\pack"', "line 3, column", "backslash"),
    ('version = "0.1"', "!", "line 3, column 1", "has to begin with a key"),
    ("short = 1 }", "short = 1", "line 10, column", "curly bracket"),
    ("format = 1", f"format = {'9' * 5000}", "the whole file", "far too long"),
]


@pytest.mark.parametrize(("old", "new", "place", "hint"), BAD_TOML)
def test_broken_toml_is_told_with_its_line(old, new, place, hint):
    """A slip in the format itself is told with line and column, in plain words."""
    (fault,) = faults_in(broken("described", old, new))
    assert place in fault
    assert hint in fault
