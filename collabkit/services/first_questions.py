"""What a pack asks before its first statement: with whom one bids, on which side one stands."""

from datetime import date

from collabkit.assessments.assessment import Selection
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Pick
from collabkit.assessments.outcomes.open_actions.rule import SIDE
from collabkit.assessments.outcomes.topics import MODE
from collabkit.assessments.outcomes.work_out import tell
from collabkit.assessments.pack import OutcomeKind, Pack

# Only these kinds of outcome have something to settle before the first statement.
_KINDS = (OutcomeKind.DECISION, OutcomeKind.OPEN_ACTIONS)


def first_questions(pack: Pack, today: date) -> tuple[Pick, ...]:
    """Return what is to be settled first, in the words in which the outcome asks for it."""
    if pack.outcome.kind not in _KINDS:
        return ()
    asked = tuple(item.id for item in pack.items)
    results = measure(
        pack, {}, asked=asked, minimum=OWN_ASSESSMENT, respondents=0, selection=Selection.ALL
    )
    nothing = Answered(pack, asked, OWN_ASSESSMENT, results, today, sheets=())
    return tuple(
        block
        for part in tell(nothing).parts
        for block in part.blocks
        if isinstance(block, Pick) and block.key in (MODE, SIDE)
    )
