"""Reads a file that may be a questionnaire. Slow enough to be called off the GUI thread. No Qt."""

from pathlib import Path

from collabkit.assessments.pack import Pack
from collabkit.errors import CollabkitError
from collabkit.services import Services
from collabkit.services.packs import builtin_file
from collabkit.ui.own_packs.state import Checked, Finding, Standing


def check_file(services: Services, path: Path) -> Checked:
    """Return what is in the file at ``path`` and how it stands to what is here.

    Raises ``EnvironmentProblemError`` if it cannot be opened.
    """
    check = services.own_packs.check(path)
    standing, older = _standing(services, check.pack)
    return Checked(
        path=path,
        standing=standing,
        faults=tuple(_finding(path.name, sentence) for sentence in check.faults),
        warnings=tuple(_finding(path.name, sentence) for sentence in check.warnings),
        pack=check.pack,
        older=older,
    )


def _standing(services: Services, pack: Pack | None) -> tuple[Standing, Pack | None]:
    if pack is None:
        return Standing.FAULTY, None
    if builtin_file(pack.id) is not None:
        return Standing.TAKEN, None
    if pack.id not in services.packs.own_files():
        return Standing.NEW, None
    try:
        older = services.packs.read(pack.id)
    except CollabkitError:  # damaged: to be replaced all the more
        return Standing.NEWER, None
    return (Standing.SAME if older.digest == pack.digest else Standing.NEWER), older


def _finding(name: str, sentence: str) -> Finding:
    """Take a sentence such as “file: place: reason” apart; the file is known to the reader."""
    words = sentence.removeprefix(f"{name}: ")
    place, colon, reason = words.partition(": ")
    return Finding(place, reason) if colon else Finding("", words)
