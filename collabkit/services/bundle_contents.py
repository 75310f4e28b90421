"""From what is kept here to what goes into a bundle, and back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from collabkit.assessments.charity import Charity
from collabkit.assessments.outcomes.topics import AGREED_VERSION
from collabkit.errors import InvalidInputError
from collabkit.exchange.bundles.contents import (
    Bundle,
    BundledAssessment,
    BundledSession,
    PackFile,
)
from collabkit.exchange.bundles.reading import is_id
from collabkit.exchange.bundles.without_notes import (
    assessment_without_notes,
    session_without_notes,
)
from collabkit.exchange.workshops.session_file import for_a_file
from collabkit.i18n import _
from collabkit.room.record import meeting_from_json
from collabkit.services.closing import (
    SHOWN,
    WITHDRAWN,
    closing_of,
    finished_in,
    still_shown,
    still_withdrawn,
)
from collabkit.services.packs import PackShelf
from collabkit.services.session_keeping import state_of
from collabkit.storage import Store, StoredSession
from collabkit.storage.bundles import WholeAssessment, WholeCharity


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to go into a file: a whole charity or, if ``assessment_id`` is given, that alone."""

    charity_id: str = ""
    assessment_id: str = ""
    with_notes: bool = True


@dataclass(frozen=True, slots=True)
class Gathered:
    """What goes into a file, and what stays here: sealed sheets, and how much is put away."""

    bundle: Bundle
    sealed: int
    put_away: int


def gather(store: Store, packs: PackShelf, wanted: Wanted, today: date) -> Gathered:
    """Return what goes into a file.

    Raises ``KeyError`` for an unknown id, ``InvalidInputError`` for what only practises, and
    ``DataRefusedError`` for the record of a session that cannot be read.
    """
    if wanted.assessment_id:
        alone = store.bundles.of_assessment(wanted.assessment_id)
        if alone.session is not None and alone.session.is_practice:
            raise InvalidInputError(
                _("This session is for practising, so it stays on this laptop. Nothing was saved.")
            )
        charity = store.charities.get(alone.assessment.charity_id)
        kept = WholeCharity((replace(alone, removed=None),), ())
    else:
        charity = store.charities.get(wanted.charity_id)
        kept = store.bundles.of_charity(charity.id)
    there = [whole for whole in kept.assessments if whole.removed is None]
    bundle = _bundle(store, packs, charity, there, kept.waiting, wanted=wanted, today=today)
    sessions = [whole.session for whole in there if whole.session] + list(kept.waiting)
    sealed = sum(meeting_from_json(s.state.record).sheets for s in sessions)
    return Gathered(bundle, sealed, len(kept.assessments) - len(there))


def _bundle(
    store: Store,
    packs: PackShelf,
    charity: Charity,
    kept: Iterable[WholeAssessment],
    waiting: Iterable[StoredSession],
    *,
    wanted: Wanted,
    today: date,
) -> Bundle:
    wholes = [bundled(whole) for whole in kept]
    sessions = [bundled_session(session) for session in waiting]
    files = dict(_pack_files(store, packs, kept, waiting))
    if not wanted.with_notes:
        wholes = [
            assessment_without_notes(whole, files[whole.assessment.pack_digest].pack)
            for whole in wholes
        ]
        sessions = [session_without_notes(session) for session in sessions]
    return Bundle(
        made_on=today,
        is_charity=not wanted.assessment_id,
        with_notes=wanted.with_notes,
        charity=charity,
        assessments=tuple(wholes),
        waiting=tuple(sessions),
        packs=files,
    )


def bundled(whole: WholeAssessment) -> BundledAssessment:
    """Return an assessment that is kept here as a bundle has it."""
    return BundledAssessment(
        assessment=whole.assessment,
        optional=whole.optional,
        parties=whole.parties,
        participants=whole.participants,
        left_out={person: items for person, items in whole.left_out.items() if items},
        responses=whole.responses,
        arrivals=whole.arrivals,
        settled=dict(_still_known(whole)),
        plan=whole.plan,
        session=bundled_session(whole.session) if whole.session else None,
    )


def _still_known(whole: WholeAssessment) -> Iterator[tuple[str, str]]:
    """Yield what is settled, but for what names a sheet that was taken away since."""
    sheets = {person.id for person in whole.participants}
    gone = {closing_of(sheet)[0] for sheet in finished_in(whole.settled) - sheets}
    for topic, value in whole.settled.items():
        if topic == SHOWN:
            value = still_shown(whole.settled, sheets)
        if topic == WITHDRAWN:
            value = still_withdrawn(whole.settled, sheets)
        is_dangling = topic == AGREED_VERSION and is_id(value) and value not in sheets
        if value and not is_dangling and topic not in gone:
            yield topic, value


def bundled_session(session: StoredSession) -> BundledSession:
    """Return a session that is kept here as a bundle has it."""
    return BundledSession(
        id=session.id,
        pack_digest=session.pack_digest,
        is_volunteer_run=session.is_volunteer_run,
        changed=session.state.changed,
        meeting=for_a_file(meeting_from_json(session.state.record)),
    )


def unpacked(whole: BundledAssessment, charity_id: str) -> WholeAssessment:
    """Return an assessment out of a bundle as it is kept here, for the charity of that id."""
    assessment = replace(whole.assessment, charity_id=charity_id)
    session = whole.session
    return WholeAssessment(
        assessment=assessment,
        optional=whole.optional,
        parties=whole.parties,
        participants=whole.participants,
        left_out=whole.left_out,
        responses=whole.responses,
        arrivals=whole.arrivals,
        settled=whole.settled,
        plan=whole.plan,
        session=unpacked_session(session, charity_id, assessment.id) if session else None,
    )


def unpacked_session(
    session: BundledSession, charity_id: str, assessment_id: str | None
) -> StoredSession:
    """Return a session out of a bundle as it is kept here."""
    return StoredSession(
        id=session.id,
        charity_id=charity_id,
        assessment_id=assessment_id,
        pack_digest=session.pack_digest,
        is_volunteer_run=session.is_volunteer_run,
        is_practice=False,
        is_template=False,
        state=state_of(session.meeting, session.changed),
    )


def _pack_files(
    store: Store,
    packs: PackShelf,
    kept: Iterable[WholeAssessment],
    waiting: Iterable[StoredSession],
) -> Iterator[tuple[str, PackFile]]:
    pinned: Mapping[str, str] = {
        **{w.assessment.pack_digest: w.assessment.pack_id for w in kept},
        **{s.pack_digest: s.pack_id for s in waiting},
    }
    for digest, pack_id in pinned.items():
        pack = packs.pinned(digest, pack_id, is_volunteer_run=False)
        yield digest, PackFile(pack, store.packs.source(digest))
