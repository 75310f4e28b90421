"""Wipes what a power cut, a crash or a fault left, wherever it lies."""

import secrets
from pathlib import Path

from collabkit.crash_reports.kept import KeptReports
from collabkit.files import LEFT_OVER
from collabkit.services.erasing_needles import Needles
from collabkit.services.traces import files_in, found_in
from collabkit.storage.locking.wiping import wipe


def wipe_leftovers_below(root: Path) -> tuple[Path, ...]:
    """Overwrite and remove them, of any age; return those that could not be removed.

    One that somebody is writing just now is taken away as well, and its writer is told that it
    could not be written.
    """
    stuck = []
    for path in [path for pattern in LEFT_OVER for path in root.rglob(pattern)]:
        if path.is_dir():
            continue
        # By another name first: otherwise its writer could put zeros in the place of a whole file.
        other = path.with_name(f".collabkit-{secrets.token_hex(8)}.part")
        try:
            path.rename(other)
            wipe(other)
        except FileNotFoundError:
            continue
        except OSError:
            stuck.append(other if other.exists() else path)
    return tuple(stuck)


def wipe_reports_with(needles: Needles, root: Path) -> tuple[Path, ...]:
    """Remove reports of faults with one of ``needles`` in them; return those that could not be.

    Nobody's words are put into a report; but what is erased is looked for rather than believed.
    """
    stuck = []
    for path in files_in(KeptReports(root).folder):
        try:
            if found_in(path, needles):
                wipe(path)
        except FileNotFoundError:
            continue
        except OSError:
            stuck.append(path)
    return tuple(stuck)
