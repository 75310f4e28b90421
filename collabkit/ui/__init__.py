"""The window: Qt lives here and nowhere else."""

import sys

if sys.version_info < (3, 12):
    # PySide6 6.12 returns None, and hands True and False to signals, without counting the
    # reference, which ends the program with "deallocating None" after a few thousand calls. From
    # Python 3.12 on these cannot be freed; here they are given more references than any session
    # can use up.
    import ctypes

    for value in (None, True, False):
        ctypes.c_ssize_t.from_address(id(value)).value += 1 << 48
