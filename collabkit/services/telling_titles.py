"""Titles that tell an assessment from its charity's others, for where nothing else does."""

from collabkit.i18n import _
from collabkit.storage import Store


def telling_title(store: Store, assessment_id: str) -> str:
    """Return the title and, where another of the charity has it too, the questionnaire as well.

    Raises ``KeyError`` for an unknown id.
    """
    own = store.assessments.get(assessment_id)
    summaries = store.lists.summaries(assessment_id)
    same = [
        each
        for each in summaries
        if each.assessment.charity_id == own.charity_id
        and each.assessment.title.casefold() == own.title.casefold()
    ]
    here = next((each for each in same if each.assessment.id == assessment_id), None)
    if here is None or len(same) == 1:
        return own.title
    return _("{title} ({questionnaire})").format(title=own.title, questionnaire=here.pack_title)
