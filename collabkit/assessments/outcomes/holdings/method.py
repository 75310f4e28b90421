"""How who holds what was worked out, with the very numbers (INV)."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Block, Entry, Fold, Paragraph, Part, Place, Tone
from collabkit.assessments.outcomes.holdings.cells import Cell
from collabkit.assessments.outcomes.holdings.ratings import Rating
from collabkit.assessments.outcomes.holdings.rule import Holdings, Row
from collabkit.assessments.outcomes.holdings.words import exact, signed
from collabkit.assessments.sentences import how_tried, in_words
from collabkit.i18n import _


def method_part(answered: Answered, outcome: Holdings) -> Part:
    """Return the part that explains the rule and how far to trust it."""
    return Part(
        "method", _("How this was worked out"), tuple(_method(answered, outcome)), Place.BEHIND
    )


def _method(answered: Answered, outcome: Holdings) -> Iterator[Block]:
    settings = answered.pack.outcome.settings
    yield Paragraph(
        _(
            "Each side's view of a source is the mean of the prompts that it knows (at least "
            "{number}), times how much the source counts here: nought, a half or one. What all "
            "sides say about one of them is averaged, its own view included. Several sheets of one "
            "side make one view."
        ).format(number=in_words(settings["known_prompts"]))
    )
    if len(outcome.rows) == 2:
        yield Paragraph(
            _(
                "Between two sides one's more is the other's less, so one column is the mirror of "
                "the other."
            )
        )
    yield Paragraph(
        _(
            "A strong party has {strong} or more on at least {sources} sources. A talk is "
            "suggested where the own view and the others' differ by {talk} or more, and moves from "
            "{move} upwards or from {minus_move} downwards. Power worth naming is a prompt with "
            "{naming} or more in a source below nought. Every limit is tested on the number as it "
            "is shown."
        ).format(
            strong=signed(settings["strong_from"]),
            sources=in_words(settings["strong_sources"]),
            talk=signed(settings["talk_from"]).removeprefix("+"),
            move=signed(settings["move_from"]),
            minus_move=signed(-settings["move_from"]),
            naming=signed(settings["worth_naming_from"]),
        )
    )
    entries = tuple(_working(outcome, row, cell) for row in outcome.told for cell in row.cells)
    if outcome.raters:
        yield Fold(_("The numbers, step by step"), entries)
    if any(item.marks.get("private") for item in answered.pack.items):
        yield Paragraph(
            _("What anyone wrote for themselves alone is private and is no part of this."),
            Tone.QUIET,
        )
    yield Paragraph(
        _(
            "The numbers say how people see this one relationship now. They open a talk and "
            "measure nobody. None of the limits has been tested."
        ),
        Tone.QUIET,
    )
    yield Paragraph(how_tried(answered.pack.status), Tone.QUIET)


def _working(outcome: Holdings, row: Row, cell: Cell) -> Entry:
    names = {party.id: party.name for party in outcome.raters}
    steps = [
        _("{name}: {working}.").format(name=names[rating.rater], working=_rated(rating))
        for rating in cell.ratings
    ]
    counted = [r.value for r in cell.ratings if r.counts and r.value is not None]
    if len(counted) > 1 and cell.value is not None:
        steps.append(_("Mean: {mean}.").format(mean=signed(cell.value)))
    return Entry(
        title=_("{source}, for {name}").format(source=cell.source.name, name=row.party.name),
        text=" ".join(steps) or _("Nobody has compared this yet."),
    )


def _rated(rating: Rating) -> str:
    prompts = ", ".join(exact(value) for value in rating.prompts.values())
    if rating.value is None:
        return _("{prompts}: too few known").format(prompts=prompts)
    if rating.weight is None:
        return _("the mean of {prompts} is {value}; weight not known, so it is left out").format(
            prompts=prompts, value=signed(rating.value)
        )
    return _("the mean of {prompts}, times {weight}, is {value}").format(
        prompts=prompts, weight=exact(rating.weight).removeprefix("+"), value=signed(rating.value)
    )
