"""What every screen is given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from collabkit.paths import DataFolder
from collabkit.settings import Settings
from collabkit.ui.workshop.unsaved import UnsavedSessions

if TYPE_CHECKING:  # the window is painted before the services are loaded
    from collabkit.services import Services


@dataclass(frozen=True, slots=True)
class Context:
    """The verbs, the settings, the folder and the calendar. ``today`` is asked each time.

    Through ``unsaved_sessions`` the screens of a session know of each other what is not saved yet.
    """

    services: "Services"
    settings: Settings
    folder: DataFolder
    today: Callable[[], date] = date.today
    unsaved_sessions: UnsavedSessions = field(default_factory=UnsavedSessions)
