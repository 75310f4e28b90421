"""Sessions in the room: prepare one, keep what happens in it, take it to another computer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.assessments.charity import Charity, RunBy
from collabkit.assessments.pack import Pack
from collabkit.assessments.tally import Tally
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.room.meeting import Meeting, convene
from collabkit.room.preparation import Preparation
from collabkit.room.record import meeting_from_json
from collabkit.room.steps import prepare_anew
from collabkit.room.votes import seal
from collabkit.services.ids import new_id
from collabkit.services.outcome import WhenDone, tell_outcome
from collabkit.services.packs import PackShelf
from collabkit.services.session_cards import Session, SessionCard, card_of
from collabkit.services.session_keeping import check_belongs, in_the_room, state_of, tidied
from collabkit.services.session_preparing import checked, for_others
from collabkit.storage import SessionGoneError, SessionState, Store, StoredSession

if TYPE_CHECKING:
    from collabkit.storage.sessions import InTheRoom, Step

__all__ = ["Session", "SessionCard", "SessionGoneError", "WorkshopService"]

_NOBODY = Charity("", "")


class WorkshopService:
    """Verbs on sessions. What they change is on disk, whole or not at all, when they return.

    ``keep_later`` alone returns before that, and says afterwards how it came out.
    """

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
        preparation = checked(preparation, pack)
        self._packs.pin(pack)
        is_volunteer_run = charity.run_by is RunBy.VOLUNTEERS
        return self._add(charity_id, pack, is_volunteer_run, convene(preparation), today)

    def change(self, session_id: str, preparation: Preparation, today: date) -> Session:
        """Prepare a session differently; notes and sheets that were keyed in stay.

        Raises ``NotNowError`` once it has begun, or if sheets are in whose promise this would
        break, ``InvalidInputError`` as ``prepare`` does, and otherwise as ``seal`` does.
        """
        pack, _is_volunteer_run = self._pack_of(session_id)
        preparation = checked(preparation, pack)
        return self._change(session_id, lambda now: prepare_anew(now, preparation), today)

    def keep(self, session_id: str, meeting: Meeting, today: date) -> None:
        """Put what has happened on the disk, with its assessment and its plan, and wait for it.

        Raises ``InvalidInputError`` for a text that is too long, or if ``meeting`` does not follow
        from what was kept of this session last; ``SessionGoneError``, which is one too, if there
        is no such session any more; and ``DataRefusedError`` if its record cannot be read. Nothing
        is changed then.
        """
        self._store.sessions.keep(session_id, self._step(session_id, meeting, today))

    def keep_later(
        self, session_id: str, meeting: Meeting, today: date, when_done: WhenDone
    ) -> None:
        """Keep as ``keep`` does, without waiting; what is handed in is kept in order.

        ``when_done`` is called on the writer's thread after the commit has returned, or with the
        error if it failed; unless it is as ``keep`` says, the same meeting can then be kept again.
        What can be told without the disk, such as a text that is too long, is raised at once.
        """
        tell_outcome(
            self._store.sessions.keep_later(session_id, self._step(session_id, meeting, today)),
            when_done,
            _("The session could not be saved. What was saved before is safe. Please try again."),
        )

    def seal(
        self, session_id: str, sheets: Mapping[str, Tally], people: int, today: date
    ) -> Session:
        """Keep what ``people`` whole sheets say, by ``room.votes.seal``, and return the session.

        They go into the session as it is on the disk at that moment, whoever has kept it last.
        Raises ``NotNowError`` if they cannot be counted now, ``SessionGoneError`` if there is no
        such session, and ``DataRefusedError`` if its record cannot be read; nothing is changed
        then.
        """
        return self._change(session_id, lambda now: seal(now, sheets, people), today)

    def copy(self, session_id: str, title: str, today: date) -> Session:
        """Prepare another session in the same way, for the same charity; as ``from_template``."""
        stored = self._store.sessions.get(session_id)
        return self._copy(stored, stored.charity_id, title, today)

    def save_as_template(self, session_id: str, title: str, today: date) -> Session:
        """Keep what was prepared for other charities and other days; nothing that happened."""
        return self._copy(self._store.sessions.get(session_id), None, title, today)

    def from_template(self, template_id: str, charity_id: str, title: str, today: date) -> Session:
        """Prepare a session as a template says; raises ``KeyError`` for an unknown id.

        A smallest group of three or four has to be agreed on anew: it is five until then.
        """
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

    def save_file(self, session_id: str, path: Path) -> str:
        """Write a session to one file, to go on with it on another computer.

        Returns what is to be known about it, in sentences; mostly nothing. Sheets that are sealed
        stay here. Raises ``InvalidInputError`` for a session to practise with and for the program's
        own folder, ``EnvironmentProblemError`` if it cannot be written; an older file is unharmed
        then.
        """
        from collabkit.services.own_files import check_is_not_ours
        from collabkit.services.session_files import save

        check_is_not_ours(path, self._folder)
        return save(self.get(session_id), self._store, path)

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
        preparation = for_others(session.meeting.preparation, title)
        return self._add(
            charity_id,
            session.pack,
            is_volunteer_run,
            convene(checked(preparation, session.pack)),
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

    def _change(
        self, session_id: str, change: Callable[[Meeting], Meeting], today: date
    ) -> Session:
        """Put what ``change`` makes of the session on the disk, in one transaction."""
        pack, is_volunteer_run = self._pack_of(session_id)

        def step(before: StoredSession) -> "tuple[SessionState, InTheRoom | None]":
            meeting = change(meeting_from_json(before.state.record))
            check_belongs(meeting, before, pack)
            room = in_the_room(meeting, pack, today, is_volunteer_run=is_volunteer_run)
            return state_of(meeting, today), room

        self._store.sessions.keep(session_id, step)
        return self.get(session_id)

    def _step(self, session_id: str, meeting: Meeting, today: date) -> "Step":
        """Return the step to ``meeting``, which is all but done: the writer has other work too."""
        meeting = tidied(meeting)
        state = state_of(meeting, today)
        pack, is_volunteer_run = self._pack_of(session_id)
        room = in_the_room(meeting, pack, today, is_volunteer_run=is_volunteer_run)

        def step(before: StoredSession) -> "tuple[SessionState, InTheRoom | None]":
            check_belongs(meeting, before, pack)
            return state, room

        return step

    def _pack_of(self, session_id: str) -> tuple[Pack, bool]:
        if session_id not in self._known:
            try:
                self._know(self._store.sessions.get(session_id))
            except KeyError as error:
                raise SessionGoneError from error
        return self._known[session_id]

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
            changed_on=stored.state.changed,
        )
