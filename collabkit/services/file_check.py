"""Looks whether everything that is kept is as it was written; changes nothing."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial

from collabkit.errors import CollabkitError
from collabkit.i18n import _, ngettext
from collabkit.paths import DataFolder
from collabkit.services.safety import SafetyCopy, copies_of
from collabkit.services.safety_words import counted, when, why
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect
from collabkit.storage.contents import contents_of
from collabkit.storage.identity import THIS_RELEASE, version_of
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.marks import place_of
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
    if not folder.database.exists():
        is_new = not copies_of(folder, today)
        yield Checked(_("data"), _("There is nothing yet.") if is_new else _gone(), is_new)
    else:
        yield _checked(_("data"), partial(_database, folder))
        yield _checked(_("log of changes"), partial(_log, folder))
    copies = copies_of(folder, today)
    if not copies:
        yield Checked(_("copies"), _("There are none yet."), is_sound=True)
    for place, copy in enumerate(copies):
        is_read = full or place == 0
        yield _checked(when(copy.made, today), partial(_copy, copy, key_of(folder), is_read))


def _gone() -> str:
    return _("The file is missing, but there are copies. Open the window to put everything back.")


def _checked(name: str, look: Callable[[], tuple[str, bool]]) -> Checked:
    try:
        told, is_sound = look()
    except (CollabkitError, OSError) as error:
        return Checked(name, str(error), is_sound=False)
    return Checked(name, told, is_sound)


def _database(folder: DataFolder) -> tuple[str, bool]:
    path, key = folder.database, key_of(folder)
    with in_sentences(path):
        version_of(path)
        check_file(path, key=key)
    told = _("Every answer is as it was written: {contents}.").format(
        contents=counted(contents_of(path, key))
    )
    return told, True


def _log(folder: DataFolder) -> tuple[str, bool]:
    if version_of(folder.database) < THIS_RELEASE.version:
        return _("There is none yet. It begins when the window is opened."), True
    step, missing = _step(folder)
    if step is Step.AHEAD:
        time.sleep(_PAUSE)
        step, missing = _step(folder)
    match step:
        case Step.IN_STEP:
            return _("It has every change up to the last one."), True
        case Step.BEHIND:
            return _("It begins anew with the next change; until then the copies stand in."), True
        case Step.UNRELATED:
            return _(
                "It is not there, is broken or belongs to another file. Open the window once: "
                "the log begins anew behind a safety copy."
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


def _step(folder: DataFolder) -> tuple[Step, int]:
    with (
        in_sentences(folder.database),
        closing(connect(folder.database, read_only=True, key=key_of(folder))) as connection,
    ):
        found = standing(folder, place_of(connection))
    return found.step, len(found.missing)


def _copy(copy: SafetyCopy, key: DataKey | None, is_read: bool) -> tuple[str, bool]:
    contents = contents_of(copy.path, key)
    if is_read:
        with in_sentences(copy.path):
            check_file(copy.path, key=key)
    told = _("{why}: {contents}.").format(why=why(copy.reason), contents=counted(contents))
    return told, True
