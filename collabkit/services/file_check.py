"""Looks whether everything that is kept is as it was written; changes nothing."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial

from collabkit.errors import CollabkitError, DataRefusedError
from collabkit.i18n import _, ngettext
from collabkit.paths import DataFolder
from collabkit.services.recovery import check_is_not_gone
from collabkit.services.safety import SafetyCopy, copies_of, look_into, sealed_copies_of
from collabkit.services.safety_words import counted, when, why
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect
from collabkit.storage.contents import contents_of
from collabkit.storage.identity import THIS_RELEASE, is_ciphered, version_of
from collabkit.storage.locking.unlocked_folder import UnlockedFolder, key_of
from collabkit.storage.marks import place_of
from collabkit.storage.problems import MissingFileError
from collabkit.storage.second_copy.standing import Step, standing
from collabkit.storage.sentences import in_sentences

_PAUSE = 0.3  # seconds: a window that is open may be between its database and its log


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at, and what was found, in words."""

    name: str
    told: str
    is_sound: bool


def check_everything(folder: DataFolder, today: date, *, full: bool) -> Iterator[Checked]:
    """Look at the data, its log of changes and each copy, and tell of each as it is done.

    Works beside an open window. ``full`` reads every copy through; otherwise only the newest is,
    and of the others it is seen that they can be opened.
    """
    is_sound = True
    if not folder.database.exists():
        try:
            check_is_not_gone(folder)
        except MissingFileError as error:
            yield Checked(_("data"), str(error), is_sound=False)
        else:
            yield Checked(_("data"), _("There is nothing yet."), is_sound=True)
    else:
        data = _checked(_("data"), partial(_database, folder))
        is_sound = data.is_sound
        yield data
        yield _checked(_("log of changes"), partial(_log, folder))
    if isinstance(folder, UnlockedFolder):
        yield _checked(_("lock"), partial(_lock, folder, without_data=not is_sound))
    copies = copies_of(folder, today)
    if not copies:
        yield Checked(_("copies"), _("There are none yet."), is_sound=True)
    for place, copy in enumerate(copies):
        is_read = full or place == 0
        yield _checked(
            when(copy.made, today, with_seconds=True), partial(_copy, copy, folder, is_read)
        )
    for copy in sealed_copies_of(folder, today):
        name = when(copy.made, today, with_seconds=True)
        yield Checked(name, look_into(copy.path, folder).problem, is_sound=False)


def _checked(name: str, look: Callable[[], tuple[str, bool]]) -> Checked:
    try:
        told, is_sound = look()
    except (CollabkitError, OSError) as error:
        return Checked(name, str(error), is_sound=False)
    return Checked(name, told, is_sound)


def _not_the_locked_one(folder: DataFolder) -> str:
    """Return what to say if a file without a lock lies where the locked one was; mostly nothing.

    Where locking was only stopped half-way, the file without a lock is the one that the log knows.
    """
    if key_of(folder) is None or is_ciphered(folder.database):
        return ""
    told = _(
        "The file in the folder is not the locked one: another lies in its place, which anybody "
        "can read and which the log of changes does not know. {advice}"
    )
    match _step(folder)[0]:
        case Step.AHEAD:
            return told.format(
                advice=_("Open the window, which can put back everything that was saved.")
            )
        case Step.UNRELATED:
            return told.format(
                advice=_(
                    "Open the window: it keeps what was here before among the safety copies, under "
                    "Settings, and you can go back to that."
                )
            )
        case _known:
            return ""


def _database(folder: DataFolder) -> tuple[str, bool]:
    path, key = folder.database, key_of(folder)
    with in_sentences(path):
        version_of(path)
        check_file(path, key=key)
    another = _not_the_locked_one(folder)
    if another:
        return another, False
    told = _("Every answer is as it was written: {contents}.").format(
        contents=counted(contents_of(path, key))
    )
    return told, True


def _log(folder: DataFolder) -> tuple[str, bool]:
    try:
        if version_of(folder.database) < THIS_RELEASE.version:
            return _("There is none yet. It begins when the window is opened."), True
        step, missing = _step(folder)
    except DataRefusedError:
        return _("It cannot be compared with data that cannot be read."), False
    if step is Step.AHEAD:
        time.sleep(_PAUSE)
        step, missing = _step(folder)
    match step:
        case Step.IN_STEP:
            return _("It has every change up to the last one."), True
        case Step.BEHIND:
            return _("It goes on with the next change; until then the copies stand in."), True
        case Step.UNRELATED:
            return _(
                "The second copy of what you save is not there, is broken or belongs to another "
                "file. Open the window once, which makes a safety copy and begins a new log."
            ), False
        case Step.AHEAD if not missing:
            return _(
                "It holds what was saved last, and the data does not: that is another file, or a "
                "much older one. Open the window, which can put back what was saved."
            ), False
        case Step.AHEAD:
            told = ngettext(
                "The data is older than what was saved: {number} change is missing in it. Open "
                "the window, which can put it back.",
                "The data is older than what was saved: {number} changes are missing in it. Open "
                "the window, which can put them back.",
                missing,
            )
            return told.format(number=missing), False


def _lock(folder: UnlockedFolder, *, without_data: bool) -> tuple[str, bool]:
    """Say how the lock stands, ``without_data`` if what is wrong with that was told before."""
    from collabkit.storage.locking.standing import lock_standing

    found = lock_standing(folder)
    told = []
    readable = [p for p in found.readable if not (without_data and p == folder.database)]
    if readable:
        told.append(
            ngettext(
                "Not everything is locked yet: one file can still be read by anybody, “{name}”. "
                "Open the window once, which locks it.",
                "Not everything is locked yet: {number} files can still be read by anybody, the "
                "first is “{name}”. Open the window once, which locks them.",
                len(readable),
            ).format(number=len(readable), name=readable[0].name)
        )
    for place in found.key_files:
        told.append(
            _(
                "“{path}”, which belongs to what opens the lock, is missing or damaged. The other "
                "one still opens everything. Open the window once, which puts a new one there."
            ).format(path=place.relative_to(folder.root))
        )
    if told:
        return " ".join(told), False
    if without_data:
        return _("Everything beside the data is locked, and what opens it lies there twice."), True
    return _("Everything is locked, and what opens it lies there twice."), True


def _step(folder: DataFolder) -> tuple[Step, int]:
    with (
        in_sentences(folder.database),
        closing(connect(folder.database, read_only=True, key=key_of(folder))) as connection,
    ):
        found = standing(folder, place_of(connection))
    return found.step, len(found.missing)


def _copy(copy: SafetyCopy, folder: DataFolder, is_read: bool) -> tuple[str, bool]:
    looked = look_into(copy.path, folder, only_open=not is_read)
    if looked.contents is None:
        if folder.backups.is_dir() and not copy.path.exists():
            return _("It has had its time, and the open window removed it meanwhile."), True
        return looked.problem, False
    told = _("{why}: {contents}.").format(why=why(copy.reason), contents=counted(looked.contents))
    return told, True
