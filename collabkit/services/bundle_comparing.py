"""What is in a bundle, laid beside what is here."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from collabkit.assessments.assessment import Participant
from collabkit.assessments.charity import Charity
from collabkit.errors import DataRefusedError
from collabkit.exchange.bundles.contents import Bundle, BundledAssessment, BundledSession
from collabkit.exchange.bundles.renaming import answers_told, plan_told, session_told
from collabkit.exchange.bundles.without_notes import (
    assessment_without_notes,
    session_without_notes,
)
from collabkit.services.bundle_contents import bundled, bundled_session
from collabkit.services.bundle_preview import Previewed, Standing
from collabkit.services.closing import SHOWN
from collabkit.services.former_names import FORMER, was_called
from collabkit.services.naming import is_same_name
from collabkit.services.sheet_names import renamed_sheet
from collabkit.storage import Store, StoredSession
from collabkit.storage.bundles import WholeAssessment, WholeCharity

_Told = tuple[str, str]


def charity_here(store: Store, charity: Charity) -> Charity | None:
    """Return the charity here that is ``charity``: by its id, otherwise by its name.

    The sample charity is never taken for one of people's own.
    """
    there = store.lists.charities()
    for one in there:
        if one.id == charity.id:
            return one
    for one in there:
        if is_same_name(one.name, charity.name) and one.is_sample is charity.is_sample:
            return one
    return None


@dataclass(frozen=True, slots=True)
class Match:
    """An assessment of a bundle, and the same one here if there is one."""

    whole: BundledAssessment
    there: WholeAssessment | None
    standing: Standing

    def ids_here(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of the file with those that the same has here, for what refers to it."""
        if self.there is None or self.standing is Standing.OTHER_ANSWERS:
            return
        yield self.whole.assessment.id, self.there.assessment.id
        if self.standing is Standing.SAME:
            actions = zip(self.whole.plan.actions, self.there.plan.actions, strict=True)
            yield from ((one.id, other.id) for one, other in actions)


class Comparison:
    """Lays what is in a bundle beside what is here; ``matches`` are its assessments in order."""

    def __init__(self, store: Store, bundle: Bundle, here: Charity | None) -> None:
        self._bundle = bundle
        kept = store.bundles.of_charity(here.id) if here else WholeCharity((), ())
        self._here = {whole.assessment.id: whole for whole in kept.assessments}
        self._waiting = {session.id: session for session in kept.waiting}
        ids = {whole.assessment.id for whole in bundle.assessments}
        for stray in store.bundles.taken(ids - self._here.keys()):
            with suppress(KeyError):  # something else has the id; the assessment gets another
                self._here[stray] = store.bundles.of_assessment(stray)
        self._told_here = {key: self._told_as_here(whole) for key, whole in self._here.items()}
        # What was taken over before, under another id. One that has the id of another in the file
        # can only be that one.
        self._free = {
            told: key
            for key, told in self._told_here.items()
            if key not in ids and self._here[key].removed is None
        }
        self.matches = tuple(map(self._match, bundle.assessments))

    def previewed(self) -> tuple[Previewed, ...]:
        """Return every assessment of the bundle for people to look at, in its order."""
        return tuple(
            Previewed(
                id=match.whole.assessment.id,
                title=match.whole.assessment.title,
                pack_title=self._bundle.packs[match.whole.assessment.pack_digest].pack.title,
                standing=match.standing,
                title_here=match.there.assessment.title if match.there else "",
                people=len(match.whole.participants),
                answers=sum(said.answer is not None for said in match.whole.responses),
                actions=len(match.whole.plan.actions),
            )
            for match in self.matches
        )

    def previewed_sessions(self) -> tuple[Previewed, ...]:
        """Return every session of the bundle that has not begun, in its order."""
        return tuple(map(self._previewed_session, self._bundle.waiting))

    def _previewed_session(self, session: BundledSession) -> Previewed:
        told = session_told(session)
        there = self._waiting.get(session.id)
        if there is None:  # it may have been taken over before, under another id
            alike = (one for one in self._waiting.values() if self._session_told(one) == told)
            there = next(alike, None)
        standing = Standing.NEW
        if there is not None:
            is_same = self._session_told(there) == told
            standing = Standing.SAME if is_same else Standing.OTHER_ANSWERS
        return Previewed(
            id=session.id,
            title=session.meeting.preparation.title,
            pack_title=self._bundle.packs[session.pack_digest].pack.title,
            standing=standing,
            title_here=there.state.title if there else "",
            is_session=True,
        )

    def _match(self, whole: BundledAssessment) -> Match:
        told = _told(whole)
        key = whole.assessment.id
        if key not in self._here:
            key = self._free.pop(told, "")
        there = self._here.get(key)
        if there is None:
            return Match(whole, None, Standing.NEW)
        if there.removed is not None:
            return Match(whole, there, Standing.PUT_AWAY)
        if FORMER in there.settled:
            told = _told(_as_called_here(whole, there))
        answers, plan = self._told_here[key] or ("", "")
        if answers != told[0]:
            return Match(whole, there, Standing.OTHER_ANSWERS)
        return Match(whole, there, Standing.SAME if plan == told[1] else Standing.OTHER_PLAN)

    def _told_as_here(self, there: WholeAssessment) -> _Told | None:
        """Return what is told of an assessment here; ``None`` if it cannot be that of the file."""
        file = self._bundle.packs.get(there.assessment.pack_digest)
        if file is None:
            return None
        try:
            beside = bundled(there)
        except DataRefusedError:  # the record of its session is damaged
            return None
        return _told(
            beside if self._bundle.with_notes else assessment_without_notes(beside, file.pack)
        )

    def _session_told(self, there: StoredSession) -> str:
        try:
            beside = bundled_session(there)
        except DataRefusedError:
            return ""
        return session_told(beside if self._bundle.with_notes else session_without_notes(beside))


def _as_called_here(whole: BundledAssessment, there: WholeAssessment) -> BundledAssessment:
    """Return ``whole`` with the names that were put right here since it was saved."""
    here = {
        **{party.id: party.name for party in there.parties},
        **{person.id: person.pseudonym for person in there.participants},
    }
    then = {party.id: party.name for party in whole.parties}

    def called(each: str, name: str) -> str:
        return here.get(each, name) if each in was_called(there.settled, name) else name

    def sheet(person: Participant) -> str:
        before = then.get(person.party_id or "")
        if before is None:
            return called(person.id, person.pseudonym)
        after = called(person.party_id or "", before)
        return called(person.id, renamed_sheet(person.pseudonym, before, after))

    return replace(
        whole,
        parties=tuple(replace(party, name=called(party.id, party.name)) for party in whole.parties),
        participants=tuple(
            replace(person, pseudonym=sheet(person)) for person in whole.participants
        ),
    )


def _told(whole: BundledAssessment) -> _Told:
    """Return digests of the answers and of the plan, to be compared with others."""
    settled = {topic: value for topic, value in whole.settled.items() if topic != FORMER}
    whole = replace(whole, settled=settled)
    told = answers_told(whole, SHOWN), plan_told(whole)
    answers, plan = (hashlib.sha256(text.encode()).hexdigest() for text in told)
    return answers, plan
