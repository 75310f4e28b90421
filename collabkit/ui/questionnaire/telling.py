"""The whole page of the questionnaire, worked out from the sheet and who sits there. No Qt."""

from collabkit.ui.questionnaire.answer_sheet import AnswerSheet
from collabkit.ui.questionnaire.seat import Seat
from collabkit.ui.questionnaire.state import QuestionnaireState, Statement
from collabkit.ui.questionnaire.wording import ending_words, section_states


def tell_questionnaire(
    sheet: AnswerSheet, seat: Seat, statement: Statement | None
) -> QuestionnaireState:
    """Return the page; ``statement`` is the one that is shown, ``None`` at the end."""
    item = sheet.item
    return QuestionnaireState(
        title=f"{sheet.pack.title} · {sheet.sitting.assessment.title}",
        sections=section_states(sheet),
        statement=statement,
        response=sheet.response(item.id) if item is not None else None,
        extras={
            extra.id: sheet.response(extra.id)
            for extra in (sheet.extras_of(item.id) if item is not None else ())
        },
        ending=ending_words(sheet, seat.afterwards) if item is None else None,
        is_first=sheet.at == 0,
        is_new=sheet.at == 0 and sheet.is_blank,
        whose=seat.whose,
        way_out=seat.way_out,
    )
