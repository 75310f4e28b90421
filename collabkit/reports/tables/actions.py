"""The plan as a table, an action a row."""

from collections.abc import Callable, Iterator

from collabkit.assessments.names import kind_name
from collabkit.assessments.pack import Pack
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.names import status_name
from collabkit.plans.plan import Plan, PlanAction, Slot
from collabkit.reports.tables.workbook import MEDIUM, NARROW, Cell, Column, Kind, Sheet

_DAY = 22  # wide enough for “30 September 2026” in any font

_Told = tuple[Column, Callable[[PlanAction], Cell]]


def plan_sheet(pack: Pack, plan: Plan) -> Sheet:
    """Return the actions, those to be done now first.

    What was said of none of them has no column, so that the rest has room on paper.
    """
    actions = (*plan.now, *plan.parked)
    said = [told for told in _sometimes(pack) if any(told[1](action) for action in actions)]
    columns = (*_always(), *said)
    return Sheet(
        name=_("Plan"),
        caption=_("What will be done: at most three actions now, the others parked."),
        columns=(Column(_("No."), Kind.NUMBER, 6), *(column for column, _get in columns)),
        rows=tuple(
            (number, *(get(action) for _column, get in columns))
            for number, action in enumerate(actions, start=1)
        ),
        keys=(0, 1),
    )


def _always() -> Iterator[_Told]:
    yield Column(_("Action"), width=MEDIUM + 12), lambda action: action.text
    yield (
        Column(_("When"), width=NARROW - 4, meaning=_("Now, or parked for later.")),
        lambda action: _("Now") if action.slot is Slot.NOW else _("Parked"),
    )
    yield (
        Column(
            _("Kind"),
            width=NARROW,
            meaning=_("A quick win, something longer term, or something to ask of others."),
        ),
        lambda action: kind_name(action.kind),
    )
    yield Column(_("Status"), width=NARROW), lambda action: status_name(action.status)
    yield Column(_("Who"), width=NARROW + 6), lambda action: action.owner
    yield Column(_("By when"), Kind.DATE, _DAY), lambda action: action.due
    yield Column(_("First step")), lambda action: action.first_step
    yield Column(_("How we will know")), lambda action: action.how_we_will_know


def _sometimes(pack: Pack) -> Iterator[_Told]:
    words = {item.id: item.statement for item in pack.items}
    yield (
        Column(
            _("Look at it again on"),
            Kind.DATE,
            _DAY,
            _("The day on which people look at the action together."),
        ),
        lambda action: action.review,
    )
    yield Column(_("Why")), lambda action: action.why
    yield (
        Column(_("From the statements"), width=MEDIUM + 12),
        lambda action: "\n".join(
            f"{item_id} {words.get(item_id, '')}".strip() for item_id in action.answers
        ),
    )
    yield (
        Column(_("How it is going"), width=MEDIUM + 12, meaning=_("What was noted on the way.")),
        lambda action: "\n".join(
            _("{day}: {text}").format(day=day(note.day), text=note.text) for note in action.progress
        ),
    )
    yield Column(_("Why it was dropped")), lambda action: action.dropped_because
    yield Column(_("What we learned")), lambda action: action.learned
    yield (
        Column(
            _("Suggestion"),
            width=NARROW,
            meaning=_("The id of the suggestion that the action came from; empty for one's own."),
        ),
        lambda action: action.idea_id or "",
    )
    yield (
        Column(
            _("From an earlier plan"),
            Kind.TRUTH,
            NARROW,
            _("Whether the action was carried over from an earlier plan."),
        ),
        lambda action: action.carried_from is not None,
    )
