"""From a scene to the sheets that show it; where one does not hold everything there are more."""

from collabkit.room.scenes import (
    AdoptScene,
    BreakScene,
    DotsScene,
    EndScene,
    LobbyScene,
    MapScene,
    ReadScene,
    Scene,
    VoteScene,
)
from collabkit.ui.workshop.room_window.agreeing import adopt_sheets, end_sheets
from collabkit.ui.workshop.room_window.canvas import Canvas
from collabkit.ui.workshop.room_window.dots import dots_sheets
from collabkit.ui.workshop.room_window.lobby import break_sheets, lobby_sheets
from collabkit.ui.workshop.room_window.overview import map_sheets
from collabkit.ui.workshop.room_window.sheet import Sheet
from collabkit.ui.workshop.room_window.statement import read_sheets, vote_sheets


def lay_out(scene: Scene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return the sheets of ``scene``, at least one."""
    match scene:
        case LobbyScene():
            return lobby_sheets(scene, canvas)
        case ReadScene():
            return read_sheets(scene, canvas)
        case VoteScene():
            return vote_sheets(scene, canvas)
        case DotsScene():
            return dots_sheets(scene, canvas)
        case MapScene():
            return map_sheets(scene, canvas)
        case AdoptScene():
            return adopt_sheets(scene, canvas)
        case BreakScene():
            return break_sheets(scene, canvas)
        case EndScene():
            return end_sheets(scene, canvas)
