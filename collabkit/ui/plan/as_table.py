"""A plan as a table, to be pasted into minutes or a spreadsheet. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.names import status_name
from collabkit.plans.plan import Plan, PlanAction
from collabkit.plans.progress import what_became_of
from collabkit.ui.plan.as_text import flat, parked_and_behind

_FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would work out instead of showing
_CELL = "border: 1px solid #808080; padding: 4px; vertical-align: top; text-align: left"


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The same table twice: for programs that know HTML, and with tabs for all others."""

    html: str
    text: str


def plan_as_table(plan: Plan, name: str, today: date) -> PlanTable:
    """Return the actions of ``plan``, those for now first; ``name`` says whose plan it is."""
    title = _("Plan: {name}").format(name=name)
    head = (_("What we do"), _("Who"), _("By when"), _("Status"), _("How it goes"))
    groups = [(_("Now"), plan.now)] if plan.now else []
    groups += parked_and_behind(plan)
    html = [f"<p>{escape(title)}<br>{escape(day(today))}</p>", _OPENING, _html_row(head, "th")]
    text = [_text_cell(title), day(today), "", "\t".join(head)]
    for heading, actions in groups:
        html.append(f'<tr><th colspan="{len(head)}" style="{_CELL}">{escape(heading)}</th></tr>')
        text.append(heading)
        for action in actions:
            cells = _cells(action)
            html.append(_html_row(cells, "td"))
            text.append("\t".join(map(_text_cell, cells)))
    html.append("</table>")
    return PlanTable("".join(html), "\n".join(text) + "\n")


_OPENING = '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse: collapse">'


def _cells(action: PlanAction) -> tuple[str, ...]:
    became = [
        _("{label}: {text}").format(label=label, text=flat(text))
        for label, text in what_became_of(action)
    ]
    return (
        flat(action.text),
        flat(action.owner),
        day(action.due) if action.due else "",
        status_name(action.status),
        "\n".join(became),
    )


def _html_row(cells: Sequence[str], tag: str) -> str:
    inside = (escape(cell).replace("\n", "<br>") for cell in cells)
    return (
        "<tr>"
        + "".join(f'<{tag} valign="top" style="{_CELL}">{cell}</{tag}>' for cell in inside)
        + "</tr>"
    )


def _text_cell(cell: str) -> str:
    """Return a cell in one line, which a spreadsheet takes for a text."""
    words = flat(cell.replace("\n", "; "))
    return f"'{words}" if words.startswith(_FORMULA) else words
