"""Everything that is held about one person, in a file for that person.

In a group the person comes and asks for it. Nobody else may read what was said, so the text goes
straight into the file and is never shown here; only its author and whoever holds the file see it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Participant, Response
from collabkit.assessments.names import confidence_name, role_name
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Paragraph,
    Part,
    Tone,
)
from collabkit.assessments.pack import Item, Pack
from collabkit.dates import day, month
from collabkit.errors import InvalidInputError
from collabkit.files import write_safely
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.plans.plan import PlanAction
from collabkit.services.closing import finished_in, shown_in
from collabkit.services.export_formats import Format, checks_of, format_of
from collabkit.services.file_names import file_name
from collabkit.services.naming import is_same_name
from collabkit.services.own_files import check_is_not_ours
from collabkit.services.packs import PackShelf
from collabkit.services.parts_files import parts_bytes
from collabkit.services.personal import PersonalService
from collabkit.services.retention import RetentionService
from collabkit.storage import Store

if TYPE_CHECKING:
    from collabkit.reports.parts_document import PartsDocument

KINDS = (Format.HTML, Format.DOCX, Format.PDF, Format.JSON)
_PRIVATE = 0o600  # nobody else who uses this computer reads it


@dataclass(frozen=True, slots=True)
class _Held:
    charity: str
    title: str
    started: date
    until: date | None
    pack: Pack
    person: Participant
    party: str
    is_closed: bool
    arrival: Arrival | None
    responses: tuple[Response, ...]
    left_out: tuple[str, ...]
    personal: dict[str, str]
    actions: tuple[PlanAction, ...]


class PersonFileService:
    """Writes what is held about one person. Nothing that was said is returned to anybody."""

    def __init__(self, store: Store, packs: PackShelf, folder: DataFolder) -> None:
        self._store = store
        self._packs = packs
        self._folder = folder

    def suggested_name(self, assessment_id: str, participant_id: str, kind: Format) -> str:
        """Return a name for the file; raises ``KeyError`` for an unknown id."""
        held = self._held(assessment_id, participant_id)
        return file_name(held.person.pseudonym, held.title, _("own answers"), ending=f".{kind}")

    def write(self, assessment_id: str, participant_id: str, path: Path, today: date) -> None:
        """Write everything about one person to ``path``, whose name tells the kind of file.

        Raises ``KeyError`` for an unknown id, ``InvalidInputError`` for another kind than those in
        ``KINDS`` and for a place of the program's own, ``DataRefusedError`` if the private words
        are damaged, and ``EnvironmentProblemError`` if the file cannot be written.
        """
        kind = _kind_of(path)
        check_is_not_ours(path, self._folder)
        self._store.flush()
        held = self._held(assessment_id, participant_id)
        if kind is Format.JSON:
            data = json.dumps(_as_json(held, today), ensure_ascii=False, indent=2).encode(
                "utf-8", "replace"
            )
        else:
            data = parts_bytes(_document(held, today), kind)
        check = checks_of(kind) if kind is not Format.JSON else _check_json
        write_safely(path, data, lambda written: _look(check, written), _PRIVATE)

    def _held(self, assessment_id: str, participant_id: str) -> _Held:
        store = self._store
        assessment = store.assessments.get(assessment_id)
        people = {p.id: p for p in store.participants.of_assessment(assessment_id)}
        person = people[participant_id]
        settled = store.settled.of_assessment(assessment_id)
        names = {party.id: party.name for party in store.parties.of_assessment(assessment_id)}
        personal = PersonalService(store, self._packs, self._folder)
        arrivals = store.arrivals.of_assessment(assessment_id)
        return _Held(
            charity=store.charities.get(assessment.charity_id).name,
            title=assessment.title,
            started=assessment.started,
            until=RetentionService(store).until(assessment_id),
            pack=self._packs.of(assessment),
            person=person,
            party=names.get(person.party_id or "", ""),
            is_closed=person.id in finished_in(settled) | shown_in(settled),
            arrival=next((each for each in arrivals if each.participant_id == person.id), None),
            responses=tuple(
                r
                for r in store.responses.of_assessment(assessment_id)
                if r.participant_id == person.id
            ),
            left_out=tuple(sorted(store.participants.left_out(assessment_id)[person.id])),
            personal=personal.read(assessment_id, person.id),
            actions=tuple(
                action
                for action in store.plans.load(assessment_id).actions
                if is_same_name(action.owner, person.pseudonym)
            ),
        )


def _kind_of(path: Path) -> Format:
    try:
        kind = format_of(path)
    except InvalidInputError:
        kind = None
    if kind not in KINDS:
        raise InvalidInputError(
            _("Please let the name of the file end in one of these: {kinds}.").format(
                kinds=", ".join(f".{each}" for each in KINDS)
            )
        )
    return kind


def _check_json(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))


def _look(check: Any, written: Path) -> None:
    check(written)


def _document(held: _Held, today: date) -> "PartsDocument":
    from collabkit.reports.contents.parts import Fact
    from collabkit.reports.parts_document import PartsDocument

    facts = [
        Fact(_("Charity"), held.charity),
        Fact(_("Occasion"), held.title),
        Fact(_("Questionnaire"), held.pack.title),
        Fact(_("Name on the sheet"), held.person.pseudonym),
        Fact(_("Role"), role_name(held.person.role)),
    ]
    if held.party:
        facts.append(Fact(_("Answers for"), held.party))
    facts += [
        Fact(_("Begun on"), day(held.started)),
        Fact(_("Finished"), _("Yes") if held.is_closed else _("Not yet")),
        Fact(_("How it came in"), _arrival_words(held.arrival)),
        Fact(_("Kept until"), month(held.until) if held.until else _("Not decided")),
    ]
    return PartsDocument(
        title=_("What is held about you"),
        subject=held.charity,
        day=day(today),
        made_on=today,
        lead=_(
            "Everything that collabkit keeps of this sheet on the computer where this was made. "
            "What others wrote about you, such as in a note or in a session, is not in it; ask the "
            "charity for that as well. It is meant for the person who filled in the sheet, and for "
            "nobody else."
        ),
        facts=tuple(facts),
        parts=tuple(_parts(held)),
    )


def _parts(held: _Held) -> Iterator[Part]:
    said = {response.item_id: response for response in held.responses}
    for section in held.pack.sections:
        entries = tuple(
            _entry(item, held.pack, said[item.id])
            for item in held.pack.items
            if item.section == section.code and item.id in said
        )
        if entries:
            yield Part(f"section-{section.code}", section.name, (Entries(entries),))
    if not said:
        nothing = Paragraph(_("No answers are kept on this sheet."))
        yield Part("nothing", _("Answers"), (nothing,))
    if held.personal:
        statements = {item.id: item.statement for item in held.pack.items}
        yield Part(
            "personal",
            _("For your own eyes"),
            (
                Entries(
                    tuple(Entry(statements.get(i, i), text) for i, text in held.personal.items())
                ),
            ),
        )
    if held.actions:
        yield Part("actions", _("Actions under your name"), (_actions(held.actions),))
    if held.left_out:
        blocks: tuple[Block, ...] = (Bullets(held.left_out),)
        yield Part("left-out", _("Not asked on your sheet"), blocks)
    yield Part("rights", _("What you can ask for"), (Paragraph(_rights(), Tone.QUIET),))


def _rights() -> str:
    return _(
        "You can ask the charity to erase this. If something is wrong, tell the charity: an open "
        "sheet can still be changed. A closed one cannot; it can be erased, so that you fill in a "
        "new one, or the charity keeps your correction with its papers. A result in which your "
        "answers were counted together with those of others holds no name and no single answer."
    )


def _actions(actions: tuple[PlanAction, ...]) -> Entries:
    return Entries(
        tuple(
            Entry(
                action.text,
                action.first_step,
                _("Due on {day}").format(day=day(action.due)) if action.due else "",
            )
            for action in actions
        )
    )


def _entry(item: Item, pack: Pack, said: Response) -> Entry:
    lines = []
    if said.note.strip():
        lines.append(_("Note: {text}").format(text=said.note))
    if said.evidence.strip():
        lines.append(_("What would show it: {text}").format(text=said.evidence))
    remarks = []
    if said.confidence is not None:
        remarks.append(_("How sure: {words}").format(words=confidence_name(said.confidence)))
    if said.flagged:
        remarks.append(_("Marked to come back to"))
    return Entry(
        title=item.statement or item.title,
        text="\n".join(lines),
        note=" · ".join(remarks),
        mark=_answer(item, pack, said.answer),
    )


def _answer(item: Item, pack: Pack, answer: str | None) -> str:
    if answer is None:
        return _("No answer")
    option = pack.form_of(item).option(answer)
    if option is None:
        return answer
    if option.value is not None and option.name != option.code:
        return f"{option.code} · {option.name}"
    return option.name


def _arrival_words(arrival: Arrival | None) -> str:
    if arrival is None:
        return _("Filled in on this computer")
    words = {
        Route.ANSWER_FILE: _("As a file, on {day}"),
        Route.FORM: _("As a form, on {day}"),
        Route.TABLE: _("In a table, on {day}"),
        Route.PAPER: _("On paper, keyed in on {day}"),
    }[arrival.route]
    return words.format(day=day(arrival.arrived))


def _as_json(held: _Held, today: date) -> dict[str, Any]:
    arrival = held.arrival
    return {
        "collabkit": "person",
        "version": 1,
        "made_on": today.isoformat(),
        "charity": held.charity,
        "assessment": held.title,
        "questionnaire": {"id": held.pack.id, "version": held.pack.version},
        "begun_on": held.started.isoformat(),
        "kept_until": f"{held.until:%Y-%m}" if held.until else None,
        "name": held.person.pseudonym,
        "role": held.person.role,
        "party": held.party,
        "is_finished": held.is_closed,
        "arrival": arrival
        and {"route": arrival.route, "day": arrival.arrived.isoformat(), "sheet": arrival.sheet},
        "not_asked": list(held.left_out),
        "responses": [
            {
                "statement": said.item_id,
                "words": held.pack.item(said.item_id).statement,
                "answer": said.answer,
                "answer_words": _answer(held.pack.item(said.item_id), held.pack, said.answer),
                "note": said.note,
                "evidence": said.evidence,
                "confidence": said.confidence,
                "flagged": said.flagged,
            }
            for said in held.responses
        ],
        "personal": held.personal,
        "actions": [
            {
                "text": action.text,
                "first_step": action.first_step,
                "due": action.due.isoformat() if action.due else None,
                "status": action.status,
            }
            for action in held.actions
        ],
    }
