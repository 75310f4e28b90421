"""People's own questionnaires: check, add, take away, write out, copy, start from a template.

An own pack is one TOML file in the data folder, named after its id. Assessments keep the very words
they were started with in the database, so no file here is ever needed to read an older answer.
"""

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.assessments.packs.reader import parse_pack
from collabkit.assessments.packs.text import read_file
from collabkit.assets import resource
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.files import problem_with, write_safely
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.packs import builtin_cards, builtin_file, own_files

if TYPE_CHECKING:
    from collabkit.assessments.pack import Pack
    from collabkit.assessments.packs.checks import PackCheck

_EXAMPLE = "partner-meetings"
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
# Names that Windows keeps for devices, with whatever ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}


class FileThereError(InvalidInputError):
    """Nothing was written, because a file of that name is there and may be somebody's work."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that was added, or one that would take the place of ``older``.

    If ``is_done`` is false, nothing was changed: install it again with ``replace=True`` once
    somebody has agreed. ``undo`` puts back what was there before.
    """

    pack: "Pack"
    older: "Pack | None" = None
    is_done: bool = True
    undo: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """A pack that was taken away; ``undo`` puts it back."""

    title: str
    undo: Callable[[], None]


class OwnPackService:
    """Verbs on pack files. Spreadsheets take a tenth of a second: call off the GUI thread."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder

    def packs(self) -> tuple["Pack", ...]:
        """Return all own packs by title; a file that cannot be read is left out."""
        packs = [pack for _path, pack in self._read_all() if pack is not None]
        return tuple(sorted(packs, key=lambda pack: (pack.title.casefold(), pack.id)))

    def damaged(self) -> tuple[Path, ...]:
        """Return the files among the own packs that cannot be read as the pack of their name."""
        return tuple(path for path, pack in self._read_all() if pack is None)

    def check(self, path: Path) -> "PackCheck":
        """Return what is wrong and what could be better in a TOML file or spreadsheet.

        Raises ``EnvironmentProblemError`` if the file cannot be opened.
        """
        from collabkit.exchange.packs.files import check_pack_file

        return check_pack_file(path)

    def install(self, path: Path, *, replace: bool = False) -> Installed:
        """Add the pack in a TOML file or spreadsheet to those that can be chosen.

        An own pack of the same id is replaced only with ``replace``. Raises ``PackError`` with
        every fault, ``InvalidInputError`` for an id that cannot be used, and
        ``EnvironmentProblemError`` if a file cannot be read or written.
        """
        from collabkit.exchange.packs.files import read_pack_file

        file = read_pack_file(path)
        pack = file.pack
        self._refuse_id(pack.id)
        target = self._folder.packs / f"{pack.id}.toml"
        if not target.exists():
            self._keep(target, file.source)
            return Installed(pack, undo=lambda: _take_away(target))
        before = read_file(target)
        if before == file.source:
            return Installed(pack)
        older = _readable(target)
        if not replace:
            return Installed(pack, older, is_done=False)
        self._keep(target, file.source)
        return Installed(pack, older, undo=lambda: self._keep(target, before, check=False))

    def remove(self, pack_id: str) -> Removed:
        """Take an own pack away; assessments that were started with it stay as they are.

        Raises ``InvalidInputError`` for any other pack, and ``EnvironmentProblemError`` if the
        file cannot be removed.
        """
        if builtin_file(pack_id):
            raise InvalidInputError(
                _("“{id}” comes with collabkit and stays. Nothing was changed.").format(id=pack_id)
            )
        path = self._file(pack_id)
        before = read_file(path)
        pack = _readable(path)
        _take_away(path)
        return Removed(
            pack.title if pack else pack_id, lambda: self._keep(path, before, check=False)
        )

    def export(self, pack_id: str, path: Path, *, replace: bool = False) -> None:
        """Write a built-in or own pack to ``path``, which ends in .toml or .xlsx.

        What was written is opened again and compared before it takes the place of an older file,
        which it does only with ``replace``. Raises ``InvalidInputError`` for an unknown pack,
        another ending, a file that is there already or a place among collabkit's own files, and
        ``EnvironmentProblemError`` if it cannot be written.
        """
        self._write(read_file(builtin_file(pack_id) or self._file(pack_id)), path, replace)

    def copy_for_editing(
        self, pack_id: str, new_id: str, new_title: str, path: Path, *, replace: bool = False
    ) -> None:
        """Write a copy with another id and title to ``path``, for somebody to change.

        Raises as ``export`` does, and ``InvalidInputError`` for an id or title that cannot be used.
        """
        from collabkit.exchange.packs.files import copied

        source = read_file(builtin_file(pack_id) or self._file(pack_id))
        self._refuse_id(new_id)
        copy = copied(source, new_id, new_title.strip())
        parse_pack(copy, f"{new_id}.toml")  # the new id or title may not fit
        self._write(copy, path, replace)

    def save_template(self, path: Path, *, replace: bool = False) -> None:
        """Write a spreadsheet with an example and explanations to ``path``, for an own pack.

        Raises as ``export`` does.
        """
        from collabkit.exchange.packs.files import template_from

        self._refuse_place(path, replace)
        if path.suffix.casefold() != ".xlsx":
            raise InvalidInputError(
                _("The template is a spreadsheet. Please choose a name that ends in .xlsx.")
            )
        source = read_file(resource("templates", f"{_EXAMPLE}.toml"))
        write_safely(path, template_from(source), self._is_the_same(source, path))

    def _write(self, source: bytes, path: Path, replace: bool) -> None:
        from collabkit.exchange.packs.files import workbook_from

        self._refuse_place(path, replace)
        match path.suffix.casefold():
            case ".toml":
                data = source
            case ".xlsx":
                data = workbook_from(source, path.name)
            case _other:
                raise InvalidInputError(
                    _("Please choose a name that ends in .toml or .xlsx. Nothing was written.")
                )
        write_safely(path, data, self._is_the_same(source, path))

    def _is_the_same(self, source: bytes, path: Path) -> Callable[[Path], None]:
        """Return a check that the written file holds the pack in ``source``, word for word."""
        from dataclasses import replace

        from collabkit.exchange.packs.files import pack_in

        wanted = parse_pack(source, path.name)

        def check(written: Path) -> None:
            found = pack_in(written.read_bytes(), path.name)
            if replace(found, digest=wanted.digest) != wanted:
                raise OSError(errno.EIO, os.strerror(errno.EIO))

        return check

    def _keep(self, target: Path, source: bytes, *, check: bool = True) -> None:
        try:
            for folder in (self._folder.root, target.parent):
                folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        except OSError as error:
            raise problem_with(target, error) from error
        same = self._is_the_same(source, target) if check else None
        write_safely(target, source, same, _PRIVATE_FILE)

    def _file(self, pack_id: str) -> Path:
        own = own_files(self._folder)
        if pack_id not in own:
            raise InvalidInputError(
                _(
                    "There is no questionnaire “{id}” here. The command “collabkit packs list” "
                    "shows all."
                ).format(id=pack_id)
            )
        return own[pack_id]

    def _refuse_id(self, pack_id: str) -> None:
        """Raise ``InvalidInputError`` for an id that another pack or the system needs."""
        folded = pack_id.casefold()
        if folded in {card.id.casefold() for card in builtin_cards()}:
            raise InvalidInputError(
                _(
                    "The id “{id}” belongs to a questionnaire that comes with collabkit. Nothing "
                    "was changed. Please give yours another id."
                ).format(id=pack_id)
            )
        others = set(own_files(self._folder)) - {pack_id}
        taken = next((other for other in others if other.casefold() == folded), None)
        if taken is not None:
            raise InvalidInputError(
                _(
                    "The id “{id}” differs from “{other}”, which is here already, in capitals "
                    "only. Nothing was changed. Please give yours another id."
                ).format(id=pack_id, other=taken)
            )
        if folded.partition(".")[0] in _DEVICES:
            raise InvalidInputError(
                _(
                    "No file can be called “{id}” on every computer. Please choose another id."
                ).format(id=pack_id)
            )

    def _read_all(self) -> Iterator[tuple[Path, "Pack | None"]]:
        for pack_id, path in own_files(self._folder).items():
            pack = _readable(path)
            yield path, pack if pack is not None and pack.id == pack_id else None

    def _refuse_place(self, path: Path, replace: bool) -> None:
        check_is_not_ours(path, self._folder)
        if path.exists() and not replace:
            raise FileThereError(
                _("There is a file “{name}” already. Nothing was written.").format(name=path.name)
            )


def is_not_higher(version: str, older: str) -> bool:
    """Tell whether ``version`` is the same as ``older`` or comes before it: 1.9 before 1.10."""
    return _steps(version) <= _steps(older)


def schema_text() -> str:
    """Return the JSON Schema of packs, as it lies in ``resources/schemas``."""
    import json

    from collabkit.exchange.packs.schema import pack_schema

    return json.dumps(pack_schema(), ensure_ascii=False, indent=1) + "\n"


def _steps(version: str) -> tuple[tuple[int, str], ...]:
    parts = version.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _readable(path: Path) -> "Pack | None":
    try:
        return parse_pack(read_file(path), path.name)
    except CollabkitError:
        return None


def _take_away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise problem_with(path, error) from error
