"""The board conditions check has all its tasks, statements and actions."""

import tomllib
from collections import Counter

import pytest

from collabkit.assessments.pack import ActionKind, Pack, Suits
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.library.glossary import read_glossary


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "board-check.toml"))


def test_four_tasks_with_twenty_statements(pack):
    """5, 4, 5 and 6, numbered through."""
    assert [(section.name, len(section.items)) for section in pack.sections] == [
        ("Setting direction", 5),
        ("Devolving responsibility", 4),
        ("Modelling behaviour", 5),
        ("Creating the conditions", 6),
    ]
    assert [item.id for item in pack.items] == [f"BRD-{number}" for number in range(1, 21)]
    assert pack.parts_called == ("task", "tasks")


def test_actions(pack):
    """25 actions, at least one for each statement."""
    ideas = [idea for item in pack.items for idea in item.actions]
    assert Counter(idea.kind for idea in ideas) == {
        ActionKind.QUICK_WIN: 17,
        ActionKind.LONGER_TERM: 7,
        ActionKind.INFLUENCE: 1,
    }
    assert Counter(idea.suits for idea in ideas)[Suits.MEDIUM_UP] == 3
    assert all(item.actions for item in pack.items)


def test_the_hour(pack):
    """60 minutes: 5 for the welcome, 7 for each of six statements, 13 or more to decide."""
    agenda = pack.outcome.settings["agenda"]
    most = agenda["most_low"] + agenda["most_divided"]
    assert agenda["minutes"] - agenda["welcome"] - most * agenda["each"] == 13
    assert agenda["decide_at_least"] == 13
    assert agenda["first"] == ("BRD-15", "BRD-16")


def test_every_statement_names_the_sections_of_its_task(pack):
    """And one of the cases, where the task has any."""
    for section in pack.sections:
        assert len({item.sources for item in section.items}) == 1
    assert "RtR 2021, Case studies: POhWER" in pack.item("BRD-20").sources
    assert "RtR 2021, Case studies: SIFA" in pack.item("BRD-20").sources


def test_everything_can_be_said_not_to_apply(pack):
    """Each statement says when, and has a short title for the agenda."""
    assert all(item.not_applicable_when and item.title for item in pack.items)


def test_groups_run_by_volunteers_read_their_own_words(pack):
    """Committee for board and trustees, lead volunteer for chief officer."""
    assert pack.item("BRD-20").volunteer_run.statement.startswith("Our committee")
    words = ("board", "trustee", "contract", "chief officer", "staff")
    for item in pack.items:
        statement = item.volunteer_run.statement if item.volunteer_run else item.statement
        texts = [statement, *(idea.volunteer_run or idea.text for idea in item.actions)]
        for text in texts:
            assert not any(word in text.lower() for word in words), text


def test_terms_stand_in_the_glossary(pack):
    """Every word that wants explaining can be explained."""
    glossary = read_glossary(resource("glossary.toml"))
    named = [name for item in pack.items for name in item.terms]
    assert named
    assert all(glossary.term(name).meaning for name in named)


def test_the_status_says_that_the_content_is_untested(pack):
    """Nobody should take the results for more than they are."""
    assert "charities have not tested it" in pack.status


def test_the_sample_answers_everything(pack):
    """Six sample people, each with an answer that fits to every statement."""
    sample = tomllib.loads(resource("sample", f"{pack.id}.toml").read_text(encoding="utf-8"))
    assert len(sample["sheet"]) == 6
    for sheet in sample["sheet"]:
        assert list(sheet["answers"]) == [item.id for item in pack.items]
        assert all(pack.form_of(item).accepts(sheet["answers"][item.id]) for item in pack.items)
