"""An invitation to answer elsewhere: one sheet with its whole questionnaire, as one JSON file.

The questionnaire goes along as the very bytes that the assessment is pinned with, so that both
computers ask the same words. Nothing of what others have answered is in it, and of the charity
nothing but its name.
"""

import json
from collections.abc import Iterable

from collabkit.assessments.limits import LARGEST_GROUP, LONGEST_NAME, OWN_ASSESSMENT, SMALLEST_GROUP
from collabkit.assessments.pack import Pack, Respondent
from collabkit.assessments.packs.items import MOST_ITEMS
from collabkit.assessments.packs.text import MOST_BYTES as LARGEST_PACK
from collabkit.assessments.wording import worded
from collabkit.errors import DataRefusedError
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.exchange.json_file import LONGEST_CODE, JsonFile, filled_line, line
from collabkit.exchange.pinned_pack import PinnedPack, pinned_pack_told, read_pinned_pack
from collabkit.i18n import _
from collabkit.room.fields import LONGEST_ID, Fields, refused, word

VERSION = 1
ENDING = ".collabkit-ask"
MOST_BYTES = 2 * LARGEST_PACK + 500_000  # signs that JSON writes as two, and all the rest


class Invitation(JsonFile):
    """How an invitation is told, and what is said if it cannot be used."""

    word = "invitation"
    version = VERSION
    most_bytes = MOST_BYTES

    def refused(self, what: str) -> DataRefusedError:
        """Return the error for a file in which ``what``, a clause, cannot be right."""
        return DataRefusedError(
            _(
                "This invitation cannot be opened: {what}. The file was left as it is. Please ask "
                "whoever sent it to send it once more."
            ).format(what=what)
        )

    def not_ours(self) -> DataRefusedError:
        """Return the error for what is no invitation at all."""
        return DataRefusedError(
            _(
                "This is no invitation to answer, or it is damaged. It was left as it is. Please "
                "choose the file that you were sent, whose name ends with “{ending}”."
            ).format(ending=ENDING)
        )

    def newer(self) -> DataRefusedError:
        """Return the error for a file that a later release has written."""
        return DataRefusedError(
            _(
                "This invitation comes from a newer version of collabkit. It was left as it is. "
                "Please install the newer version on this computer, and open it again."
            )
        )


def invitation_bytes(sheet: HandedOut) -> bytes:
    """Return the bytes of the file, always in the same order."""
    told = {
        "collabkit": Invitation.word,
        "version": VERSION,
        "assessment": sheet.assessment,
        "sheet": sheet.sheet,
        "title": sheet.title,
        "charity": sheet.charity,
        "made_on": sheet.made_on.isoformat(),
        "minimum": sheet.minimum,
        "is_open": sheet.is_open,
        "role": sheet.role,
        "roles": list(sheet.roles),
        "party": sheet.party,
        "about": sheet.about,
        "asked": list(sheet.asked),
        "optional": [item_id for item_id in sheet.asked if item_id in sheet.optional],
        "pack": pinned_pack_told(PinnedPack(sheet.pack, sheet.source, sheet.is_volunteer_run)),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def read_invitation(data: bytes) -> HandedOut:
    """Return the sheet in the bytes of an invitation; raises ``DataRefusedError``."""
    return Invitation().read(data, _sheet)


def _sheet(fields: Fields) -> HandedOut:
    pinned = read_pinned_pack(fields.part("pack"))
    pack = worded(pinned.pack, volunteer_run=pinned.is_volunteer_run)
    asked = _known(pack, fields.ids("asked", MOST_ITEMS))
    if not asked:
        raise refused(_("it asks nothing"))
    optional = frozenset(fields.ids("optional", MOST_ITEMS))
    if not optional <= set(asked):
        raise refused(_("it leaves open what it does not ask"))
    role = fields.maybe("role", lambda name: fields.choice(name, Respondent))
    roles = tuple(
        word("roles", value, Respondent) for value in fields.row("roles", len(Respondent))
    )
    if (role is None) == (not roles) or len(set(roles)) != len(roles):
        raise refused(_("it does not say in which role it is to be answered"))
    return HandedOut(
        assessment=filled_line(fields, "assessment", LONGEST_ID),
        sheet=line(fields, "sheet", LONGEST_CODE),
        title=filled_line(fields, "title", LONGEST_NAME),
        charity=filled_line(fields, "charity", LONGEST_NAME),
        pack=pack,
        source=pinned.source,
        is_volunteer_run=pinned.is_volunteer_run,
        asked=asked,
        optional=optional,
        minimum=_minimum(fields),
        is_open=fields.flag("is_open"),
        role=role,
        roles=roles,
        made_on=fields.day("made_on"),
        party=line(fields, "party", LONGEST_NAME),
        about=line(fields, "about", LONGEST_NAME),
    )


def _minimum(fields: Fields) -> int:
    minimum = fields.whole("minimum", OWN_ASSESSMENT, LARGEST_GROUP)
    if OWN_ASSESSMENT < minimum < SMALLEST_GROUP:
        raise refused(_("it would show something about {number} people").format(number=minimum))
    return minimum


def _known(pack: Pack, asked: Iterable[str]) -> tuple[str, ...]:
    """Return ``asked`` if it names statements of ``pack`` in their order, and no private ones."""
    wanted = tuple(asked)
    names = set(wanted)
    there = tuple(i.id for i in pack.items if i.id in names and not i.marks.get("private"))
    if there != wanted:
        raise refused(_("it asks what its questionnaire does not have"))
    return wanted
