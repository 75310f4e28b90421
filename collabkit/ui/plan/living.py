"""How a plan goes, in words."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from collabkit.assessments.pack import Item, Pack
from collabkit.assessments.results import FindingKind
from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.plans.plan import Plan, PlanAction, Status
from collabkit.plans.progress import Standing, is_to_look_at, standing_of
from collabkit.services.results import Picture
from collabkit.ui.plan.state import Answerable, Life
from collabkit.ui.widgets.date_words import read_words

_TO_ANSWER = frozenset(FindingKind) - {FindingKind.STRENGTH}


def how_far(plan: Plan, today: date) -> str:
    """Return how far a plan is, in a sentence or three; nothing if it is just beginning."""
    standing = standing_of(plan, today)
    begun = standing.total - standing.not_started
    sentences = []
    if begun:
        sentences.append(_counted(standing))
    elif standing.total and (standing.overdue or standing.to_look_at):
        sentences.append(_("Nothing has been begun yet."))
    if standing.overdue:
        words = ngettext("One is overdue.", "{number} are overdue.", standing.overdue)
        sentences.append(words.format(number=capital(in_words(standing.overdue))))
    if standing.to_look_at:
        words = ngettext(
            "It is time to look at one again.",
            "It is time to look at {number} again.",
            standing.to_look_at,
        )
        sentences.append(words.format(number=in_words(standing.to_look_at)))
    return " ".join(sentences)


@lru_cache(2)
def put_off_to(today: date) -> date:
    """Return the day suggested for what is overdue: in a month."""
    return read_words("in a month", today)


@lru_cache(2)
def next_look(today: date) -> date:
    """Return the day suggested to look at an action again: in three months."""
    return read_words("in three months", today)


def life_of(action: PlanAction, today: date) -> Life:
    """Return what became of an action."""
    return Life(
        next_look=next_look(today),
        lines=tuple(_lines(action, today)),
        look_again=_("It is time to look at it again.") if is_to_look_at(action, today) else "",
        notes=tuple((day(note.day), note.text) for note in action.progress),
    )


def answers(action: PlanAction, pack: Pack) -> str:
    """Return which statements an action answers, if they are several."""
    items = {item.id: item for item in pack.items}
    names = [_("“{words}”").format(words=_name(items[i])) for i in action.answers if i in items]
    if len(names) < 2:
        return ""
    *others, last = names
    return _("Answers {others} and {last}.").format(others=", ".join(others), last=last)


def answerable(action: PlanAction, standing_out: Sequence[Item]) -> tuple[Answerable, ...]:
    """Return the statements that an action may answer beside the one that it came from."""
    return tuple(
        Answerable(item.id, item.statement, item.id in action.also)
        for item in standing_out
        if item.id != action.item_id
    )


def standing_out(picture: Picture, plan: Plan) -> tuple[Item, ...]:
    """Return the statements that an action can answer, in talking order.

    They are those that stand out in the results, strengths aside, and those that were chosen once
    and stand out no more.
    """
    items = {item.id: item for item in picture.pack.items}
    found = [f.item_id for f in picture.results.findings if f.kind in _TO_ANSWER]
    found += [item_id for action in plan.actions for item_id in action.also]
    return tuple(items[item_id] for item_id in dict.fromkeys(found) if item_id in items)


def _counted(standing: Standing) -> str:
    if standing.done == standing.total:
        return _("Everything is done.")
    counts = (
        (standing.done, _("done")),
        (standing.under_way, _("under way")),
        (standing.not_started, _("not started")),
        (standing.dropped, _("dropped")),
    )
    there = [(number, state) for number, state in counts if number]
    if standing.total == 1:
        return _("Your one action is {state}.").format(state=there[0][1])
    listed = [
        _("{number} {state}").format(number=in_words(number), state=state)
        for number, state in there
    ]
    return _("Of {total} actions: {listed}.").format(
        total=in_words(standing.total), listed=", ".join(listed)
    )


def _lines(action: PlanAction, today: date) -> Iterator[str]:
    if action.progress:
        note = action.progress[-1]
        yield _("{day}: {text}").format(day=day(note.day), text=note.text)
    if action.review is not None and action.is_open and not is_to_look_at(action, today):
        yield _("Look at it again on {day}.").format(day=day(action.review))
    if action.status is Status.DROPPED and action.dropped_because.strip():
        yield _("Why it was dropped: {text}").format(text=action.dropped_because)
    if action.learned.strip() and not action.is_open:
        yield _("What we learned: {text}").format(text=action.learned)


def _name(item: Item) -> str:
    return item.title or item.statement
