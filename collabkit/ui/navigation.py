"""Where one is, where one was, and the places there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collabkit.ui.widgets.page import Page


_TOLD = "told"  # the argument with what has just been done elsewhere


@dataclass(frozen=True, slots=True)
class Place:
    """A page that can be gone to. ``make_page`` is called at the first visit.

    ``icon`` is the name of a sign. A place with ``under`` has no entry in the rail; while it is
    shown, the entry of the place named there counts as the current one.
    """

    key: str
    title: str
    icon: str
    make_page: Callable[[], "Page"]
    under: str = ""
    is_passing: bool = False  # a way to somewhere else, such as a wizard: Back does not go there

    def below(
        self, key: str, title: str, make_page: "Callable[[], Page]", *, is_passing: bool = False
    ) -> "Place":
        """Return a place that is reached from this one and counts as it in the rail."""
        return Place(key, title, self.icon, make_page, under=self.key, is_passing=is_passing)


@dataclass(frozen=True, slots=True)
class Visit:
    """One stay at a place, with the arguments it was gone to with."""

    key: str
    arguments: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def on_return(self) -> Mapping[str, Any]:
        """The arguments when one comes back, without the words of ``told``, said at the arrival."""
        return {name: value for name, value in self.arguments.items() if name != _TOLD}


class Navigator(QObject):
    """Goes to places and back. It knows keys only; the window shows the pages.

    ``moved(before, after)`` carries two visits; ``before`` is ``None`` at the first.
    """

    moved = Signal(object, object)

    _REMEMBERED = 50

    def __init__(self, places: tuple[Place, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_key = {place.key: place for place in places}
        self._way: list[Visit] = []

    @property
    def current(self) -> Visit | None:
        """The visit under way."""
        return self._way[-1] if self._way else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a visit before this one."""
        return len(self._way) > 1

    def place(self, key: str) -> Place:
        """Return the place with ``key``; raises ``KeyError`` for an unknown one."""
        return self._by_key[key]

    def knows(self, key: str) -> bool:
        """Tell whether there is a place with ``key``."""
        return key in self._by_key

    def go(self, key: str, **arguments: Any) -> None:
        """Go to the place ``key``; raises ``KeyError`` for an unknown one.

        Going to where one already is, with the same arguments, does nothing.
        """
        self.place(key)
        visit = Visit(key, MappingProxyType(dict(arguments)))
        before = self.current
        if visit == before:
            return
        if before is not None and self.place(before.key).is_passing:
            self._way.pop()
        self._way = [*self._way, visit][-self._REMEMBERED :]
        self.moved.emit(before, visit)

    def back(self) -> None:
        """Go to where one was before; at the first visit nothing happens."""
        if not self.can_go_back:
            return
        before = self._way.pop()
        self.moved.emit(before, self._way[-1])

    def start_afresh(self) -> None:
        """Forget every visit; the next one is the first."""
        self._way = []
