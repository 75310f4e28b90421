"""Packs as files: TOML or a spreadsheet, told apart by what is in them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.packs.checks import PackCheck, warnings_about
from collabkit.assessments.packs.faults import Faults, PackError
from collabkit.assessments.packs.reader import pack_from
from collabkit.assessments.packs.text import MOST_BYTES, parse_tables, read_file
from collabkit.exchange.packs import container
from collabkit.exchange.packs.cells import Grid
from collabkit.exchange.packs.from_sheets import tables_from, used_sheets
from collabkit.exchange.packs.meanings import notes_on
from collabkit.exchange.packs.read_me import read_me
from collabkit.exchange.packs.sheets import sheets_of
from collabkit.exchange.packs.to_sheets import grids_of
from collabkit.exchange.packs.toml_text import toml_of
from collabkit.exchange.packs.workbook_reader import read_workbook
from collabkit.exchange.packs.workbook_writer import workbook_of
from collabkit.i18n import _

_FIRST_VERSION = "0.1"
_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack that was read without a fault: its TOML, its tables, and what could be better."""

    pack: Pack
    source: bytes
    warnings: tuple[str, ...]


def read_pack_file(path: Path) -> PackFile:
    """Return the pack in the TOML file or spreadsheet at ``path``.

    Raises ``PackError`` with every fault found if it is not a pack, and
    ``EnvironmentProblemError`` if the file cannot be opened.
    """
    return _file_of(read_file(path, max(MOST_BYTES, container.MOST_BYTES)), path)


def pack_in(data: bytes, name: str) -> Pack:
    """Return the pack in the bytes of a file called ``name``.

    Raises ``PackError`` with every fault found if it is not a pack.
    """
    return _file_of(data, Path(name)).pack


def _file_of(data: bytes, path: Path) -> PackFile:
    faults = Faults(path.name)
    if data.startswith((_ZIP, _OLD_OFFICE)) or path.suffix.casefold() in (".xlsx", ".xlsm"):
        return _from_workbook(data, faults)
    tables = parse_tables(data, faults)
    pack = pack_from(tables, hashlib.sha256(data).hexdigest(), faults)
    return PackFile(pack, data, warnings_about(pack, faults))


def _from_workbook(data: bytes, faults: Faults) -> PackFile:
    sheets = read_workbook(data, faults)
    tables = tables_from(sheets, faults)
    pack_from(tables, "", faults)  # every fault with its cell; only then can it become TOML
    source = toml_of(tables).encode()
    if len(source) > MOST_BYTES:
        faults.refuse(
            container.whole_file(), _("there is more text than a questionnaire can have.")
        )
    pack = pack_from(tables, hashlib.sha256(source).hexdigest(), faults)
    hidden = tuple(
        faults.sentence(
            _("sheet “{name}”").format(name=name), _("it is hidden, and was read as well.")
        )
        for name, sheet in used_sheets(sheets, faults).items()
        if sheet.is_hidden
    )
    return PackFile(pack, source, (*hidden, *warnings_about(pack, faults)))


def check_pack_file(path: Path) -> PackCheck:
    """Return what is wrong and what could be better in the file at ``path``.

    Raises ``EnvironmentProblemError`` if the file cannot be opened.
    """
    try:
        file = read_pack_file(path)
    except PackError as error:
        return PackCheck(None, error.faults)
    return PackCheck(file.pack, (), file.warnings)


def workbook_from(source: bytes, name: str) -> bytes:
    """Return the pack whose TOML is ``source`` as a workbook; ``name`` is for faults."""
    return _workbook(parse_tables(source, Faults(name)))


def template_from(source: bytes) -> bytes:
    """Return the example whose TOML is ``source`` as a workbook that explains how to fill it in."""
    tables = parse_tables(source, Faults("example.toml"))
    return _workbook(tables, read_me(_kind(tables)), whole=True)


def copied(source: bytes, pack_id: str, title: str) -> bytes:
    """Return the TOML of another pack with the same content: its remarks are not kept."""
    tables = parse_tables(source, Faults(f"{pack_id}.toml"))
    return toml_of({**tables, "id": pack_id, "title": title, "version": _FIRST_VERSION}).encode()


def _workbook(
    tables: Mapping[str, Any], before: Sequence[Grid] = (), *, whole: bool = False
) -> bytes:
    kind = _kind(tables)
    plans = {plan.name: plan for plan in sheets_of(kind)}
    return workbook_of((*before, *grids_of(tables, whole=whole)), plans, notes_on(kind))


def _kind(tables: Mapping[str, Any]) -> OutcomeKind:
    return OutcomeKind(tables["outcome"]["kind"])
