"""What is held about one person, as plain data for other programs."""

from datetime import date
from typing import Any

from collabkit.services.person_held import Held, answer_words


def data_about(held: Held, today: date) -> dict[str, Any]:
    """Return the same as the document holds, and the codes behind the words."""
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
        "other_sheets_in": list(held.elsewhere),
        "not_asked": list(held.left_out),
        "responses": [
            {
                "statement": said.item_id,
                "words": held.pack.item(said.item_id).statement,
                "answer": said.answer,
                "answer_words": answer_words(held.pack.item(said.item_id), held.pack, said.answer),
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
                "why": action.why,
                "first_step": action.first_step,
                "how_we_will_know": action.how_we_will_know,
                "progress": [
                    {"day": note.day.isoformat(), "text": note.text} for note in action.progress
                ],
                "dropped_because": action.dropped_because,
                "learned": action.learned,
                "due": action.due.isoformat() if action.due else None,
                "status": action.status,
            }
            for action in held.actions
        ],
    }
