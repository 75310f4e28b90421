"""Read the sections of a pack with their statements and actions."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from collabkit.assessments.pack import (
    ActionIdea,
    ActionKind,
    AnswerForm,
    Effort,
    FormKind,
    Item,
    OutcomeKind,
    Respondent,
    Section,
    Suits,
    Wording,
)
from collabkit.assessments.packs.keys import Part, Reference, read_keys
from collabkit.assessments.packs.table import Table
from collabkit.assessments.packs.vocabulary import MARKS
from collabkit.i18n import _

MOST_SECTIONS = 100
MOST_ITEMS = 1_000
MOST_ACTIONS = 50  # for one statement
_NO_MARKS: Mapping[str, Any] = MappingProxyType({})


class Holding(StrEnum):
    """For whom an action is meant where holdings are compared (INV)."""

    MORE = "more"
    LESS = "less"


class SectionReader:
    """Reads sections in the light of a pack's forms and outcome; notes references on the way."""

    def __init__(self, forms: tuple[AnswerForm, ...], outcome: OutcomeKind | None) -> None:
        self._forms = {form.id: form for form in forms}
        self._outcome = outcome
        self.references: list[Reference] = []

    def read(self, top: Table) -> Iterator[Section]:
        """Yield the sections in the order of the file."""
        title = _("section {name}")
        for table in top.tables("section", named_by="code", title=title, most=MOST_SECTIONS):
            code = table.ident("code")
            section = Section(
                code=code,
                name=table.text("name"),
                question=table.text("question", required=False),
                covers=table.text("covers", required=False),
                items=tuple(self._items(table, code)),
            )
            table.refuse_unknown()
            yield section

    def _items(self, section: Table, code: str) -> Iterator[Item]:
        title = _("item {name}")
        for table in section.tables("item", named_by="id", title=title, most=MOST_ITEMS):
            form_id = table.text("form")
            if form_id:
                self.references.append(Reference(table, "form", Part.FORM, form_id))
            form = self._forms.get(form_id)
            ends = _ends(table, form)
            statement = table.text("statement", required=ends is None)
            item = Item(
                id=table.ident("id"),
                section=code,
                statement=statement or _between(ends),
                form=form_id,
                title=table.text("title", required=False),
                core=table.truth("core"),
                levels=_levels(table, form),
                ends=ends,
                why=table.text("why", required=False),
                evidence=table.text("evidence", required=False),
                ask=table.choices("ask", Respondent),
                partner_wording=table.text("partner_wording", required=False),
                not_applicable_when=table.text("not_applicable_when", required=False),
                sources=table.texts("sources"),
                terms=table.texts("terms"),
                actions=tuple(self._actions(table)),
                help=table.text("help", required=False),
                volunteer_run=_wording(table, form),
                marks=self._marks(table),
            )
            table.refuse_unknown()
            yield item

    def _marks(self, item: Table) -> Mapping[str, Any]:
        marks = item.table("marks", required=False)
        if marks is None or self._outcome is None:
            return _NO_MARKS
        return read_keys(marks, MARKS[self._outcome], self.references)

    def _actions(self, item: Table) -> Iterator[ActionIdea]:
        title = _("action {name}")
        tables = item.tables(
            "action", named_by="id", title=title, most=MOST_ACTIONS, required=False
        )
        for table in tables:
            action_id = table.ident("id")
            text = table.text("text")
            kind = table.choice("kind", ActionKind)
            effort = table.choice("effort", Effort)
            suits = table.choice("suits", Suits)
            when = table.choice("when", Holding) if self._asks_when(table) else None
            volunteer_run = table.text("volunteer_run", required=False)
            table.refuse_unknown()
            if kind and effort and suits:
                yield ActionIdea(action_id, text, kind, effort, suits, when or "", volunteer_run)

    def _asks_when(self, action: Table) -> bool:
        if self._outcome is None:  # a fault already; whether the key is due cannot be told
            return "when" in action
        return self._outcome is OutcomeKind.HOLDINGS


def _is_pair(form: AnswerForm | None) -> bool:
    return form is not None and form.kind is FormKind.FROM_TO


def _between(ends: tuple[str, str] | None) -> str:
    return _("From “{start}” to “{end}”").format(start=ends[0], end=ends[1]) if ends else ""


def _wording(item: Table, form: AnswerForm | None) -> Wording | None:
    table = item.table("volunteer_run", required=False)
    if table is None:
        return None
    wording = Wording(
        statement=table.text("statement", required=False),
        levels=_levels(table, form, required=False),
        ends=_ends(table, form) if "from" in table or "to" in table else None,
        why=table.text("why", required=False),
        evidence=table.text("evidence", required=False),
        help=table.text("help", required=False),
        title=table.text("title", required=False),
        not_applicable_when=table.text("not_applicable_when", required=False),
    )
    table.refuse_unknown()
    if wording == Wording():
        problem = _("{key} has no words.")
        item.fault(problem.format(key=item.called("volunteer_run")), "volunteer_run")
    return wording


def _levels(item: Table, form: AnswerForm | None, *, required: bool = True) -> tuple[str, ...]:
    is_described = form is not None and form.kind is FormKind.DESCRIBED
    levels = item.texts("levels", required=is_described and required)
    if form is None or not levels:
        return levels
    if not is_described:
        problem = _('{key} belongs to forms of the kind "described" only.')
        item.fault(problem.format(key=item.called("levels")), "levels")
    elif len(levels) != len(form.options):
        item.fault(
            _('{key} has {number} descriptions, the form "{form}" needs {needed}.').format(
                key=item.called("levels"),
                number=len(levels),
                form=form.id,
                needed=len(form.options),
            ),
            "levels",
        )
    return levels


def _ends(item: Table, form: AnswerForm | None) -> tuple[str, str] | None:
    is_pair = _is_pair(form)
    start, end = item.text("from", required=is_pair), item.text("to", required=is_pair)
    if form is not None and not is_pair and ("from" in item or "to" in item):
        item.fault(_('"from" and "to" belong to forms of the kind "from-to" only.'), "from")
    return (start, end) if is_pair else None
