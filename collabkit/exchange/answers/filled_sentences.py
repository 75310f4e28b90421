"""What is said of a PDF that cannot be taken as a filled form."""

from collabkit.assessments.packs.faults import shortened
from collabkit.errors import CollabkitError, DataRefusedError, InvalidInputError
from collabkit.i18n import _


def unreadable(name: str, reason: str) -> CollabkitError:
    """Return the error for a file that was not read, for the reason of an ``UnreadableError``."""
    match reason:
        case "no pdf":
            return refused(name, _("it is no PDF."))
        case "locked":
            return refused(name, _("it is locked with a password. Please ask for it without one."))
        case "no form":
            return InvalidInputError(
                _(
                    "“{name}” holds no answers that can be read. If it was printed to a new PDF, "
                    "please key it in from paper. Nothing was changed."
                ).format(name=shortened(name))
            )
        case "too much":
            return refused(name, _("it is put together as no form of collabkit is."))
        case _:
            return refused(name, _("it is damaged, or did not arrive in one piece."))


def refused(name: str, reason: str) -> DataRefusedError:
    """Return the error for the file called ``name``; ``reason`` is a clause with a full stop."""
    return DataRefusedError(
        _(
            "“{name}” was not taken: {reason} The file was left as it is, and nothing was changed. "
            "If it cannot be sent once more, please key it in by hand."
        ).format(name=shortened(name), reason=reason)
    )
