"""Titles and names that people type: tidied, not empty, not endless."""

from collabkit.assessments.limits import LONGEST_NAME
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.typed_text import clean_line

LONGEST_TITLE = LONGEST_NAME


def checked_title(title: str) -> str:
    """Return the title of an assessment in one line; raises ``InvalidInputError`` for none."""
    title = in_one_line(title)
    if not title:
        raise InvalidInputError(_("Please give the assessment a title, such as “June 2026”."))
    if len(title) > LONGEST_TITLE:
        raise InvalidInputError(
            _("Please use a title of at most {most} characters.").format(most=LONGEST_TITLE)
        )
    return title


def checked_name(name: str) -> str:
    """Return the name of a person or party in one line; raises ``InvalidInputError`` for none."""
    name = in_one_line(name)
    if not name:
        raise InvalidInputError(_("Please give a name; it need not be a real one."))
    if len(name) > LONGEST_TITLE:
        raise InvalidInputError(
            _("Please use a name of at most {most} characters.").format(most=LONGEST_TITLE)
        )
    return name


def shortened(name: str, longest: int) -> str:
    """Return ``name`` with at most ``longest`` characters; an ellipsis tells of a cut."""
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"


def is_same_name(one: str, other: str) -> bool:
    """Tell whether people would take two names for one."""
    return one.casefold() == other.casefold()


def in_one_line(text: str) -> str:
    """Return ``text`` in one line, with single spaces and without control characters."""
    return " ".join(clean_line(text).split())
