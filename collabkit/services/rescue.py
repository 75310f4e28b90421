"""Save everything somewhere else, when the place where it belongs takes nothing more.

What was not saved goes along: it is written into the copy, where there is room.
"""

import errno
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from collabkit.assessments.assessment import Response
from collabkit.errors import CollabkitError, EnvironmentProblemError
from collabkit.files import problem_with, write_safely
from collabkit.i18n import _
from collabkit.logs import log_bug
from collabkit.plans.plan import Plan
from collabkit.room.meeting import Meeting
from collabkit.services import Services, open_services
from collabkit.services.bundles import Wanted
from collabkit.services.outcome import WhenDone, tell_outcome
from collabkit.services.own_files import check_can_hold
from collabkit.storage.locking.key_place import carry_key_file
from collabkit.storage.locking.unlocked_folder import key_of, same_lock

_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
_MOST_TRIES = 100
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_UNKNOWN = object()
_SQLITE_FULL = 13  # sqlite.org/rescode.html


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Something that is not on the disk: a response, a plan, or how a session stands.

    ``session_id`` says which session.
    """

    value: object
    session_id: str = ""


class Added(Enum):
    """What became of something that was to be saved into data that was opened again."""

    SAVED = auto()
    LATER = auto()  # the machine does not allow it just now
    NOWHERE = auto()  # there is no place for it


@dataclass(frozen=True, slots=True)
class Rescued:
    """What lies in ``folder`` now.

    ``files`` are bundles, one a charity, which any collabkit opens; none of data that is locked.
    ``added`` of what was not saved is in them, ``left`` could not be added.
    """

    folder: Path
    files: tuple[Path, ...]
    added: int
    left: int


def save_elsewhere(
    services: Services, target: Path, unsaved: Sequence[Unsaved], today: date
) -> Rescued:
    """Make a folder in ``target`` with a copy of everything and with a bundle for each charity.

    Where the data is locked, the copy is, and there are no bundles.

    Takes seconds; nothing in the program's own folder is changed. If it cannot be done, nothing
    stays in ``target``. Raises ``InvalidInputError`` if ``target`` lies in that folder, and
    ``EnvironmentProblemError`` if ``target`` takes nothing either or the data cannot be read.
    """
    check_can_hold(target, services.folder)
    place = _new_folder(target, today)
    try:
        return _save_in(place, services, unsaved, today)
    except BaseException as error:
        shutil.rmtree(place, ignore_errors=True)  # half of it would look like the whole
        if isinstance(error, Exception) and _is_about_room(error):
            raise _too_small(target) from error
        raise


def _save_in(place: Path, services: Services, unsaved: Sequence[Unsaved], today: date) -> Rescued:
    copy = same_lock(services.folder, place / "everything")
    try:
        copy.root.mkdir(mode=_PRIVATE_FOLDER)
    except OSError as error:
        raise problem_with(copy.root, error) from error
    carry_key_file(services.folder, copy)
    services.store.bundles.copy_to(copy.database)
    for name in (services.folder.packs.name, services.folder.personal.name):
        _copy_files(services.folder.root / name, copy.root / name)
    copied = open_services(copy)
    try:
        added = sum(_add_where_is_room(copied, each, today) for each in unsaved)
        # A bundle is readable for anybody, which somebody who locked the data does not want.
        is_open = key_of(copy) is None
        files = tuple(_bundles(copied, place, today)) if is_open else ()
    finally:
        copied.close()
    return Rescued(place, files, added, len(unsaved) - added)


def _is_about_room(error: BaseException) -> bool:
    """Tell whether ``error`` came from a disk that has no room left."""
    step: BaseException | None = error
    while step is not None:
        told = getattr(step, "orig", step)  # SQLAlchemy wraps what SQLite raised
        if getattr(told, "errno", None) in _NO_ROOM:
            return True
        if getattr(told, "sqlite_errorcode", 0) & 0xFF == _SQLITE_FULL:
            return True
        step = step.__cause__ or step.__context__
    return False


def _too_small(target: Path) -> EnvironmentProblemError:
    return EnvironmentProblemError(
        _(
            "The disk or stick with “{folder}” has not enough room for it, so nothing was left "
            "there. Please choose a larger one."
        ).format(folder=target.name or target)
    )


def _new_folder(target: Path, today: date) -> Path:
    name = _("collabkit {day}").format(day=today.isoformat())
    for number in range(1, _MOST_TRIES):
        place = target / (name if number == 1 else f"{name} ({number})")
        try:
            place.mkdir(mode=_PRIVATE_FOLDER)
        except FileExistsError:
            continue
        except OSError as error:
            raise problem_with(place, error) from error
        return place
    raise EnvironmentProblemError(
        _("In “{folder}” there are too many such folders. Please choose another one.").format(
            folder=target.name
        )
    )


def _copy_files(source: Path, target: Path) -> None:
    """Copy the files in a folder of ours; one that cannot be read must not keep back the rest."""
    try:
        files = [path for path in source.iterdir() if path.is_file()]
        if files:
            target.mkdir(mode=_PRIVATE_FOLDER)
    except OSError:
        return
    for path in files:
        try:
            data = path.read_bytes()
        except OSError:
            continue
        write_safely(target / path.name, data, mode=_PRIVATE_FILE)


def add(opened: Services, unsaved: Unsaved, today: date) -> Added:
    """Save something into data that was opened again; tell what became of it."""
    try:
        is_added = _add(opened, unsaved, today)
    except EnvironmentProblemError:
        return Added.LATER
    except Exception as error:  # one that has no place there must not keep back the others
        log_bug(type(error), error.__traceback__, error)
        return Added.LATER if _is_about_room(error) else Added.NOWHERE
    return Added.SAVED if is_added else Added.NOWHERE


class Late:
    """Something to be saved as soon as the machine allows it.

    Unless there is something newer: what is otherwise than when it was first tried.
    """

    def __init__(self, opened: Services, unsaved: Unsaved, today: date) -> None:
        self._opened, self._unsaved, self._today = opened, unsaved, today
        self._found: object = _UNKNOWN

    def send(self, _value: object, when_done: WhenDone) -> None:
        """Hand it to the writer; ``when_done`` hears of it as from ``ResponseService.record``."""
        there = self._as_it_is()
        if self._found is _UNKNOWN:
            self._found = there
        if there not in (self._found, self._unsaved.value):
            when_done(None)
            return
        match self._unsaved.value:
            case Response() as response:
                tell_outcome(self._opened.store.responses.save(response), when_done, _not_yet())
            case Plan() as plan:
                self._opened.plans.keep_later(plan, when_done)
            case Meeting() as meeting:
                session_id = self._unsaved.session_id
                self._opened.workshops.keep_later(session_id, meeting, self._today, when_done)

    def _as_it_is(self) -> object:
        """Return what is in its place; a session looks to that by itself."""
        match self._unsaved.value:
            case Response() as said:
                return self._opened.store.responses.get(said.participant_id, said.item_id)
            case Plan() as plan:
                return self._opened.plans.load(plan.assessment_id)
            case _other:
                return None


def _not_yet() -> str:
    return _("What you entered before could not be saved yet. collabkit keeps it and tries again.")


def _add_where_is_room(copied: Services, unsaved: Unsaved, today: date) -> bool:
    """Do as ``add`` does; if the disk is full, its error comes through."""
    try:
        return _add(copied, unsaved, today)
    except Exception as error:
        if _is_about_room(error):
            raise
        log_bug(type(error), error.__traceback__, error)
        return False


def _add(copied: Services, unsaved: Unsaved, today: date) -> bool:
    match unsaved.value:
        case Response() as response:
            copied.store.responses.save(response).result()
        case Plan() as plan:
            copied.plans.keep(plan)
        case Meeting() as meeting:
            copied.workshops.keep(unsaved.session_id, meeting, today)
        case _:
            return False
    return True


def _bundles(copied: Services, place: Path, today: date) -> list[Path]:
    files: list[Path] = []
    for charity in copied.charities.all():
        wanted = Wanted(charity_id=charity.id, assessment_id="", with_notes=True)
        try:
            path = place / copied.bundles.suggested_name(wanted, today)
            if path.exists():
                path = path.with_stem(f"{path.stem} ({len(files) + 1})")
            copied.bundles.write(wanted, path, today)
        except CollabkitError as error:
            if _is_about_room(error):
                raise
            continue  # too much for one file, for example; the copy holds it all
        files.append(path)
    return files
