"""Something else to read, with the button that leads there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.theme.metrics import TextRole
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Link:
    """Where to go on: the place with its arguments, what it is called, and a word about it.

    ``note`` is a quiet remark, such as where it stands.
    """

    title: str
    about: str
    place: str
    arguments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    note: str = ""


class LinkEntry(Entry):
    """A link in a list. ``go_wanted(place, arguments)`` tells that it was taken."""

    go_wanted = Signal(str, dict)

    def __init__(self, link: Link, verb: str = "", role: TextRole = "strong") -> None:
        """Take the link and the ``verb`` on its button, which is “Read” otherwise."""
        super().__init__(link.title, link.note, role)
        self.link = link
        if link.about:
            self.add_words(Text(link.about, "body", "muted"))
        words = verb or _("Read")
        name = _("{verb}: {title}").format(verb=words, title=link.title)
        self.button = Button(words, "quiet", "next", name, sign_after=True)
        self.button.clicked.connect(self._on_button_clicked)
        self.add_act(self.button)
        self.setFocusProxy(self.button)

    def _on_button_clicked(self) -> None:
        self.go_wanted.emit(self.link.place, dict(self.link.arguments))
