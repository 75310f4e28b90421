"""What can go wrong with the file, in sentences for a trustee."""

from pathlib import Path

from collabkit.errors import DataRefusedError, EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.storage.what_lies_there import LiesThere, what_lies_at


class AlreadyOpenError(EnvironmentProblemError):
    """Another collabkit holds the file; only one may write."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "collabkit is already open, and only one window may write at a time. "
                "Please use the window that is open, or close it first."
            )
        )


class NewerFileError(DataRefusedError):
    """The file was written by a later release."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "“{path}” was written by a newer collabkit than this one. It was left exactly as "
                "it is. Please install the newest collabkit and open it with that."
            ).format(path=path)
        )


class ForeignFileError(DataRefusedError):
    """The file is not one of ours, or its first bytes are so damaged that nobody can tell.

    ``found`` is what lies there instead.
    """

    def __init__(self, path: Path) -> None:
        self.found = what_lies_at(path)
        match self.found:
            case LiesThere.FOLDER:
                told = _("Where your data belongs, there is a folder: “{path}”.")
            case LiesThere.EMPTY:
                told = _("“{path}”, which should hold your data, is empty.")
            case LiesThere.OURS:
                told = _("“{path}” is damaged at its beginning, so it cannot be read.")
            case LiesThere.OTHER:
                told = _(
                    "“{path}” does not look like a file of collabkit: it is damaged, or it belongs "
                    "to another program."
                )
        then = _(
            "It was left exactly as it is. Open the window of collabkit: it shows what can be put "
            "back from the safety copies."
        )
        super().__init__(f"{told.format(path=path)} {then}")


class DamagedFileError(DataRefusedError):
    """The file is ours, but not as it was written. ``faults`` says how, without people's words."""

    def __init__(self, path: Path, faults: tuple[str, ...]) -> None:
        super().__init__(
            _(
                "“{path}” is damaged: something other than collabkit changed it, or the disk is "
                "failing. It was left exactly as it is. Open the window of collabkit, which shows "
                "what can be put back; if it is open, close it first."
            ).format(path=path)
        )
        self.faults = faults


class WrittenOverError(DamagedFileError):
    """While the file was open here, somebody wrote another one over it."""

    def __init__(self, path: Path) -> None:
        DataRefusedError.__init__(
            self,
            _(
                "Another file was written over “{path}” while it was open here, so nothing more "
                "can be saved into it. What was saved before is in the second copy beside it, and "
                "can be put back."
            ).format(path=path),
        )
        self.faults = ("file.written_over",)


class OlderFileError(DataRefusedError):
    """More was saved than the file holds; ``missing`` changes of it can be put back."""

    def __init__(self, path: Path, missing: int) -> None:
        super().__init__(
            _(
                "“{path}” is older than what was saved last: somebody put an older file in its "
                "place, or the disk has lost something. It was left exactly as it is. Open the "
                "window of collabkit, which can put back what is missing."
            ).format(path=path)
        )
        self.missing = missing


class NotYetForgottenError(EnvironmentProblemError):
    """Everything was erased from the file; the second copy still holds it."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(
            _(
                "Everything was erased from your data, but not yet from the log of changes: "
                "{reason} collabkit tries again with the next change and at the next start."
            ).format(reason=reason)
        )


class MigrationFailedError(DataRefusedError):
    """An older file could not be brought to the form of this release."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "“{path}” comes from an older collabkit and could not be brought up to date. It "
                "was left exactly as it is, and the older collabkit can still open it. "
                "Please report this as a fault of collabkit."
            ).format(path=path)
        )


class SessionGoneError(InvalidInputError):
    """The session is not there any more; trying again does not help."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This session is not there any more, so this could not be saved. Nothing else was "
                "changed. Please choose a session from the list under “Workshop”."
            )
        )


class LockedError(DataRefusedError):
    """The data is locked, and nobody has said the passphrase yet."""

    def __init__(self) -> None:
        super().__init__(
            _("Your data is locked with a passphrase. Nothing was changed. Please unlock it first.")
        )


class MissingFileError(DataRefusedError):
    """The file has gone, but there are copies of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "The file with your data, “{path}”, is missing, but what was in it is kept beside "
                "it. Nothing was changed. Open the window of collabkit, which puts everything "
                "back."
            ).format(path=path)
        )


def not_there(path: Path) -> EnvironmentProblemError:
    """Say that there is no file yet."""
    return EnvironmentProblemError(
        _("There is nothing to read yet: “{path}” does not exist.").format(path=path)
    )
