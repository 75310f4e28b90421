"""How a change came out that was handed to the writer without waiting."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from collabkit.errors import CollabkitError

# Called with ``None`` once the change is on disk, otherwise with the error to show.
WhenDone = Callable[[CollabkitError | None], None]


def tell_outcome(change: "Future[Any]", when_done: WhenDone, otherwise: str) -> None:
    """Call ``when_done`` on the writer's thread when ``change`` is on disk or has failed.

    ``otherwise`` is the sentence for a failure that has none of its own.
    """

    def report(done: "Future[Any]") -> None:
        problem = done.exception()
        if problem is None or isinstance(problem, CollabkitError):
            when_done(problem)
        else:
            when_done(CollabkitError(otherwise))

    change.add_done_callback(report)
