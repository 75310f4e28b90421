"""The way to the page, with the files to be opened. No Qt."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

PLACE = "open-file"
_numbers = count(1)


def to_open(paths: Iterable[Path]) -> dict[str, Any]:
    """Return what the page is handed: each time something else, so that it looks once more.

    Without that, a file that has arrived anew under the same name would not be read again.
    """
    return {"paths": tuple(str(path) for path in paths), "number": next(_numbers)}
