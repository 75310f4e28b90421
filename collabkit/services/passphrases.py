"""What is to be said about any passphrase, and where the command line gets one from."""

from pathlib import Path

from collabkit.assessments.packs.text import read_file
from collabkit.errors import InvalidInputError
from collabkit.i18n import _

_MOST_BYTES = 5_000


def passphrase_advice() -> str:
    """Return how to choose a passphrase."""
    return _(
        "Take four words or more that do not belong together, such as from four pages of a book. "
        "Capitals, figures and signs are not needed."
    )


def passphrase_in(path: Path) -> str:
    """Return the passphrase in the first line of a text file, for the command line.

    Raises ``InvalidInputError`` for an empty file or one that is no text, and
    ``EnvironmentProblemError`` if it cannot be opened.
    """
    data = read_file(path, _MOST_BYTES)
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        lines = []
    if len(data) > _MOST_BYTES or not lines or not lines[0].strip():
        raise InvalidInputError(
            _("The file “{name}” should hold the passphrase in its first line, as text.").format(
                name=path.name
            )
        )
    return lines[0]
