"""What the readers of all library files have in common."""

from collections.abc import Collection, Iterable
from pathlib import Path

from collabkit.assessments.packs.faults import Faults, FaultyFileError
from collabkit.assessments.packs.table import Table
from collabkit.assessments.packs.text import parse_tables, read_file
from collabkit.assessments.packs.values import quoted
from collabkit.i18n import _


def open_tables(path: Path, error: type[FaultyFileError]) -> Table:
    """Return the file at ``path`` as one table whose faults end in ``error``.

    Raises ``error`` if it is not TOML, and ``EnvironmentProblemError`` if it cannot be opened.
    """
    faults = Faults(path.name, error)
    return Table(parse_tables(read_file(path), faults), _("the top of the file"), faults)


def refuse_repeats(faults: Faults, title: str, names: Iterable[str]) -> None:
    """Note each of ``names`` that occurs again; ``title`` with ``{name}`` makes its place."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            faults.add(title.format(name=name), _("the same name is used twice."))
        seen.add(name)


def refuse_unlisted(
    faults: Faults, where: str, key: str, names: Iterable[str], listed: Collection[str]
) -> None:
    """Note each of ``names``, given under ``key`` at ``where``, that is not ``listed``."""
    for name in names:
        if name and name not in listed:
            faults.add(
                where,
                _('key "{key}" names {name}, which is not in this file.').format(
                    key=key, name=quoted(name)
                ),
            )
