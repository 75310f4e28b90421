"""``collabkit demo --workshop``: a sample away-day, held in the real windows by pretend people."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.assessments.pack import AnswerForm, Item, Pack
from collabkit.assessments.results import Spread
from collabkit.assessments.spread import spread_of
from collabkit.assessments.tally import tally_answers
from collabkit.cli import EXIT_OK
from collabkit.cli.output import write
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.room.choices import choices_of
from collabkit.room.preparation import Preparation
from collabkit.room.pretend import PretendRoom

if TYPE_CHECKING:
    from collabkit.pictures.script import Script, Turn, Vote, WordedAction
    from collabkit.services import Services

_SEED = 3  # a room that is far apart on several statements, and votes again on the first two
_STATEMENTS, _PEOPLE, _SHEETS = 12, 10, 7
# Fingers of each person, in no one's order.
_CONTENT = (5, 4, 4, 3, 5, 3, 4, 5, 4, 3)
_DOUBTFUL = (5, 4, 2, 3, 5, 3, 4, 2, 4, 3)


def hold(paper: str, folder: DataFolder, target: Path) -> int:
    """Hold the session, and print every file that is left in ``target``."""
    from collabkit.pictures.away_day import lead
    from collabkit.services import open_services
    from collabkit.services.exports import Paper

    today = date.today()
    services = open_services(folder)
    try:
        script = _prepared(services, today, target)
        pack_folder = target / "room-pack"
        pack_folder.mkdir(exist_ok=True)
        papers = services.room_packs.export(script.session_id, pack_folder, Paper(paper))
    finally:
        services.close()
    for each in papers:
        write(_("For the room: {path}").format(path=each.path))
    for picture in lead(folder, target, script):
        write(str(picture))
    write(_("The report of the session: {path}").format(path=script.papers["report"]))
    write(_("One page for the minutes: {path}").format(path=script.papers["minutes"]))
    return EXIT_OK


def _prepared(services: "Services", today: date, target: Path) -> "Script":
    """Prepare the sample session, and write down what everybody is going to do."""
    from collabkit.pictures.script import Script
    from collabkit.room.suggesting import suggested_statements
    from collabkit.services.packs import builtin_pack
    from collabkit.services.sample import ensure_sample

    ensure_sample(services, today)
    charity = next(each for each in services.charities.all() if each.is_sample)
    pack = builtin_pack("five-themes")
    statements = suggested_statements(pack, _STATEMENTS)
    preparation = Preparation(_("Sample away-day in the room"), statements, people=_PEOPLE)
    session = services.workshops.prepare(charity.id, pack, preparation, today)
    items = [session.pack.item(item_id) for item_id in statements]
    answers = {item.id: _answers(session.pack, item, 1) for item in items}
    far_apart = [i for i in items if _is_far_apart(session.pack.form_of(i), answers[i.id])]
    first, second, *_others = far_apart
    twice = [first, second]
    at_once, *at_the_end = _actions(first, second, today)
    turns = tuple(
        _turn(session.pack, item, answers[item.id], twice, at_once, is_last=item is items[-1])
        for item in items
    )
    return Script(
        session_id=session.id,
        sheets=tuple(
            tuple(_mark(session.pack, item, answers[item.id][person]) for item in items)
            for person in range(_SHEETS)
        ),
        turns=turns,
        chosen=(*(item.id for item in twice), items[-1].id),
        actions=dict(zip((*(item.id for item in twice), ""), at_the_end, strict=True)),
        papers={kind: target / f"{kind}.pdf" for kind in ("report", "minutes")},
    )


def _turn(
    pack: Pack,
    item: Item,
    answers: tuple[str, ...],
    twice: list[Item],
    action: "WordedAction",
    *,
    is_last: bool,
) -> "Turn":
    """Return what happens on one statement; on those of ``twice`` the room votes again."""
    from collabkit.pictures.script import Turn

    vote = _by_hands(answers)
    if item not in twice:
        return Turn(vote, is_parked=is_last)
    second = _answers(pack, item, 2)
    slips = tuple(_mark(pack, item, code) for code in second[:_SHEETS])
    return Turn(
        vote,
        again=replace(_by_hands(second), slips=slips),
        note=_("Some thought of the council, others of small groups."),
        action=action if item is twice[0] else None,
    )


def _answers(pack: Pack, item: Item, round_number: int) -> tuple[str, ...]:
    return PretendRoom(_SEED).answers(item, pack.form_of(item), _PEOPLE, round_number)


def _is_far_apart(form: AnswerForm, answers: tuple[str, ...]) -> bool:
    spread = spread_of(tally_answers("", form, answers), form, Preparation("", ()).minimum)
    return spread in (Spread.SPLIT, Spread.SPREAD)


def _by_hands(answers: tuple[str, ...]) -> "Vote":
    from collabkit.pictures.script import Vote

    return Vote(hands=Counter(answers[_SHEETS:]))


def _mark(pack: Pack, item: Item, code: str) -> str:
    return next(c.mark for c in choices_of(item, pack.form_of(item)) if c.code == code)


def _actions(first: Item, second: Item, today: date) -> "tuple[WordedAction, ...]":
    """Return four actions: two on the first statement, one on the second, one on none.

    The first is worded at its statement, the others at the end; the last is parked.
    """
    from collabkit.pictures.script import Better, WordedAction

    def in_days(number: int) -> str:
        return day(today + timedelta(days=number))

    return (
        WordedAction(
            first.actions[0].text,
            _("The chair"),
            in_days(28),
            _("Telephone the food bank this week"),
            _DOUBTFUL,
            True,
            Better(_("Ask three partners this winter how it is to work with us."), _CONTENT),
        ),
        WordedAction(
            first.actions[1].text,
            _("The coordinator"),
            in_days(42),
            _("Agree on who asks whom"),
            _CONTENT,
            True,
        ),
        WordedAction(
            second.actions[0].text,
            _("The treasurer"),
            in_days(70),
            _("Put it on the agenda of the next meeting"),
            _CONTENT,
            True,
        ),
        WordedAction(
            _("Invite a small group to our next away-day."),
            _("The secretary"),
            in_days(180),
            _("Ask which day suits them"),
            _CONTENT,
            False,
        ),
    )
