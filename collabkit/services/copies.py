"""The verified copy of everything that is made when the program closes."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.storage.copies import copies_in


@dataclass(frozen=True, slots=True)
class SafetyCopy:
    """A copy and when it was made, by this computer's clock."""

    path: Path
    made: datetime


def safety_copy(folder: DataFolder) -> SafetyCopy | None:
    """Return the copy that lies in ``folder``, or ``None`` if there is none to be seen."""
    for copy in copies_in(folder):
        return SafetyCopy(copy.path, copy.made)
    return None
