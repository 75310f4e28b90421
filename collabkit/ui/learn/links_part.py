"""Links below each other, folded away or under a heading."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from collabkit.ui.learn.link import Link, LinkEntry
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold


class LinksColumn(Column):
    """A list of links. ``go_wanted(place, arguments)`` tells which was taken."""

    go_wanted = Signal(str, dict)

    def __init__(self, links: Sequence[Link] = (), verb: str = "") -> None:
        super().__init__(gap=2)
        self._verb = verb
        if links:
            self.show_links(links)

    @property
    def entries(self) -> tuple[LinkEntry, ...]:
        """The links that are shown."""
        return tuple(part for part in self.parts if isinstance(part, LinkEntry))

    def show_links(self, links: Sequence[Link]) -> None:
        """Show ``links`` in place of what was there."""
        made = [LinkEntry(link, self._verb) for link in links]
        for entry in made:
            entry.go_wanted.connect(self.go_wanted)
        self.fill(*made)


class LinksFold(Fold):
    """Links that are looked up when the fold is first opened."""

    go_wanted = Signal(str, dict)

    def __init__(self, title: str, find: Callable[[], Sequence[Link]], verb: str = "") -> None:
        super().__init__(title)
        self._find: Callable[[], Sequence[Link]] | None = find
        self.links = LinksColumn(verb=verb)
        self.links.go_wanted.connect(self.go_wanted)
        self.add(self.links)
        self.toggled.connect(self._on_self_toggled)

    def _on_self_toggled(self, _is_open: bool) -> None:
        find, self._find = self._find, None
        if find is not None:
            self.links.show_links(find())
