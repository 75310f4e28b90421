"""What a network sees, told in the blocks that paper and files have too."""

from collections.abc import Sequence

from collabkit.assessments.outcomes.blocks import Part, Place
from collabkit.ui.told.explained import Explained
from collabkit.ui.told.told_part import ToldPart, told
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold


class PartsView(Column):
    """Parts below each other; those for whoever wants to know more are folded away."""

    def __init__(self) -> None:
        super().__init__(gap=2)
        self._parts: tuple[Part, ...] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show ``parts``, if they are others than before."""
        if tuple(parts) == self._parts:
            return
        opened = {view.key for view in self.parts if isinstance(view, FoldedPart) and view.is_open}
        self._parts = tuple(parts)
        explained = Explained()
        views: list[ToldPart | FoldedPart] = []
        for part in parts:
            if part.place is Place.BEHIND:
                views.append(FoldedPart(part, is_open=part.key in opened))
            else:
                views.append(ToldPart(part, explained))
        self.fill(*views)


class FoldedPart(Fold):
    """A part that is made when somebody opens it."""

    def __init__(self, part: Part, *, is_open: bool) -> None:
        super().__init__(part.title)
        self.key = part.key
        self._part: Part | None = part
        self.toggled.connect(self._on_self_toggled)
        if is_open:
            self.set_open(True)
            self._on_self_toggled(True)

    def _on_self_toggled(self, _is_open: bool) -> None:
        if self._part is not None:
            self.add(*told(self._part.blocks, Explained()))
            self._part = None
