"""What the page shows when the data cannot be opened."""

from dataclasses import dataclass
from pathlib import Path

from collabkit.ui.safety.state import Chosen, Row


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """The whole page, in words.

    ``act`` stands on the one button, ``promise`` above it and ``afterwards`` below. ``hindrance``
    says why it cannot be done just now. ``present`` is about going on with the older file, where
    there is that choice; ``advice`` is all there is where nothing can be put back. ``faults`` and
    ``files``, how each of them stands, are for whoever is asked for help. ``older`` stands above
    ``rows``, the copies; nothing is gained by looking at ``beyond_reach``, those of them that are
    damaged.
    """

    title: str = ""
    lead: str = ""
    promise: str = ""
    act: str = ""
    afterwards: str = ""
    hindrance: str = ""
    present: str = ""
    advice: tuple[str, ...] = ()
    older: str = ""
    rows: tuple[Row, ...] = ()
    beyond_reach: frozenset[Path] = frozenset()
    chosen: Chosen | None = None
    can_start_afresh: bool = False
    faults: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    busy: str = ""
