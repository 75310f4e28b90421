"""What must be true of everything in a bundle together: each name in it means something in it.

Whether answers are possible and people may answer like that is for the services to say, which know
the rules of assessments.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from collabkit.assessments.outcomes.topics import FOLLOWS
from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.exchange.bundles.contents import Bundle, BundledAssessment, BundledSession
from collabkit.exchange.bundles.reading import is_id
from collabkit.i18n import _
from collabkit.plans.plan import NOW_LIMIT, PlanAction, Slot
from collabkit.room.choices import is_for_the_room
from collabkit.room.fields import refused
from collabkit.room.preparation import check
from collabkit.room.record import check_fits


def check_sense(bundle: Bundle) -> None:
    """Raise ``RecordError`` with the first thing in ``bundle`` that cannot be."""
    for fault in _faults(bundle):
        raise refused(fault)


def ids_of(whole: BundledAssessment) -> Iterator[str]:
    """Yield every id that belongs to an assessment, always in the same order."""
    yield from _own_ids(whole)
    if whole.session is not None:
        yield from session_ids(whole.session)


def _own_ids(whole: BundledAssessment) -> Iterator[str]:
    yield whole.assessment.id
    yield from (party.id for party in whole.parties)
    yield from (person.id for person in whole.participants)
    yield from (action.id for action in whole.plan.actions)


def session_ids(session: BundledSession) -> Iterator[str]:
    """Yield the id of a session and those of the actions in it, some of which are in the plan."""
    yield session.id
    yield from (action.id for action in session.meeting.actions)


def _faults(bundle: Bundle) -> Iterator[str]:
    if not bundle.is_charity and (len(bundle.assessments) != 1 or bundle.waiting):
        yield _("it is said to hold one assessment and does not")
    yield from _faults_of_ids(bundle)
    sessions = [*bundle.waiting, *(w.session for w in bundle.assessments if w.session)]
    pinned = {whole.assessment.pack_digest for whole in bundle.assessments}
    pinned |= {session.pack_digest for session in sessions}
    if pinned != set(bundle.packs):
        yield _("its questionnaires are not those that it was answered with")
        return
    for whole in bundle.assessments:
        yield from _faults_of_assessment(whole, bundle.packs[whole.assessment.pack_digest].pack)
    for session in sessions:
        yield from _faults_of_session(session, bundle.packs[session.pack_digest].pack)
    if any(session.meeting.has_begun for session in bundle.waiting):
        yield _("a session in it has begun without an assessment")
    yield from _faults_of_links(bundle.assessments)


def _faults_of_ids(bundle: Bundle) -> Iterator[str]:
    ids = Counter([bundle.charity.id])
    for whole in bundle.assessments:
        ids.update(set(ids_of(whole)))  # an action of the room stands in the plan as well
        own = tuple(_own_ids(whole))
        if len(set(own)) != len(own):
            yield _("something stands in it twice")
    for session in bundle.waiting:
        ids.update(session_ids(session))
    if any(number > 1 for number in ids.values()):
        yield _("something stands in it twice")
    if not all(map(is_id, ids)):
        yield _("an id in it is none (“{name}”)").format(name="id")


def _faults_of_assessment(whole: BundledAssessment, pack: Pack) -> Iterator[str]:
    assessment = whole.assessment
    known = tuple(item.id for item in pack.items)
    kept = {item.id for item in pack.items if not item.marks.get("private")}
    asked = frozenset(assessment.asked)
    if not asked or tuple(i for i in known if i in asked) != assessment.asked or not asked <= kept:
        yield _("it asks what its questionnaire does not have")
    if not whole.optional <= asked or not all(items <= asked for items in whole.left_out.values()):
        yield _("it leaves open what it does not ask")
    if assessment.place is not None and assessment.place not in known:
        yield _("it stands at a place that cannot be reached")
    parties = {party.id for party in whole.parties}
    named = {p for person in whole.participants for p in (person.party_id, person.about_id) if p}
    if not named <= parties:
        yield _("somebody speaks in it for an organisation that takes no part")
    if sum(p.is_own for p in whole.parties) > 1 or sum(p.is_lead for p in whole.parties) > 1:
        yield _("two organisations in it take the same part")
    said = [(response.participant_id, response.item_id) for response in whole.responses]
    if len(set(said)) != len(said):
        yield _("a statement in it is answered twice on one sheet")
    if not {item_id for _person, item_id in said} <= kept:
        yield _("it answers what its questionnaire does not have")
    yield from _faults_of_plan(whole.plan.actions, known)


def _faults_of_plan(actions: Collection[PlanAction], known: Collection[str]) -> Iterator[str]:
    if not all(action.text.strip() for action in actions):
        yield _("an action in it has no words")
    if sum(action.slot is Slot.NOW for action in actions) > NOW_LIMIT:
        yield _("more than three actions are to be done now")
    # What is carried on may answer a statement that the questionnaire of then had.
    named = {i for action in actions if not action.carried_from for i in action.answers}
    if not named <= set(known):
        yield _("an action in it belongs to no statement")


def _faults_of_session(session: BundledSession, pack: Pack) -> Iterator[str]:
    if not is_for_the_room(pack):
        yield _("a room cannot vote on its questionnaire")
    check_fits(session.meeting, pack)
    if session.meeting.sealed:
        yield _("sheets are sealed in it, which are never saved in a file")
    try:
        check(session.meeting.preparation, pack)
    except InvalidInputError:
        yield _("it was never prepared")


def check_session_belongs(session: BundledSession, whole: BundledAssessment) -> None:
    """Raise ``RecordError`` if a session cannot be that of an assessment."""
    assessment, preparation = whole.assessment, session.meeting.preparation
    if (
        not session.meeting.has_begun
        or whole.participants
        or session.pack_digest != assessment.pack_digest
        or preparation.minimum != assessment.minimum
        or set(preparation.statements) != set(assessment.asked)
    ):
        raise refused(_("a session in it belongs to another assessment"))


def _faults_of_links(assessments: Iterable[BundledAssessment]) -> Iterator[str]:
    assessments = tuple(assessments)
    follows = {
        whole.assessment.id: whole.settled[FOLLOWS]
        for whole in assessments
        if FOLLOWS in whole.settled
    }
    if not all(map(is_id, follows.values())):
        yield _("it follows something that is no assessment")
    plans = [whole.plan.actions for whole in assessments]
    carried = {a.id: a.carried_from for actions in plans for a in actions if a.carried_from}
    within_one = any(
        {a.id for a in actions} & {a.carried_from for a in actions} for actions in plans
    )
    if has_circle(follows) or has_circle(carried) or within_one:
        yield _("what comes later and what came before go round in a circle")


def has_circle(before: Mapping[str, str]) -> bool:
    """Tell whether somebody who goes back from one to the one before could do so for ever."""
    proven: set[str] = set()
    for here in before:
        on_the_way: set[str] = set()
        while here in before and here not in proven:
            if here in on_the_way:
                return True
            on_the_way.add(here)
            here = before[here]
        proven |= on_the_way
    return False
