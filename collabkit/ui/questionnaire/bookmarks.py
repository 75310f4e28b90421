"""Where somebody was in each assessment, also while the disk cannot be told."""

from collections.abc import Callable

from collabkit.ui.widgets.save_mark import Saving


class Bookmarks:
    """The statement that was gone to last. ``mark(assessment_id, item_id)`` puts it on the disk."""

    def __init__(self, mark: Callable[[str, str], None]) -> None:
        self._mark = mark
        self._latest: dict[str, str] = {}  # statements by assessment
        self._is_disk_behind = False

    def put(self, assessment_id: str, item_id: str) -> None:
        """Mark a statement."""
        self._latest.pop(assessment_id, None)  # the latest comes last
        self._latest[assessment_id] = item_id
        self._mark(assessment_id, item_id)

    def unknown_to_disk(self, assessment_id: str) -> str | None:
        """Return where somebody was, if the disk may not know."""
        return self._latest.get(assessment_id) if self._is_disk_behind else None

    def note_saving(self, saving: Saving) -> None:
        """Know how it stands with the disk; as soon as it can be written again, tell it all."""
        if saving is Saving.TROUBLE:
            self._is_disk_behind = True
        elif saving is Saving.DONE and self._is_disk_behind:
            self._is_disk_behind = False
            for assessment_id, item_id in self._latest.items():
                self._mark(assessment_id, item_id)
