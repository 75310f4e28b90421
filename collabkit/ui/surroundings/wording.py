"""What is said about the folder with the data, and about work that was saved elsewhere. No Qt."""

from pathlib import Path

from collabkit.i18n import _, ngettext
from collabkit.services.rescue import Rescued


def offer() -> str:
    """Return the words of the act that saves everything in another folder."""
    return _("Save my work somewhere else…")


def told_of_absence(folder: Path, *, is_asked: bool, has_unsaved: bool) -> str:
    """Return what is said while the folder is not there; ``is_asked`` if it was tried again."""
    place = (
        _("The folder with your data is still not in its place: “{folder}”.")
        if is_asked
        else _("The folder with your data is not in its place any more: “{folder}”.")
    ).format(folder=folder)
    way_on = _("Plug the stick in again, or put the folder back: then collabkit goes on by itself.")
    kept = (
        _("What you entered last stays here.")
        if has_unsaved
        else _("What you see can still be read.")
    )
    return f"{place} {way_on} {kept}"


def told_of_trouble(reason: str, *, is_asked: bool) -> str:
    """Return what is said while something is not saved; ``reason`` is why, in sentences."""
    kept = (
        _(
            "It was tried again just now, and what you entered last is still not saved yet. It "
            "stays here as long as collabkit is open."
        )
        if is_asked
        else _(
            "What you entered last is not saved yet. It stays here as long as collabkit is open, "
            "which tries again by itself."
        )
    )
    return f"{reason} {kept}".strip()


def told_of_end(*, is_back: bool, was_unsaved: bool) -> str:
    """Return what is said when all is well again."""
    if not is_back:
        return _("What you entered last is saved now.")
    if was_unsaved:
        return _("The folder with your data is back, and what you entered meanwhile is saved.")
    return _("The folder with your data is back. You can go on.")


def told_where_else(folder: Path) -> str:
    """Return where the work lies as well, once all is well here."""
    return _("Your work up to then is also in the folder “{folder}”.").format(folder=folder.name)


def told_of(rescued: Rescued, *, is_saved_here: bool = False) -> str:
    """Return where the work is now, and what of it.

    ``is_saved_here`` says that what was not saved here could be meanwhile.
    """
    told = (
        _(
            "Your work is in the folder “{folder}”: a file for each charity, which any collabkit "
            "opens, and a copy of everything."
        )
        if rescued.files
        else _("Your work is in the folder “{folder}”: a copy of everything.")
    ).format(folder=rescued.folder.name)
    if is_saved_here and (rescued.added or rescued.left):
        return f"{told} {_('What you entered last is saved here too by now.')}"
    if rescued.added:
        told += " " + ngettext(
            "The entry that was not saved here is in it.",
            "The {number} entries that were not saved here are in it.",
            rescued.added,
        ).format(number=rescued.added)
    if rescued.left:
        told += " " + ngettext(
            "One entry could not be added to it; it is still here, on its page.",
            "{number} entries could not be added to it; they are still here, on their pages.",
            rescued.left,
        ).format(number=rescued.left)
    return told
