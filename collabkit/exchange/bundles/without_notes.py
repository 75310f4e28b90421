"""A bundle without notes: what stays here if people would rather hand on the answers alone.

Left out are the notes beside answers, what would show it (evidence), how sure people are
(confidence), what they have flagged, and what was noted in the talk of a session in the room.
Where free words *are* the answer, in forms with notes or a line, they stay. So do names and
pseudonyms, what was settled about a whole assessment with its reasons, and the plan with all that
was noted about its actions: it is handed on whole.
"""

from collections.abc import Iterator
from dataclasses import replace

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Pack
from collabkit.exchange.bundles.contents import BundledAssessment, BundledSession


def assessment_without_notes(whole: BundledAssessment, pack: Pack) -> BundledAssessment:
    """Return an assessment of ``pack`` as it goes into a bundle without notes."""
    session = whole.session and session_without_notes(whole.session)
    responses = tuple(_bare(whole.responses, pack))
    return replace(whole, responses=responses, session=session)


def session_without_notes(session: BundledSession) -> BundledSession:
    """Return a session without what was noted in the talk."""
    turns = tuple(replace(turn, note="") for turn in session.meeting.turns)
    return replace(session, meeting=replace(session.meeting, turns=turns))


def _bare(responses: tuple[Response, ...], pack: Pack) -> Iterator[Response]:
    forms = {item.id: pack.form_of(item) for item in pack.items}
    for response in responses:
        form = forms.get(response.item_id)
        is_words = form is not None and form.takes_words
        bare = Response(
            response.participant_id,
            response.item_id,
            response.answer,
            response.note if is_words else "",
        )
        if not bare.is_blank:
            yield bare
