"""Whether an assessment speaks to a group that volunteers run."""

from collabkit.assessments.charity import RunBy
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.topics import VOLUNTEER_RUN, WORDING


def is_volunteer_run(answered: Answered) -> bool:
    """Tell it from the words with which the assessment was started, otherwise from the charity."""
    if settled := answered.settled.get(WORDING):
        return settled == VOLUNTEER_RUN
    return answered.charity is not None and answered.charity.run_by is RunBy.VOLUNTEERS
