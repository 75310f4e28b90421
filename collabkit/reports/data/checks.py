"""Opening a written JSON file again, before anybody is told that it was exported."""

import json
from pathlib import Path
from typing import Any, NoReturn

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.reports.data.export import KIND, VERSION, as_bytes


def check_json(path: Path) -> None:
    """Make sure that ``path`` holds results in the very form in which this program writes them.

    Raises ``EnvironmentProblemError`` if they are cut short or damaged.
    """
    try:
        _check(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise EnvironmentProblemError(
            _(
                "The JSON file did not reach the disk in one piece, so it was not kept. Your "
                "answers are safe, and an older file of that name is as it was. Please try again, "
                "or save it in another place."
            )
        ) from error


def _check(data: bytes) -> None:
    found: Any = json.loads(data.decode(), parse_constant=_refuse, parse_float=_refuse)
    kind = (found.get("collabkit"), found.get("version")) if isinstance(found, dict) else None
    if kind != (KIND, VERSION):
        raise ValueError("other contents")
    # Also if a key stands there twice, which a dictionary would hide.
    if as_bytes(found) != data:
        raise ValueError("written otherwise")


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number that is exported")
