"""A plan as a web page: the same parts in the same order as in the PDF."""

from collabkit.assessments.outcomes.blocks import Place
from collabkit.reports.html.page import Chapter, Kind, Page, on_sheets, part_chapters
from collabkit.reports.plan_document import PlanDocument


def page_of_plan(document: PlanDocument) -> Page:
    """Return the page of a plan."""
    cover = document.cover
    return Page(
        title=document.title,
        heading=cover.title,
        subject=cover.charity,
        day=document.day,
        made_on=document.made_on,
        label=document.label,
        sample=cover.sample,
        lead="",
        facts=cover.facts,
        chapters=_profile(document) if document.shape else _short(document),
        has_cover=document.shape is not None,
    )


def _profile(document: PlanDocument) -> tuple[Chapter, ...]:
    shape, findings = document.shape, document.findings
    first = [Chapter("shape", shape.title, Kind.SHAPE, shape)] if shape else []
    second = [Chapter("findings", findings.title, Kind.FINDINGS, findings)] if findings else []
    if not (shape and shape.is_drawn and findings and findings.groups):
        # A sheet for a single sentence, or for a table without its picture, would look empty.
        first, second = [*first, *second], []
    themes = [
        [Chapter(f"theme-{number}", theme.name, Kind.THEME, theme)]
        for number, theme in enumerate(document.themes, start=1)
    ]
    return on_sheets(
        [
            first,
            second,
            part_chapters(document.outcome, "outcome"),
            *_plan(document),
            *themes,
            part_chapters(document.beside, "beside"),
            [_method(document)],
        ]
    )


def _short(document: PlanDocument) -> tuple[Chapter, ...]:
    """Return what people take home first, then the plan if there is one, then the rest."""
    front = [part for part in document.outcome if part.place is Place.FRONT]
    behind = [part for part in document.outcome if part.place is Place.BEHIND]
    rest = [
        *part_chapters(behind, "behind"),
        *part_chapters(document.beside, "beside"),
        _method(document),
    ]
    return (*part_chapters(front, "outcome"), *on_sheets([*_plan(document), rest]))


def _plan(document: PlanDocument) -> list[list[Chapter]]:
    plan = document.plan
    if plan is None:
        return []
    now = Chapter("now", plan.now_title, Kind.NOW, plan)
    parked = Chapter("parked", plan.parked_title, Kind.PARKED, plan)
    return [[now], [parked]] if plan.parked else [[now]]


def _method(document: PlanDocument) -> Chapter:
    return Chapter("method", document.method.title, Kind.METHOD, document.method)
