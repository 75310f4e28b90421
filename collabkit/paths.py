"""Where collabkit keeps things on this computer."""

import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _

APP_NAME = "collabkit"
PORTABLE_NAME = "collabkit-data"
DATABASE_NAME = "collabkit.db"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The one folder that holds everything collabkit keeps: database, copies, packs, settings."""

    root: Path

    @property
    def database(self) -> Path:
        """The live database."""
        return self.root / DATABASE_NAME

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.root / "backups"

    @property
    def changes(self) -> Path:
        """The second copy: a log of every change, in files."""
        return self.root / "changes"

    @property
    def kept(self) -> Path:
        """Files that were put aside, such as a damaged database."""
        return self.root / "kept"

    @property
    def packs(self) -> Path:
        """People's own questionnaires, a file each."""
        return self.root / "packs"

    @property
    def personal(self) -> Path:
        """What somebody wrote for their own eyes alone, a file a sheet."""
        return self.root / "personal"

    @property
    def settings(self) -> Path:
        """What was chosen under Settings."""
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        """Codes and counts of what happened; never answers or names."""
        return self.root / "collabkit.log"

    @property
    def lock(self) -> Path:
        """Held by the one window that may write."""
        return self.root / "collabkit.lock"


def data_folder(chosen: str | Path | None = None) -> DataFolder:
    """Return the folder that holds everything, whether it is there already or not.

    It is the one given by ``--data-dir``, otherwise the one beside the program if somebody put it
    there, otherwise the platform's local data folder. Raises ``EnvironmentProblemError`` if the
    computer does not say where that is.
    """
    if chosen is not None:
        return DataFolder(_absolute(Path(chosen)))
    beside = portable_folder()
    if beside is not None and beside.is_dir():
        return DataFolder(beside)
    from platformdirs import user_data_path  # a moment dearer than the rest of this file

    try:
        usual = user_data_path(APP_NAME, appauthor=False, roaming=False)
    except RuntimeError as error:  # nobody's home is known
        raise _no_home() from error
    if not usual.is_absolute():  # "~" would become a folder's name
        raise _no_home()
    return DataFolder(usual)


def portable_folder() -> Path | None:
    """Return the folder beside the program in which it keeps everything once that is there.

    ``None`` if nothing lies beside this program that is its own, as in a computer's own Python.
    """
    place = _place_of_program()
    return place / PORTABLE_NAME if place is not None else None


def is_portable(folder: DataFolder) -> bool:
    """Tell whether ``folder`` is the one beside the program."""
    beside = portable_folder()
    return beside is not None and folder.root.resolve() == beside.resolve()


def is_nothing_there(folder: DataFolder) -> bool:
    """Tell whether ``folder`` is not there, or has nothing in it at all, not even a hidden file.

    For whoever has named a folder and would be met by an empty beginning: it may be on a stick that
    is not plugged in, or be the place where one belongs. Nobody can tell that from a first start,
    so the person is asked. The usual folder and the one beside the program are never asked about:
    they are not there on every first day, and a disk that they lie on holds the program's start
    too. Whatever cannot be looked at is not nothing; ``check_is_folder`` says more.
    """
    try:
        with os.scandir(folder.root) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return not folder.root.is_symlink()
    except (OSError, ValueError):
        return False


def check_is_folder(folder: DataFolder) -> None:
    """Raise ``EnvironmentProblemError`` if ``folder`` is something else or cannot be looked into.

    That it is not there yet is no fault.
    """
    root = folder.root
    try:
        found = root.stat()
        if stat.S_ISDIR(found.st_mode):
            folder.database.exists()
            return
        reason = _("It is not a folder. Please choose a folder for your data.")
    except FileNotFoundError:
        if not root.is_symlink():
            return
        reason = _("It is a link to something that is not there.")
    except NotADirectoryError:
        reason = _("It lies in something that is not a folder.")
    except PermissionError:
        reason = _("You may not look into it. Please ask whoever set this computer up.")
    except (OSError, ValueError) as error:
        reason = _("The disk says: {detail}.").format(
            detail=getattr(error, "strerror", None) or error
        )
    raise EnvironmentProblemError(
        _("“{folder}” cannot hold your data, and nothing was changed. {reason}").format(
            folder=root, reason=reason
        )
    )


def _no_home() -> EnvironmentProblemError:
    return EnvironmentProblemError(
        _(
            "This computer does not say where your data belongs, so collabkit cannot start. "
            "Please start it with --data-dir and the folder where it may keep everything."
        )
    )


def _absolute(path: Path) -> Path:
    with suppress(RuntimeError):  # "~name" of nobody on this computer is a name like any other
        path = path.expanduser()
    try:
        return path.absolute()
    except OSError as error:  # the folder that one is in was removed
        raise EnvironmentProblemError(
            _(
                "“{folder}” cannot be found, because the folder that you are in is not there any "
                "more. Please go to another folder, or give the whole path."
            ).format(folder=path)
        ) from error


def _place_of_program() -> Path | None:
    """Return the folder in which the program lies as a person sees it.

    A built program: where its file is; for macOS the bundle, for an AppImage its one file
    (https://docs.appimage.org/packaging-guide/environment-variables.html). A checkout: its folder.
    Installed into an environment of its own: the folder that holds the environment, because what
    is inside is thrown away with it.
    """
    if getattr(sys, "frozen", False):
        program = Path(os.environ.get("APPIMAGE") or sys.executable).resolve()
        bundle = next((each for each in program.parents if each.suffix == ".app"), program)
        return bundle.parent
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").is_file():
        return checkout
    if sys.prefix != sys.base_prefix:
        return Path(sys.prefix).parent
    return None
