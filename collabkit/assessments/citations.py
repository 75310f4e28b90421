"""The reports that a statement rests on, as people read them."""

from collections.abc import Iterable

from collabkit.assessments.pack import Item, Pack
from collabkit.i18n import _


def reports_behind(item: Item, pack: Pack) -> tuple[str, ...]:
    """Return a sentence for each report in which the passages stand that ``item`` rests on."""
    return reports_named(item.sources, pack)


def reports_named(passages: Iterable[str], pack: Pack) -> tuple[str, ...]:
    """Return a sentence for each report that ``passages`` name by its key, in pack order."""
    named = tuple(passages)
    return tuple(
        _("{key} is “{title}”{details}.").format(
            key=source.key,
            title=source.title,
            details="".join(
                f", {part}" for part in (source.authors, source.publisher, source.year) if part
            ),
        )
        for source in pack.sources
        if any(source.key in passage for passage in named)
    )
