"""What lies over the picture, and how the showing is ended: the same for keys of either window.

Some clickers have a start button that sends F5 and Esc by turns. However often it is pressed, it
uncovers nothing that was hidden and ends nothing: Esc only asks, F5 and Esc both take the question
back, and only a key that no clicker has says yes.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto

from collabkit.i18n import _
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.cover import Cover

_COVERS = {
    RoomKey.BLACK: Cover.BLACK,
    RoomKey.WHITE: Cover.WHITE,
    RoomKey.HIDE: Cover.HIDDEN,
}


class Step(Enum):
    """What is left to do after a key."""

    NOTHING = auto()
    PASS_ON = auto()  # the key is not about the showing
    END = auto()


@dataclass(frozen=True, slots=True)
class Showing:
    """How the picture is being shown. ``is_asking``: whether to end the showing was asked."""

    cover: Cover = Cover.NONE
    is_frozen: bool = False
    is_asking: bool = False

    @property
    def question(self) -> str:
        """What is asked about ending the showing; empty if nothing is."""
        if not self.is_asking:
            return ""
        return _("End the showing? Press E to end it; any other key goes on.")

    def strip(self, own: tuple[str, str] | None) -> tuple[str, str]:
        """Return the line at the foot of the room window, and the hint after it.

        ``own`` is what stands there otherwise; ``None`` where the room alone sees the window, and
        is asked nothing.
        """
        if own is not None and self.is_asking:
            return _("End the showing?"), _("E ends it; any other key goes on.")
        return own or ("", "")


def pressed(showing: Showing, key: RoomKey) -> tuple[Showing, Step]:
    """Return how the showing goes on after ``key``, and what is left to do."""
    calm = replace(showing, is_asking=False)
    match key:
        case RoomKey.BLACK | RoomKey.WHITE | RoomKey.HIDE:
            cover = _COVERS[key]
            return replace(
                calm, cover=Cover.NONE if showing.cover is cover else cover
            ), Step.NOTHING
        case RoomKey.FREEZE:
            return replace(calm, is_frozen=not showing.is_frozen), Step.NOTHING
        case RoomKey.LEAVE:
            return _leave(showing, calm), Step.NOTHING
        case RoomKey.END:
            return calm, Step.END if showing.is_asking else Step.NOTHING
        case RoomKey.START:
            return calm, Step.NOTHING
        case RoomKey.NEXT | RoomKey.BACK | RoomKey.TIMER | RoomKey.HELP:
            return calm, Step.PASS_ON


def _leave(showing: Showing, calm: Showing) -> Showing:
    if showing.is_asking:
        return calm
    if showing.cover in (Cover.BLACK, Cover.WHITE):
        return replace(calm, cover=Cover.NONE)
    if showing.is_frozen:
        return replace(calm, is_frozen=False)
    return replace(calm, is_asking=True)  # what is hidden stays hidden
