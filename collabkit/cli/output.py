"""What goes to the terminal, whatever the terminal can show."""

import sys

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _, ngettext

# What a terminal without these signs shows instead of them.
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."})


def write(text: str) -> None:
    """Print ``text`` also where the terminal's encoding does not have all of its signs.

    Raises ``EnvironmentProblemError`` if there is no room for it; a reader that has stopped
    reading is the concern of whoever runs the command.
    """
    try:
        print(_showable(text, sys.stdout.encoding), flush=True)
    except BrokenPipeError:
        raise
    except (OSError, AttributeError) as error:  # a full disk, or no standard output at all
        raise EnvironmentProblemError(
            _("The results could not be written. Please check that there is room for them.")
        ) from error


def complain(*lines: str) -> None:
    """Print lines on standard error; a program without a terminal may have none."""
    if sys.stderr is None:
        return
    for line in lines:
        print(_showable(line, sys.stderr.encoding), file=sys.stderr)


def pages_counted(number: int) -> str:
    """Return how many pages there are, such as “3 pages”."""
    return ngettext("{number} page", "{number} pages", number).format(number=number)


def _showable(text: str, encoding: str | None) -> str:
    encoding = encoding or "utf-8"
    # What somebody typed must not steer the terminal.
    text = "".join(c if c.isprintable() or c in "\n\t" else " " for c in text)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, errors="replace").decode(encoding)
    return text
