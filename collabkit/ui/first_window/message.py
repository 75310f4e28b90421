"""What a second start says to the first window: one line of JSON, under limits. No Qt."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ANSWER = b"shown\n"
MOST_BYTES = 64_000
MOST_FILES = 100
_MOST_SIGNS = 4_096  # of a path or a token


@dataclass(frozen=True, slots=True)
class Message:
    """The files to be opened, and what the system wants to see before it raises a window.

    ``token`` comes from the desktop that started the second one; without it, a Wayland desktop
    only shows that a window would like to be looked at.
    """

    files: tuple[Path, ...] = ()
    token: str = ""


def written(message: Message) -> bytes:
    """Return ``message`` as a line; only as many files as a line can hold."""
    files = [str(path.absolute()) for path in message.files[:MOST_FILES]]
    while True:
        told = {"collabkit": 1, "files": files, "token": message.token[:_MOST_SIGNS]}
        line = json.dumps(told).encode("ascii") + b"\n"
        if len(line) <= MOST_BYTES or not files:
            return line
        files.pop()


def read(line: bytes) -> Message | None:
    """Return what a line says; ``None`` for anything that this program did not write."""
    if len(line) > MOST_BYTES:
        return None
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.keys() != {"collabkit", "files", "token"}:
        return None
    files, token = told["files"], told["token"]
    if told["collabkit"] != 1 or not isinstance(files, list) or not _is_plain(token):
        return None
    if len(files) > MOST_FILES or not all(map(_is_path, files)):
        return None
    return Message(tuple(Path(file) for file in files), token)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _MOST_SIGNS and "\0" not in value


def _is_path(value: Any) -> bool:
    return _is_plain(value) and Path(value).is_absolute()


def sentence(names: Sequence[str]) -> str:
    """Return what the second start says on the terminal when its wish was granted."""
    from collabkit.i18n import _

    if not names:
        return _("collabkit is open already; its window was brought to the front.")
    return _("collabkit is open already; its window opens “{name}”.").format(name=names[0])
