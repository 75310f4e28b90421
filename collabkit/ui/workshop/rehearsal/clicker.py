"""What a clicker's buttons have sent so far, and what is to be made of it. No Qt widgets."""

from dataclasses import dataclass, field, replace

from collabkit.i18n import _
from collabkit.ui.workshop.room_keys import RoomKey

SOUGHT = (RoomKey.NEXT, RoomKey.BACK, RoomKey.BLACK, RoomKey.START)
_SHOWN = 5  # of what arrived last
_ALTERNATIONS = 3  # F5, Esc, F5: the button does it on purpose


@dataclass(frozen=True, slots=True)
class Arrival:
    """One key that arrived: its name, and what it means, if anything."""

    name: str
    key: RoomKey | None


@dataclass(frozen=True, slots=True)
class Clicker:
    """Everything that has arrived. ``found`` is the key that was heard for each act."""

    arrivals: tuple[Arrival, ...] = ()
    found: dict[RoomKey, str] = field(default_factory=dict)
    turns: int = 0  # how often F5 and Esc have followed each other

    def heard(self, arrival: Arrival) -> "Clicker":
        """Return what is known after ``arrival``."""
        found = self.found
        if arrival.key is not None:
            found = {**found, arrival.key: found.get(arrival.key, arrival.name)}
        starting = (RoomKey.START, RoomKey.LEAVE)
        before = self.arrivals[-1].key if self.arrivals else None
        if arrival.key not in starting:
            turns = self.turns if self.alternates else 0
        elif before in starting and before is not arrival.key:
            turns = self.turns + 1
        else:
            turns = self.turns if self.alternates else 1
        return replace(self, arrivals=(*self.arrivals, arrival)[-_SHOWN:], found=found, turns=turns)

    @property
    def alternates(self) -> bool:
        """Whether the start button sends F5 and Esc in turn."""
        return self.turns >= _ALTERNATIONS

    @property
    def is_enough(self) -> bool:
        """Whether a session can be run with this clicker: it goes on and back."""
        return {RoomKey.NEXT, RoomKey.BACK} <= self.found.keys()


def act_name(key: RoomKey) -> str:
    """Return what a key asks for, in a word or two."""
    return {
        RoomKey.NEXT: _("Next"),
        RoomKey.BACK: _("Back"),
        RoomKey.BLACK: _("Black"),
        RoomKey.WHITE: _("White"),
        RoomKey.FREEZE: _("Freeze"),
        RoomKey.HIDE: _("Hide"),
        RoomKey.START: _("Start"),
        RoomKey.TIMER: _("Timer"),
        RoomKey.HELP: _("Help"),
        RoomKey.LEAVE: _("Leave"),
    }[key]


def told(arrival: Arrival) -> str:
    """Return what is said about a key that arrived."""
    if arrival.key is None:
        return _("{key}: not used in a session").format(key=arrival.name)
    return _("{act}: {key}").format(act=act_name(arrival.key), key=arrival.name)


def verdict(clicker: Clicker) -> str:
    """Return what the clicker is good for, in a sentence or two; empty before any key."""
    if not clicker.arrivals:
        return ""
    if clicker.alternates:
        return _(
            "The start button of this clicker sends F5 and Esc in turn. Neither of them loses or "
            "shows a vote. Press it once to show the room window. If you are asked whether to end "
            "the showing, press Next: it goes on."
        )
    if clicker.is_enough:
        return _("This clicker goes on and back. That is all you need.")
    if clicker.arrivals[-1].key is None:
        return _("This button does nothing in a session. Please try the one beside it.")
    return _("Go on with the other buttons, one after the other.")
