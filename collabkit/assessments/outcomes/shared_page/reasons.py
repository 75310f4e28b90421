"""Why the sides want it: reasons in common, and those of one side alone (FIT)."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.blocks import Block, Board, Column, Entry, Paragraph
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.outcomes.shared_page.rule import SharedPage
from collabkit.i18n import _, ngettext


def reasons_told(outcome: SharedPage) -> Iterator[Block]:
    """Yield the reasons that all sides ticked, and those that some did."""
    if not any(reason.ticked_by for reason in outcome.reasons):
        yield Paragraph(_("No side has ticked its reasons yet."))
        return
    silent = [
        side.party.name
        for side in outcome.sides
        if not any(side.party in reason.ticked_by for reason in outcome.reasons)
    ]
    if silent:
        yield Paragraph(
            ngettext(
                "{names} has not ticked any reason yet.",
                "{names} have not ticked any reason yet.",
                len(silent),
            ).format(names=listed(silent))
        )
    common = tuple(Entry(r.item.statement, item_id=r.item.id) for r in outcome.in_common)
    if len(outcome.sides) != 2:
        some = tuple(
            Entry(
                r.item.statement,
                note=listed([party.name for party in r.ticked_by]),
                item_id=r.item.id,
            )
            for r in outcome.not_in_common
        )
        yield Board(
            (
                Column(_("Ticked by all"), common, _("None")),
                Column(_("Ticked by some"), some, _("None")),
            )
        )
        return
    columns = [Column(_("Ticked by both"), common, _("None"))]
    for side in outcome.sides:
        alone = tuple(
            Entry(r.item.statement, item_id=r.item.id)
            for r in outcome.not_in_common
            if side.party in r.ticked_by
        )
        title = _("Only {name}").format(name=side.party.name)
        columns.append(Column(title, alone, _("None")))
    yield Board(tuple(columns))
    if outcome.not_in_common:
        yield Paragraph(
            _("None is wrong, but hidden ones cause trouble. Ask about those that differ.")
        )
