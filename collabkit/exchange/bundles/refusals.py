"""What is said if a bundle cannot be opened, in sentences for a trustee."""

from collections.abc import Iterator
from contextlib import contextmanager

from collabkit.errors import DataRefusedError
from collabkit.i18n import _
from collabkit.room.fields import RecordError


class BundleError(DataRefusedError):
    """A bundle cannot be opened; it was left as it is, and nothing was taken from it.

    ``what`` is the clause that says why; empty for what is no bundle of this version at all.
    """

    def __init__(self, message: str, what: str = "") -> None:
        super().__init__(message)
        self.what = what


def cannot_open(what: str) -> BundleError:
    """Return the error for a bundle in which ``what``, a clause, cannot be right."""
    return BundleError(
        _(
            "This file cannot be opened: {what}. It was left as it is, and nothing was changed "
            "here. Please take an earlier copy, or save it once more where it was made."
        ).format(what=what),
        what,
    )


def not_a_bundle() -> BundleError:
    """Return the error for what is no bundle at all."""
    return BundleError(
        _(
            "This is not a file in which collabkit has saved a charity or an assessment. It was "
            "left as it is, and nothing was changed here. Please choose a file that ends in "
            "“.collabkit”."
        )
    )


def newer() -> BundleError:
    """Return the error for a bundle that a later release has written."""
    return BundleError(
        _(
            "This file was saved by a newer version of collabkit. It was left as it is, and "
            "nothing was changed here. Please install the newer version on this computer, and "
            "open it again."
        )
    )


def cut_off() -> BundleError:
    """Return the error for a bundle whose end is missing."""
    return cannot_open(_("its end is missing, as if it had not been copied completely"))


@contextmanager
def in_our_words() -> Iterator[None]:
    """Let what the strict readers refuse be told as a bundle's fault."""
    try:
        yield
    except RecordError as error:
        raise (cannot_open(error.what) if error.what else not_a_bundle()) from error
