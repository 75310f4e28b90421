"""What is asked on a sheet of paper. No Qt."""

from dataclasses import dataclass

from collabkit.assessments.pack import Respondent
from collabkit.ui.context import Context
from collabkit.ui.keying_in.paper import Line, lines_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What the paper asks of those for whom it is, and the roles to choose from."""

    lines: tuple[Line, ...] = ()
    roles: tuple[Respondent, ...] = ()


def asked_of(
    context: Context, assessment_id: str, party_id: str | None, about_id: str | None
) -> Asked:
    """Return what a sheet for and about these asks; raises as ``shared_sheet`` does."""
    sheet = context.services.handing_out.shared_sheet(
        assessment_id, today=context.today(), party_id=party_id, about_id=about_id
    )
    return Asked(lines_of(sheet.pack, sheet.asked), sheet.roles)
