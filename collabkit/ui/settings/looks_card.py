"""How the program looks."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.settings.state import Chosen
from collabkit.ui.theme import TEXT_SIZES, ThemeChoice, theme_of
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.explained_tick import ExplainedTick


class LooksCard(Card):
    """Text size, colours and the text cursor. ``chosen(key, value)`` tells what was chosen."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        self._wants_blinking = True
        self.text_size = Choice(
            _("Text size"),
            [(str(size), _("{size}%").format(size=size)) for size in TEXT_SIZES],
            _("Ctrl with plus, minus or 0 does the same on every page."),
            side_by_side=True,
        )
        self.theme = Choice(
            _("Colours"),
            [
                (ThemeChoice.SYSTEM, _("As this computer is set")),
                (ThemeChoice.LIGHT, _("Light")),
                (ThemeChoice.DARK, _("Dark")),
                (ThemeChoice.CONTRAST, _("High contrast")),
            ],
            side_by_side=True,
        )
        self.blinking = ExplainedTick(_("Let the text cursor blink"), _still())
        super().__init__(_("How it looks"))
        self.text_size.chosen.connect(self._on_text_size_chosen)
        self.theme.chosen.connect(self._on_theme_chosen)
        self.blinking.tick.clicked.connect(self._on_blinking_clicked)
        self.add(self.text_size, self.theme, self.blinking)

    def render_chosen(self, chosen: Chosen) -> None:
        """Show what is chosen."""
        self._wants_blinking = chosen.motion
        self.text_size.set_code(str(chosen.text_size))
        self.theme.set_code(chosen.theme)
        self.blinking.tick.setChecked(chosen.motion)
        self._explain(theme_of(self))

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._explain(theme)

    def _explain(self, theme: Theme) -> None:
        stilled = self._wants_blinking and not theme.motion
        self.blinking.explain(
            _("This computer asks programs to keep still, so it does not blink.")
            if stilled
            else _still()
        )

    def _on_text_size_chosen(self, code: str) -> None:
        self.chosen.emit("text_size", int(code))

    def _on_theme_chosen(self, code: str) -> None:
        self.chosen.emit("theme", str(code))

    def _on_blinking_clicked(self, wanted: bool) -> None:
        self.chosen.emit("motion", wanted)


def _still() -> str:
    return _("Nothing else in collabkit moves by itself.")
