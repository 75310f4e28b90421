"""The places of the program hang together, and each tells what it is handed."""

import sys
from functools import partial

import pytest

from collabkit.ui.context import Context
from collabkit.ui.navigation import Place
from collabkit.ui.places import places


def nothing_open() -> Context:
    raise AssertionError("a page was made before anybody went there")


PLACES = places(nothing_open)


def test_no_two_places_have_the_same_key() -> None:
    keys = [place.key for place in PLACES]
    assert len(keys) == len(set(keys))


def test_the_rail_shows_the_places_in_this_order() -> None:
    in_rail = [place.key for place in PLACES if not place.under]
    assert in_rail == ["home", "assess", "workshop", "plan", "learn", "search", "settings"]


def test_whatever_is_not_in_the_rail_counts_as_something_that_is() -> None:
    in_rail = {place.key for place in PLACES if not place.under}
    assert {place.under for place in PLACES if place.under} <= in_rail


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)
def test_every_place_is_described_where_it_is_made(place: Place) -> None:
    """Whoever asks for a place reads there which arguments it takes."""
    assert isinstance(place.make_page, partial)
    module = sys.modules[place.make_page.func.__module__]
    described = [line.split()[0] for line in (module.__doc__ or "").splitlines() if line.strip()]
    assert place.key in described
