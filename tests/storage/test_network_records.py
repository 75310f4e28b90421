"""Networks and what their groups sent."""

from dataclasses import replace
from datetime import date

import pytest

from collabkit.paths import DataFolder
from collabkit.storage import Removed, Store
from collabkit.storage.facts import Network, NetworkLine, StoredGroup

NETWORK = Network("network-1", "Sample network", 5, date(2026, 11, 22))
FIRST = StoredGroup("a", date(2026, 11, 22), '{"sample": "ŵ"}')
SECOND = StoredGroup("b", date(2026, 11, 23), "{}")


def test_a_network_comes_back_as_it_was(store: Store, folder: DataFolder) -> None:
    """With what its groups sent, after a restart with all its checks."""
    store.networks.add(NETWORK)
    store.networks.take(NETWORK.id, (SECOND, FIRST))
    store.close()
    with Store.open(folder) as again:
        assert again.networks.lines() == (NetworkLine(NETWORK, 2),)
        assert again.networks.groups(NETWORK.id) == (FIRST, SECOND)


def test_what_a_group_sends_later_counts(store: Store) -> None:
    """A group is there once."""
    store.networks.add(NETWORK)
    store.networks.take(NETWORK.id, (FIRST,))
    later = replace(FIRST, received=date(2026, 12, 1), text='{"sample": 2}')
    store.networks.take(NETWORK.id, (later, later))
    assert store.networks.groups(NETWORK.id) == (later,)


def test_a_group_can_be_let_go(store: Store) -> None:
    """Only that group, and only from that network."""
    other = replace(NETWORK, id="network-2", name="Another")
    for network in (NETWORK, other):
        store.networks.add(network)
        store.networks.take(network.id, (FIRST, SECOND))
    store.networks.drop(NETWORK.id, ["a", "unknown"])
    assert store.networks.groups(NETWORK.id) == (SECOND,)
    assert store.networks.groups(other.id) == (FIRST, SECOND)


def test_a_network_that_was_put_away_comes_back(store: Store) -> None:
    """With its groups."""
    store.networks.add(NETWORK)
    store.networks.take(NETWORK.id, (FIRST,))
    store.networks.remove(NETWORK.id, date(2026, 12, 1))
    assert store.networks.lines() == ()
    assert store.networks.removed() == (Removed(NETWORK, date(2026, 12, 1)),)
    store.networks.restore(NETWORK.id)
    assert store.networks.lines() == (NetworkLine(NETWORK, 1),)


def test_a_network_can_be_renamed(store: Store) -> None:
    """Its groups stay."""
    store.networks.add(NETWORK)
    store.networks.rename(NETWORK.id, "Another name")
    assert store.networks.get(NETWORK.id) == replace(NETWORK, name="Another name")


def test_an_unknown_network(store: Store) -> None:
    """There is nothing to read, to rename or to put groups into."""
    with pytest.raises(KeyError):
        store.networks.get("nowhere")
    with pytest.raises(KeyError):
        store.networks.rename("nowhere", "A name")
    with pytest.raises(KeyError):
        store.networks.take("nowhere", (FIRST,))
