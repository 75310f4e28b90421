"""What is to be said about a passphrase on a file for another laptop."""

from collabkit.i18n import _


def if_forgotten() -> str:
    """Return what has to be said before a passphrase is set."""
    return _(
        "Without the passphrase nobody can open this file, not even we: there is no other way in. "
        "Please write it down and keep it apart from the file."
    )


def opens_elsewhere() -> str:
    """Return what else can open a locked file."""
    return _(
        "Whoever has the passphrase can open the file with the free program “age” too, on any "
        "computer, and then reads it as a zip of plain text files."
    )
