"""Work that is too slow for the thread that draws."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _


class Job(QObject):
    """One piece of work on a thread of the pool; what comes of it arrives on the GUI thread.

    ``done(result)`` or ``failed(sentence)`` is sent once. Keep no reference: a job that has been
    started lives until it has told. A bug of ours is raised again on the GUI thread after
    ``failed``, so that it is noted like any other.

    ``for_what`` returns what the work is done for, such as the assessment that is shown. If that is
    something else when the work fails, the person has gone on, and ``failed`` is not sent: the page
    that asked is not there, and the next one has nothing to do with it. ``done`` is sent in any
    case, as it is done; whoever takes the result can see in it for what.
    """

    done = Signal(object)
    failed = Signal(str)
    _ended = Signal(object, object)

    def __init__(
        self, work: Callable[[], object], for_what: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self._work = work
        self._for_what = for_what or _nothing
        self._asked_for = self._for_what()
        self._ended.connect(self._on_self_ended)

    def start(self) -> None:
        """Begin, and return at once."""
        _under_way.add(self)
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        try:
            result, problem = self._work(), None
        except Exception as error:
            result, problem = None, error
        self._ended.emit(result, problem)

    def _on_self_ended(self, result: object, problem: Exception | None) -> None:
        _under_way.discard(self)
        _at_rest.append(self)
        self._work = _nothing
        is_wanted = self._for_what() == self._asked_for
        self._for_what = _nothing
        if problem is None:
            self.done.emit(result)
        elif isinstance(problem, CollabkitError):
            self._tell(str(problem), is_wanted)
        else:
            self._tell(_("This did not work. What was saved is safe. Please try again."), is_wanted)
            raise problem

    def _tell(self, sentence: str, is_wanted: bool) -> None:
        if is_wanted:
            self.failed.emit(sentence)


def _nothing() -> None:
    """What is left to do once a job has told."""


# Without somebody to hold it, a job would be gone before it could tell.
_under_way: set[Job] = set()
# The thread of the pool may let go of a job later than the thread that draws, and would then take
# it apart while Qt is still busy with it. So each is held until many others have told after it.
_at_rest: deque[Job] = deque(maxlen=64)
