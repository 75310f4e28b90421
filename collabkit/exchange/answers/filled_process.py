"""Has a stranger's PDF opened in a process of its own, which may be stopped at any moment.

It takes less than a tenth of a second to start. Whatever a file does to the library that opens it,
even a crash, stays there: this side only ever reads a line of JSON.
"""

import json
import subprocess
import sys
from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.exchange.answers import filled_apart
from collabkit.i18n import _

_PATIENCE = 30  # seconds for the start on a slow machine; reading has a limit of its own there

Fields = list[tuple[str, list[str]]]


def fields_apart(data: bytes) -> Fields:
    """Return the name and the values of each field in a PDF.

    Raises ``UnreadableError`` with a reason, and ``EnvironmentProblemError`` if no process can be
    started.
    """
    command = [sys.executable, "-I", str(Path(filled_apart.__file__))]
    try:
        done = subprocess.run(  # noqa: S603 - a script of ours, and the file is no part of the command
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise filled_apart.UnreadableError("too much") from error
    except OSError as error:
        raise EnvironmentProblemError(
            _(
                "This computer has no room left to look into a PDF. Nothing was changed. Please "
                "close other programs and try again."
            )
        ) from error
    if done.returncode:
        raise filled_apart.UnreadableError("too much")
    said = json.loads(done.stdout)
    if "reason" in said:
        raise filled_apart.UnreadableError(said["reason"])
    return [(name, values) for name, values in said["fields"]]
