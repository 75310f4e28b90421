"""What people settle about a whole assessment, and what follows from it on the sheets."""

from collections.abc import Collection

from collabkit.assessments.outcomes.small_groups import IDENTIFIABLE
from collabkit.assessments.outcomes.topics import FOLLOWS, INVITED, MODE
from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.choices import is_possible
from collabkit.services.closing import SHOWN, WITHDRAWN
from collabkit.services.packs import WORDING, PackShelf
from collabkit.services.responses import LONGEST_TEXT
from collabkit.services.sheets import left_out_pairs
from collabkit.storage import Store
from collabkit.typed_text import clean_text

_LONGEST_TOPIC = 100
_OURS = (WORDING, SHOWN, WITHDRAWN, FOLLOWS, INVITED)  # are settled by the program alone


def settle(store: Store, packs: PackShelf, assessment_id: str, topic: str, value: str) -> None:
    """Settle one topic anew; see ``AssessmentService.settle``."""
    assessment = store.assessments.get(assessment_id)
    pack = packs.of(assessment)
    people = store.participants.of_assessment(assessment_id)
    topic, value = checked_settled(pack, topic, value, [person.id for person in people])
    if topic == IDENTIFIABLE and store.responses.of_assessment(assessment_id):
        raise InvalidInputError(
            _("People have answered already, and what they were told then cannot change now.")
        )
    if topic != MODE or "mode" not in pack.outcome.settings:
        store.settled.keep(assessment_id, topic, value)
        return
    after = {**store.settled.of_assessment(assessment_id), topic: value}
    store.settled.keep(
        assessment_id,
        topic,
        value,
        left_out=left_out_pairs(pack, assessment, after, people),
    )


def checked_settled(
    pack: Pack, topic: str, value: str, sheets: Collection[str] | None = None
) -> tuple[str, str]:
    """Return a topic and its value as they may be kept; the value is empty if it says nothing.

    ``sheets`` are the ids of the sheets there are, if that is known. Raises ``InvalidInputError``
    for what cannot be chosen and for long texts, and ``ValueError`` for a topic that is no short
    word or is settled by the program alone.
    """
    if topic in _OURS or not topic.strip() or len(topic) > _LONGEST_TOPIC:
        raise ValueError(f"{topic!r} is no topic")
    value = clean_text(value)
    if not value.strip():
        return topic, ""
    if len(value) > LONGEST_TEXT:
        raise InvalidInputError(
            _("Please keep this below {most} characters.").format(most=LONGEST_TEXT)
        )
    if not is_possible(pack, topic, value, sheets):
        raise InvalidInputError(_("Please choose one of the ways that are offered."))
    return topic, value
