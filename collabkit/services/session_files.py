"""Sessions that go from one computer to another in a file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from collabkit.assessments.charity import Charity
from collabkit.assessments.sentences import capital, in_words
from collabkit.errors import DataRefusedError, InvalidInputError
from collabkit.exchange.workshops.session_file import (
    SessionFile,
    for_a_file,
    read_session_file,
    session_bytes,
)
from collabkit.files import write_safely
from collabkit.i18n import _, ngettext
from collabkit.room.meeting import Meeting
from collabkit.room.record import meeting_from_json, meeting_to_json
from collabkit.services.ids import new_id
from collabkit.services.naming import LONGEST_TITLE, in_one_line, is_same_name, shortened
from collabkit.services.session_cards import Session
from collabkit.services.session_keeping import in_the_room, state_of, tidied
from collabkit.services.session_preparing import tidy
from collabkit.storage import SessionLine, Store, StoredSession
from collabkit.storage.sessions import Brought


def save(session: Session, store: Store, path: Path) -> str:
    """Write ``session`` to ``path`` and read it again, with the very file of its questionnaire.

    Returns what has to stay here, in a sentence; empty if all of it is in the file. Raises
    ``InvalidInputError`` for a session to practise with, and ``EnvironmentProblemError`` if it
    cannot be written; an older file is unharmed then.
    """
    if session.is_practice:
        raise InvalidInputError(
            _(
                "This session is for practising, so it stays on this laptop. Nothing was saved. On "
                "the other laptop you can practise too."
            )
        )
    charity = session.charity
    data = session_bytes(
        SessionFile(
            charity=charity.name,
            income_band=charity.income_band,
            run_by=charity.run_by,
            pack=session.pack,
            source=store.packs.source(session.pack.digest),
            is_volunteer_run=store.sessions.get(session.id).is_volunteer_run,
            meeting=session.meeting,
        )
    )

    def check(written: Path) -> None:
        read_session_file(written)

    write_safely(path, data, check)
    return _staying(session.meeting)


def _staying(meeting: Meeting) -> str:
    if not meeting.sealed:
        return ""
    return ngettext(
        "{number} sheet is sealed; it stays on this laptop. Key it in again on the other one.",
        "{number} sheets are sealed; they stay on this laptop. Key them in again on the other one.",
        meeting.sheets,
    ).format(number=capital(in_words(meeting.sheets)))


def take_over(store: Store, path: Path, today: date) -> str:
    """Keep the session in the file at ``path`` and return its id.

    It belongs to the charity of that name, or to a new one; a template to nobody. One that is here
    just as in the file is found again; otherwise it gets a number if its name is taken.
    """
    file = _tidied(read_session_file(path))
    charity = next((c for c in store.lists.charities() if is_same_name(c.name, file.charity)), None)
    taken: set[str] = set()
    for line, there in _beside(store, charity, is_template=not file.charity):
        if _is_alike(there, file):
            return there.id
        taken.add(line.title.casefold())
    new = None
    if charity is None and file.charity:
        charity = new = Charity(new_id(), file.charity, file.income_band, file.run_by)
    meeting = _renewed(file.meeting, taken)
    session = StoredSession(
        id=new_id(),
        charity_id=charity.id if charity else None,
        assessment_id=None,
        pack_digest=file.pack.digest,
        is_volunteer_run=file.is_volunteer_run,
        is_practice=False,
        is_template=charity is None,
        state=state_of(meeting, today),
        pack_id=file.pack.id,
        pack_version=file.pack.version,
    )
    room = in_the_room(meeting, file.pack, today, is_volunteer_run=file.is_volunteer_run)
    store.sessions.add(session, room, Brought(new, file.pack, file.source))
    return session.id


def _tidied(file: SessionFile) -> SessionFile:
    """Return ``file`` with all its words as if they had been typed here."""
    meeting = tidied(file.meeting)
    return replace(
        file,
        charity=in_one_line(file.charity),
        meeting=replace(meeting, preparation=tidy(meeting.preparation)),
    )


def _beside(
    store: Store, charity: Charity | None, *, is_template: bool
) -> Iterator[tuple[SessionLine, StoredSession]]:
    """Yield the sessions of the same charity, or the templates."""
    for line in store.sessions.lines(templates=is_template):
        session = store.sessions.get(line.id)
        if is_template or (charity and session.charity_id == charity.id and not line.is_practice):
            yield line, session


def _is_alike(there: StoredSession, file: SessionFile) -> bool:
    if there.pack_digest != file.pack.digest or there.is_volunteer_run != file.is_volunteer_run:
        return False
    try:
        return _bare(meeting_from_json(there.state.record)) == _bare(file.meeting)
    except DataRefusedError:
        return False


def _bare(meeting: Meeting) -> str:
    """Return the record without what is given anew when a session is taken over, or left behind."""
    meeting = for_a_file(meeting)
    return meeting_to_json(
        replace(
            meeting,
            preparation=replace(meeting.preparation, title=""),
            actions=tuple(replace(a, id=str(n)) for n, a in enumerate(meeting.actions)),
        )
    )


def _renewed(meeting: Meeting, taken: set[str]) -> Meeting:
    """Return ``meeting`` with a name that is free, and with ids that nothing else has."""
    plain = title = shortened(meeting.preparation.title, LONGEST_TITLE)
    number = 2
    while title.casefold() in taken:
        ending = f" ({number})"
        title, number = shortened(plain, LONGEST_TITLE - len(ending)) + ending, number + 1
    return replace(
        meeting,
        preparation=replace(meeting.preparation, title=title),
        actions=tuple(replace(action, id=new_id()) for action in meeting.actions),
    )
