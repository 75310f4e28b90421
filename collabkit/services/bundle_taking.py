"""From what somebody chose out of a bundle to what is kept: under which ids and titles. Pure."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from collabkit.assessments.charity import Charity
from collabkit.exchange.bundles.contents import Bundle, BundledAssessment, BundledSession
from collabkit.exchange.bundles.renaming import renamed, renamed_session, titled
from collabkit.exchange.bundles.sense import ids_of, session_ids
from collabkit.services.bundle_comparing import Match
from collabkit.services.bundle_contents import unpacked, unpacked_session
from collabkit.services.bundle_preview import Choice
from collabkit.services.naming import LONGEST_TITLE, shortened
from collabkit.storage.bundles import Bringing


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a bundle is to be taken over, and how; ``matches`` are all its assessments."""

    bundle: Bundle
    matches: tuple[Match, ...]
    choices: Mapping[str, Choice]

    @property
    def assessments(self) -> tuple[BundledAssessment, ...]:
        """The assessments that are taken over."""
        wholes = (match.whole for match in self.matches)
        return tuple(w for w in wholes if self.choices[w.assessment.id] is not Choice.LEAVE)

    @property
    def sessions(self) -> tuple[BundledSession, ...]:
        """The sessions that are taken over without an assessment."""
        return tuple(s for s in self.bundle.waiting if self.choices[s.id] is not Choice.LEAVE)

    def ids(self) -> dict[str, bool]:
        """Return every id of what is taken over, and whether it may stay if it is free here."""
        stays = {self.bundle.charity.id: True}
        for whole in self.assessments:
            is_new = self.choices[whole.assessment.id] is Choice.TAKE
            stays |= dict.fromkeys(ids_of(whole), is_new)
        for session in self.sessions:
            stays |= dict.fromkeys(session_ids(session), self.choices[session.id] is Choice.TAKE)
        return stays


def bringing(
    chosen: Chosen,
    here: Charity | None,
    *,
    names: Collection[str],
    titles: Collection[str],
    taken: Collection[str],
    new_id: Callable[[], str],
) -> Bringing:
    """Return what is to be kept.

    ``here`` is the charity here that it belongs to. ``names`` are those of the charities here,
    ``titles`` those of what the charity has here, and ``taken`` the ids that are not free.
    """
    ids = {old: new_id() for old, may_stay in chosen.ids().items() if old in taken or not may_stay}
    for match in chosen.matches:
        if match.whole not in chosen.assessments:
            ids |= dict(match.ids_here())  # what follows it here follows the one that is here
    charity = here or _charity(chosen.bundle.charity, ids, names)
    used = {title.casefold() for title in titles}
    wholes = tuple(
        unpacked(_retitled(renamed(whole, ids), is_second, used), charity.id)
        for whole in chosen.assessments
        for is_second in [chosen.choices[whole.assessment.id] is Choice.KEEP_BOTH]
    )
    sessions = tuple(
        unpacked_session(
            _retitled_session(renamed_session(one, ids), is_second, used), charity.id, None
        )
        for one in chosen.sessions
        for is_second in [chosen.choices[one.id] is Choice.KEEP_BOTH]
    )
    pinned = {whole.assessment.pack_digest for whole in wholes}
    pinned |= {session.pack_digest for session in sessions}
    files = (chosen.bundle.packs[digest] for digest in sorted(pinned))
    return Bringing(
        charity=None if here else charity,
        packs=tuple((file.pack, file.source) for file in files),
        assessments=wholes,
        waiting=sessions,
    )


def _charity(charity: Charity, ids: Mapping[str, str], names: Iterable[str]) -> Charity:
    """Return a new charity under an id and a name that are free."""
    used = {name.casefold() for name in names}
    return replace(charity, id=ids.get(charity.id, charity.id), name=_free(charity.name, used))


def _retitled(whole: BundledAssessment, is_second: bool, used: set[str]) -> BundledAssessment:
    if not is_second:
        return whole
    title = _free(whole.assessment.title, used)
    session = titled(whole.session, title) if whole.session else None
    return replace(whole, assessment=replace(whole.assessment, title=title), session=session)


def _retitled_session(session: BundledSession, is_second: bool, used: set[str]) -> BundledSession:
    title = session.meeting.preparation.title
    return titled(session, _free(title, used)) if is_second else session


def _free(plain: str, used: set[str]) -> str:
    """Return ``plain`` or, if it is used, with the first number that is free; note it as used."""
    title, number = plain, 2
    while title.casefold() in used:
        ending = f" ({number})"
        title, number = shortened(plain, LONGEST_TITLE - len(ending)) + ending, number + 1
    used.add(title.casefold())
    return title
