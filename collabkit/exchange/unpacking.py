"""Unpacking a zip from a stranger: every byte is counted, and nothing in it is believed."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

PACKED_AS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_CHUNK = 65_536
# All that a broken or forged zip makes the library raise.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    IndexError,
    OverflowError,
)


class TooLargeError(Exception):
    """A member is larger than it may be, whatever the directory says."""


def chunks_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """Yield the bytes of one member piece by piece.

    Raises ``TooLargeError`` before there are more than ``most``, and one of ``BROKEN`` for a member
    that is damaged, not as long as the directory says, or packed in an unusual way.
    """
    if info.compress_type not in PACKED_AS:
        raise zipfile.BadZipFile
    if info.file_size > most:
        raise TooLargeError
    size = 0
    with archive.open(info) as member:
        while chunk := member.read(_CHUNK):
            size += len(chunk)
            if size > most:  # the directory may lie about sizes
                raise TooLargeError
            yield chunk
    if size != info.file_size:
        raise zipfile.BadZipFile
