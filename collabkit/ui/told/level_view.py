"""A level to be read, not to be chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabkit.assessments.levels import Level
from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.mark import Mark
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text


class LevelView(Part):
    """A label such as “Your answer”, the number in a circle, the name and the description.

    The label may be empty; ``is_chosen`` fills the circle.
    """

    def __init__(
        self, label: str, level: Level, *, is_chosen: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = QVBoxLayout()
        if label:
            self._words.addWidget(Text(label, "note", "muted"))
        self._words.addWidget(Text(level.name, "strong"))
        if level.description:
            self._words.addWidget(Text(level.description, "body"))
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        if level.mark:
            mark = Mark(level.mark, ems=2.2, is_chosen=is_chosen)
            self._box.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(self._words, 1)
        named = f"{level.mark} {level.name}".strip()
        name = _("{label}: {level}").format(label=label, level=named) if label else named
        self.setAccessibleName(name)
        self.setAccessibleDescription(level.description)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._words.setSpacing(0)
        self._box.setSpacing(theme.metrics.units(2))
