"""Whether an assessment speaks to a group that volunteers run."""

from collabkit.assessments.charity import RunBy
from collabkit.assessments.outcomes.answered import Answered

_WORDING = "wording"  # under which the words of an assessment are settled when it starts


def is_volunteer_run(answered: Answered) -> bool:
    """Tell it from the words with which the assessment was started, otherwise from the charity."""
    if settled := answered.settled.get(_WORDING):
        return settled == "volunteer-run"
    return answered.charity is not None and answered.charity.run_by is RunBy.VOLUNTEERS
