"""What is to be said about passphrases, and where the command line gets one from."""

from pathlib import Path

from collabkit.assessments.packs.text import read_file
from collabkit.errors import InvalidInputError
from collabkit.i18n import _

_MOST_BYTES = 5_000


def if_forgotten() -> str:
    """Return what has to be said before a passphrase is set."""
    return _(
        "Without the passphrase nobody can open this file, not even we: there is no other way in. "
        "Please write it down and keep it apart from the file."
    )


def passphrase_advice() -> str:
    """Return how to choose a passphrase."""
    return _(
        "Take four words or more that do not belong together, such as from four pages of a book. "
        "Capitals, figures and signs are not needed."
    )


def opens_elsewhere() -> str:
    """Return what else can open a locked file."""
    return _(
        "Whoever has the passphrase can open the file with the free program “age” too, on any "
        "computer, and then reads it as a zip of plain text files."
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
