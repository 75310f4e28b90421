"""The sheets that are being keyed in, one an assessment. No Qt."""

from collabkit.ui.keying_in.draft import Draft


class Drafts:
    """Held for as long as the program runs; nothing of them is on the disk."""

    def __init__(self) -> None:
        self._held: dict[str, Draft] = {}
        self._whose: dict[str, str] = {}

    def know(self, assessment_id: str, whose: str) -> None:
        """Remember of what an assessment is, in words."""
        self._whose[assessment_id] = whose

    def of(self, assessment_id: str) -> Draft:
        """Return the sheet of an assessment, or an empty one."""
        return self._held.get(assessment_id, Draft())

    def keep(self, assessment_id: str, draft: Draft) -> None:
        """Hold the sheet of an assessment."""
        self._held[assessment_id] = draft

    def let_go(self, assessment_id: str) -> Draft | None:
        """Hold it no longer; return it, if there was one."""
        return self._held.pop(assessment_id, None)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The ids of the assessments of which a sheet is keyed in or begun."""
        return tuple(key for key, draft in self._held.items() if draft.is_touched)

    @property
    def whose_are_unsaved(self) -> tuple[str, ...]:
        """What these assessments are, in words."""
        return tuple(self._whose.get(key, "") for key in self.unsaved)
