"""Invitations: everything of a sheet goes out and comes in; nothing else is taken for one."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from answer_samples import handed_out, pack, source
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.assessments.pack import Respondent
from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.wording import worded
from collabkit.assets import resource
from collabkit.errors import DataRefusedError
from collabkit.exchange.answers.invitation import MOST_BYTES, invitation_bytes, read_invitation


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The bytes of a sound invitation after ``change``."""
    told = json.loads(invitation_bytes(handed_out()))
    change(told)
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"sheet": ""},
        {"role": Respondent.PARTNER, "roles": (), "party": "Sample Partner"},
        {"minimum": 3, "is_open": True, "party": "One", "about": "Another"},
        {"optional": frozenset(), "title": "Jüne “2026”"},
    ],
)
def test_a_sheet_comes_in_as_it_went_out(changes: dict[str, object]) -> None:
    """With its questionnaire, word for word."""
    sheet = handed_out(**changes)
    assert read_invitation(invitation_bytes(sheet)) == sheet


def test_the_words_for_groups_that_volunteers_run_are_the_ones_asked() -> None:
    """The file of the questionnaire has both; the invitation says which."""
    data = resource("packs", "five-themes.toml").read_bytes()
    ours = worded(parse_pack(data, "five-themes.toml"))
    sheet = handed_out(
        pack=ours, source=data, is_volunteer_run=True, asked=("POW-1",), optional=frozenset()
    )
    assert read_invitation(invitation_bytes(sheet)).pack == ours


def test_the_same_sheet_gives_the_same_bytes() -> None:
    """Whatever the order in a set happens to be."""
    one = handed_out(optional=frozenset({"BRD-3", "BRD-1"}))
    other = handed_out(optional=frozenset({"BRD-1", "BRD-3"}))
    assert invitation_bytes(one) == invitation_bytes(other)


def test_nothing_that_others_said_is_in_it() -> None:
    """Nor anything of the charity but its name."""
    told = json.loads(invitation_bytes(handed_out()))
    assert sorted(told) == [
        "about", "asked", "assessment", "charity", "collabkit", "is_open", "made_on", "minimum",
        "optional", "pack", "party", "role", "roles", "sheet", "title", "version",
    ]  # fmt: skip
    assert sorted(told["pack"]) == ["digest", "id", "is_volunteer_run", "source", "version"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe{",
        b"{}",
        b'{"collabkit": "invitation"}',
        b'{"collabkit": "answer file", "version": 1}',
        b'{"collabkit": "invitation", "version": true}',
        b'{"collabkit": "invitation", "collabkit": "invitation", "version": 1}',
        b"[" * 200_000,
        source(),
    ],
)
def test_what_is_no_invitation_is_refused(data: bytes) -> None:
    """In a sentence about invitations."""
    with pytest.raises(DataRefusedError, match="invitation"):
        read_invitation(data)


def test_a_newer_invitation_is_refused() -> None:
    """With what to do about it."""
    with pytest.raises(DataRefusedError, match="newer version of collabkit"):
        read_invitation(changed(lambda told: told.update(version=2)))


def test_an_invitation_that_is_too_large_is_not_even_parsed() -> None:
    """Whatever is in it."""
    with pytest.raises(DataRefusedError, match="far larger"):
        read_invitation(b" " * (MOST_BYTES + 1))


def test_an_invitation_cut_in_half_is_refused() -> None:
    """Wherever it was cut."""
    whole = invitation_bytes(handed_out())
    for share in range(1, 10):
        with pytest.raises(DataRefusedError):
            read_invitation(whole[: len(whole) * share // 10])


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("charity"),
        lambda told: told.update(more=1),
        lambda told: told.update(charity="  "),
        lambda told: told.update(charity="x" * 121),
        lambda told: told.update(title="two\nlines"),
        lambda told: told.update(assessment=""),
        lambda told: told.update(sheet="x" * 21),
        lambda told: told.update(sheet=None),
        lambda told: told.update(made_on="2026-06-31"),
        lambda told: told.update(minimum=2),
        lambda told: told.update(minimum=0),
        lambda told: told.update(minimum=11),
        lambda told: told.update(is_open="yes"),
        lambda told: told.update(role="robot"),
        lambda told: told.update(role="partner"),
        lambda told: told.update(roles=[]),
        lambda told: told.update(roles=["trustee", "trustee"]),
        lambda told: told.update(roles=["robot"]),
        lambda told: told.update(asked=[]),
        lambda told: told.update(asked=["BRD-2", "BRD-1"]),
        lambda told: told.update(asked=["BRD-1", "BRD-1"]),
        lambda told: told.update(asked=["XXX-1"]),
        lambda told: told.update(asked="BRD-1"),
        lambda told: told.update(optional=["BRD-9"]),
        lambda told: told["pack"].update(source="id = 1"),
        lambda told: told["pack"].update(source=7),
        lambda told: told["pack"].update(source="\udfff"),
        lambda told: told["pack"].update(source=told["pack"]["source"] + "\n"),
        lambda told: told["pack"].update(id="five-themes"),
        lambda told: told["pack"].update(version="9"),
        lambda told: told["pack"].update(digest="0" * 64),
        lambda told: told["pack"].update(digest="short"),
        lambda told: told["pack"].update(is_volunteer_run=None),
        lambda told: told["pack"].update(more=1),
        lambda told: told.update(pack=[]),
    ],
)
def test_a_part_that_does_not_fit_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    """Missing, too much, too long, unknown, or at odds with another part."""
    with pytest.raises(DataRefusedError, match=r"^This invitation cannot be opened: "):
        read_invitation(changed(change))


def test_what_is_for_ones_own_eyes_is_never_asked() -> None:
    """Not even if the file says so: the answer would go to somebody else."""
    data = resource("packs", "power-inventory.toml").read_bytes()
    inventory = parse_pack(data, "power-inventory.toml")
    private = next(item.id for item in inventory.items if item.marks.get("private"))
    sheet = handed_out(pack=inventory, source=data, asked=(private,), optional=frozenset())
    with pytest.raises(DataRefusedError, match="does not have"):
        read_invitation(invitation_bytes(sheet))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 300) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=40)
@given(st.data())
def test_whatever_one_part_holds_it_is_read_or_refused(data: st.DataObject) -> None:
    """Any value anywhere: a sheet that can go out again, or a sentence."""
    told = json.loads(invitation_bytes(handed_out()))
    part = data.draw(st.sampled_from([told, told["pack"]]))
    part[data.draw(st.sampled_from(sorted(part)))] = data.draw(_JSON)
    with suppress(DataRefusedError):
        read = read_invitation(json.dumps(told).encode())
        assert read_invitation(invitation_bytes(read)) == read
        assert read.pack == pack()
