"""The words around giving answers back."""

from collections.abc import Iterator
from pathlib import Path

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def given(answered: int, of: int) -> str:
    """Return how much is answered, as a heading."""
    if answered == of:
        return _("You have answered everything")
    return ngettext(
        "You have answered {answered} of {number} statement",
        "You have answered {answered} of {number} statements",
        of,
    ).format(answered=in_words(answered), number=in_words(of))


def still_open(number: int) -> str:
    """Return how many statements are open, and that they may be; nothing if none is."""
    if not number:
        return ""
    return ngettext(
        "{number} statement is open. You can leave it open.",
        "{number} statements are open. You can leave them open.",
        number,
    ).format(number=capital(in_words(number)))


def who_reads(charity: str, *, is_confidential: bool) -> str:
    """Return who can read the file."""
    if is_confidential:
        return _(
            "Whoever has the file can read what is in it. {charity} shows results about all people "
            "together, never about one of them."
        ).format(charity=charity)
    return _(
        "Whoever has the file can read what is in it. These answers are not anonymous: whoever "
        "works with the results sees what you say, and for whom."
    )


def notes(number: int) -> str:
    """Return the question whether notes go along."""
    return ngettext(
        "Send my note along ({number})", "Send my notes along ({number})", number
    ).format(number=in_words(number))


def about_notes(number: int) -> str:
    """Return what may become of so many notes and answers in one's own words."""
    return ngettext(
        "It may be shown to others as it stands, without your name. Please name nobody in it.",
        "They may be shown to others as they stand, without your name. Please name nobody in them.",
        number,
    )


def saved_as(path: Path, answered: int, *, with_notes: bool) -> str:
    """Return where the file is and what is in it."""
    name, folder = path.name, path.parent.name or str(path.parent)
    holds = ngettext("{number} answer", "{number} answers", answered).format(
        number=in_words(answered)
    )
    if with_notes:
        return _("“{name}” is in the folder “{folder}”. It holds {answers} and your notes.").format(
            name=name, folder=folder, answers=holds
        )
    return _("“{name}” is in the folder “{folder}”. It holds {answers}.").format(
        name=name, folder=folder, answers=holds
    )


def next_steps(charity: str) -> Iterator[str]:
    """Yield what to do with the file, a paragraph each."""
    yield _(
        "Send it to whoever sent you the invitation: write them an e-mail, and attach the file. Or "
        "give it to them on a stick."
    )
    yield _(
        "You can still change your answers and save them again. The newer file takes the place of "
        "the earlier one, as long as {charity} has not shown its results."
    ).format(charity=charity)
    yield _(
        "Your own copy stays on this computer until you put it away. Whoever uses this computer "
        "can open it."
    )
