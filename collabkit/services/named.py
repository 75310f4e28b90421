"""Where a name is written in words that a charity keeps, and another word in its place.

Answers belong to a sheet, but a name may also stand in a plan, in notes or in what was settled. It
is looked for as a whole word, in large or small letters. What people wrote in confidence is only
counted and never shown, not even to take a name out of it.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from collabkit.assessments.assessment import Response
from collabkit.errors import InvalidInputError
from collabkit.i18n import _, ngettext
from collabkit.plans.plan import Plan
from collabkit.room.meeting import Meeting
from collabkit.room.record import meeting_from_json
from collabkit.services.company import company_of
from collabkit.services.packs import PackShelf
from collabkit.services.session_keeping import state_of
from collabkit.storage import SessionState, Store, StoredSession
from collabkit.storage.bundles import WholeAssessment
from collabkit.storage.erasing import Rewording

_SHORTEST = 2  # characters; shorter ones stand everywhere
_OURS = ("shown", "withdrawn", "wording", "follows", "invited", "keep-until", "former-names")
_EXCERPT = 80  # characters on either side

_Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the name is written.

    ``where`` says which; ``excerpt`` is what stands there, a line for each text, empty where it was
    said in confidence. ``texts`` is in how many texts of that place it stands.
    """

    key: str
    where: str
    excerpt: str = ""
    texts: int = 1


class NamedService:
    """Finds a name in everything of one charity, and words it anew."""

    def __init__(self, store: Store, packs: PackShelf) -> None:
        self._store = store
        self._packs = packs

    def mentions(
        self, charity_id: str, name: str, without: Collection[str] = ()
    ) -> tuple[Mention, ...]:
        """Return the places where ``name`` is written; raises ``InvalidInputError`` if too short.

        ``without`` are ids of sheets that go anyway.

        Names of sheets are not among them: a sheet is erased, or gets another name, by itself.
        """
        found = _pattern(name)
        wholes, waiting = self._everything(charity_id)
        return (
            *(each for w in wholes for each in self._in_assessment(_less(w, without), found)),
            *(each for session in waiting for each in _in_session(session, found)),
        )

    def reworded(
        self, charity_id: str, name: str, keys: Collection[str], without: Collection[str] = ()
    ) -> Rewording:
        """Return what is to be written anew so that the name is gone from the places in ``keys``.

        ``without`` are ids of sheets and assessments that go anyway.
        """
        found, other = _pattern(name), neutral_word()
        texts = 0

        def change(text: str) -> str:
            nonlocal texts
            changed = found.sub(other, text)
            texts += changed != text
            return changed

        wholes, waiting = self._everything(charity_id)
        parts = [
            _reworded(whole, frozenset(keys), change, frozenset(without))
            for whole in wholes
            if whole.assessment.id not in without
        ]
        sessions = tuple(
            (session.id, _reworded_session(session, change))
            for session in waiting
            if f"session:{session.id}" in keys
        )
        return Rewording(
            plans=tuple(plan for part in parts for plan in part.plans),
            responses=tuple(said for part in parts for said in part.responses),
            settled=tuple(row for part in parts for row in part.settled),
            sessions=(*(row for part in parts for row in part.sessions), *sessions),
            titles=tuple(row for part in parts for row in part.titles),
            texts=texts,
        )

    def _everything(
        self, charity_id: str
    ) -> tuple[list[WholeAssessment], tuple[StoredSession, ...]]:
        parts = self._store.erasures.charity_parts(charity_id)
        wholes = [self._store.bundles.of_assessment(each) for each in parts["assessment"]]
        with_assessment = {whole.session.id for whole in wholes if whole.session}
        return wholes, tuple(
            self._store.sessions.get(each)
            for each in parts["session"]
            if each not in with_assessment
        )

    def _in_assessment(self, whole: WholeAssessment, found: "re.Pattern[str]") -> Iterator[Mention]:
        assessment_id, title = whole.assessment.id, whole.assessment.title
        if found.search(title):
            yield Mention(f"title:{assessment_id}", _("The title of an assessment"), title)
        for action in whole.plan.actions:
            if texts := [text for text in action.words if found.search(text)]:
                where = _("In an action in the plan of “{title}”").format(title=title)
                yield _mention(f"action:{action.id}", where, texts, found)
        for topic, value in _settled_words(whole):
            if found.search(value):
                where = _("In what was settled in “{title}”").format(title=title)
                yield Mention(f"settled:{assessment_id}:{topic}", where, _excerpt(value, found))
        if whole.session is not None:
            yield from _in_session(whole.session, found)
        yield from self._in_notes(whole, found)

    def _in_notes(self, whole: WholeAssessment, found: "re.Pattern[str]") -> Iterator[Mention]:
        said = [r for r in whole.responses if _names(r, found)]
        if not said:
            return
        title = whole.assessment.title
        company = company_of(
            self._packs.of(whole.assessment),
            whole.assessment,
            whole.parties,
            len(whole.participants),
        )
        if company.has_secrets:
            where = ngettext(
                "In {number} note of “{title}”. It was written in confidence, so it is not shown",
                "In {number} notes of “{title}”. They were written in confidence, so they are "
                "not shown",
                len(said),
            ).format(number=len(said), title=title)
            key = f"notes:{whole.assessment.id}"
            texts = sum(bool(found.search(text)) for r in said for text in (r.note, r.evidence))
            yield Mention(key, where, texts=texts)
            return
        for each in said:
            words = [text for text in (each.note, each.evidence) if found.search(text)]
            where = _("In a note of “{title}”").format(title=title)
            key = f"note:{each.participant_id}:{each.item_id}"
            yield _mention(key, where, words, found)


def neutral_word() -> str:
    """Return what is written in place of a name."""
    return _("(name erased)")


def _pattern(name: str) -> "re.Pattern[str]":
    words = name.split()
    if len("".join(words)) < _SHORTEST:
        raise InvalidInputError(_("Please write the whole name."))
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)


def _names(said: Response, found: "re.Pattern[str]") -> bool:
    return bool(found.search(said.note) or found.search(said.evidence))


def _settled_words(whole: WholeAssessment) -> Iterator[tuple[str, str]]:
    for topic, value in whole.settled.items():
        if topic not in _OURS and not topic.startswith("closed:"):
            yield topic, value


def _excerpt(text: str, found: "re.Pattern[str]") -> str:
    place = found.search(text)
    if place is None:
        return ""
    start, end = max(0, place.start() - _EXCERPT), min(len(text), place.end() + _EXCERPT)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}"


def _mention(key: str, where: str, texts: Sequence[str], found: "re.Pattern[str]") -> Mention:
    return Mention(key, where, "\n".join(_excerpt(text, found) for text in texts), len(texts))


def _less(whole: WholeAssessment, without: Collection[str]) -> WholeAssessment:
    kept = tuple(said for said in whole.responses if said.participant_id not in without)
    return replace(whole, responses=kept)


def _in_session(session: StoredSession, found: "re.Pattern[str]") -> Iterator[Mention]:
    meeting = meeting_from_json(session.state.record)
    if texts := [text for text in _words_in(meeting) if found.search(text)]:
        where = _("In the session “{title}”").format(title=session.state.title)
        yield _mention(f"session:{session.id}", where, texts, found)


def _words_in(meeting: Meeting) -> Iterator[str]:
    yield meeting.preparation.title
    yield from (turn.note for turn in meeting.turns)
    for action in meeting.actions:
        yield from (action.text, action.owner, action.first_step)


def _reworded(
    whole: WholeAssessment, keys: frozenset[str], change: _Change, without: frozenset[str]
) -> Rewording:
    assessment_id = whole.assessment.id
    actions = tuple(
        action.reworded(change) if f"action:{action.id}" in keys else action
        for action in whole.plan.actions
    )
    responses = tuple(
        replace(said, note=change(said.note), evidence=change(said.evidence))
        for said in whole.responses
        if said.participant_id not in without
        and {f"notes:{assessment_id}", f"note:{said.participant_id}:{said.item_id}"} & keys
    )
    session = whole.session
    is_titled = f"title:{assessment_id}" in keys
    return Rewording(
        plans=(Plan(assessment_id, actions),) if actions != whole.plan.actions else (),
        responses=tuple(said for said in responses if said not in whole.responses),
        settled=tuple(
            (assessment_id, topic, change(value))
            for topic, value in _settled_words(whole)
            if f"settled:{assessment_id}:{topic}" in keys
        ),
        sessions=(
            ((session.id, _reworded_session(session, change)),)
            if session is not None and f"session:{session.id}" in keys
            else ()
        ),
        titles=((assessment_id, change(whole.assessment.title)),) if is_titled else (),
    )


def _reworded_session(session: StoredSession, change: _Change) -> SessionState:
    meeting = meeting_from_json(session.state.record)
    reworded = replace(
        meeting,
        preparation=replace(meeting.preparation, title=change(meeting.preparation.title)),
        turns=tuple(replace(turn, note=change(turn.note)) for turn in meeting.turns),
        actions=tuple(
            replace(
                action,
                text=change(action.text),
                owner=change(action.owner),
                first_step=change(action.first_step),
            )
            for action in meeting.actions
        ),
    )
    return state_of(reworded, session.state.changed)
