"""What a person chose under Settings, and where the window stood: one small JSON file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from collabkit.errors import EnvironmentProblemError

_MOST_BYTES = 1_000_000  # far more than all settings together
_PRIVATE_FILE = 0o600


class Settings:
    """Named values that outlive the program.

    An unreadable file is no reason to stop anybody: the settings start afresh and the file is
    replaced at the next change. Values must be plain JSON.
    """

    def __init__(self, path: Path | None) -> None:
        """Read the settings at ``path``; ``None`` keeps them in memory only."""
        self._path = path
        self._values: dict[str, Any] = {}
        self._listeners: list[Callable[[str], None]] = []
        self._is_held = False
        self._changed: set[str] = set()  # since it was last written
        self.problem = ""
        if path is not None:
            self._values = _values_in(path)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of ``key``; a value of another type than ``default`` counts as none."""
        value = self._values.get(key, default)
        if default is not None and type(value) is not type(default):
            return default
        return value

    def set(self, key: str, value: Any) -> None:
        """Keep ``value`` and tell everybody who listens.

        If it cannot be written it counts until the program closes, and ``problem`` says why.
        """
        if key in self._values and self._values[key] == value:
            return
        self._values[key] = value
        self._changed.add(key)
        for listener in tuple(self._listeners):
            listener(key)
        self._write()

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with the key of each value that changes."""
        self._listeners.append(listener)

    def hold(self) -> None:
        """Write nothing until ``release``: the folder may be another window's, or nobody's yet."""
        self._is_held = True

    def release(self) -> None:
        """Read what is there by now, as on a stick that was plugged in only meanwhile.

        What was changed meanwhile counts more. Every change is written from now on.
        """
        self._is_held = False
        before = self._values
        if self._path is not None:
            found = _values_in(self._path)
            self._values = found | {key: before[key] for key in self._changed}
        for key in before.keys() | self._values.keys():
            if before.get(key) != self._values.get(key):
                for listener in tuple(self._listeners):
                    listener(key)
        if self._changed:
            self._write()

    def forget_changes(self) -> None:
        """Keep changes in memory only from now on: for pictures and trials."""
        self._path = None

    def _write(self) -> None:
        if self._path is None or self._is_held:
            return
        from collabkit.files import write_safely  # not needed to open the window

        # In ASCII, because the name of a folder may hold what no UTF-8 does.
        text = json.dumps(self._values, indent=2, sort_keys=True)
        try:
            # The folder was made with the data; one that has gone since is not made again.
            write_safely(self._path, text.encode("ascii"), mode=_PRIVATE_FILE)
        except (OSError, EnvironmentProblemError) as error:
            self.problem = str(error)
        else:
            self.problem = ""
            self._changed.clear()


def _values_in(path: Path) -> dict[str, Any]:
    try:
        # A pipe would be waited for, and a file without end would fill the memory.
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return {}
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
