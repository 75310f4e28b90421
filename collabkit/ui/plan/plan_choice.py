"""Whose plan it is, and a quiet way to another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.plan.state import PlanName
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.sample_mark import SampleMark


class PlanChoice(Part):
    """A mark if this is the sample, and a list if there is more than one plan.

    ``picked(assessment_id)`` tells which plan a person wants to see.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = SampleMark()
        self.list = PickField(_("Show the plan of"))
        self.list.picked.connect(self.picked)
        self.offers_others = False
        self._names: tuple[PlanName, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.list)
        self._box.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        self.dress(theme_of(self))

    def show_names(self, names: Sequence[PlanName], current: str, is_sample: bool) -> None:
        """Offer ``names``, with ``current`` as the one that is shown."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self.list.set_options([(name.assessment_id, _label(name)) for name in names])
        self.list.set_code(current)
        self.offers_others = any(name.assessment_id != current for name in names)
        show_if(self.mark, is_sample)
        show_if(self.list, self.offers_others)
        show_if(self, is_sample or self.offers_others)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))


def _label(name: PlanName) -> str:
    return _("{name} (sample)").format(name=name.name) if name.is_sample else name.name
