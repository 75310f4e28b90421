"""A pack of which an outcome could make nothing sensible is refused, at the place to mend it."""

import re
from pathlib import Path

import pytest

from collabkit.assessments.packs.faults import Faults, PackError
from collabkit.assessments.packs.reader import pack_from, parse_pack
from collabkit.assessments.packs.text import parse_tables
from collabkit.exchange.packs.cells import Sheet
from collabkit.exchange.packs.from_sheets import tables_from
from collabkit.exchange.packs.to_sheets import grids_of

FOLDER = Path(__file__).parents[2] / "fixtures" / "packs"
RANKED = 'form = "hold-back"\nsources = ["B&NES CYPN 2018, Barriers to collaboration"]\nmarks = { m'
AREA = 'form = "category"\nsources = ["B&NES CYPN 2018, Glossary of terms"]'
PROMPT = 'id = "FIT-6"\nstatement = "How do we make decisions, and how long does it take?"\nform = '
ACTION = 'statement = "One joint date plan was agreed with the commissioner."\nform = "progress"'
OUTCOME = 'the top of the file, "outcome"'

# The excerpt, what is changed in it, and the one sentence that follows.
FAULTS = [
    # All outcomes
    (
        "handover",
        'about = "HND-3" }',
        'about = "HND-3-due" }',
        'item HND-3-due, "marks": key "abou',
    ),
    (
        "barriers",
        'marks = { about = "BAR-a" }',
        'marks = { about = "BAR-a-control" }',
        'key "about"',
    ),
    ("bid-check", '["BID-2"]', '["BID-2", "BID-2"]', 'ask ASK-3: key "items" has "BID-2" twice.'),
    # Profiles
    ("board-check", "minutes = 60", "minutes = 20", f'{OUTCOME}, "agenda": the minutes do not add'),
    (
        "board-check",
        "each = 7",
        "each = 0",
        'key "each" is the number 0; it needs a whole number f',
    ),
    # Decisions
    ("bid-check", "at_least = 4", "at_least = 40", "rule open-questions: a condition asks for the"),
    ("bid-check", "at_least = 4", "at_least = 0", 'key "at_least" is the number 0; it needs a who'),
    (
        "bid-check",
        "points_below = 0.6",
        "points_below = 60",
        'rule something-missing: "points_below"',
    ),
    (
        "bid-check",
        '["BID-12"], answer = "no"',
        '["BID-1"], answer = "na"',
        "rule others-first: a c",
    ),
    (
        "bid-check",
        'recommendation = "go"\n',
        'recommendation = "go"\nmode = "alone"\n',
        "the last ru",
    ),
    (
        "bid-check",
        'code = "do-not-bid"',
        'code = "go"',
        "choice go: a recommendation has the same ",
    ),
    ("bid-check", '"influence"', '"question"', 'ask ASK-3: none of its items has "influence" amon'),
    # Holdings
    ("power-inventory", "weight = true", "weight = false", "section INV-1: it needs exactly one"),
    ("power-inventory", "known_prompts = 2", "known_prompts = 4", "section INV-1: it has 3 items"),
    (
        "power-inventory",
        "strong_sources = 4",
        "strong_sources = 0",
        'key "strong_sources" is the nu',
    ),
    (
        "power-inventory",
        "talk_from = 1.5",
        "talk_from = 0",
        f'{OUTCOME}: key "talk_from" needs a n',
    ),
    ("power-inventory", "value = -2", "value = -3", "form compared: where holdings are compared"),
    (
        "power-inventory",
        "value = 0.5",
        'value = 0.5 },\n  { code = "x", name = "X", value = 7',
        "fo",
    ),
    # Rankings
    (
        "barriers",
        "most_chosen = 3",
        "most_chosen = 0",
        'key "most_chosen" is the number 0; it needs',
    ),
    (
        "barriers",
        "most_chosen = 3",
        'most_chosen = 3\ncalled = ["b"]',
        'key "called" needs two words',
    ),
    (
        "barriers",
        "most_chosen = 3",
        'most_chosen = 3\neasiest_first = ["ours", "0"]',
        "of one furt",
    ),
    ("barriers", "value = 0 }", "value = -1 }", "form hold-back: in a ranking, the values must be"),
    (
        "barriers",
        '["BAR-a"]',
        '["BAR-a-control"]',
        'need NEED-8: key "helps_with" names the item "',
    ),
    (
        "barriers",
        "most_chosen = 3",
        "most_chosen = 3\nnetwork = { holds_back_from = 3, stops_from = 2 }",
        f'{OUTCOME}, "network": keys "holds_back_from" and "stops_from" must rise',
    ),
    # Columns
    (
        "opportunities",
        AREA,
        AREA.replace("category", "offer-or-need"),
        "form offer-or-need: its an",
    ),
    ("opportunities", 'done = "already"', 'done = "dk"', "form category: its answers must be"),
    (
        "opportunities",
        'later = "long-term"',
        'later = "quick-win"',
        f'{OUTCOME}: keys "soon", "lat',
    ),
    (
        "opportunities",
        "most_above = 0.5",
        "most_above = 50",
        f'{OUTCOME}: key "most_above" needs a',
    ),
    (
        "opportunities",
        'ways_out = [{ code = "dk", name = "Don\'t know" }]',
        'ways_out = [{ code = "na", name = "Does not apply" }]',
        "form category: where areas are sorted, the only way out can be",
    ),
    (
        "opportunities",
        'volunteer_run_last = ["OPP-24"]',
        'volunteer_run_last = ["OPP-20"]',
        f'{OUTCOME}: key "volunteer_run_last" has "OPP-20", which come first already.',
    ),
    # Mirrors
    (
        "partners-view",
        "value = 5 }",
        "value = 13 }",
        "form frequency: in a mirror, the values must",
    ),
    ("partners-view", '"five-themes"', '"partners-view"', 'key "mirrors_pack" needs another quest'),
    ("partners-view", '["subcontractor"]', '["5"]', f'{OUTCOME}, "role": key "smaller" needs some'),
    ("partners-view", "blind_spot_from = 1.0", "blind_spot_from = 0", f'{OUTCOME}: key "blind_spo'),
    # Open actions
    ("handover", 'start = "not-done"', 'start = "na"', f'{OUTCOME}: key "start" needs one of the'),
    (
        "handover",
        'start = "not-done"',
        'start = "done"',
        f'{OUTCOME}: key "start" needs one of the',
    ),
    ("handover", '["under-way", "not-done"]', '["na", "not-done"]', f'{OUTCOME}: key "open" has "'),
    (
        "handover",
        '["under-way", ',
        '["done", "under-way", ',
        "form progress: all its answers are u",
    ),
    # Shared pages
    (
        "first-conversation",
        '["stop", "differ", "fit"]',
        '["stop", "fit"]',
        f'{OUTCOME}: key "cauti',
    ),
    (
        "first-conversation",
        "neutral_step_from = 3",
        "",
        f'{OUTCOME}: keys "neutral_step" and "neut',
    ),
    ("first-conversation", 'ticked = "yes"', 'ticked = "fit"', f'{OUTCOME}: key "ticked" needs an'),
    (
        "first-conversation",
        'answer = "stop"',
        'answer = "no"',
        f'{OUTCOME}, "settle_first": key "a',
    ),
    (
        "first-conversation",
        'items = ["FIT-5"]',
        'items = ["WHY-6"]',
        'key "items" names the item "',
    ),
]


def changed(name: str, old: str, new: str) -> bytes:
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new).encode()


@pytest.mark.parametrize(("name", "old", "new", "expected"), FAULTS)
def test_what_an_outcome_cannot_work_with_is_a_fault(name, old, new, expected):
    """The sentence names the place and what is needed there."""
    with pytest.raises(PackError) as caught:
        parse_pack(changed(name, old, new), "own.toml")
    assert any(expected in fault for fault in caught.value.faults), caught.value.faults


@pytest.mark.parametrize(("name", "old", "new", "expected"), FAULTS)
def test_the_same_fault_names_the_place_in_a_spreadsheet(name, old, new, expected):
    """Sheet and row stand before the part, as for every other fault."""
    tables = parse_tables(changed(name, old, new), Faults("own.toml"))
    sheets = []
    for grid in grids_of(tables):
        sheet = Sheet(grid.name)
        for number, row in enumerate((grid.heads, *grid.rows), start=1):
            sheet.rows[number] = {
                column: value for column, value in enumerate(row, start=1) if value is not None
            }
        sheets.append(sheet)
    faults = Faults("own.xlsx")
    with pytest.raises(PackError) as caught:
        pack_from(tables_from(sheets, faults), "", faults)
    with pytest.raises(PackError) as in_text:
        parse_pack(changed(name, old, new), "own.toml")
    for fault, same in zip(caught.value.faults, in_text.value.faults, strict=True):
        _name, _where, problem = same.split(": ", 2)
        assert fault.startswith("own.xlsx: sheet “")
        assert "the top of the file" not in fault
        assert "number" not in fault.partition(": key")[0].partition(": column")[0]
        assert without_name(fault.partition(": ")[2].partition(": ")[2]) == without_name(problem)


def without_name(problem: str) -> str:
    """The problem without what its key is called, which depends on the kind of file."""
    return re.sub(r'^(key|column) "[^"]*" ', "", problem)


WHOLE = [
    ("first-conversation", 'kind = "notes"', 'kind = "choice"', "no statement is a prompt"),
    ("power-inventory", 'form = "compared"', 'form = "weight"', "nothing to compare"),
    ("partners-view", 'marks = { mirrors = "POW-2" }', "", "nothing to compare"),
    ("barriers", 'form = "hold-back"', 'form = "control"', "nothing to rank"),
    ("handover", 'form = "progress"', 'form = "name"', "nothing can be open or done"),
    ("described", 'kind = "described"', 'kind = "choice"', 'key "levels" belongs'),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), WHOLE)
def test_an_outcome_without_anything_to_work_with_is_a_fault(name, old, new, expected):
    """Nothing could ever come of the answers, and the results would not say why."""
    with pytest.raises(PackError) as caught:
        parse_pack(changed(name, old, new), "own.toml")
    assert any(expected in fault for fault in caught.value.faults), caught.value.faults
