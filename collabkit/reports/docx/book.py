"""Whole documents: their parts in order, bound into a file."""

from collections.abc import Iterable, Iterator

from collabkit.assessments.outcomes.blocks import Part, Place
from collabkit.reports.contents.parts import PlanPart, ShapePart
from collabkit.reports.docx.binding import Running, bind
from collabkit.reports.docx.draft import Draft
from collabkit.reports.docx.looks import Look
from collabkit.reports.docx.plan_parts import (
    add_contents,
    add_cover,
    add_findings,
    add_method,
    add_now,
    add_parked,
    add_shape,
    add_theme,
)
from collabkit.reports.docx.tables import add_facts
from collabkit.reports.docx.told import tell
from collabkit.reports.parts_document import PartsDocument
from collabkit.reports.plan_document import PlanDocument


def plan_book(document: PlanDocument) -> bytes:
    """Return the plan as the bytes of a file, in the order of the PDF."""
    draft = Draft()
    add_cover(draft, document.cover)
    if document.shape:
        _whole(draft, document, document.shape)
    else:
        _short(draft, document)
    has_cover = document.shape is not None
    running = Running(document.charity, document.day, document.label, has_cover)
    return bind(draft, running, document.title, document.made_on)


def _whole(draft: Draft, document: PlanDocument, shape: ShapePart) -> None:
    """Add a profile after its cover: what is inside, and then everything in talking order."""
    findings, plan = document.findings, document.plan
    outcome = list(_keyed("outcome", document.outcome))
    beside = list(_keyed("beside", document.beside))
    themes = [(f"theme_{number}", theme) for number, theme in enumerate(document.themes, start=1)]
    contents = [
        (shape.title, "shape"),
        *([(findings.title, "findings")] if findings else []),
        *((part.title, key) for key, part in outcome),
        *([(plan.now_title, "now")] if plan else []),
        *([(plan.parked_title, "parked")] if plan and plan.parked else []),
        *((theme.name, key) for key, theme in themes),
        *((part.title, key) for key, part in beside),
        (document.method.title, "method"),
    ]
    add_contents(draft, document.cover.contents, contents)
    add_shape(draft, shape, "shape")
    if findings:
        add_findings(draft, findings, "findings")
    tell(draft, outcome)
    _plan(draft, plan)
    for number, (key, theme) in enumerate(themes):
        add_theme(draft, theme, key, new_page=not number)
    tell(draft, beside)
    add_method(draft, document.method, "method", new_page=True)


def _short(draft: Draft, document: PlanDocument) -> None:
    """Add what people take home first, then the plan if there is one, then the rest.

    There is no list of what is inside: without a shape there are a few pages.
    """
    tell(draft, _keyed("front", document.outcome, (Place.FRONT,)))
    _plan(draft, document.plan)
    tell(draft, _keyed("behind", document.outcome, (Place.BEHIND,)))
    tell(draft, _keyed("beside", document.beside))
    add_method(draft, document.method, "method")


def _plan(draft: Draft, plan: PlanPart | None) -> None:
    if plan:
        add_now(draft, plan, "now")
        if plan.parked:
            add_parked(draft, plan, "parked")


def parts_book(document: PartsDocument) -> bytes:
    """Return a document of parts as the bytes of a file."""
    draft = Draft()
    draft.say(document.title, Look.TITLE)
    draft.say(document.subject, Look.SUBTITLE)
    if document.facts:
        add_facts(draft, [(fact.label, fact.value) for fact in document.facts])
    draft.lead(document.lead)
    tell(draft, _keyed("part", document.parts))
    running = Running(document.subject, document.day, document.label)
    return bind(draft, running, document.title, document.made_on)


def _keyed(
    name: str, parts: Iterable[Part], places: tuple[Place, ...] = (Place.FRONT, Place.BEHIND)
) -> Iterator[tuple[str, Part]]:
    """Yield the parts that stand there, each with a key of its own.

    Word's bookmarks have letters, figures and low lines only.
    """
    for number, part in enumerate(parts, start=1):
        if part.place in places:
            yield f"{name}_{number}", part
