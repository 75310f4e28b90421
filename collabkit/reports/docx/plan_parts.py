"""The parts of a plan: cover, shape, findings, actions, themes, method."""

from collections.abc import Sequence

from collabkit.assessments.levels import Level
from collabkit.assessments.outcomes.blocks import Outline
from collabkit.i18n import _
from collabkit.reports.contents.parts import (
    ActionEntry,
    Cover,
    Fact,
    FindingsPart,
    MethodPart,
    PlanPart,
    ShapePart,
    StatementEntry,
    ThemePart,
)
from collabkit.reports.docx.counts import add_counts
from collabkit.reports.docx.draft import Draft
from collabkit.reports.docx.looks import MM, Look
from collabkit.reports.docx.shape_picture import shapes_picture
from collabkit.reports.docx.tables import Cell, add_facts, add_table, add_text_table
from collabkit.reports.docx.words import Run, strong

# Of the columns of the table of actions: what has been chosen, and frames to write in.
_CHOSEN, _FRAMES = (54, 18, 15, 13), (38, 16, 14.5, 21, 13, 20)
_TO_WRITE_IN = 22 * MM  # twips: the height of an action that is still to be written


def add_cover(draft: Draft, cover: Cover) -> None:
    """Add the title, whose plan it is, and what it rests on."""
    if cover.sample:
        draft.say(cover.sample, Look.LABEL)
    draft.say(cover.title, Look.TITLE)
    draft.say(cover.charity, Look.SUBTITLE)
    add_facts(draft, [(fact.label, fact.value) for fact in cover.facts])


def add_contents(draft: Draft, title: str, contents: Sequence[tuple[str, str]]) -> None:
    """Add links to the parts, each with its title and key."""
    draft.say(title, Look.CONTENTS_HEAD)
    for text, key in contents:
        draft.link(text, key)


def add_shape(draft: Draft, part: ShapePart, key: str) -> None:
    """Add the shape as a picture and as a table."""
    draft.heading(part.title, key=key, new_page=True)
    draft.lead(part.lead)
    if part.is_drawn:
        names = [theme.name for theme in part.themes]
        outline = Outline("", tuple(theme.score for theme in part.themes))
        draft.picture(*shapes_picture(names, [outline]), part.in_words)
    if part.caption:
        draft.say(part.caption, Look.CAPTION)
    rows = [(theme.name, theme.shown, theme.band, theme.answered) for theme in part.themes]
    add_text_table(draft, (36, 22, 24, 18), rows, part.head, name=part.title)


def add_findings(draft: Draft, part: FindingsPart, key: str) -> None:
    """Add what stands out, numbered in talking order through all the kinds."""
    draft.heading(part.title, key=key)
    draft.lead(part.lead)
    numbers = draft.new_numbers() if part.groups else 0
    for group in part.groups:
        draft.heading(group.name, 2)
        draft.say(group.meaning, Look.QUIET, keep_next=True)
        for entry in group.entries:
            draft.numbered([strong(entry.statement)], numbers, keep_next=True)
            draft.say([strong(f"{entry.theme}. "), entry.sentence], Look.CONTINUE)


def add_now(draft: Draft, part: PlanPart, key: str) -> None:
    """Add what is done now: a table for the minutes, and below it what is said of each action."""
    draft.heading(part.now_title, key=key, new_page=True)
    draft.lead(part.now_lead)
    _actions(draft, part.now, part.now_title)
    for entry in part.now:
        _details(draft, entry, 2, kind=entry.kind)


def add_parked(draft: Draft, part: PlanPart, key: str) -> None:
    """Add what is parked, the actions of one kind together."""
    draft.heading(part.parked_title, key=key)
    draft.lead(part.parked_lead)
    for group in part.parked:
        draft.heading(group.name, 2)
        _actions(draft, group.actions, group.name)
        for entry in group.actions:
            _details(draft, entry, 3)


def _actions(draft: Draft, entries: Sequence[ActionEntry], name: str) -> None:
    """Add the table; what stands in it stands nowhere else, so it is changed in one place."""
    is_empty = not entries[0].text  # frames to write in have nothing below the table
    rows = [_frame(entry) if is_empty else _chosen(entry) for entry in entries]
    add_text_table(
        draft,
        (_FRAMES if is_empty else _CHOSEN)[: len(rows[0])],
        [[fact.value for fact in row] for row in rows],
        [fact.label for fact in rows[0]],
        name=name,
        least=_TO_WRITE_IN if is_empty else 0,
    )


def _chosen(entry: ActionEntry) -> list[Fact]:
    """Return what minutes want of an action; most of the width is for what is to be done."""
    columns = [Fact(_("What"), entry.text), entry.owner, entry.due]
    return [*columns, *([entry.status] if entry.status else [])]


def _frame(entry: ActionEntry) -> list[Fact]:
    status = [entry.status] if entry.status else []
    columns = [Fact(_("What"), entry.text), entry.owner, entry.due, entry.first_step]
    return [*columns, *status, entry.sign]


def _details(draft: Draft, entry: ActionEntry, level: int, kind: str = "") -> None:
    if not entry.text:  # nothing is chosen yet: the row of the table is there to write in
        return
    draft.heading(entry.text, level)
    if kind:
        draft.say(kind, Look.QUIET, keep_next=True)
    for reason in entry.reasons:
        draft.fact(reason.label, reason.value)
    draft.fact(entry.first_step.label, entry.first_step.value)
    draft.fact(entry.sign.label, entry.sign.value)
    for fact in entry.further:
        draft.fact(fact.label, fact.value)


def add_theme(draft: Draft, theme: ThemePart, key: str, *, new_page: bool) -> None:
    """Add a theme: its question, its score, and every statement that was asked."""
    draft.heading(theme.name, key=key, new_page=new_page)
    draft.lead(theme.question)
    add_table(
        draft,
        [1] * len(theme.facts),
        [[Cell(fact.value, Look.CELL_FIGURE) for fact in theme.facts]],
        [Cell(fact.label, Look.CELL_HEAD) for fact in theme.facts],
        name=theme.name,
    )
    for entry in theme.statements:
        _statement(draft, entry)


def _statement(draft: Draft, entry: StatementEntry) -> None:
    has_more = entry.next_level is not None or bool(entry.remarks)
    if entry.title:
        draft.heading(entry.title, 2)
    draft.say(entry.statement, Look.STATEMENT)
    if entry.chosen:
        draft.say(_level(entry.chosen), keep_next=has_more)
    else:
        band: list[str | Run] = [" ", strong(f"{entry.band}.")] if entry.band else []
        draft.say([entry.sentence, *band], keep_next=has_more or bool(entry.columns))
        if entry.columns:
            add_counts(draft, entry.columns, entry.apart)
    if entry.next_level:
        words = [strong(f"{entry.next_label}: "), *_level(entry.next_level)]
        draft.say(words, Look.NEXT, keep_next=bool(entry.remarks))
    for remark in entry.remarks:
        draft.fact(remark.label, remark.value, Look.REMARK)


def _level(level: Level) -> list[str | Run]:
    name = f"{level.mark} {level.name}".strip()
    return [strong(f"{name}. "), level.description]


def add_method(draft: Draft, part: MethodPart, key: str, *, new_page: bool = False) -> None:
    """Add how everything was worked out; if it does not begin a page, it stays on one.

    The last few lines of it alone on a page would look like a mistake.
    """
    draft.heading(part.title, key=key, new_page=new_page)
    told = [draft.say(part.lead, Look.LEAD)] if part.lead else []
    for section in part.sections:
        draft.heading(section.title, 2)
        has_points = bool(section.points)
        told += [draft.say(sentence, keep_next=has_points) for sentence in section.sentences]
        told += draft.bullets(section.points)
    if not new_page:
        for paragraph in told[:-1]:
            paragraph.paragraph_format.keep_with_next = True
