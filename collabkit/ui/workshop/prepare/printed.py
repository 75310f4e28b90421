"""Whether the room pack on paper still says what was prepared."""

import hashlib
from collections.abc import Collection

from collabkit.room.meeting import convene
from collabkit.room.preparation import Preparation
from collabkit.room.record import meeting_to_json
from collabkit.settings import Settings

_KEY = "room_packs_printed"  # setting: by session, a mark of what was on the paper
_REMEMBERED = 20  # sessions


def remember_printed(settings: Settings, session_id: str, preparation: Preparation) -> None:
    """Remember that the paper says what ``preparation`` does; the oldest are forgotten."""
    others = {key: mark for key, mark in _marks(settings).items() if key != session_id}
    latest = dict(list(others.items())[-(_REMEMBERED - 1) :])
    settings.set(_KEY, {**latest, session_id: _mark(preparation)})


def forget_printed(settings: Settings, session_ids: Collection[str]) -> None:
    """Forget what was printed for sessions that are going for good."""
    marks = _marks(settings)
    if marks.keys() & set(session_ids):
        settings.set(_KEY, {key: marks[key] for key in marks if key not in session_ids})


def is_outdated(settings: Settings, session_id: str, preparation: Preparation) -> bool:
    """Tell whether something was changed since the room pack was printed here."""
    mark = _marks(settings).get(session_id)
    return mark is not None and mark != _mark(preparation)


def _marks(settings: Settings) -> dict[str, object]:
    kept = settings.get(_KEY, {})
    return kept if isinstance(kept, dict) else {}


def _mark(preparation: Preparation) -> str:
    return hashlib.sha256(meeting_to_json(convene(preparation)).encode()).hexdigest()[:16]
