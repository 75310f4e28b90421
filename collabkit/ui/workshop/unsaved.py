"""Which sessions are further than the disk knows: asked before something else writes to them."""

from collections.abc import Callable, Iterable


class UnsavedSessions:
    """Knows by its sources, such as a console, which sessions have steps that are not saved yet.

    Such steps are handed in again whole, so that whatever was written between would be lost.
    """

    def __init__(self) -> None:
        self._sources: list[Callable[[], Iterable[str]]] = []

    def add_source(self, source: Callable[[], Iterable[str]]) -> None:
        """Ask ``source``, too; it returns the ids of such sessions."""
        self._sources.append(source)

    def __contains__(self, session_id: str) -> bool:
        return any(session_id in source() for source in self._sources)
