"""The way to a network, with files that are to be taken in there. No Qt."""

from collections.abc import Iterable
from itertools import count
from typing import Any

PLACE = "network"
_numbers = count(1)


def to_network(network_id: str, paths: Iterable[str] = ()) -> dict[str, Any]:
    """Return what the page is handed.

    With files it is each time something else, so that they are looked at when somebody comes with
    them, and not again on the way back.
    """
    handed: dict[str, Any] = {"network_id": network_id}
    if paths := tuple(paths):
        handed |= {"paths": paths, "number": next(_numbers)}
    return handed
