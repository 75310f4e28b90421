"""What is shown of a network under a view and a filter. No Qt."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Fold,
    Paragraph,
    Part,
    Tone,
)
from collabkit.assessments.pack import OutcomeKind
from collabkit.i18n import _, ngettext
from collabkit.network.filters import ALL, Filter
from collabkit.network.picture import NetworkPicture
from collabkit.network.views import barrier_parts, match_parts, overview_parts, pack_parts
from collabkit.ui.network.state import Options, View

_MOST = 20  # entries of a list that are drawn at once


def packs_in(picture: NetworkPicture) -> Options:
    """Return the questionnaires that are looked at one by one: all but those that rank barriers."""
    return tuple(
        (pack.pack.id, pack.pack.title)
        for pack in picture.packs
        if pack.pack.outcome.kind is not OutcomeKind.RANKING
    )


def allowed_in(picture: NetworkPicture, view: View, pack_id: str) -> Sequence[Filter]:
    """Return the filters under which there is something to see."""
    if view is View.PACK and pack_id:
        return picture.pack(pack_id).filters
    if view is View.BARRIERS:
        return tuple(
            {
                chosen
                for pack in picture.packs
                if pack.pack.outcome.kind is OutcomeKind.RANKING
                for chosen in pack.filters
            }
        )
    return picture.filters


def parts_of(picture: NetworkPicture, view: View, pack_id: str, chosen: Filter) -> tuple[Part, ...]:
    """Return what is to be read; a sentence says so where there is nothing."""
    if chosen not in picture.filters:
        return _with_short_lists(overview_parts(picture, chosen)[:1])
    match view:
        case View.PACK:
            found = pack_parts(picture, pack_id, chosen) if pack_id else ()
            nothing = _("No group has sent a questionnaire that could be looked at alone yet.")
        case View.BARRIERS:
            found = barrier_parts(picture, chosen)
            nothing = _(
                "No group has sent its answers to “Barriers and needs” yet. Once they have, you "
                "see here what holds most groups back, and what would help."
            )
        case View.MATCHES:
            found = match_parts(picture)
            nothing = _(
                "No group has let its name be passed on yet. Groups say so when they answer "
                "“Collaboration opportunities” and make their file."
            )
        case View.ITSELF:
            return ()
        case _:
            found, nothing = overview_parts(picture, chosen), ""
    if not found:
        words = Paragraph(nothing, Tone.LEAD)
        return (Part("nothing", _("Nothing to see here yet"), (words,)),)
    return _with_short_lists(found)


def filters_of(view: View) -> bool:
    """Tell whether a view can be narrowed down to some groups."""
    return view in (View.OVERVIEW, View.PACK, View.BARRIERS)


def has_matches(picture: NetworkPicture) -> bool:
    """Tell whether there are names that groups let be passed on."""
    return ALL in picture.filters and bool(match_parts(picture))


def _with_short_lists(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return parts in which what is left of a very long list is folded away."""
    return tuple(
        replace(part, blocks=tuple(chain.from_iterable(map(_shortened, part.blocks))))
        for part in parts
    )


def _shortened(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Entries) or len(block.entries) <= _MOST + 1:
        return (block,)
    left = len(block.entries) - _MOST
    words = ngettext("And {number} more", "And {number} more", left).format(number=left)
    return (replace(block, entries=block.entries[:_MOST]), Fold(words, block.entries[_MOST:]))
