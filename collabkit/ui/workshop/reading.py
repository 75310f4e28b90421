"""The sessions, read from what is saved."""

from datetime import date
from pathlib import Path

from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.room.meeting import Phase
from collabkit.services import Services
from collabkit.services.naming import LONGEST_TITLE, shortened
from collabkit.services.workshops import SessionCard
from collabkit.ui.put_away import PutAway
from collabkit.ui.workshop.state import Row, Stage, WorkshopState


def read_sessions(services: Services, most_held: int | None) -> WorkshopState:
    """Return every session; of those that were held the latest ``most_held``, or all."""
    rows = [_row(card) for card in services.workshops.cards()]
    held = [row for row in rows if row.stage is Stage.HELD]
    shown = held if most_held is None else held[:most_held]
    templates = [_row(card) for card in services.workshops.templates()]
    return WorkshopState(
        rows=(*(row for row in rows if row.stage is not Stage.HELD), *shown, *templates),
        hidden=len(held) - len(shown),
        put_away=tuple(map(_put_away, services.workshops.put_away_cards())),
    )


def usual_title(today: date) -> str:
    """Return what a session is called if nobody says otherwise: "Away-day, November 2026"."""
    month_and_year = day(today).split(" ", 1)[1]
    return _("Away-day, {month}").format(month=month_and_year)


def title_of_copy(title: str) -> str:
    """Return what a copy is called until somebody calls it otherwise."""
    words = _("Copy of {title}")
    return words.format(title=shortened(title, LONGEST_TITLE - len(words.format(title=""))))


def saved_as(path: Path, staying: str) -> str:
    """Return where a session was saved as a file; ``staying`` says what is not in it."""
    words = _("Saved as “{name}” in {folder}. Open it on the other laptop under Workshop.")
    return f"{words.format(name=path.name, folder=path.parent)} {staying}".strip()


def _row(card: SessionCard) -> Row:
    stage = _stage(card)
    return Row(
        session_id=card.id,
        title=card.title,
        about=_about(card, stage),
        stage=stage,
        is_practice=card.is_practice,
        is_sample=card.is_sample,
        assessment_id=card.assessment_id or "",
    )


def _stage(card: SessionCard) -> Stage:
    if card.is_template:
        return Stage.TEMPLATE
    if card.phase is Phase.END:
        return Stage.HELD
    return Stage.PREPARED if card.held_on is None else Stage.UNDER_WAY


def _about(card: SessionCard, stage: Stage) -> str:
    number = card.statements
    count = ngettext("{number} statement", "{number} statements", number).format(number=number)
    if stage is Stage.TEMPLATE:
        return f"{card.pack_title} · {count}"
    parts = [card.charity_name, card.pack_title, count]
    if stage is Stage.PREPARED or card.held_on is None:
        parts.append(_("last changed on {day}").format(day=day(card.changed_on)))
    elif stage is Stage.UNDER_WAY:
        voted = _("{voted} of {statements} voted on")
        parts[-1] = voted.format(voted=card.voted, statements=card.statements)
        parts.append(_("begun on {day}").format(day=day(card.held_on)))
    else:
        parts.append(_("held on {day}").format(day=day(card.held_on)))
        if card.actions:
            actions = ngettext("{number} action", "{number} actions", card.actions)
            parts.append(actions.format(number=card.actions))
    return " · ".join(parts)


def _put_away(card: SessionCard) -> PutAway:
    name = card.title if card.is_template else f"{card.charity_name} · {card.title}"
    about = _("Template") if card.is_template else card.pack_title
    return PutAway(card.id, name, about, card.is_sample)
