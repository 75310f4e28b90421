"""The one tree of errors that people may see.

The text of every error here is a sentence for a trustee: what happened, what is safe and what to
do. Anything else that goes wrong is a bug of ours; it is logged and answered with one calm
sentence by whoever is outermost (the window or the command line).
"""


class CollabkitError(Exception):
    """Something went wrong that a person can understand and do something about."""


class EnvironmentProblemError(CollabkitError):
    """The machine does not allow it: a full disk, a read-only folder, a missing file."""


class DataRefusedError(CollabkitError):
    """A file is newer than this program, foreign or damaged; it was left exactly as it is."""


class InvalidInputError(CollabkitError):
    """What was handed in does not fit; nothing was changed.

    ``faults`` holds one line of text for each fault, so that all can be mended at once.
    """

    def __init__(self, message: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults
