"""Python's garbage is collected on the thread that draws, and on no other."""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 1000  # milliseconds between two looks


class Garbage(QObject):
    """Collects what nobody can reach any more, on the thread it was made on.

    Python by itself looks for such garbage on whichever thread happens to ask for memory. If that
    is the thread that writes, and the garbage holds a page that was left, the page is taken apart
    there: its timers cannot be stopped from another thread, Qt goes on sending them, and the
    program falls over (seen; tests/ui/test_garbage.py does it). So Python's own looking is turned
    off as soon as this is made, and stays off. (The program does without from the very start, for
    another reason: see ``start.let_garbage_lie``.)

    What is there when the first page is shown (modules, fonts, the window) stays as long as the
    program does; it is frozen then, so that no later look goes through it. A whole look takes
    about 5 ms instead of 35 (measured), and nobody notices it while typing.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(collect_if_due)

    def begin(self) -> None:
        """Collect from now on; to be called when the first page is there."""
        if gc.get_freeze_count() == 0:
            gc.freeze()
        self._timer.start()


def collect_if_due() -> None:
    """Collect as much as Python itself would by now, by its own thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    if counts[0] <= thresholds[0]:
        return
    oldest = 2 if counts[2] > thresholds[2] else int(counts[1] > thresholds[1])
    gc.collect(oldest)
