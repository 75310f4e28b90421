"""Where the data lies, in words."""

from collabkit.i18n import _
from collabkit.paths import PORTABLE_NAME, DataFolder, is_portable
from collabkit.storage.surroundings import is_read_only, is_removable, warning_of_place

__all__ = ["can_only_be_read", "line_of_place", "warning_of_place"]


def can_only_be_read(folder: DataFolder) -> bool:
    """Tell whether the disk with ``folder`` takes nothing new; no if the system does not say."""
    return is_read_only(folder.root)


def line_of_place(folder: DataFolder) -> str:
    """Return what is special about the place of ``folder``; empty for the usual one."""
    lines = []
    if is_portable(folder):
        lines.append(
            _(
                "It lies beside the program, because there is a folder “{name}”: take both along, "
                "and everything is with you."
            ).format(name=PORTABLE_NAME)
        )
    if is_removable(folder.root):
        lines.append(
            _(
                "It is on a memory stick or the like. Close collabkit before you unplug it, and "
                "keep a copy elsewhere: sticks get lost."
            )
        )
    return " ".join(lines)
