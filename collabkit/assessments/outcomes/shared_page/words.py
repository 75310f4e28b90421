"""What the parts of a shared page have in common in words (FIT)."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Part,
    Place,
    Tone,
)
from collabkit.assessments.outcomes.run_by import is_volunteer_run
from collabkit.assessments.outcomes.shared_page.rule import Point, SharedPage
from collabkit.assessments.outcomes.shared_page.sides import Side, mark_of
from collabkit.assessments.pack import Item
from collabkit.assessments.sentences import how_tried, in_words
from collabkit.i18n import _


def mark_name(answered: Answered, item: Item, code: str | None) -> str:
    """Return a mark as people see it."""
    option = answered.pack.form_of(item).option(code) if code else None
    return option.name if option else _("Not talked about yet")


def notes_of(item: Item, side: Side) -> str:
    """Return what a side wrote about a prompt, its sheets one after the other."""
    return " / ".join(note for sheet in side.sheets if (note := sheet.notes.get(item.id, "")))


def said_by(answered: Answered, item: Item, side: Side) -> str:
    """Return a side's mark and note on a prompt, as in “Sample Charity: Fit. Young carers.”"""
    mark = mark_of(item, side.sheets, answered.pack.outcome.settings["cautious_first"])
    notes = notes_of(item, side)
    if mark is None and not notes:
        return ""
    if mark is None:
        return _("{name}: {notes}").format(name=side.party.name, notes=notes)
    name = mark_name(answered, item, mark)
    if not notes:
        return _("{name}: {mark}.").format(name=side.party.name, mark=name)
    return _("{name}: {mark}. {notes}").format(name=side.party.name, mark=name, notes=notes)


def notes_together(outcome: SharedPage, point: Point) -> str:
    """Return what all sides wrote about a prompt, a line each."""
    lines = (
        _("{name}: {notes}").format(name=side.party.name, notes=notes)
        for side in outcome.sides
        if (notes := notes_of(point.item, side))
    )
    return "\n".join(lines)


def guide_parts(answered: Answered, *, folded: bool) -> Iterator[Part]:
    """Yield what there is to read: ways to look, forms to choose from, a pattern."""
    for number, guide in enumerate(answered.pack.outcome.settings.get("guide", ()), start=1):
        blocks: list[Block] = []
        if guide.get("text"):
            blocks.append(Paragraph(guide["text"]))
        entries = tuple(_guided(answered, guide.get("entry", ())))
        if entries:
            title = _("{title} (all {number})").format(
                title=guide["title"], number=in_words(len(entries))
            )
            blocks.append(Fold(title, entries) if folded else Entries(entries))
        yield Part(f"guide-{number}", guide["title"], tuple(blocks), Place.BEHIND)


def _guided(answered: Answered, entries: tuple[dict[str, str], ...]) -> Iterator[Entry]:
    for entry in entries:
        name, text = entry["name"], entry.get("text", "")
        if is_volunteer_run(answered):
            name = entry.get("volunteer_run_name", name)
            text = entry.get("volunteer_run_text", text)
        yield Entry(title=name, text=text)


def method_part(answered: Answered, outcome: SharedPage) -> Part:
    """Return how the page came about, and how far to trust it."""
    settings = answered.pack.outcome.settings
    sentences = []
    if outcome.points:
        names = [mark_name(answered, outcome.points[0].item, c) for c in settings["cautious_first"]]
        sentences.append(
            _(
                "Each side marks each prompt alone. The joint mark is the more cautious one, in "
                "this order: {marks}."
            ).format(marks=", ".join(f"“{name}”" for name in names))
        )
    sentences.append(
        _(
            "A prompt that only one side has marked, or nobody, is not talked about yet. What you "
            "agree in the talk wins, and the page keeps the latest. There is no score."
        )
    )
    return Part(
        "method",
        _("How this was worked out"),
        (Paragraph(" ".join(sentences)), Paragraph(how_tried(answered.pack.status), Tone.QUIET)),
        Place.BEHIND,
    )
