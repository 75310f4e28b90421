"""The way back when the data cannot be opened: what can be put back, and doing it.

The data is closed meanwhile. Looking changes nothing. Whatever is done, the file that was there is
kept, and everything is either as before or put back in full.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from functools import partial
from pathlib import Path

from collabkit.errors import CollabkitError, DataRefusedError, EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.kept_pictures import keep_pictures
from collabkit.services.last_way import passing_file, readable_rest, write_rest
from collabkit.services.safety import Contents, SafetyCopy, copies_of
from collabkit.storage.contents import contents_of
from collabkit.storage.copies import copies_in
from collabkit.storage.identity import THIS_RELEASE, version_of
from collabkit.storage.locking.unlocked_folder import key_of, line_seal_of
from collabkit.storage.problems import (
    DamagedFileError,
    ForeignFileError,
    MissingFileError,
    NewerFileError,
    OlderFileError,
)
from collabkit.storage.recoverable import Recoverable, find_recoverable, present_state
from collabkit.storage.recovery import build, recover, restore, take_over
from collabkit.storage.second_copy.lines import (
    BEGINNING,
    BrokenLineError,
    Change,
    Mark,
    content_of,
    unsealed,
)
from collabkit.storage.second_copy.segments import segment_paths
from collabkit.storage.sentences import in_sentences
from collabkit.storage.what_lies_there import LiesThere

Fingerprint = tuple[tuple[str, int, int], ...]

_NOTHING = Recoverable(None, (), Mark(0, BEGINNING), None, None)
_ANSWERS = "response"  # the table of them
_WITH_ANSWERS = {_ANSWERS, "assessment"}  # which notes where somebody stopped


class Trouble(Enum):
    """Why the data cannot be opened."""

    DAMAGED = auto()
    OLDER = auto()  # than what was saved last
    MISSING = auto()
    BEGINNING = auto()  # is damaged, so that the file cannot even be opened
    EMPTIED = auto()
    FOLDER = auto()  # lies in its place
    FOREIGN = auto()  # not ours, or damaged so that nobody can tell
    NEWER = auto()  # than this program


_FOUND = {
    LiesThere.FOLDER: Trouble.FOLDER,
    LiesThere.EMPTY: Trouble.EMPTIED,
    LiesThere.OURS: Trouble.BEGINNING,
    LiesThere.OTHER: Trouble.FOREIGN,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to go on with, and what is in it.

    ``contents`` was found by putting it together; ``None`` if the machine does not allow that just
    now.
    """

    state: Recoverable
    contents: Contents | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What is known about data that cannot be opened.

    ``best`` reaches furthest; ``present`` is the file itself, where it could be gone on with, and
    ``behind`` how many changes it lacks, if that is known; ``answers`` is how many answers these
    are, if they are nothing else. ``rest`` is what can still be read in the damaged file where
    there is nothing else. ``copies`` are older states; ``has_log`` tells whether there is
    any log, sound or not. ``hindrance`` is a sentence: why nothing can be done just now.
    """

    trouble: Trouble
    best: Offer | None = None
    present: Offer | None = None
    behind: int = 0
    answers: int = 0
    has_log: bool = False
    copies: tuple[SafetyCopy, ...] = ()
    hindrance: str = ""
    rest: Contents | None = None
    seen: Fingerprint = ()


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came of it: what is in the data now, and the file that was put aside, if one was."""

    contents: Contents
    kept: Path | None


def trouble_of(error: DataRefusedError) -> Trouble | None:
    """Return what kind of trouble ``error`` is about; ``None`` if this room knows no way back."""
    match error:
        case DamagedFileError():
            return Trouble.DAMAGED
        case OlderFileError():
            return Trouble.OLDER
        case MissingFileError():
            return Trouble.MISSING
        case ForeignFileError():
            return _FOUND[error.found]
        case NewerFileError():
            return Trouble.NEWER
        case _other:
            return None


def check_is_not_gone(folder: DataFolder) -> None:
    """Raise ``MissingFileError`` if the file with the data has gone while copies of it are there.

    For whoever would otherwise take the folder for a new one.
    """
    if not folder.database.exists() and (copies_in(folder) or segment_paths(folder)):
        raise MissingFileError(folder.database)


def faults_of(error: DataRefusedError, folder: DataFolder) -> tuple[str, ...]:
    """Return what is wrong with the file, for whoever is asked for help; no words of people."""
    if isinstance(error, NewerFileError):
        told = _("The file has form {found}; this collabkit knows forms up to {known}.")
        with suppress(OSError):
            found = version_of(folder.database, replace(THIS_RELEASE, version=sys.maxsize))
            return (told.format(found=found, known=THIS_RELEASE.version),)
    return error.faults if isinstance(error, DamagedFileError) else ()


def look(folder: DataFolder, trouble: Trouble, today: date) -> Findings:
    """Find out what can be put back. May take a second or more; changes nothing.

    Data of a newer collabkit is not even looked at.
    """
    if trouble is Trouble.NEWER:
        return Findings(trouble)
    seen = _fingerprint(folder)
    best, hindrance = _best(folder)
    present, behind, answers = None, 0, 0
    if trouble is Trouble.OLDER and (state := present_state(folder)) is not None:
        present = Offer(state, contents_of(folder.database, key_of(folder)))
        if best is not None:
            behind = max(0, best.state.reaches.number - state.reaches.number)
            answers = _answers_among(folder, best.state.changes, behind)
    rest = None
    if best is None and trouble is Trouble.DAMAGED:
        try:
            rest = readable_rest(folder)
        except EnvironmentProblemError as error:
            hindrance = str(error)
    return Findings(
        trouble,
        best,
        present,
        behind,
        answers,
        bool(segment_paths(folder)),
        copies_of(folder, today),
        hindrance,
        rest,
        seen,
    )


def put_everything_back(folder: DataFolder, findings: Findings) -> Recovered:
    """Put back what reaches furthest; ``findings.best`` must be there.

    This and the verbs below raise ``AlreadyOpenError`` while a window is open,
    ``DataRefusedError`` if what was put together is not right, and ``EnvironmentProblemError`` if
    the machine does not allow it or if something has changed in the folder since; nothing is
    changed then.
    """
    if findings.best is None:
        raise ValueError("there is nothing to put back")
    _check_is_as_seen(folder, findings)
    kept = recover(folder, findings.best.state, partial(keep_pictures, folder))
    return _recovered(folder, kept)


def go_on_with_present(folder: DataFolder, findings: Findings) -> Recovered:
    """Go on with the older file as it is; what is given up by that becomes a safety copy first."""
    if findings.present is None:
        raise ValueError("there is no file to go on with")
    _check_is_as_seen(folder, findings)
    kept = recover(folder, findings.present.state, partial(keep_pictures, folder))
    return _recovered(folder, kept)


def go_back_to(folder: DataFolder, findings: Findings, copy: Path) -> Recovered:
    """Go back to an older copy; what is given up by that becomes a safety copy first."""
    _check_is_as_seen(folder, findings)
    before = set(_kept(folder))
    restore(folder, copy, partial(keep_pictures, folder))
    return _recovered(folder, next(iter(set(_kept(folder)) - before), None))


def take_rest(folder: DataFolder, findings: Findings) -> Recovered:
    """Go on with what can still be read in the damaged file; ``findings.rest`` must be there."""
    if findings.rest is None:
        raise ValueError("nothing can be read")
    _check_is_as_seen(folder, findings)
    return _recovered(folder, take_over(folder, partial(write_rest, folder)))


def start_afresh(folder: DataFolder, findings: Findings) -> Recovered:
    """Begin with nothing. What was there is put aside; copies stay and can be put back later."""
    _check_is_as_seen(folder, findings)
    return _recovered(folder, recover(folder, _NOTHING))


def _best(folder: DataFolder) -> tuple[Offer | None, str]:
    """Return what reaches furthest and can really be put together, and what hinders doing so."""
    for everything in (False, True):  # looking at every copy is seldom needed
        for state in find_recoverable(folder, everything=everything):
            try:
                return Offer(state, _contents(folder, state)), ""
            except EnvironmentProblemError as error:
                return Offer(state, None), str(error)
            except CollabkitError:  # the copy was sound, but what follows does not fit
                continue
    return None, ""


def _answers_among(folder: DataFolder, changes: tuple[Change, ...], number: int) -> int:
    """Return how many answers the last ``number`` of ``changes`` are, 0 if anything else too."""
    if number > len(changes):
        return 0  # some of them are in a copy, and cannot be counted
    answers = set()
    try:
        for change in changes[len(changes) - number :]:
            for _sign, table, values in content_of(unsealed(change, line_seal_of(folder))).rows:
                if table not in _WITH_ANSWERS:
                    return 0
                if table == _ANSWERS:
                    answers.add(values[:2])  # whose, and to what
    except BrokenLineError:
        return 0
    return len(answers)


def _contents(folder: DataFolder, state: Recoverable) -> Contents:
    if state.base == folder.database and not state.changes:
        return contents_of(folder.database, key_of(folder))
    with passing_file(folder) as temporary, in_sentences(folder.database):
        build(folder, state, temporary)
        return contents_of(temporary, key_of(folder))


def _check_is_as_seen(folder: DataFolder, findings: Findings) -> None:
    if _fingerprint(folder) != findings.seen:
        raise EnvironmentProblemError(
            _(
                "Something has changed in the folder with your data meanwhile, so nothing was put "
                "back. Here is how it stands now."
            )
        )


def _recovered(folder: DataFolder, kept: Path | None) -> Recovered:
    return Recovered(contents_of(folder.database, key_of(folder)), kept)


def _fingerprint(folder: DataFolder) -> Fingerprint:
    """Return what would be otherwise if another collabkit had put something back meanwhile."""
    paths = [folder.database, *segment_paths(folder)]
    with suppress(OSError):
        paths += sorted(folder.backups.glob("*.db"))
    return tuple(_facts(path) for path in paths)


def _facts(path: Path) -> tuple[str, int, int]:
    try:
        facts = path.stat()
    except OSError:
        return path.name, -1, 0
    return path.name, facts.st_size, facts.st_mtime_ns


def _kept(folder: DataFolder) -> list[Path]:
    try:
        return [path for path in folder.kept.iterdir() if path.suffix == ".db"]
    except OSError:
        return []
