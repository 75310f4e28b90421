"""What the page of the lock says."""

from collections.abc import Sequence
from pathlib import Path

from collabkit.i18n import _, ngettext
from collabkit.passphrases import FEWEST_CHARACTERS, tidy_passphrase
from collabkit.ui.lock.state import Wish

_GOOD = 20  # characters, about four words
_FEWEST_DIFFERENT = 6  # characters; with fewer, length is worth little


def length_words(passphrase: str) -> str:
    """Return what the length of a passphrase is worth; nothing before anything is typed."""
    length = len(tidy_passphrase(passphrase))
    if not length:
        return ""
    if length < FEWEST_CHARACTERS:
        return _("Too short yet: {length} of at least {fewest} characters.").format(
            length=length, fewest=FEWEST_CHARACTERS
        )
    if len(set(tidy_passphrase(passphrase))) < _FEWEST_DIFFERENT:
        return _(
            "Long, but the same few characters again and again: easy to guess. Take words that do "
            "not belong together."
        )
    if length < _GOOD:
        return _("Long enough. Longer is harder to guess: one more word helps a lot.")
    return _("Good and long.")


def wish_words(wish: Wish) -> str:
    """Return what somebody may want once the data is locked."""
    match wish:
        case Wish.PASSPHRASE:
            return _("Choose another passphrase")
        case Wish.CODE:
            return _("Get another recovery code")
        case Wish.KEY:
            return _("Lock everything anew, with a new key")
        case Wish.OFF | Wish.ON:
            return _("Take the lock away")


def wish_explained(wish: Wish) -> str:
    """Return what a wish means."""
    match wish:
        case Wish.PASSPHRASE:
            return _(
                "Quick. Somebody who has an older copy of the file “lock.json” and the older "
                "passphrase could still open your data with the two."
            )
        case Wish.CODE:
            return _("The one that you have written down opens nothing from then on.")
        case Wish.KEY:
            return _(
                "For when somebody may know the passphrase or the code. Everything is rewritten, "
                "and an older passphrase, code or copy of “lock.json” opens nothing that is here."
            )
        case Wish.OFF | Wish.ON:
            return _(
                "From then on, whoever uses this computer can read everything that is kept here. "
                "Copies that you saved elsewhere stay locked as they are."
            )


def act_words(wish: Wish) -> str:
    """Return what the last button of a way says."""
    match wish:
        case Wish.ON:
            return _("Lock everything now")
        case Wish.PASSPHRASE:
            return _("Change the passphrase")
        case Wish.CODE:
            return _("Use this code from now on")
        case Wish.KEY:
            return _("Lock everything anew")
        case Wish.OFF:
            return _("Take the lock away")


def busy_words(wish: Wish) -> str:
    """Return what is said while the data is closed for a wish."""
    match wish:
        case Wish.OFF:
            return _("Taking the lock away. Please leave collabkit open until this is done.")
        case _other:
            return _("Locking everything. Please leave collabkit open until this is done.")


def done_words(wish: Wish) -> str:
    """Return what is said when a wish came true."""
    match wish:
        case Wish.ON:
            return _(
                "Everything is locked. From now on collabkit asks for the passphrase when it opens."
            )
        case Wish.PASSPHRASE:
            return _("The new passphrase counts from now on. The recovery code is still the same.")
        case Wish.CODE:
            return _("The new recovery code counts from now on. The passphrase is still the same.")
        case Wish.KEY:
            return _("Everything is locked anew. The older passphrase and code open nothing here.")
        case Wish.OFF:
            return _(
                "The lock is gone. Everything that is kept here can be read without a passphrase "
                "again. Copies that you saved elsewhere while it was on stay locked: keep the "
                "older passphrase for them, and the small file beside each."
            )


def stayed_locked_words(left: Sequence[Path]) -> str:
    """Return what is said when the lock is gone and ``left`` stayed locked all the same."""
    return ngettext(
        "The lock is gone. All your answers and plans can be read without a passphrase again, and "
        "none of them is missing. Only one thing from earlier could not be unlocked, as it is "
        "damaged or has a lock of its own: {path}. To have it rescued one day, keep its passphrase "
        "and the files beside it; otherwise it can be deleted.",
        "The lock is gone. All your answers and plans can be read without a passphrase again, and "
        "none of them is missing. Only {number} things from earlier could not be unlocked, as they "
        "are damaged or have a lock of their own; the first is {path}. To have them rescued one "
        "day, keep their passphrase and the files beside them; otherwise they can be deleted.",
        len(left),
    ).format(number=len(left), path=left[0])
