import json
import re

from hypothesis import given
from hypothesis import strategies as st
from measured_packs import answer_lists, item, minimums, pack, results

from collabkit.assessments.results import Band, FindingKind, Spread
from collabkit.assessments.results_json import as_json

DECIMAL = re.compile(r"[1-5]\.\d")


def test_the_shape_is_the_agreed_one_key_by_key():
    """Programs of others read this; a key out of place is a break."""
    of = pack(item("POW-1"), item("POW-2"), item("EMP-1"))
    answers = {"POW-1": "2 3 3 4 4 4 5", "POW-2": "1 1 5 5 5 dk", "EMP-1": "1 dk"}
    written = json.dumps(as_json(results(of, answers, respondents=7), of))
    assert written == json.dumps(
        {
            "pack": "small",
            "version": "1.0",
            "minimum": 5,
            "respondents": 7,
            "items": [
                {
                    "id": "POW-1",
                    "n": 7,
                    "counts": {"1": 0, "2": 1, "3": 2, "4": 3, "5": 1},
                    "dont_know": 0,
                    "not_applicable": 0,
                    "mean": "3.6",
                    "spread": "spread",
                    "band": "keep going",
                },
                {
                    "id": "POW-2",
                    "n": 5,
                    "counts": {"1": 2, "2": 0, "3": 0, "4": 0, "5": 3},
                    "dont_know": 1,
                    "not_applicable": 0,
                    "mean": "3.4",
                    "spread": "split",
                    "band": "talk first",
                },
                {
                    "id": "EMP-1",
                    "n": 1,
                    "counts": None,
                    "dont_know": None,
                    "not_applicable": None,
                    "mean": None,
                    "spread": "too few",
                    "band": None,
                },
            ],
            "themes": [
                {
                    "code": "POW",
                    "applicable": 2,
                    "answered": 2,
                    "score": "3.5",
                    "band": "keep going",
                },
                {"code": "EMP", "applicable": 1, "answered": 0, "score": None, "band": None},
            ],
            "findings": [{"kind": "split", "item": "POW-2"}],
        }
    )


@given(st.data(), minimums)
def test_every_result_has_the_same_keys_and_types(data, minimum):
    """Whatever people answered, other programs can rely on it."""
    of = pack(*(item(f"{code}-{number}") for code in "AB" for number in range(1, 4)))
    answers = {statement.id: data.draw(answer_lists) for statement in of.items}
    measured = as_json(results(of, answers, minimum=minimum), of)
    assert json.loads(json.dumps(measured, allow_nan=False)) == measured
    assert [entry["id"] for entry in measured["items"]] == [i.id for i in of.items]
    for entry in measured["items"]:
        assert type(entry["n"]) is int
        assert entry["spread"] in list(Spread)
        hidden = entry["n"] < minimum
        assert (entry["counts"] is None) == hidden
        assert (entry["mean"] is None) == hidden
        assert (entry["band"] is None) == hidden
        if not hidden:
            assert list(entry["counts"]) == ["1", "2", "3", "4", "5"]
            assert sum(entry["counts"].values()) == entry["n"]
            assert DECIMAL.fullmatch(entry["mean"])
            assert entry["band"] in list(Band)
    for theme in measured["themes"]:
        assert list(theme) == ["code", "applicable", "answered", "score", "band"]
        assert theme["score"] is None or DECIMAL.fullmatch(theme["score"])
    for finding in measured["findings"]:
        assert finding["kind"] in list(FindingKind)
        assert finding["item"] in answers
