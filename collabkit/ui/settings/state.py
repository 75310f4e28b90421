"""What Settings shows."""

from dataclasses import dataclass
from enum import Enum, auto

from collabkit.services.exports import Paper
from collabkit.ui.theme import TEXT_SIZES, ThemeChoice


@dataclass(frozen=True, slots=True)
class Chosen:
    """What can be chosen, each under its key, and what counts before anybody has chosen."""

    text_size: int = TEXT_SIZES[0]  # per cent
    theme: str = str(ThemeChoice.SYSTEM)
    motion: bool = True
    letter_keys: bool = True


class SampleStanding(Enum):
    """Where the sample charity is just now."""

    NOWHERE = auto()  # there never was one
    THERE = auto()
    AWAY = auto()
    ON_ITS_WAY = auto()


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Everything on the page.

    ``folder`` is the path of the data folder, ``place`` says what is special about it, ``copy``
    says when the safety copy was made, ``paper`` is the code of what plans are made for, and
    ``is_locked`` tells whether the data is locked with a passphrase.
    """

    chosen: Chosen
    folder: str
    place: str
    copy: str
    sample: SampleStanding
    paper: str = str(Paper.A4)
    is_locked: bool = False
