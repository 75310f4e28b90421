"""Switching the lock on or off in a process that is killed before its n-th change to the disk."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

_CHANGES = {"os.rename", "os.remove", "os.link", "os.truncate", "os.mkdir"}
KILLED = 9


def killed_before(number: int, root: Path, work: Callable[[], object]) -> bool:
    """Do ``work`` in a child that dies before its change ``number`` below ``root``.

    Returns whether it died; false means that it came to its end. Counted are files that are
    opened for writing, linked, renamed, cut and removed, as Python itself reports them.
    """
    child = os.fork()
    if child == 0:
        seen = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event == "open":
                path, _mode, flags = arguments
                is_change = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
            else:
                path, is_change = (arguments[0] if arguments else ""), event in _CHANGES
            if (
                is_change
                and isinstance(path, (str, bytes))
                and os.fsdecode(path).startswith(str(root))
            ):
                seen += 1
                if seen == number:
                    os._exit(KILLED)

        sys.addaudithook(watch)
        try:
            work()
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, KILLED), code
    return code == KILLED
