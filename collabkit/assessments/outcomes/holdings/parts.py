"""Who holds what, told in parts: a picture, what to talk about, and what to do about it (INV)."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Paragraph,
    Part,
    Place,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.holdings.cells import Cell
from collabkit.assessments.outcomes.holdings.method import method_part
from collabkit.assessments.outcomes.holdings.moves import moves_parts
from collabkit.assessments.outcomes.holdings.opening import opening
from collabkit.assessments.outcomes.holdings.ratings import Rating
from collabkit.assessments.outcomes.holdings.rule import Holdings, Row
from collabkit.assessments.outcomes.holdings.words import cell_text, signed
from collabkit.assessments.outcomes.phrases import apart
from collabkit.i18n import _


def parts(answered: Answered, outcome: Holdings) -> tuple[Part, ...]:
    """Return the outcome in parts, in talking order."""
    told = [Part("picture", _("Who holds what, in short"), tuple(opening(answered, outcome)))]
    if outcome.raters:
        told.append(_table_part(outcome))
        differing = tuple(_differing(outcome))
        if differing:
            told.append(_talk_part(differing))
        naming = tuple(_naming(answered, outcome))
        if naming:
            told.append(_naming_part(naming))
        told.extend(moves_parts(answered, outcome))
        if len(outcome.raters) > 1:
            told.append(_views_part(outcome))
    told.append(method_part(answered, outcome))
    return tuple(told)


def _table_part(outcome: Holdings) -> Part:
    rows = tuple(
        (source.name, *(cell_text(row.cells[number]) for row in outcome.rows))
        for number, source in enumerate(outcome.sources)
    )
    return Part(
        "table",
        _("The table"),
        (
            Table(
                caption=_("Who holds what: from −2, much less, to +2, much more"),
                head=(_("Source of power"), *(row.party.name for row in outcome.rows)),
                rows=rows,
                numbers=tuple(range(1, len(outcome.rows) + 1)),
            ),
            Paragraph(
                _(
                    "Numbers near nought mean about the same, or that the source hardly counts "
                    "here. Nothing is added up: having less of one thing does not cancel another."
                ),
                Tone.QUIET,
            ),
        ),
    )


def _differing(outcome: Holdings) -> Iterator[Entry]:
    for row in outcome.told:
        for cell in row.cells:
            if cell.talk:
                yield Entry(
                    title=_title(outcome, row, cell),
                    text=_seen_differently(row, cell.talk.difference > 0),
                    note=_("Own view {own}, the others' {others}, difference {difference}").format(
                        own=signed(cell.talk.own),
                        others=signed(cell.talk.others),
                        difference=apart(
                            signed(cell.talk.difference), cell.talk.own, cell.talk.others
                        ),
                    ),
                    item_id=cell.source.prompts[0].id,
                )


def _title(outcome: Holdings, row: Row, cell: Cell) -> str:
    if len(outcome.told) == 1:
        return cell.source.name
    return _("{name}: {source}").format(name=row.party.name, source=cell.source.name)


def _seen_differently(row: Row, thinks_more: bool) -> str:
    if row.party.is_own:
        return (
            _("You think you hold more than others see.")
            if thinks_more
            else _("Others see more power in you than you do.")
        )
    words = (
        _("{name} thinks it holds more than others see.")
        if thinks_more
        else _("Others see more power in {name} than it sees itself.")
    )
    return words.format(name=row.party.name)


def _talk_part(entries: tuple[Entry, ...]) -> Part:
    return Part(
        "talk",
        _("Talk about this"),
        (
            Paragraph(
                _("Here the views are far apart. Nobody is wrong: ask what each has in mind.")
            ),
            Entries(entries),
        ),
    )


def _naming(answered: Answered, outcome: Holdings) -> Iterator[Entry]:
    for row in outcome.rows:
        for naming in row.worth_naming:
            item = answered.pack.item(naming.item_id)
            source = next(s for s in outcome.sources if item in s.prompts)
            yield Entry(
                title=item.statement,
                text=_("{name} has more of this, although less of “{source}” altogether.").format(
                    name=row.party.name, source=source.name
                ),
                note=_("{mean} on this prompt").format(mean=signed(naming.mean)),
                item_id=item.id,
            )


def _naming_part(entries: tuple[Entry, ...]) -> Part:
    return Part(
        "naming",
        _("Power worth naming"),
        (
            Paragraph(_("This is easily overlooked. Say it aloud, and let it count.")),
            Entries(entries),
        ),
    )


def _views_part(outcome: Holdings) -> Part:
    blocks: list[Block] = []
    for row in outcome.told:
        lines = []
        for cell in row.cells:
            by_rater = {rating.rater: rating for rating in cell.ratings}
            views = (cell_text(by_rater.get(party.id)) for party in outcome.raters)
            lines.append((cell.source.name, *views, cell_text(cell)))
        names = [_("{name} says").format(name=party.name) for party in outcome.raters]
        blocks.append(
            Table(
                caption=_("How each side rates {name}").format(name=row.party.name),
                head=(_("Source of power"), *names, _("Together")),
                rows=tuple(lines),
                numbers=tuple(range(1, len(names) + 2)),
            )
        )
        if any(_is_left_out(rating) for cell in row.cells for rating in cell.ratings):
            words = _(
                "A view without a known weight is shown and left out of “Together”, unless there "
                "is no other."
            )
            blocks.append(Paragraph(words, Tone.QUIET))
    return Part("views", _("How each side sees it"), tuple(blocks), Place.BEHIND)


def _is_left_out(rating: Rating) -> bool:
    return rating.value is not None and not rating.counts
