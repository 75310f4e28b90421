"""What stories can be chosen by."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.learn.stories.state import StoriesState
from collabkit.ui.widgets.beside import Beside
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text_field import TextField

_BESIDE = 32  # ems


class Filters(Column):
    """Words and a situation; theme, kind, role and size are folded away.

    ``wished(name, key)`` tells what was picked or typed.
    """

    wished = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(gap=1)
        self.text = TextField(_("Words in the story"), longest=60)
        self.text.line.textEdited.connect(self._on_text_edited)
        self.situation = _Wish("situation", _("This is us"))
        self.theme = _Wish("theme", _("Theme"))
        self.kind = _Wish("kind", _("Kind of joint work"))
        self.role = _Wish("role", _("Role"))
        self.how_large = _Wish("size", _("Size of the leading organisation"))
        self.more = Fold(_("Choose more closely"))
        self.more.add(
            Beside(self.theme, self.kind, from_ems=_BESIDE),
            Beside(self.role, self.how_large, from_ems=_BESIDE),
        )
        for wish in (self.situation, self.theme, self.kind, self.role, self.how_large):
            wish.wished.connect(self.wished)
        self.fill(Beside(self.situation, self.text, from_ems=_BESIDE), self.more)

    def render_state(self, state: StoriesState) -> None:
        """Show what can be wished for and what is."""
        wishes = state.wishes
        self.text.set_text(wishes.text)
        self.situation.offer(state.situations, wishes.situation)
        self.theme.offer(state.themes, wishes.theme)
        self.kind.offer(state.kinds, wishes.kind)
        self.role.offer(state.roles, wishes.role)
        self.how_large.offer(state.sizes, wishes.size)

    def _on_text_edited(self, text: str) -> None:
        self.wished.emit("text", text)


class _Wish(PickField):
    """One thing to choose stories by."""

    wished = Signal(str, str)

    def __init__(self, name: str, label: str) -> None:
        super().__init__(label)
        self._name = name
        self._offered: tuple[tuple[str, str], ...] = ()
        self.picked.connect(self._on_self_picked)

    def offer(self, options: tuple[tuple[str, str], ...], key: str) -> None:
        """Offer ``options`` with ``key`` picked; nobody is told."""
        if options != self._offered:
            self._offered = options
            self.set_options(options)
        self.set_code(key)

    def _on_self_picked(self, key: str) -> None:
        self.wished.emit(self._name, key)
