"""Who is in the network, and what they have answered: numbers of groups, never which."""

from collections.abc import Iterator

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Paragraph,
    Part,
    Place,
    Table,
    Tone,
)
from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import month
from collabkit.i18n import _, ngettext
from collabkit.network.filters import ALL, Filter, number_in
from collabkit.network.picture import NetworkPicture, PackPicture
from collabkit.network.view import View
from collabkit.network.words import (
    a_number_or_few,
    filter_name,
    groups_counted,
    sizes_explained,
)


def overview_parts(picture: NetworkPicture, chosen: Filter = ALL) -> tuple[Part, ...]:
    """Return how many groups there are, of which kinds, and what they have answered."""
    if chosen not in picture.filters:
        return (Part("groups", _("Groups"), tuple(_not_shown(picture, chosen))),)
    number = picture.groups.number(chosen)
    blocks: list[Block] = [
        Paragraph(
            _("{groups} side by side.").format(groups=capital(groups_counted(number))), Tone.LEAD
        )
    ]
    if chosen != ALL:
        blocks.append(
            Paragraph(
                _("These are the {groups} among {all}.").format(
                    groups=filter_name(chosen), all=groups_counted(picture.number)
                )
            )
        )
    elif kinds := tuple(_kinds(picture)):
        blocks += [
            Table(
                _("How many groups of each kind there are."),
                (_("Groups"), _("Number")),
                kinds,
                (1,),
            ),
            *(
                [Paragraph(sizes_explained(), Tone.QUIET)]
                if any(kind.size for kind in picture.filters)
                else []
            ),
        ]
    parts = [Part("groups", _("Groups"), tuple(blocks))]
    if rows := tuple(_questionnaires(picture, chosen)):
        head = (_("Questionnaire"), _("Groups"), _("Answered"))
        caption = _("What the groups have answered, and when.")
        table = Table(caption, head, rows, (1,))
        parts.append(Part("questionnaires", _("Questionnaires"), (table, *_unknown(picture))))
    elif unknown := tuple(_unknown(picture)):
        parts.append(Part("questionnaires", _("Questionnaires"), unknown))
    parts.append(_how_it_was_counted(picture))
    return tuple(parts)


def _not_shown(picture: NetworkPicture, chosen: Filter) -> Iterator[Block]:
    minimum = picture.minimum
    if ALL not in picture.filters:
        words = ngettext(
            "{number} group so far. Nothing is shown before there are {minimum}.",
            "{number} groups so far. Nothing is shown before there are {minimum}.",
            picture.number,
        )
        yield Paragraph(
            words.format(number=capital(in_words(picture.number)), minimum=in_words(minimum)),
            Tone.LEAD,
        )
        return
    yield Paragraph(
        _(
            "{Groups} cannot be looked at alone: there are fewer than {minimum}, or what is left "
            "of the others would be fewer."
        ).format(Groups=capital(filter_name(chosen)), minimum=in_words(minimum)),
        Tone.LEAD,
    )


def _kinds(picture: NetworkPicture) -> Iterator[tuple[str, str]]:
    """Yield what may be looked at alone, and all other groups together."""
    for kinds in (
        [Filter(size) for size in IncomeBand],
        [Filter(run_by=run_by) for run_by in RunBy],
    ):
        shown = [kind for kind in kinds if kind in picture.filters]
        for kind in shown:
            yield capital(filter_name(kind)), str(picture.groups.number(kind))
        others = picture.number - sum(picture.groups.number(kind) for kind in shown)
        if shown and others:
            name = _others_name(by_size=bool(kinds[0].size), is_pooled=shown != kinds)
            yield name, str(others)


def _others_name(*, by_size: bool, is_pooled: bool) -> str:
    """Return what the groups are called that are not looked at alone.

    ``is_pooled`` tells that some kind is not offered. Whether there are any of that kind is not
    told: it could be worked out from that how many did not say.
    """
    if by_size:
        return _("Of another size, or did not say") if is_pooled else _("Did not say their size")
    return _("Run by others, or did not say") if is_pooled else _("Did not say who runs them")


def _questionnaires(picture: NetworkPicture, chosen: Filter) -> Iterator[tuple[str, str, str]]:
    for pack in picture.packs:
        view = View(pack, picture.minimum, chosen)
        number = view.number(pack.groups.everybody) if view.is_shown else None
        yield (
            pack.pack.title,
            a_number_or_few(number, picture.minimum),
            _when(pack) if number is not None else "",
        )


def _when(pack: PackPicture) -> str:
    first = month(min(wording.first for wording in pack.wordings))
    last = month(max(wording.last for wording in pack.wordings))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _unknown(picture: NetworkPicture) -> Iterator[Block]:
    """Yield what is in no picture, because this program does not know its words."""
    for pack_id, crowd in sorted(picture.unknown.items()):
        known = next((pack.pack.title for pack in picture.packs if pack.pack.id == pack_id), "")
        number = number_in(crowd.everybody, ALL)
        words = ngettext(
            "{number} group has answered “{name}” in a wording that this computer does not know. "
            "It is in no picture until the same questionnaire is here.",
            "{number} groups have answered “{name}” in a wording that this computer does not know. "
            "They are in no picture until the same questionnaire is here.",
            number,
        )
        yield Paragraph(
            words.format(number=capital(in_words(number)), name=known or pack_id), Tone.QUIET
        )


def _how_it_was_counted(picture: NetworkPicture) -> Part:
    minimum = in_words(picture.minimum)
    sentences = (
        _(
            "Each group has sent tallies, without names and notes. It counts once, however many "
            "people it has. Nobody can see here which group stands where, and there is no order "
            "of groups."
        ),
        _(
            "Nothing is shown of fewer than {minimum} groups, and some kinds of group are not "
            "offered alone, because the rest could be worked out from what is shown."
        ).format(minimum=minimum),
        _(
            "Two pictures of the same network can be laid beside each other too. Pass a new one "
            "on only when {minimum} more groups, or none, have sent something."
        ).format(minimum=minimum),
    )
    return Part("method", _("How groups are counted"), (Bullets(sentences),), Place.BEHIND)
