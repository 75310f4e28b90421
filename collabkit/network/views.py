"""Every view of a network, told in the blocks that screen, paper and files draw."""

from collabkit.assessments.outcomes.blocks import Paragraph, Part, Tone
from collabkit.assessments.pack import OutcomeKind
from collabkit.network import matches
from collabkit.network.areas import area_parts
from collabkit.network.barriers import barrier_parts as parts_of_barriers
from collabkit.network.filters import ALL, Filter
from collabkit.network.overview import overview_parts
from collabkit.network.picture import NetworkPicture, PackPicture
from collabkit.network.profiles import profile_parts
from collabkit.network.view import View
from collabkit.network.wordings import heading
from collabkit.network.words import not_enough_groups

__all__ = ["all_parts", "barrier_parts", "match_parts", "overview_parts", "pack_parts"]


def pack_parts(picture: NetworkPicture, pack_id: str, chosen: Filter = ALL) -> tuple[Part, ...]:
    """Return one questionnaire under a filter; where it cannot be shown, a part that says so.

    Raises ``KeyError`` if no group is in its picture.
    """
    return _told(picture, picture.pack(pack_id), chosen)


def barrier_parts(picture: NetworkPicture, chosen: Filter = ALL) -> tuple[Part, ...]:
    """Return the ranked barriers of all questionnaires that rank."""
    return tuple(
        part
        for pack in picture.packs
        if pack.pack.outcome.kind is OutcomeKind.RANKING
        for part in _told(picture, pack, chosen)
    )


def match_parts(picture: NetworkPicture) -> tuple[Part, ...]:
    """Return who could help whom; none if no group wants its name to be passed on."""
    return tuple(part for pack in picture.packs for part in matches.match_parts(pack))


def all_parts(
    picture: NetworkPicture, chosen: Filter = ALL, *, with_names: bool = True
) -> tuple[Part, ...]:
    """Return everything under a filter; matches, which have names, only among all groups."""
    if chosen not in picture.filters:
        return overview_parts(picture, chosen)
    return (
        *overview_parts(picture, chosen),
        *(match_parts(picture) if with_names and chosen == ALL else ()),
        *(part for pack in picture.packs for part in _told(picture, pack, chosen)),
    )


def _told(picture: NetworkPicture, pack: PackPicture, chosen: Filter) -> tuple[Part, ...]:
    view = View(pack, picture.minimum, chosen)
    if not view.is_shown:
        sentence = Paragraph(not_enough_groups(picture.minimum), Tone.QUIET)
        return (Part(f"{pack.pack.id}-first", heading(view), (sentence,)),)
    match pack.pack.outcome.kind:
        case OutcomeKind.RANKING:
            return parts_of_barriers(view)
        case OutcomeKind.COLUMNS:
            return area_parts(view)
        case _profile:
            return profile_parts(view)
