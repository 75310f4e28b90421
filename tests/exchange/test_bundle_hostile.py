"""Bundles from strangers: each is refused in a sentence, whatever somebody does to them."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, reduce
from operator import getitem
from typing import Any

import pytest
from bundle_samples import members, sample_bundle, sample_bytes, written
from hostile_bundles import HOSTILE, LOCKED, PASSPHRASE
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.exchange.bundles.bundle_file import read_bundle
from collabkit.exchange.bundles.container import MANIFEST
from collabkit.exchange.bundles.lock import is_locked, unlocked
from collabkit.exchange.bundles.refusals import BundleError
from collabkit.services.bundle_checks import check_bundle

Path = tuple[Any, ...]


def opened(data: bytes) -> None:
    """Do all that is done with a file before it is laid beside what is here."""
    bundle = read_bundle(unlocked(data, PASSPHRASE) if is_locked(data) else data)
    check_bundle(bundle)


def test_the_sample_is_not_hostile() -> None:
    """Otherwise the tests below would prove nothing."""
    opened(sample_bytes())
    opened(LOCKED)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_bundle_is_refused(name: str) -> None:
    """In a sentence that says what is wrong, that nothing was changed, and what to do."""
    data, said = HOSTILE[name]()
    with pytest.raises(BundleError) as refusal:
        opened(data)
    sentence = str(refusal.value)
    assert said in sentence
    assert "nothing was changed here. Please" in sentence


@settings(max_examples=200)
@given(st.data())
def test_a_changed_byte_is_refused_or_changes_nothing(data: st.DataObject) -> None:
    """Wherever it is: nothing but a bundle that says just the same is ever read."""
    at = data.draw(st.integers(0, len(sample_bytes()) - 1))
    length = data.draw(st.integers(0, 40))
    new = data.draw(st.binary(max_size=40))
    try:
        found = read_bundle(sample_bytes()[:at] + new + sample_bytes()[at + length :])
    except BundleError:
        return
    assert found == sample_bundle()


ODD = st.sampled_from(
    [None, True, 0, -1, 10**30, "", " ", "x" * 5_000, "a\nb", "\ud800", "dk", "2026-13-01", [], {}]
)


def places(told: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the way to every value in a member."""
    yield path
    keys = told if isinstance(told, dict) else range(len(told)) if isinstance(told, list) else ()
    for key in keys:
        yield from places(told[key], (*path, key))


@cache
def all_places() -> tuple[tuple[str, Path], ...]:
    """Every value of every member but the manifest, which lists the others as they are."""
    told = {name: json.loads(data) for name, data in members().items() if name.endswith(".json")}
    return tuple((name, path) for name in told if name != MANIFEST for path in places(told[name]))


@settings(max_examples=int(os.environ.get("BUNDLES", "60")))
@given(st.data())
def test_a_changed_value_is_read_or_refused(data: st.DataObject) -> None:
    """With the right digest: whatever stands there, it ends with a bundle or a sentence."""
    name, path = data.draw(st.sampled_from(all_places()))
    told = json.loads(members()[name])
    if not path:
        told = data.draw(ODD)
    else:
        *way, last = path
        part = reduce(getitem, way, told)
        match data.draw(st.sampled_from(["change", "remove", "double"])):
            case "change":
                part[last] = data.draw(ODD)
            case "remove":
                del part[last]
            case _ if isinstance(part, list):
                part.append(part[last])
            case _:
                part[f"{last} "] = part[last]
    with suppress(BundleError):
        opened(written(name, json.dumps(told).encode()))
