"""The container of a bundle: a zip of few members, each of which has one of a few exact names.

What is in it comes from a stranger. The directory is looked at before the library reads it, every
byte is counted while it is unpacked, and nothing is ever written to a disk under a member's name.
The same members always give the same bytes, on computers that pack alike.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping

from collabkit.exchange.bundles.limits import MOST_BYTES, MOST_MEMBERS, MOST_TIMES, MOST_UNPACKED
from collabkit.exchange.bundles.refusals import cannot_open, cut_off, not_a_bundle
from collabkit.exchange.unpacking import BROKEN, PACKED_AS, TooLargeError, chunks_of
from collabkit.i18n import _

MANIFEST, CHARITY = "collabkit.json", "charity.json"
_NAME = re.compile(
    r"collabkit\.json|charity\.json|(?:assessments|sessions)/[0-9]{4}\.json"
    r"|packs/[0-9a-f]{64}\.toml"
)
_LONGEST_NAME = 100  # more than the longest of these

_ENTRY, _LOCATOR, _END = b"PK\x03\x04", b"PK\x06\x07", b"PK\x05\x06"
_END_RECORD = struct.Struct("<4s4H2LH")  # without a remark behind it, which would hide another one
_LOCAL_RECORD = struct.Struct("<4s5H3L2H")
_LOCATOR_LENGTH = 20
_LARGEST_DIRECTORY = MOST_MEMBERS * (46 + 2 * _LONGEST_NAME)

_WITH_PASSWORD = 0x1
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = (stat.S_IFREG | 0o600) << 16
_UNIX = 3


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a bundle with these members, by name: the manifest, then the others."""
    container = io.BytesIO()
    with zipfile.ZipFile(container, "w") as archive:
        for name in sorted(members, key=lambda name: (name != MANIFEST, name)):
            info = zipfile.ZipInfo(name, _BEGINNING_OF_TIME)
            info.create_system = _UNIX
            info.external_attr = _PLAIN_FILE
            info.compress_type = _way_of(members[name])
            archive.writestr(info, members[name], compresslevel=9)
    return container.getvalue()


def _way_of(data: bytes) -> int:
    """Return how ``data`` is packed: as it is where it would shrink by more than can be read."""
    shrinks_too_far = len(data) > MOST_TIMES * len(zlib.compress(data, 9, -zlib.MAX_WBITS))
    return zipfile.ZIP_STORED if shrinks_too_far else zipfile.ZIP_DEFLATED


class Container:
    """The members of one bundle."""

    def __init__(self, data: bytes) -> None:
        """Look into the directory of ``data``; raises ``BundleError`` if it is not ours."""
        _check_end(data)
        self._left = MOST_UNPACKED
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            infos = self._archive.infolist()
            self._check(infos)
            _check_places(infos, data, self._archive.start_dir)
        except BROKEN as error:
            raise _damaged() from error
        self.names = frozenset(info.filename for info in infos)

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of one member; raises ``BundleError`` if there are more than ``most``.

        Raises ``KeyError`` for a name that is not there.
        """
        info = self._archive.getinfo(name)
        most = min(most, self._left)
        try:
            data = b"".join(chunks_of(self._archive, info, most))
        except TooLargeError as error:
            raise _too_large() from error
        except BROKEN as error:
            raise _damaged() from error
        self._left -= len(data)
        return data

    def _check(self, infos: list[zipfile.ZipInfo]) -> None:
        names = [info.filename for info in infos]
        if MANIFEST not in names:
            raise not_a_bundle()
        if len(set(names)) != len(names):
            raise cannot_open(_("a part stands in it twice"))
        for info in infos:
            kind = stat.S_IFMT(info.external_attr >> 16)
            if info.orig_filename != info.filename or not _NAME.fullmatch(info.filename):
                raise cannot_open(_("it has a part that does not belong into it"))
            if kind not in (0, stat.S_IFREG):  # a link, or something stranger still
                raise cannot_open(_("a part of it is no ordinary file"))
            if info.flag_bits & _WITH_PASSWORD:
                raise cannot_open(_("another program has put a password on a part of it"))
            if info.compress_type not in PACKED_AS:
                raise cannot_open(_("it was packed in a way that collabkit never uses"))
            if info.file_size > MOST_TIMES * info.compress_size:
                raise _too_large()
        if sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise _too_large()


def _check_end(data: bytes) -> None:
    """Raise unless ``data`` ends in the record that says where a directory of our size is."""
    if len(data) > MOST_BYTES:
        raise cannot_open(_("it is far larger than it can be"))
    if not data.startswith(_ENTRY):
        raise not_a_bundle()
    at = len(data) - _END_RECORD.size
    if at < 0 or data[at : at + 4] != _END:
        raise cut_off()
    _sign, disks, entries, size, start, remark = _end_of(data, at)
    if entries > MOST_MEMBERS:
        raise cannot_open(_("it has far too many parts"))
    has_locator = data[max(0, at - _LOCATOR_LENGTH) : at].startswith(_LOCATOR)
    if disks or remark or has_locator or start + size != at or size > _LARGEST_DIRECTORY:
        raise _damaged()


def _end_of(data: bytes, at: int) -> tuple[bytes, bool, int, int, int, int]:
    sign, disk, first_disk, here, entries, size, start, remark = _END_RECORD.unpack_from(data, at)
    return sign, bool(disk or first_disk or here != entries), entries, size, start, remark


def _check_places(infos: list[zipfile.ZipInfo], data: bytes, directory: int) -> None:
    """Raise unless every member lies in a place of its own, before the directory."""
    free_from = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        start = info.header_offset
        if start < free_from:
            raise cannot_open(_("parts of it lie upon each other"))
        *_others, name_length, extra_length = _LOCAL_RECORD.unpack_from(data, start)
        free_from = start + _LOCAL_RECORD.size + name_length + extra_length + info.compress_size
    if free_from > directory:
        raise cannot_open(_("parts of it lie upon each other"))


def _too_large() -> Exception:
    return cannot_open(_("unpacked, it is far larger than it can be"))


def _damaged() -> Exception:
    return cannot_open(_("it is damaged"))
