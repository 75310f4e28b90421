"""One assessment with its plan as one JSON file.

``resources/schemas/export.schema.json`` describes every key. A change that a program of others
could notice needs a new version, there and here.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.outcomes.topics import VOLUNTEER_RUN
from collabkit.assessments.pack import AnswerForm, Item, Pack
from collabkit.assessments.results import Results
from collabkit.assessments.results_json import with_outcome
from collabkit.plans.plan import PlanAction
from collabkit.reports.contents.described import Described
from collabkit.reports.contents.room import InTheRoom
from collabkit.reports.contents.written import own_responses, remarks_in

KIND = "results"  # under "collabkit": tells it from any other file
VERSION = 1
_USUAL_WORDING = "usual"
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def export_json(described: Described, outcome: Mapping[str, Any], *, volunteer_run: bool) -> bytes:
    """Return one assessment, of one person or of a group, as the bytes of a JSON file.

    Everything is as in ``plan_document``, and hidden (``null``) where it is hidden there.
    ``outcome`` is what the pack's kind of outcome makes of the answers, as plain data, and
    ``volunteer_run`` tells in which words the pack is. Whoever took part is in it nowhere.
    """
    pack, results, assessment = described.pack, described.results, described.assessment
    own = own_responses(described)
    found = {
        "collabkit": KIND,
        "version": VERSION,
        "made_on": described.today.isoformat(),
        "charity": {"name": described.charity.name, "sample": described.charity.is_sample},
        "assessment": _assessment(assessment, results, described.who_is_left),
        "pack": _pack(pack, assessment, volunteer_run=volunteer_run),
        "results": with_outcome(results, pack, outcome),
        "room": _room(described.room, pack),
        "own_answers": None if own is None else list(_own_answers(pack, results, own)),
        "remarks": [
            {"item": remark.item_id, "source": remark.source.value, "text": remark.text}
            for remark in remarks_in(described)
        ],
        "plan": [_action(action) for action in described.plan.actions],
    }
    return as_bytes(found)


def as_bytes(found: Mapping[str, Any]) -> bytes:
    """Return plain data as JSON that people can read too: always the same, texts as they are."""
    text = json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1)
    return _HALF_A_CHARACTER.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode() + b"\n"


def _assessment(assessment: Assessment, results: Results, who_is_left: str) -> dict[str, Any]:
    return {
        "title": assessment.title,
        "started": assessment.started.isoformat(),
        "finished": _day(assessment.finished),
        "statements": assessment.selection.value,
        "asked": [item.item_id for item in results.items if item.asked],
        "who_is_left": who_is_left or None,
    }


def _pack(pack: Pack, assessment: Assessment, *, volunteer_run: bool) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.version,
        "digest": assessment.pack_digest,
        "title": pack.title,
        "outcome": pack.outcome.kind.value,
        "wording": VOLUNTEER_RUN if volunteer_run else _USUAL_WORDING,
        "forms": [_form(form) for form in pack.forms],
        "themes": [
            {
                "code": section.code,
                "name": section.name,
                "items": [_item(item) for item in section.items if not item.marks.get("private")],
            }
            for section in pack.sections
        ],
    }


def _form(form: AnswerForm) -> dict[str, Any]:
    return {
        "id": form.id,
        "kind": form.kind.value,
        "options": [
            {"code": option.code, "name": option.name, "value": _number(option.value)}
            for option in form.options
        ],
        "ways_out": [{"code": option.code, "name": option.name} for option in form.ways_out],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "statement": item.statement,
        "form": item.form,
        "levels": list(item.levels),
        "ends": list(item.ends) if item.ends else None,
    }


def _room(room: InTheRoom | None, pack: Pack) -> dict[str, Any] | None:
    if room is None:
        return None
    return {
        "people": room.people,
        "practice": room.is_practice,
        "voted": [item.id for item in pack.items if item.id in room.voted],
        "public": [item.id for item in pack.items if item.id in room.public],
    }


def _own_answers(
    pack: Pack, results: Results, own: Mapping[str, Response]
) -> Iterator[dict[str, Any]]:
    """Yield what one person answered; what is written freely is no answer to count."""
    for item in pack.items:
        response = own.get(item.id)
        if response and response.answer and results.item(item.id).asked:
            yield {"item": item.id, "answer": response.answer}


def _action(action: PlanAction) -> dict[str, Any]:
    return {
        "id": action.id,
        "text": action.text,
        "kind": action.kind.value,
        "slot": action.slot.value,
        "status": action.status.value,
        "owner": action.owner,
        "first_step": action.first_step,
        "due": _day(action.due),
        "review": _day(action.review),
        "how_we_will_know": action.how_we_will_know,
        "why": action.why,
        "idea": action.idea_id,
        "item": action.item_id,
        "also": list(action.also),
        "progress": [{"day": note.day.isoformat(), "text": note.text} for note in action.progress],
        "dropped_because": action.dropped_because,
        "learned": action.learned,
        "carried_from": action.carried_from,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(number: Fraction | None) -> str | None:
    """Return a number exactly: whole, or as a fraction such as "1/2"."""
    return None if number is None else str(number)
