"""The keyboard stays where it is while what is around it is shown afresh."""

from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.ui.widgets.tab_order import tab_stops


class FocusKept:
    """Gives the keyboard back, inside ``ground``, to what has it or to what came in its place.

    That is the control which is called the same, and otherwise the one at the same place.
    """

    def __init__(self, ground: QWidget) -> None:
        self._ground = ground
        self._held: QWidget | None = None
        self._path: tuple[str, ...] = ()
        self._place = 0

    def __enter__(self) -> None:
        held = QApplication.focusWidget()
        if held is None or not self._ground.isAncestorOf(held):
            return
        self._held, self._path = held, self._path_of(held)
        stops = list(tab_stops(self._ground))
        self._place = stops.index(held) if held in stops else 0

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        held = self._held
        if held is None:
            return
        is_there = self._ground.isAncestorOf(held) and held.isVisibleTo(self._ground)
        heir = held if is_there else self._heir()
        if heir is not None and heir is not QApplication.focusWidget():
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heir(self) -> QWidget | None:
        for widget in self._ground.findChildren(QWidget):
            can_have_it = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            is_seen = can_have_it and widget.isVisibleTo(self._ground)
            if is_seen and self._path_of(widget) == self._path:
                return widget
        stops = list(tab_stops(self._ground))
        return stops[min(self._place, len(stops) - 1)] if stops else None

    def _path_of(self, widget: QWidget) -> tuple[str, ...]:
        """Return what a screen reader says of ``widget`` and of all that it lies in."""
        path, step = [type(widget).__name__], widget.parentWidget()
        path.append(widget.accessibleName())
        while step is not None and step is not self._ground:
            path.append(step.accessibleName())
            step = step.parentWidget()
        return tuple(path)
