"""What goes back, read from what is saved. No Qt."""

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Pack
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.ui.giving_back.state import GivingBackState
from collabkit.ui.giving_back.wording import given, still_open, who_reads
from collabkit.ui.progress_words import occasion, subject


def read(services: Services, assessment_id: str) -> GivingBackState:
    """Return what there is to give back; raises ``KeyError`` for what nobody was invited to."""
    told = services.invited.invitation(assessment_id)
    sitting = services.assessments.sitting(assessment_id)
    (sheet,) = services.assessments.sheets(assessment_id)
    asked = set(sitting.assessment.asked)
    said = [response for response in sitting.responses if response.item_id in asked]
    whose = occasion(told.charity, subject(sitting.pack.title, told.title))
    if not any(response.answer or response.note.strip() for response in said):
        return GivingBackState(
            assessment_id,
            whose,
            charity=told.charity,
            why_not=_("Nothing is answered yet, so there is nothing to give back."),
            can_answer=True,
        )
    finished = sitting.assessment.finished
    return GivingBackState(
        assessment_id,
        whose,
        heading=given(sheet.answered, sheet.of),
        charity=told.charity,
        open=still_open(sheet.of - sheet.answered),
        earlier=_("You saved them to send back on {day}.").format(day=day(finished))
        if finished
        else "",
        roles=() if told.role else told.roles,
        notes=sum(_is_note(sitting.pack, response) for response in said),
        words_go=any(_is_in_words(sitting.pack, r) and r.note.strip() for r in said),
        reader=who_reads(told.charity, is_confidential=told.minimum > 1),
    )


def _is_note(pack: Pack, response: Response) -> bool:
    return bool(response.note.strip()) and not _is_in_words(pack, response)


def _is_in_words(pack: Pack, response: Response) -> bool:
    return pack.form_of(pack.item(response.item_id)).is_words_only
