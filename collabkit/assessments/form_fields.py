"""What the fields of a fillable form are called: whoever draws it and whoever reads it agree here.

A field's whole name is a branch, a full stop and what it is about: ``a.POW-1``. The names are for
ever: forms that were handed out come back months later.
"""

from enum import StrEnum

KIND = "collabkit form"  # told under ``Told.KIND``
VERSION = 1


class Branch(StrEnum):
    """The kinds of fields."""

    TOLD = "collabkit"  # which sheet it is; nobody sees or fills it in
    ABOUT_YOU = "you"
    ANSWER = "a"  # one of the codes of the statement's form
    DAY = "d"  # the answer is a day, written as people write days
    WORDS = "w"  # the answer is what is written
    NOTE = "n"  # something written beside the answer


class Told(StrEnum):
    """What a form says of itself. ``FIELDS`` is how many there are to fill in."""

    KIND = "kind"
    VERSION = "version"
    ASSESSMENT = "assessment"
    SHEET = "sheet"
    PACK = "pack"
    PACK_VERSION = "pack-version"
    WORDING = "wording"
    ROLE = "role"
    PARTY = "party"
    ABOUT = "about"
    FIELDS = "fields"


class AboutYou(StrEnum):
    """What people say about themselves, if they like."""

    ROLE = "role"
    NAME = "name"


# In a form a full stop parts names, and "Off" is what a button is called that was not chosen.
_STOP, _INSTEAD = ".", "_"  # no id has an underscore
_OFF = "Off"


def field_name(about: str) -> str:
    """Return an id as the part of a field's name."""
    return about.replace(_STOP, _INSTEAD)


def named_in(field: str) -> str:
    """Return the id that a part of a field's name stands for."""
    return field.replace(_INSTEAD, _STOP)


def button_name(code: str) -> str:
    """Return what the button for an answer is called; a role may have a space."""
    return f"{_INSTEAD}{_OFF}" if code == _OFF else code.replace(" ", _INSTEAD)


def code_of(button: str) -> str:
    """Return the answer that a button stands for."""
    return _OFF if button == f"{_INSTEAD}{_OFF}" else button.replace(_INSTEAD, " ")
