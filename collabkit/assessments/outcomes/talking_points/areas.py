"""Each area's statements and pairs beside each other, never added (BEH)."""

from collections.abc import Iterator, Sequence

from collabkit.assessments.gaps import explain_gap
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.names import band_name
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Block, Board, Column, Entry, Paragraph, Subheading
from collabkit.assessments.outcomes.talking_points.rule import Area, TalkingPoints
from collabkit.assessments.results import ItemResult
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, in_words, read_aloud
from collabkit.i18n import _, ngettext


def area_blocks(answered: Answered, outcome: TalkingPoints) -> Iterator[Block]:
    """Return every area of which anything was asked, in pack order."""
    for area in outcome.areas:
        if area.statements or area.pairs:
            yield Subheading(answered.pack.section(area.code).name)
            yield Paragraph(_summary(answered, outcome, area))
            if _has_means(answered, area):
                yield Board(tuple(_columns(answered, outcome, area)))


def _has_means(answered: Answered, area: Area) -> bool:
    items = (*area.statements, *area.pairs)
    return any(answered.results.item(item_id).mean is not None for item_id in items)


def _summary(answered: Answered, outcome: TalkingPoints, area: Area) -> str:
    pack, results = answered.pack, answered.results
    section = results.section(area.code)
    if section.score is None:
        said = explain_gap(pack, pack.section(area.code), results)
    elif section.band is None:
        said = _("The statements: {score}.").format(score=shown(section.score))
    else:
        said = _("The statements: {score}, {band}.").format(
            score=shown(section.score), band=band_name(section.band)
        )
    points = sum(pair in outcome.points for pair in area.pairs)
    if not points:
        return said
    return _("{said} {points}").format(
        said=said,
        points=ngettext(
            "{number} pair is a talking point.", "{number} pairs are talking points.", points
        ).format(number=capital(in_words(points))),
    )


def _columns(answered: Answered, outcome: TalkingPoints, area: Area) -> Iterator[Column]:
    yield Column(_("What we do"), _statements(answered, area.statements), _("Nothing was asked."))
    if outcome.has_pairs:
        yield Column(
            _("From an older habit to a newer one"),
            _pairs(answered, outcome, area.pairs),
            _("Nothing was asked."),
        )


def _statements(answered: Answered, item_ids: Sequence[str]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            title=answered.pack.item(item_id).statement,
            note=_note(answered, answered.results.item(item_id)),
            mark=_mark(answered, answered.results.item(item_id)),
            item_id=item_id,
        )
        for item_id in item_ids
    )


def _pairs(
    answered: Answered, outcome: TalkingPoints, item_ids: Sequence[str]
) -> tuple[Entry, ...]:
    entries = []
    for item_id in item_ids:
        item, result = answered.pack.item(item_id), answered.results.item(item_id)
        note = _("Talking point.") if item_id in outcome.points else ""
        entries.append(
            Entry(
                title=item.title or item.statement,
                text=item.statement if item.title else "",
                note=note if result.mean is not None else _note(answered, result),
                mark=_mark(answered, result),
                item_id=item_id,
            )
        )
    return tuple(entries)


def _mark(answered: Answered, result: ItemResult) -> str:
    """Return a group's mean or one person's answer, or nothing."""
    if result.mean is None:
        return ""
    if answered.results.minimum != OWN_ASSESSMENT or result.counts is None:
        return str(shown(result.mean))
    form = answered.pack.form_of(answered.pack.item(result.item_id))
    return next(option.name for option in form.options if result.counts[option.code])


def _note(answered: Answered, result: ItemResult) -> str:
    """Return a group's band, or why there is no mean."""
    if result.mean is None:
        form = answered.pack.form_of(answered.pack.item(result.item_id))
        return read_aloud(result, form, answered.results.minimum)
    if answered.results.minimum == OWN_ASSESSMENT or result.band is None:
        return ""
    return band_name(result.band)
