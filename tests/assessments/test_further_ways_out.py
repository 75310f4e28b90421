"""Answers beside *don't know* and *does not apply* that are no levels either: too early to say."""

import json

from collabkit.assessments.assessment import Selection
from collabkit.assessments.explanations import explain_item
from collabkit.assessments.measure import is_applicable, measure
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import ItemResult, Results
from collabkit.assessments.results_json import as_json
from collabkit.assessments.sentences import read_aloud
from collabkit.assessments.tally import tally_all, tally_answers
from collabkit.services.packs import builtin_pack


def health_check() -> Pack:
    return builtin_pack("health-check")


def measured(answers: str, minimum: int = 5) -> Results:
    """Measure answers to the first statement of the health check."""
    pack = health_check()
    return measure(
        pack,
        tally_all(pack, (("PHC-1", code) for code in answers.split())),
        asked=[item.id for item in pack.items],
        minimum=minimum,
        respondents=9,
        selection=Selection.ALL,
    )


def item(answers: str, minimum: int = 5) -> ItemResult:
    return measured(answers, minimum).item("PHC-1")


def aloud(answers: str, minimum: int = 5) -> str:
    pack = health_check()
    return read_aloud(item(answers, minimum), pack.form("agreement"), minimum)


def test_a_tally_keeps_them_by_code():
    """They are people who answered, but no counted answers."""
    tally = tally_answers("PHC-1", health_check().form("agreement"), ["4", "early", "na", "early"])
    assert dict(tally.further) == {"early": 2}
    assert (tally.n, tally.dont_know, tally.not_applicable, tally.people) == (1, 0, 1, 4)


def test_they_are_in_no_mean():
    """Five 4s stay 4.0, whoever finds it too early."""
    result = item("4 4 4 4 4 early early")
    assert result.mean == 4
    assert dict(result.further or {}) == {"early": 2}
    assert result.way_out("early") == 2


def test_they_are_hidden_by_the_rule_of_dont_know():
    """Together with everybody else who answered they have to reach the minimum."""
    hidden, shown = item("4 4 early early"), item("4 4 early early dk")
    assert (hidden.further, hidden.way_out("early"), hidden.dont_know) == (None, None, None)
    assert (dict(shown.further or {}), shown.dont_know, shown.mean) == ({"early": 2}, 1, None)


def test_a_statement_that_is_too_early_still_applies():
    """Nobody said that it does not apply, so a score of the stage still waits for it."""
    assert is_applicable(item("early early early early na"))
    assert not is_applicable(item("na na na na na"))
    assert is_applicable(item("early", minimum=1))


def test_too_early_is_never_low():
    """There is no mean, no band and no finding."""
    results = measured("early na early na early")
    assert results.item("PHC-1").mean is None
    assert results.item("PHC-1").band is None
    assert results.findings == ()


def test_too_early_does_not_count_for_what_nobody_can_see():
    """Two of six who could know do not know: a third. The three who wait change nothing."""
    assert [finding.item_id for finding in measured("4 4 4 4 dk dk early").findings] == ["PHC-1"]
    assert measured("4 4 4 4 4 dk early early").findings == ()


def test_they_are_read_aloud():
    """One person's answer is not called missing, and a group hears how many wait."""
    assert aloud("early", minimum=1) == "You answered “too early to say”."
    assert aloud("4 4 4 4 5 early") == (
        "All five chose 4 or 5. Together. One answered “too early to say”."
    )


def test_they_are_explained():
    """Whoever asks how a mean was worked out hears that they are not in it."""
    sentences = explain_item(health_check(), item("4 4 4 4 5 early"), 5)
    assert (
        "“Too early to say” (1) never counts as low and is not part of the mean either."
        in sentences
    )


def test_json_has_them_only_for_packs_that_know_them():
    """Other packs keep the keys they have; what is hidden is null."""
    pack = health_check()
    items = json.loads(json.dumps(as_json(measured("4 early"), pack)))["items"]
    assert (items[0]["further"], items[1]["further"]) == (None, None)
    shown = as_json(measured("4 4 4 4 4 early"), pack)["items"]
    assert shown[0]["further"] == {"early": 1}
    themes = builtin_pack("five-themes")
    results = measure(themes, {}, asked=[], minimum=5, respondents=0, selection=Selection.ALL)
    assert all("further" not in entry for entry in as_json(results, themes)["items"])
