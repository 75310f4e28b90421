"""A text that keeps its height while its words change."""

from collections.abc import Sequence

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.setting import SetText, em_of
from collabkit.ui.widgets.text import Text


class SteadyText(Text):
    """As high as the longest of the texts it is going to show: nothing below it jumps."""

    def set_all(self, texts: Sequence[str]) -> None:
        """Say which texts will come."""
        wanted = tuple(dict.fromkeys(texts))
        if wanted != getattr(self, "_texts", ()):
            self._texts: tuple[str, ...] = wanted
            self._heights: dict[tuple[int, float], int] = {}
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        texts = getattr(self, "_texts", ())
        if not texts:
            return super().heightForWidth(width)
        key = (width, theme_of(self).metrics.em)
        if key not in self._heights:
            font = self.font()
            em = em_of(font, self.logicalDpiY())
            self._heights[key] = round(max(SetText(t, font, width, em).height for t in texts))
        return max(self._heights[key], super().heightForWidth(width))
