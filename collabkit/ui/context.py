"""What every screen is given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from collabkit.paths import DataFolder
from collabkit.settings import Settings
from collabkit.ui.errand import Errand, nowhere
from collabkit.ui.workshop.unsaved import UnsavedSessions

if TYPE_CHECKING:  # the window is painted before the services are loaded
    from collabkit.services import Services


@dataclass(frozen=True, slots=True)
class Context:
    """The verbs, the settings, the folder and the calendar. ``today`` is asked each time.

    Through ``unsaved_sessions`` the screens of a session know of each other what is not saved yet.
    ``while_closed`` closes the data for an errand and opens it again; it returns at once, with a
    sentence if something is in the way.
    """

    services: "Services"
    settings: Settings
    folder: DataFolder
    today: Callable[[], date] = date.today
    unsaved_sessions: UnsavedSessions = field(default_factory=UnsavedSessions)
    while_closed: Callable[[Errand], str] = nowhere


ContextSource = Callable[[], Context]  # asked when a page is made, not before
