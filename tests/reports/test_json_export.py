"""Results and plan as JSON: the agreed shape, as documented, for every questionnaire."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import table_examples as examples
from hypothesis import given
from hypothesis import strategies as st

from collabkit.assessments.assessment import Party
from collabkit.assessments.pack import ActionKind, OutcomeKind
from collabkit.assessments.results_json import as_json, with_outcome
from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError
from collabkit.files import write_safely
from collabkit.plans.plan import Plan, PlanAction
from collabkit.reports.contents.room import InTheRoom
from collabkit.reports.data.checks import check_json
from collabkit.services.packs import builtin_cards

SCHEMA = json.loads(resource("schemas", "export.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
IDS = [card.id for card in builtin_cards()]


def small(*codes: str, **about: Any) -> examples.Occasion:
    """People who answer both statements of a small pack alike."""
    pack = examples.fixture_pack("described")
    sheets = [{item.id: code for item in pack.items} for code in codes]
    return examples.occasion(pack, sheets, **about)


def read(occasion: examples.Occasion, **changes: Any) -> Any:
    return json.loads(occasion.json(**changes))


def test_the_keys_stand_in_their_order() -> None:
    """Programs of others read this; a key out of place is a break."""
    found = read(small("4", "4", "4", "4", "4", actions=examples.every_action()))
    assert list(found) == [
        "collabkit", "version", "made_on", "charity", "assessment", "pack", "results", "room",
        "own_answers", "remarks", "plan",
    ]  # fmt: skip
    assert (found["collabkit"], found["version"]) == ("results", 1)
    assert found["made_on"] == "2026-11-22"
    assert found["charity"] == {"name": "Sample Charity", "sample": False}
    assert found["assessment"] == {
        "title": "Away-day, June 2026",
        "started": "2026-06-01",
        "finished": "2026-06-14",
        "statements": "all",
        "asked": [item.id for item in examples.fixture_pack("described").items],
        "who_is_left": None,
    }


def test_the_results_are_those_of_the_command_line() -> None:
    pack = examples.fixture_pack("board-check")
    group = examples.occasion(pack, [{item.id: "2" for item in pack.items}] * 5)
    results = group.described.results
    assert read(group)["results"] == json.loads(
        json.dumps(with_outcome(results, pack, group.told.data))
    )
    assert as_json(results, pack).items() <= read(group)["results"].items()
    assert read(group)["results"]["outcome"]["kind"] == "profile"


def test_the_plan_has_every_field_of_an_action() -> None:
    assert read(small("4", minimum=1, actions=examples.every_action()))["plan"][1] == {
        "id": "a2",
        "text": "Ask three partners.",
        "kind": "quick win",
        "slot": "now",
        "status": "dropped",
        "owner": "The chair",
        "first_step": "Telephone.",
        "due": "2026-12-20",
        "review": "2027-01-31",
        "how_we_will_know": "We know.",
        "why": "Nobody asks.",
        "idea": "HON-1-A1",
        "item": "HON-1",
        "also": ["POW-1"],
        "progress": [{"day": "2026-11-01", "text": "Two asked."}],
        "dropped_because": "It was done already.",
        "learned": "Ask first.",
        "carried_from": "a0",
    }


def test_the_questionnaire_is_there_in_the_words_in_which_it_was_answered() -> None:
    found = read(small("4", minimum=1), volunteer_run=True)["pack"]
    pack = examples.fixture_pack("described")
    first = next(pack.items)
    assert (found["id"], found["version"], found["digest"]) == (pack.id, pack.version, pack.digest)
    assert found["wording"] == "volunteer-run"
    assert found["themes"][0]["items"][0]["statement"] == first.statement
    assert found["forms"][0]["options"][3] == {
        "code": "4", "name": pack.forms[0].options[3].name, "value": "4",
    }  # fmt: skip


def test_one_persons_own_answers_are_there_and_a_groups_are_not() -> None:
    first = next(examples.fixture_pack("described").items)
    own = read(small("4", minimum=1, notes=[{first.id: "A note"}]))
    assert own["own_answers"][0] == {"item": first.id, "answer": "4"}
    assert own["remarks"] == [{"item": first.id, "source": "note", "text": "A note"}]
    assert read(small("4", "4", "4", "4", "4"))["own_answers"] is None
    assert read(small("4"))["own_answers"] is None


def test_notes_go_out_only_if_they_are_asked_for() -> None:
    first = next(examples.fixture_pack("described").items)
    own = small("4", minimum=1, notes=[{first.id: "A note"}])
    assert read(own, with_notes=False)["remarks"] == []


def test_the_room_says_what_was_voted_on() -> None:
    one, other = (item.id for item in examples.fixture_pack("described").items)
    room = InTheRoom(7, frozenset({one, other}), frozenset({other}), {one: "Again in May."})
    found = read(small("4", "4", "4", "4", "4", room=room))
    assert found["room"] == {
        "people": 7, "practice": False, "voted": [one, other], "public": [other],
    }  # fmt: skip
    assert found["remarks"] == [
        {"item": one, "source": "noted in the room", "text": "Again in May."}
    ]


@given(st.text(alphabet=st.characters()), st.text())
def test_peoples_texts_are_exactly_as_they_wrote_them(one: str, other: str) -> None:
    """Even half a character, which UTF-8 does not know."""
    action = PlanAction("a", one, ActionKind.QUICK_WIN, owner=other)
    found = read(OWN, plan=Plan("assessment-1", (action,)))
    assert (found["plan"][0]["text"], found["plan"][0]["owner"]) == (one, other)


OWN = small("4", minimum=1)


@cache
def real_exports() -> tuple[tuple[str, Any], ...]:
    """What comes out of the sample, and of a file of answers, for every questionnaire."""
    samples = [i for i in IDS if resource("sample", f"{i}.toml").is_file()]
    files = (
        ("five-themes", "seven-people.csv", 5, {}),
        ("five-themes", "one-person.csv", 1, {}),
        ("opportunities", "opportunities.csv", 5, {}),
        ("opportunities", "opportunities-matching.csv", 5, {}),
        ("barriers", "barriers.csv", 5, {}),
        ("bid-check", "bid-check.csv", 1, {"settled": {"mode": "partners"}}),
        ("partners-view", "partners-view.csv", 5, {"own_view": examples.own_view_file()}),
        ("power-inventory", "power-inventory.csv", 1, {}),
        ("handover", "handover.csv", 1, {}),
    )
    made = (two_views_of_a_bid(), half_of_a_bid(), an_offer_that_nobody_needs(), in_the_room())
    return tuple(
        chain(
            ((each.described.pack.id, read(each)) for each in made),
            ((pack_id, read(examples.from_sample(pack_id))) for pack_id in samples),
            (
                (pack_id, read(examples.from_file(pack_id, name, minimum, **about)))
                for pack_id, name, minimum, about in files
            ),
        )
    )


def two_views_of_a_bid() -> examples.Occasion:
    pack = examples.builtin_pack("bid-check")
    sheets = [{item.id: code for item in pack.statements} for code in ("yes", "no")]
    return examples.occasion(pack, sheets, minimum=1)


def half_of_a_bid() -> examples.Occasion:
    """Every gate is passed, and each part has half of its points."""
    pack = examples.builtin_pack("bid-check")
    sheet = {i.id: "yes" if i.marks.get("gate") else "partly" for i in pack.statements}
    return examples.occasion(pack, [sheet], minimum=1, settled={"mode": "partners"})


def an_offer_that_nobody_needs() -> examples.Occasion:
    sheet = {"OPP-20": "quick-win", "OPP-20-exchange": "offer", "OPP-20-named": "yes"}
    parties = [Party("a", "assessment-1", "A"), Party("b", "assessment-1", "B")]
    return examples.occasion(
        examples.builtin_pack("opportunities"),
        [sheet, {}],
        parties=parties,
        sides=[("a", None), ("b", None)],
    )


def in_the_room() -> examples.Occasion:
    room = InTheRoom(7, frozenset({"POW-1"}), frozenset({"POW-1"}), {"POW-1": "Again in May."})
    pack = examples.builtin_pack("five-themes")
    return examples.occasion(pack, [{"POW-1": "4"}] * 7, room=room)


def test_every_questionnaire_is_tried() -> None:
    assert {pack_id for pack_id, _found in real_exports()} == set(IDS)
    assert {found["pack"]["outcome"] for _id, found in real_exports()} == set(OutcomeKind)


def test_every_real_export_is_as_the_schema_says() -> None:
    VALIDATOR.check_schema(SCHEMA)
    for pack_id, found in real_exports():
        errors = [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(found)]
        assert errors == [], pack_id


def test_the_schema_describes_every_key_and_knows_no_others() -> None:
    for place, schema in objects(SCHEMA):
        assert schema.get("description", "").endswith("."), place
        for name, value in schema.get("properties", {}).items():
            assert value.get("description") or value.get("$ref"), f"{place}.{name}"
        assert schema.get("additionalProperties") is not None, place


def test_every_key_that_the_schema_describes_is_in_some_export() -> None:
    """So that nothing is documented which is not there."""
    seen: set[str] = set()
    for _id, found in real_exports():
        seen |= set(keys_of(found))
    described = {
        name for _place, schema in objects(SCHEMA) for name in schema.get("properties", {})
    }
    assert sorted(described - seen) == []


def test_there_are_no_fractions_of_the_machine() -> None:
    """Scores are texts, so that no program changes them by reading them."""
    for _id, found in real_exports():
        assert float not in {type(value) for value in values_of(found)}


def objects(schema: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every object that the schema describes, with its place."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" or schema.get("type") == ["object", "null"]:
            yield place, schema
        for name, value in schema.items():
            yield from objects(value, f"{place}/{name}")
    elif isinstance(schema, list):
        for number, value in enumerate(schema):
            yield from objects(value, f"{place}/{number}")


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from keys_of(each)


def values_of(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from values_of(each)
    else:
        yield value


def test_the_file_passes_the_check_on_its_way_to_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    write_safely(path, OWN.json(), check_json)
    assert path.read_bytes() == OWN.json()


def test_a_file_that_was_cut_or_changed_is_refused(tmp_path: Path) -> None:
    data = OWN.json()
    path = tmp_path / "damaged.json"
    damaged = [data[:length] for length in range(0, len(data), 101)]
    damaged += [data[: len(data) // 2].ljust(len(data), b"\0"), data + b"\n", b"[" * 100_000]
    damaged += [
        data.replace(b'"collabkit": "results"', b'"collabkit": "session"'),
        data.replace(b'"version": 1,\n "made_on"', b'"version": 2,\n "made_on"'),
        data.replace(b'"n": 1', b'"n": NaN', 1),
        data.replace(b'"n": 1', b'"n": 1.5', 1),
        data.replace(b'"n": 1', b'"n": 2,\n    "n": 1', 1),
        data.replace(b"Sample Charity", b"Sample\xffCharity"),
    ]
    for each in damaged:
        assert each != data
        path.write_bytes(each)
        with pytest.raises(EnvironmentProblemError, match="was not kept"):
            check_json(path)
