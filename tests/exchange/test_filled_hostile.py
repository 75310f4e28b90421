"""Forms from strangers: a sheet or a sentence, soon and within little memory, whatever they are."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import hostile_forms
import pytest
import small_forms
from hostile_forms import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from small_forms import UNANSWERED, fields, form, told, updated

from collabkit.errors import CollabkitError, DataRefusedError, InvalidInputError
from collabkit.exchange.answers.filled_apart import UnreadableError, fields_in
from collabkit.exchange.answers.filled_form import MOST_BYTES, read_filled_form, sheet_of
from collabkit.exchange.answers.filled_process import fields_apart
from collabkit.exchange.answers.filled_sentences import unreadable
from collabkit.exchange.answers.returned import ReturnedSheet

MOST_SECONDS = 2
MOST_MEGABYTES = 256
GROUPS = {name: reason for reason, files in HOSTILE.items() for name, _data in files()}

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are measured by a fork")


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Any]:
    """What came of every file, in a process each, and what it took."""
    done = subprocess.run(
        [sys.executable, str(Path(hostile_forms.__file__))], capture_output=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def outcome(data: bytes) -> ReturnedSheet | CollabkitError:
    """Read a file without a process of its own; any other error passes through."""
    try:
        return sheet_of(fields_in(data), "form.pdf")
    except UnreadableError as error:
        return unreadable("form.pdf", str(error))
    except CollabkitError as error:
        return error


def outcome_of(said: Mapping[str, Any]) -> ReturnedSheet | CollabkitError:
    if "reason" in said:
        return unreadable("form.pdf", said["reason"])
    try:
        return sheet_of([(name, values) for name, values in said["fields"]], "form.pdf")
    except CollabkitError as error:
        return error


@needs_fork
@pytest.mark.parametrize("name", GROUPS)
def test_a_hostile_file_is_refused_with_what_it_is(name: str, measured: Mapping[str, Any]) -> None:
    """Each for its own reason, in a sentence that fits into a message."""
    error = outcome_of(measured[name]["said"])
    assert isinstance(error, DataRefusedError | InvalidInputError)
    assert re.search(GROUPS[name], str(error))
    assert "“form.pdf”" in str(error)
    assert str(error).isprintable()
    assert all(fault.isprintable() for fault in getattr(error, "faults", ()))


@needs_fork
def test_no_file_takes_long_or_much(measured: Mapping[str, Any]) -> None:
    """Two seconds and 256 megabytes are the limits; the worst that is known comes near to them."""
    assert len(measured) > 90
    assert max(each["seconds"] for each in measured.values()) < MOST_SECONDS
    assert max(each["megabytes"] for each in measured.values()) < MOST_MEGABYTES
    assert measured["objects on top of each other"]["was stopped"]


@needs_fork
@pytest.mark.parametrize("name", [name for name, _data in small_forms.honest()])
def test_an_honest_file_is_read_however_it_was_written(
    name: str, measured: Mapping[str, Any]
) -> None:
    """One answer, one note; what else is inside has no part in it."""
    sheet = outcome_of(measured[name]["said"])
    assert isinstance(sheet, ReturnedSheet), sheet
    assert (sheet.answers, sheet.notes) == ({"POW-1": "3"}, {"POW-1": "A word"})


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    """Through the door that everybody uses."""
    assert read_filled_form(form(), "form.pdf").answers == {"POW-1": "3"}


def test_what_breaks_the_process_breaks_nothing_here() -> None:
    """An error of memory over there is a reason here."""
    data = form(entries=b"/X[%s]" % (b"1 " * 5_000_000))
    with pytest.raises(UnreadableError, match=r"damaged|too much"):
        fields_apart(data)


def test_a_file_that_is_too_large_is_not_opened() -> None:
    """The limit is told."""
    with pytest.raises(DataRefusedError, match="larger than 20 megabytes"):
        read_filled_form(bytes(MOST_BYTES + 1), "form.pdf")


def test_the_name_of_a_file_cannot_hurt() -> None:
    """It comes from a stranger too."""
    with pytest.raises(DataRefusedError) as caught:
        read_filled_form(b"", "a\x1b[2J{name}\n" + "b" * 500)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


def test_a_file_that_is_cut_off_anywhere_is_refused() -> None:
    """Nobody gets half of somebody's answers."""
    data = form()
    for length in range(data.rindex(b"\n%%EOF")):
        assert isinstance(outcome(data[:length]), DataRefusedError), length


def test_a_file_that_loses_its_last_words_never_says_something_new() -> None:
    """Cut off, a file that was saved twice is what it was before, or refused."""
    first = form(fields(words=b"(First)"))
    data = updated(first, b"<</Fields[%s]>>" % fields(UNANSWERED, b"(Second)"))
    for length in range(len(first) - 10, data.rindex(b"\n%%EOF"), 3):
        found = outcome(data[:length])
        if isinstance(found, ReturnedSheet):
            assert (found.answers, found.notes) == ({"POW-1": "3"}, {"POW-1": "First"})
        else:
            assert isinstance(found, DataRefusedError)


def mutated(data: bytes, draw: st.DataObject) -> bytes:
    changed = bytearray(data)
    for place in draw.draw(st.lists(st.integers(0, len(data) - 1), min_size=1, max_size=8)):
        changed[place] = draw.draw(st.sampled_from(b"<>[]()/%# \n\x00\xff0179RVOf"))
    return bytes(changed)


@settings(max_examples=150)
@given(st.data())
def test_any_change_of_a_form_gives_a_sheet_or_a_sentence(draw: st.DataObject) -> None:
    """A disk or a mail program that damages a form is told in a sentence."""
    outcome(mutated(form(), draw))


PACKED = dict(small_forms.honest())["with packed objects"]


@settings(max_examples=50)
@given(st.data())
def test_any_change_of_a_packed_form_gives_a_sheet_or_a_sentence(draw: st.DataObject) -> None:
    """Also where nothing can be read without unpacking it."""
    outcome(mutated(PACKED, draw))


pieces = st.sampled_from(
    [
        b"/FT/Btn", b"/FT/Tx", b"/FT/Ch", b"/FT 1", b"/T(POW-1)", b"/T(a)", b"/T()", b"/T 1 0 R",
        b"/V/3", b"/V(3)", b"/V[(1)(3)]", b"/V<FEFFD800>", b"/V 4 0 R", b"/V null", b"/V<</A 1>>",
        b"/AS/3", b"/AS(3)", b"/AS 3", b"/AP 3", b"/AP<</N 3>>", b"/AP<</N<</3<<>>>>>>",
        b"/Opt[(3)]", b"/Opt 3", b"/Opt[[(3)]]", b"/Opt[[(3)[]]]", b"/Kids[4 0 R]", b"/Kids 4",
        b"/Kids[null 1 (x)]", b"/Kids[<</AS/3>>]", b"/Ff true", b"/Parent 3 0 R",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.lists(pieces, max_size=6).map(b"".join), min_size=1, max_size=4))
def test_any_field_gives_a_sheet_or_a_sentence(bodies: list[bytes]) -> None:
    """Whatever stands where something else should be."""
    tree = b"".join(b"<<%s>>" % body for body in bodies)
    outcome(form(told() + b"<</T(a)/Kids[%s]>>" % tree))
