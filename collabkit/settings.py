"""What a person chose under Settings, and where the window stood: one small JSON file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from collabkit.errors import EnvironmentProblemError


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
        self.problem = ""
        if path is not None:
            try:
                values = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError, RecursionError):
                values = None
            if isinstance(values, dict):
                self._values = values

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
        for listener in tuple(self._listeners):
            listener(key)
        self._write()

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with the key of each value that changes."""
        self._listeners.append(listener)

    def forget_changes(self) -> None:
        """Keep changes in memory only from now on: for pictures and trials."""
        self._path = None

    def _write(self) -> None:
        if self._path is None:
            return
        from collabkit.files import write_safely  # not needed to open the window

        text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_safely(self._path, text.encode("utf-8"))
        except (OSError, EnvironmentProblemError) as error:
            self.problem = str(error)
        else:
            self.problem = ""
