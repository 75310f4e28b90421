"""A polite end from outside, such as logging out, closes the window like a person does."""

import os
import signal
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget

_SIGNALS = 64  # more than ever come at once


def close_on_signals(window: QWidget) -> None:
    """Close ``window`` upon the signals that ask a program to end."""
    if sys.platform == "win32":  # Windows asks the window itself
        return
    # Python notices a signal only when it runs; the pipe wakes Qt's loop up for that.
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _take_no_other_action)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, window)

    def close() -> None:
        os.read(reading, _SIGNALS)  # otherwise the pipe would ask again and again
        window.close()

    notifier.activated.connect(close)


def _take_no_other_action(_number: int, _frame: object) -> None:
    """Without a handler of Python's own, the pipe would stay silent."""
