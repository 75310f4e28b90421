"""A table whose cells hold sentences."""

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.numbers_table import NumbersTable

_LONG = 18  # characters; a shorter cell needs no more room than its words
_MOST = 90  # characters that count; a very long cell should not take the room of all others
_LEAST = 6  # ems


class WordsTable(NumbersTable):
    """A real table that shares its width between all columns by how much there is to read."""

    def _share_width(self) -> None:
        across, columns = self.horizontalHeader(), self.model().columnCount()
        self._model.fold_headings(False)
        left = self.viewport().width()
        self._model.fold_headings(sum(map(self._narrowest, range(columns))) > left)
        narrowest = [self._narrowest(column) for column in range(columns)]
        weights = [self._weight(column) for column in range(columns)]
        for column, weight in enumerate(weights):
            share = left * weight // sum(weights[column:])
            share = min(share, left - sum(narrowest[column + 1 :]))  # others need theirs
            share = max(share, narrowest[column])
            across.resizeSection(column, share)
            left -= share

    def _narrowest(self, column: int) -> int:
        """Return how wide a column is at least: no word of it and of its heading is cut."""
        least = theme_of(self).metrics.ems(_LEAST)
        return max(
            least, self.horizontalHeader().sectionSizeHint(column), self._longest_word(column)
        )

    def _weight(self, column: int) -> int:
        """Return how much there is to read in a column: the mean and the longest cell matter."""
        model = self.model()
        cells = [
            min(len(str(model.index(row, column).data())), _MOST) for row in range(model.rowCount())
        ]
        return max(_LONG, *cells) + sum(cells) // max(1, len(cells)) if cells else _LONG
