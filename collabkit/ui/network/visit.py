"""The way to the networks with a file that belongs to one of them. No Qt."""

from typing import Any

PLACE = "network"


class Errand:
    """A file that looks for its network; ``is_done`` once it was taken in there, or left.

    Each time that somebody opens a file is an errand of its own, even if the file is the same.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.is_done = False


def to_networks(path: str) -> dict[str, Any]:
    """Return what the page of all networks is handed with the file at ``path``."""
    return {"errand": Errand(path)}


def to_network(network_id: str, errand: Errand | None = None) -> dict[str, Any]:
    """Return what the page of one network is handed, with the file that may belong there."""
    return {"network_id": network_id} | ({"errand": errand} if errand else {})
