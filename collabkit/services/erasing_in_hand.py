"""What is being erased just now, written down before, so that the next start can finish it.

After the transaction, private words and safety copies are still there for a moment. If the program
is stopped then, nothing in the database would tell any more what to look for in them. So ids (and,
where a name is taken out, the name) lie in a small file until they are gone too. In a locked folder
it is sealed.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.services.erasing_needles import Needles
from collabkit.storage.locking.replacing import wipe_under_other_name
from collabkit.storage.locking.small_files import read_small, write_small

IN_HAND = "erasing.json"


@dataclass(frozen=True, slots=True)
class InHand:
    """What to look for: ``roots`` are in every copy that holds any of it, ``ids`` are all of it.

    ``name`` is one that is taken out. ``receipts`` and ``number`` are how many receipts and changes
    there were before: with more of the first, it was erased, and copies with more of the latter
    hold nothing of it.
    """

    ids: tuple[str, ...]
    roots: tuple[str, ...]
    people: tuple[str, ...]
    name: str
    with_copies: bool
    receipts: int
    number: int

    @property
    def needles(self) -> Needles:
        """What is looked for in copies."""
        return Needles(names=(self.name,)) if self.name else Needles(self.roots or self.ids)


def in_hand_file(folder: DataFolder) -> Path:
    """Return where it is written down; mostly there is no such file."""
    return folder.root / IN_HAND


def take_in_hand(folder: DataFolder, erasing: InHand) -> None:
    """Write down what is to be erased; raises ``EnvironmentProblemError``."""
    try:
        write_small(in_hand_file(folder), json.dumps(asdict(erasing)).encode(), folder)
    except CollabkitError:
        let_go(folder)  # it may be there, if only the last sync failed
        raise


def left_in_hand(folder: DataFolder) -> InHand:
    """Return what a stop left; raises ``OSError``, and ``ValueError`` for what cannot be read."""
    kept = json.loads(read_small(in_hand_file(folder), folder))
    try:
        return InHand(
            ids=tuple(map(str, kept["ids"])),
            roots=tuple(map(str, kept["roots"])),
            people=tuple(map(str, kept["people"])),
            name=str(kept["name"]),
            with_copies=bool(kept["with_copies"]),
            receipts=int(kept["receipts"]),
            number=int(kept["number"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError from error


def let_go(folder: DataFolder) -> tuple[Path, ...]:
    """Remove what was written down; return it if that cannot be done."""
    path = in_hand_file(folder)
    try:
        wipe_under_other_name(path)  # half removed, it would tell of an erasing nobody knows of
    except FileNotFoundError:
        return ()
    except OSError:
        return (path,)
    return ()
