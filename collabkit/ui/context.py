"""What every screen is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from collabkit.paths import DataFolder
from collabkit.settings import Settings

if TYPE_CHECKING:  # the window is painted before the services are loaded
    from collabkit.services import Services


@dataclass(frozen=True, slots=True)
class Context:
    """The verbs, the settings, the folder and the calendar. ``today`` is asked each time."""

    services: "Services"
    settings: Settings
    folder: DataFolder
    today: Callable[[], date] = date.today
