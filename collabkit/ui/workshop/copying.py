"""A session once more: for another day, another charity or another laptop."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from collabkit.i18n import _
from collabkit.services import Services
from collabkit.ui.workshop.reading import saved_as, title_of_copy


class SessionCopier:
    """Makes copies of sessions as they are kept.

    Each raises ``CollabkitError`` where that is not possible, and ``KeyError`` for an unknown id.
    """

    def __init__(self, services: Services, today: Callable[[], date]) -> None:
        self._services = services
        self._today = today

    def copy(self, session_id: str) -> str:
        """Prepare another session like this one; return its id."""
        title = title_of_copy(self._title(session_id))
        return self._services.workshops.copy(session_id, title, self._today()).id

    def save_as_template(self, session_id: str) -> str:
        """Keep how a session was prepared as a template; return the sentence to tell."""
        title = self._title(session_id)
        self._services.workshops.save_as_template(session_id, title, self._today())
        return _("“{name}” is among the templates now, under Workshop.").format(name=title)

    def save_file(self, session_id: str, path: Path) -> str:
        """Write a session to a file; return the sentence to tell."""
        return saved_as(path, self._services.workshops.save_file(session_id, path))

    def _title(self, session_id: str) -> str:
        return self._services.workshops.get(session_id).meeting.preparation.title
