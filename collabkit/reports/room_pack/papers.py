"""The papers of a room pack, in the order in which they are needed."""

from collections.abc import Callable
from dataclasses import dataclass

from collabkit.i18n import _
from collabkit.reports.pdf.style import LETTER, SheetSize
from collabkit.reports.room_pack.ballot import ballot
from collabkit.reports.room_pack.by_hand import by_hand
from collabkit.reports.room_pack.material import Material
from collabkit.reports.room_pack.print_list import print_list
from collabkit.reports.room_pack.script import script
from collabkit.reports.room_pack.slips import slips
from collabkit.reports.room_pack.table_cards import table_cards
from collabkit.reports.room_pack.tally_sheet import tally_sheet
from collabkit.reports.room_pack.wall_agenda import wall_agenda

USUAL_TYPE, LARGE_TYPE, VERY_LARGE_TYPE = 14, 18, 22  # points


@dataclass(frozen=True, slots=True)
class RoomPaper:
    """One paper: the name of its file, without an ending, and how it is drawn."""

    name: str
    draw: Callable[[Material, SheetSize], bytes]


def room_papers(size: SheetSize) -> tuple[RoomPaper, ...]:
    """Return every paper of a pack for sheets of ``size``."""
    return (
        RoomPaper(_("0 What to print"), print_list),
        RoomPaper(_("1 Facilitator script"), script),
        RoomPaper(_("2 Agenda"), wall_agenda),
        RoomPaper(_("3a Ballot 14 point"), _ballot(USUAL_TYPE)),
        RoomPaper(_("3b Ballot 18 point"), _ballot(LARGE_TYPE)),
        RoomPaper(_("3c Ballot 22 point"), _ballot(VERY_LARGE_TYPE)),
        RoomPaper(_("4 Slips"), slips),
        RoomPaper(_("5 Table cards"), table_cards),
        RoomPaper(
            _("6 Tally sheet Tabloid") if size == LETTER else _("6 Tally sheet A3"), tally_sheet
        ),
        RoomPaper(_("7 Results by hand"), by_hand),
    )


def _ballot(points: float) -> Callable[[Material, SheetSize], bytes]:
    def draw(material: Material, size: SheetSize) -> bytes:
        return ballot(material, points, size)

    return draw
