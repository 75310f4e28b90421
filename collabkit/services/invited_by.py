"""What is known of an invitation that is answered here, and how it is kept."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from collabkit.assessments.limits import LARGEST_GROUP, LONGEST_NAME, OWN_ASSESSMENT
from collabkit.assessments.pack import Respondent
from collabkit.exchange.json_file import LONGEST_CODE, filled_line, line
from collabkit.room.fields import LONGEST_ID, parse, word


@dataclass(frozen=True, slots=True)
class InvitedBy:
    """What is known here of the invitation that an assessment answers.

    ``assessment`` is the id of the assessment there, ``sheet`` the code under which the answers go
    back, which was made up here if ``is_shared``: then everybody got the same copy. The rest is as
    in ``HandedOut``.
    """

    assessment: str
    sheet: str
    is_shared: bool
    title: str
    charity: str
    minimum: int
    is_open: bool
    role: Respondent | None
    roles: tuple[Respondent, ...]
    made_on: date
    party: str = ""
    about: str = ""


def as_text(told: InvitedBy) -> str:
    """Return ``told`` as it is kept under the topic ``INVITED``."""
    return json.dumps({**asdict(told), "made_on": told.made_on.isoformat()}, ensure_ascii=False)


def from_text(text: str) -> InvitedBy:
    """Return what ``as_text`` has made a text of; raises ``RecordError`` for any other."""
    fields = parse(text)
    told = InvitedBy(
        assessment=filled_line(fields, "assessment", LONGEST_ID),
        sheet=filled_line(fields, "sheet", LONGEST_CODE),
        is_shared=fields.flag("is_shared"),
        title=filled_line(fields, "title", LONGEST_NAME),
        charity=filled_line(fields, "charity", LONGEST_NAME),
        minimum=fields.whole("minimum", OWN_ASSESSMENT, LARGEST_GROUP),
        is_open=fields.flag("is_open"),
        role=fields.maybe("role", lambda name: fields.choice(name, Respondent)),
        roles=tuple(word("roles", r, Respondent) for r in fields.row("roles", len(Respondent))),
        made_on=fields.day("made_on"),
        party=line(fields, "party", LONGEST_NAME),
        about=line(fields, "about", LONGEST_NAME),
    )
    fields.end()
    return told
