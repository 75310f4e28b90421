"""What to see to on the day; what is ticked is remembered for each session."""

from collections.abc import Collection

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.settings import Settings
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.tick import Tick

_KEY = "day_checks"  # setting: the session, and what is ticked for it
_REMEMBERED = 10  # sessions


class CheckList(Card):
    """A tick for each thing. ``ticked(tuple of codes)`` tells what is done now."""

    ticked = Signal(tuple)

    def __init__(self) -> None:
        super().__init__(_("For the day"))
        self.ticks = {code: Tick(words) for code, words in _things()}
        for tick in self.ticks.values():
            tick.clicked.connect(self._on_tick_clicked)
        self.add(*self.ticks.values())

    def show_ticked(self, codes: tuple[str, ...]) -> None:
        """Tick what is done; nobody is told."""
        for code, tick in self.ticks.items():
            tick.setChecked(code in codes)

    def _on_tick_clicked(self) -> None:
        self.ticked.emit(tuple(code for code, tick in self.ticks.items() if tick.isChecked()))


def done_for(settings: Settings, session_id: str) -> tuple[str, ...]:
    """Return what was ticked for a session."""
    kept = settings.get(_KEY, {})
    codes = kept.get(session_id, []) if isinstance(kept, dict) else []
    return tuple(str(code) for code in codes) if isinstance(codes, list) else ()


def forget_done(settings: Settings, session_ids: Collection[str]) -> None:
    """Forget what was ticked for sessions that are going for good."""
    kept = settings.get(_KEY, {})
    if isinstance(kept, dict) and kept.keys() & set(session_ids):
        settings.set(_KEY, {key: kept[key] for key in kept if key not in session_ids})


def remember_done(settings: Settings, session_id: str, codes: tuple[str, ...]) -> None:
    """Remember what was ticked for a session; the oldest sessions are forgotten."""
    kept = settings.get(_KEY, {})
    others = {
        key: value
        for key, value in (kept.items() if isinstance(kept, dict) else ())
        if key != session_id
    }
    latest = list(others.items())[-(_REMEMBERED - 1) :]
    settings.set(_KEY, {**dict(latest), session_id: list(codes)})


def _things() -> tuple[tuple[str, str], ...]:
    return (
        ("paper", _("Room pack printed: ballots, slips, table cards, tally sheet, script")),
        ("pens", _("A pen for everybody, and two to spare")),
        ("box", _("A box or a hat for the slips")),
        ("mains", _("Laptop on the mains, with its charger")),
        ("notices", _("Notifications off: no mail or messages on the screen")),
        ("sleep", _("Sleep and screen saver off for the day")),
        ("cable", _("Cable to the projector, and one to spare")),
        ("batteries", _("Clicker with fresh batteries")),
        ("copy", _("The session saved as a file on a USB stick, for another laptop")),
    )
