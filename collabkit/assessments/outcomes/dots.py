"""How a group answered one statement, as a block."""

from collabkit.assessments.outcomes.blocks import Dots
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import ItemResult
from collabkit.assessments.sentences import read_aloud


def dots_of(pack: Pack, result: ItemResult, minimum: int) -> Dots | None:
    """Return the dots for the statement of ``result``.

    There are none for one person's own assessment, nor where the counts are hidden.
    """
    if minimum == 1 or result.counts is None:
        return None
    item = pack.item(result.item_id)
    form = pack.form_of(item)
    return Dots(
        item_id=item.id,
        statement=item.statement,
        columns=tuple((option.name, result.counts[option.code]) for option in form.options),
        apart=tuple(
            (option.name, number)
            for option in form.ways_out
            if (number := result.way_out(option.code)) is not None  # where it is hidden
        ),
        sentence=read_aloud(result, form, minimum),
    )
