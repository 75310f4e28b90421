"""Who could help whom, as cards with names and details: only of groups that want to be named.

The order is the matching's own: two-way matches first, then those that both see as a quick win,
then areas from daily work to structure, then names.
"""

from collections.abc import Iterator, Sequence

from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Part,
    Place,
    Tone,
)
from collabkit.assessments.outcomes.columns.matching import Match, Unmatched
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.pack import Pack
from collabkit.i18n import _, ngettext
from collabkit.network.offers import contact_in
from collabkit.network.picture import PackPicture

_MOST_CARDS = 60  # matches that are told in full; a network of many groups can have thousands


def match_parts(picture: PackPicture) -> tuple[Part, ...]:
    """Return the matches in the areas of one questionnaire; none if nobody wants to be named."""
    found, pack = picture.matching, picture.pack
    if not found.matches and not found.unmatched:
        return ()
    cards, others = found.matches[:_MOST_CARDS], found.matches[_MOST_CARDS:]
    blocks: list[Block] = [Paragraph(_lead(found.matches), Tone.LEAD)]
    if cards:
        blocks.append(Entries(tuple(_card(pack, match) for match in cards)))
    if others:
        blocks.append(Fold(_("Further matches, by area"), tuple(_by_area(pack, others))))
    if found.unmatched:
        entries = tuple(_left(pack, left) for left in found.unmatched)
        blocks.append(Fold(_("Offers and needs without a match"), entries))
    method = (
        _(
            "A match is an area that one group can offer and another needs, if both let their name "
            "be passed on for that very area. Only groups that wanted it are named."
        ),
        _(
            "Matches that work both ways come first, then those that both see as a quick win, "
            "then areas from daily work to big changes, then names."
        ),
    )
    return (
        Part(f"{pack.id}-matches", _("Who could help whom"), tuple(blocks)),
        Part(
            f"{pack.id}-matching",
            _("How matches were made"),
            (Bullets(method),),
            Place.BEHIND,
        ),
    )


def _lead(matches: Sequence[Match]) -> str:
    if not matches:
        return _("So far no offer meets a need among the groups that want to be named.")
    return ngettext(
        "{number} offer meets a need. Put the two in touch.",
        "{number} offers meet a need. The first are the best to begin with.",
        len(matches),
    ).format(number=len(matches))


def _card(pack: Pack, match: Match) -> Entry:
    giver, taker = contact_in(match.giver), contact_in(match.taker)
    said = [
        _("“{area}”.").format(area=pack.item(match.item_id).statement),
        *([_("They could help each other.")] if match.two_way else []),
        *([_("Both see it as a quick win.")] if match.both_soon else []),
    ]
    contacts = _("{giver}: {details}. {taker}: {others}.").format(
        giver=giver.name,
        details=giver.details.rstrip("."),
        taker=taker.name,
        others=taker.details.rstrip("."),
    )
    title = _("{giver} can offer it to {taker}").format(giver=giver.name, taker=taker.name)
    return Entry(title, " ".join(said), contacts)


def _by_area(pack: Pack, matches: Sequence[Match]) -> Iterator[Entry]:
    """Yield an entry for each area with everybody who could give and take, once."""
    areas: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for match in matches:
        givers, takers = areas.setdefault(match.item_id, ({}, {}))
        givers[match.giver] = takers[match.taker] = None
    for area in sorted(areas, key=[item.id for item in pack.items].index):
        givers, takers = areas[area]
        yield Entry(
            pack.item(area).statement,
            _("Can offer it: {givers}. Need it: {takers}.").format(
                givers=_names(givers), takers=_names(takers)
            ),
        )


def _names(labels: dict[str, None]) -> str:
    contacts = map(contact_in, sorted(labels))
    return listed(
        [_("{name} ({details})").format(name=c.name, details=c.details) for c in contacts]
    )


def _left(pack: Pack, left: Unmatched) -> Entry:
    contact = contact_in(left.name)
    words = _("{name} can offer: {area}") if left.is_offer else _("{name} needs: {area}")
    return Entry(
        words.format(name=contact.name, area=pack.item(left.item_id).statement),
        note=contact.details,
    )
