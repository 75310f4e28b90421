"""The window: Qt lives here and nowhere else."""

import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 returns None without counting the reference, which ends the program with
    # "deallocating None" after a few thousand calls. From Python 3.12 on None cannot be freed;
    # here it is given more references than any session can use up.
    import ctypes

    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 48
