"""Sessions in the room: prepare one, keep what happens in it, take it to another computer."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.assessments.charity import Charity, RunBy
from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.room.choices import is_for_the_room
from collabkit.room.meeting import Meeting, convene
from collabkit.room.preparation import Preparation, check
from collabkit.room.record import meeting_from_json
from collabkit.room.steps import prepare_anew
from collabkit.services.ids import new_id
from collabkit.services.naming import checked_title
from collabkit.services.outcome import WhenDone, tell_outcome
from collabkit.services.packs import PackShelf
from collabkit.services.session_cards import Session, SessionCard, card_of
from collabkit.services.session_keeping import in_the_room, state_of, tidied
from collabkit.storage import Store, StoredSession
from collabkit.typed_text import clean_text

if TYPE_CHECKING:
    from collabkit.storage.sessions import InTheRoom

__all__ = ["Session", "SessionCard", "WorkshopService"]

_NOBODY = Charity("", "")


class WorkshopService:
    """Verbs on sessions. Each is on disk when it returns, whole or not at all."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder
        self._known: dict[str, tuple[Pack, bool]] = {}  # settled when a session is added

    def cards(self) -> tuple[SessionCard, ...]:
        """Return the sessions that are not put away, the latest touched first."""
        return tuple(map(card_of, self._store.sessions.lines()))

    def templates(self) -> tuple[SessionCard, ...]:
        """Return the templates, the latest touched first."""
        return tuple(map(card_of, self._store.sessions.lines(templates=True)))

    def put_away_cards(self) -> tuple[SessionCard, ...]:
        """Return the sessions and templates that are put away, the latest first.

        One whose charity is put away too is left out: it could not be seen if it came back.
        """
        return tuple(map(card_of, self._store.sessions.put_away()))

    def get(self, session_id: str) -> Session:
        """Return one session, even if it is put away; its meeting as it was kept.

        Raises ``KeyError`` for an unknown id and ``DataRefusedError`` for a record that cannot be
        read, which stays as it is.
        """
        return self._session(self._store.sessions.get(session_id))

    def of_assessment(self, assessment_id: str) -> Session | None:
        """Return the session in which an assessment is answered; ``None`` if it is on sheets."""
        stored = self._store.sessions.of_assessment(assessment_id)
        return None if stored is None else self._session(stored)

    def prepare(
        self, charity_id: str, pack: Pack, preparation: Preparation, today: date
    ) -> Session:
        """Keep a new session, with the pack word for word as it is now.

        Raises ``InvalidInputError`` if it cannot be held like this, and ``KeyError`` for an unknown
        charity.
        """
        charity = self._store.charities.get(charity_id)
        preparation = _checked(preparation, pack)
        self._packs.pin(pack)
        is_volunteer_run = charity.run_by is RunBy.VOLUNTEERS
        return self._add(charity_id, pack, is_volunteer_run, convene(preparation), today)

    def change(self, session_id: str, preparation: Preparation, today: date) -> Session:
        """Prepare a session differently; notes and sheets that were keyed in stay.

        Raises ``NotNowError`` once it has begun, or if sheets are in whose promise this would
        break, and otherwise as ``prepare`` does.
        """
        session = self.get(session_id)
        preparation = _checked(preparation, session.pack)
        meeting = prepare_anew(session.meeting, preparation)
        self.keep(session_id, meeting, today)
        return self.get(session_id)

    def keep(self, session_id: str, meeting: Meeting, today: date) -> None:
        """Put what has happened on the disk, with its assessment and its plan, and wait for it.

        Raises ``InvalidInputError`` for a text that is too long and ``KeyError`` for an unknown id.
        """
        meeting = tidied(meeting)
        self._store.sessions.keep(
            session_id, state_of(meeting, today), self._room(session_id, meeting, today)
        )

    def keep_later(
        self, session_id: str, meeting: Meeting, today: date, when_done: WhenDone
    ) -> None:
        """Keep as ``keep`` does, without waiting; what is handed in is kept in order.

        ``when_done`` is called on the writer's thread after the commit has returned, or with the
        error if it failed; the same meeting can then be kept again. Raises as ``keep`` does.
        """
        meeting = tidied(meeting)
        tell_outcome(
            self._store.sessions.keep_later(
                session_id, state_of(meeting, today), self._room(session_id, meeting, today)
            ),
            when_done,
            _("The session could not be saved. What was saved before is safe. Please try again."),
        )

    def copy(self, session_id: str, title: str, today: date) -> Session:
        """Prepare another session in the same way, for the same charity."""
        stored = self._store.sessions.get(session_id)
        return self._copy(stored, stored.charity_id, title, today)

    def save_as_template(self, session_id: str, title: str, today: date) -> Session:
        """Keep what was prepared for other charities and other days; nothing that happened."""
        return self._copy(self._store.sessions.get(session_id), None, title, today)

    def from_template(self, template_id: str, charity_id: str, title: str, today: date) -> Session:
        """Prepare a session as a template says; raises ``KeyError`` for an unknown id."""
        return self._copy(self._store.sessions.get(template_id), charity_id, title, today)

    def practise(self, today: date) -> Session:
        """Begin afresh with a session to practise with; the one before goes for good."""
        from collabkit.services.practising import practice

        return self._session(practice(self._store, self._packs, today))

    def put_away(self, session_id: str, today: date) -> None:
        """Put a session away with its assessment and its plan; ``bring_back`` brings it back."""
        self._store.sessions.remove(session_id, today)

    def bring_back(self, session_id: str) -> None:
        """Bring back what ``put_away`` put away."""
        self._store.sessions.restore(session_id)

    def save_file(self, session_id: str, path: Path) -> None:
        """Write a session to one file, to go on with it on another computer.

        Raises ``InvalidInputError`` for one of the program's own files, and
        ``EnvironmentProblemError`` if it cannot be written; an older file is unharmed then.
        """
        from collabkit.services.exports import check_is_not_ours
        from collabkit.services.session_files import save

        check_is_not_ours(path, self._folder)
        save(self.get(session_id), self._store, path)

    def open_file(self, path: Path, today: date) -> Session:
        """Take a session over from a file; one that is here just like it is found again.

        Its charity is the one of that name, or a new one. Raises ``DataRefusedError`` or
        ``InvalidInputError`` for what is not such a file; nothing is changed then.
        """
        from collabkit.services.session_files import take_over

        return self.get(take_over(self._store, path, today))

    def _copy(
        self, stored: StoredSession, charity_id: str | None, title: str, today: date
    ) -> Session:
        session = self._session(stored)
        charity = None if charity_id is None else self._store.charities.get(charity_id)
        is_volunteer_run = charity is not None and charity.run_by is RunBy.VOLUNTEERS
        preparation = replace(session.meeting.preparation, title=title)
        return self._add(
            charity_id,
            session.pack,
            is_volunteer_run,
            convene(_checked(preparation, session.pack)),
            today,
        )

    def _add(
        self,
        charity_id: str | None,
        pack: Pack,
        is_volunteer_run: bool,
        meeting: Meeting,
        today: date,
    ) -> Session:
        session = StoredSession(
            id=new_id(),
            charity_id=charity_id,
            assessment_id=None,
            pack_digest=pack.digest,
            is_volunteer_run=is_volunteer_run,
            is_practice=False,
            is_template=charity_id is None,
            state=state_of(meeting, today),
        )
        self._store.sessions.add(session)
        return self.get(session.id)

    def _room(self, session_id: str, meeting: Meeting, today: date) -> "InTheRoom | None":
        if session_id not in self._known:
            self._know(self._store.sessions.get(session_id))
        pack, is_volunteer_run = self._known[session_id]
        return in_the_room(meeting, pack, today, is_volunteer_run=is_volunteer_run)

    def _know(self, stored: StoredSession) -> Pack:
        pack = self._packs.pinned(stored.pack_digest, stored.pack_id, stored.is_volunteer_run)
        self._known[stored.id] = pack, stored.is_volunteer_run
        return pack

    def _session(self, stored: StoredSession) -> Session:
        meeting = meeting_from_json(stored.state.record)
        title = stored.state.title
        if stored.assessment_id is not None:  # it may have another name since
            title = self._store.assessments.get(stored.assessment_id).title
        return Session(
            id=stored.id,
            charity=(
                _NOBODY
                if stored.charity_id is None
                else self._store.charities.get(stored.charity_id)
            ),
            pack=self._know(stored),
            meeting=replace(meeting, preparation=replace(meeting.preparation, title=title)),
            assessment_id=stored.assessment_id,
            is_practice=stored.is_practice,
            is_template=stored.is_template,
            changed_on=stored.state.changed,
        )


def _checked(preparation: Preparation, pack: Pack) -> Preparation:
    if not is_for_the_room(pack):
        raise InvalidInputError(
            _("“{title}” is answered on sheets; a room cannot vote on it.").format(title=pack.title)
        )
    check(preparation, pack)
    return replace(
        preparation,
        title=checked_title(preparation.title),
        promise=clean_text(preparation.promise),
    )
