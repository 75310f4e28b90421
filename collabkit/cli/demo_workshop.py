"""``collabkit demo --workshop``: a sample away-day, held in the real windows by pretend people."""

from collections import Counter
from collections.abc import Iterator, Mapping
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
    from collabkit.pictures.away_day import Script, Turn, Vote, WordedAction
    from collabkit.services import Services

_SEED = 3  # a room that is of two minds now and then
_STATEMENTS, _PEOPLE, _SHEETS = 12, 10, 7
_AGAIN = 2  # statements on which the room votes twice


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
    from collabkit.pictures.away_day import Script
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
    worded = _worded(today)
    turns = tuple(_turns(session.pack, items, answers, worded[0]))
    twice = [item.id for item, turn in zip(items, turns, strict=True) if turn.again]
    return Script(
        session_id=session.id,
        sheets=tuple(
            tuple(_mark(session.pack, item, answers[item.id][person]) for item in items)
            for person in range(_SHEETS)
        ),
        turns=turns,
        chosen=(*twice, items[0].id),
        actions=dict(zip((*twice, ""), worded[1:], strict=True)),
        papers={kind: target / f"{kind}.pdf" for kind in ("report", "minutes")},
    )


def _turns(
    pack: Pack,
    items: list[Item],
    answers: Mapping[str, tuple[str, ...]],
    action: "WordedAction",
) -> "Iterator[Turn]":
    """Yield what happens on each statement: where the room is far apart, it votes again."""
    from collabkit.pictures.away_day import Turn

    again = 0
    for number, item in enumerate(items):
        turn = Turn(_by_hands(answers[item.id]), is_parked=number == _STATEMENTS - 1)
        if again < _AGAIN and _is_far_apart(pack.form_of(item), answers[item.id]):
            again += 1
            second = _answers(pack, item, 2)
            turn = replace(
                turn,
                again=replace(
                    _by_hands(second),
                    slips=tuple(_mark(pack, item, code) for code in second[:_SHEETS]),
                ),
                note=_("Some thought of the council, others of small groups."),
                action=action if again == 1 else None,
            )
        yield turn


def _answers(pack: Pack, item: Item, round_number: int) -> tuple[str, ...]:
    return PretendRoom(_SEED).answers(item, pack.form_of(item), _PEOPLE, round_number)


def _is_far_apart(form: AnswerForm, answers: tuple[str, ...]) -> bool:
    spread = spread_of(tally_answers("", form, answers), form, Preparation("", ()).minimum)
    return spread in (Spread.SPLIT, Spread.SPREAD)


def _by_hands(answers: tuple[str, ...]) -> "Vote":
    from collabkit.pictures.away_day import Vote

    return Vote(hands=Counter(answers[_SHEETS:]))


def _mark(pack: Pack, item: Item, code: str) -> str:
    return next(c.mark for c in choices_of(item, pack.form_of(item)) if c.code == code)


def _worded(today: date) -> "tuple[WordedAction, ...]":
    """Return four actions: the first is worded at its statement, the others at the end."""
    from collabkit.pictures.away_day import WordedAction

    def in_days(number: int) -> str:
        return day(today + timedelta(days=number))

    def fists(number: int) -> tuple[int, ...]:
        counts = PretendRoom(_SEED + number).fists(_PEOPLE)
        return tuple(fingers for fingers, count in enumerate(counts) for _one in range(count))

    return (
        WordedAction(
            _("Ask three partners how our meetings work for them."),
            _("The chair"),
            in_days(28),
            _("Telephone the food bank this week"),
            fists(1),
            True,
        ),
        WordedAction(
            _("Write down who decides what in each partnership."),
            _("The treasurer"),
            in_days(70),
            _("Bring a list of our partnerships to the next meeting"),
            fists(2),
            True,
        ),
        WordedAction(
            _("Tell partners early when we cannot keep a promise."),
            _("The coordinator"),
            in_days(42),
            _("Agree on who telephones whom"),
            fists(3),
            True,
        ),
        WordedAction(
            _("Invite a small group to our next away-day."),
            _("The secretary"),
            in_days(180),
            _("Ask which day suits them"),
            fists(4),
            False,
        ),
    )
