"""What was done last, as long as it can be undone. No Qt."""

from collections.abc import Callable


class LastStep:
    """Keeps the way back from the last thing that was done, and from no other."""

    def __init__(self) -> None:
        self._way_back: Callable[[], None] | None = None

    def keep(self, way_back: Callable[[], None] | None) -> None:
        """Something was done; ``way_back`` undoes it, if it can be undone."""
        self._way_back = way_back

    def forget(self) -> None:
        """Let what was done stand."""
        self._way_back = None

    def undo(self) -> bool:
        """Undo it, once; return whether there was anything to undo.

        Raises what ``way_back`` raises; it can be tried again then.
        """
        if self._way_back is None:
            return False
        self._way_back()
        self._way_back = None
        return True
