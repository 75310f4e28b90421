"""What a network sees, as a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.export_formats import Format, format_of
from collabkit.services.exports import Exported, Paper, size_of, write_checked
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.parts_files import KINDS

if TYPE_CHECKING:
    from collabkit.reports.parts_document import PartsDocument


def write_document(
    document: "PartsDocument", path: Path, folder: DataFolder, paper: Paper = Paper.A4
) -> Exported:
    """Write a document to ``path``, as the kind of file that its name asks for.

    Raises ``InvalidInputError`` for a kind that cannot hold it and for one of the program's own
    files in ``folder``, and ``EnvironmentProblemError`` if it cannot be written; an older file is
    unharmed then.
    """
    from collabkit.services.parts_files import parts_bytes

    kind = _kind_of(path)
    check_is_not_ours(path, folder)
    return write_checked(path, parts_bytes(document, kind, size_of(paper)), folder, kind)


def _kind_of(path: Path) -> Format:
    """Return the kind that a name asks for, of those that can hold nothing but parts."""
    try:
        kind = format_of(path)
    except InvalidInputError:
        kind = None
    if kind in KINDS:
        return kind
    raise InvalidInputError(
        _(
            "“{name}” is no kind of file that this can be written as. Please let its name end in "
            "one of these: {kinds}."
        ).format(name=path.name, kinds=", ".join(f".{each}" for each in KINDS))
    )
