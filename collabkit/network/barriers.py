"""Barriers side by side (BAR): what holds most groups back, and what would help.

The order is the ranking's own for networks: by how many groups are held back, then by how many are
stopped. Needs and steps are counted, with n, as the survey of 2018 did.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from collabkit.assessments.names import kind_name
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Part,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.further import further_item
from collabkit.assessments.outcomes.phrases import quoted
from collabkit.assessments.outcomes.ranking.needs import offered_needs
from collabkit.assessments.outcomes.ranking.order import (
    Ranked,
    first_places,
    rank,
    rated_items,
)
from collabkit.assessments.outcomes.ranking.words import called, statements
from collabkit.assessments.pack import FormKind, Item, Pack
from collabkit.assessments.results import ItemResult
from collabkit.assessments.sentences import capital, in_words, read_aloud
from collabkit.i18n import _, ngettext
from collabkit.network.counting import Counted, Crowd
from collabkit.network.standing import NO_COMMON_ANSWER
from collabkit.network.view import View
from collabkit.network.wordings import answered_by, heading, how_it_was_counted, in_other_words
from collabkit.network.words import share, share_marked, share_of


def barrier_parts(view: View) -> tuple[Part, ...]:
    """Return what holds back most, all barriers, needs and steps; ``view`` is shown."""
    first, *others = view.picture.wordings
    key, title = first.pack.id, first.pack.title
    answered = view.answered(first)
    ranked = rank(answered)
    told = [
        Part(f"{key}-first", heading(view), (*answered_by(view), *_first(answered, ranked))),
        *_all(view, first, answered, ranked, f"{key}-all", title),
        *_needs(view, first, ranked),
        *_steps(view, first),
    ]
    for number, other in enumerate(others, start=2):
        its = view.answered(other)
        told += _all(view, other, its, rank(its), f"{key}-wording-{number}", in_other_words(other))
    told.append(how_it_was_counted(view, *_counting(view)))
    return tuple(told)


def _first(answered: Answered, ranked: Sequence[Ranked]) -> Iterator[Block]:
    pack = answered.pack
    if not ranked:
        nothing = _("No {one} holds groups back, or too few groups have rated them.")
        yield Paragraph(nothing.format(one=called(pack)[0]))
        return
    first = first_places(ranked, pack.outcome.settings["most_chosen"])
    top = [entry.item_id for entry in first if entry.place == 1]
    yield Paragraph(
        ngettext(
            "What holds most groups back is {names}.",
            "What holds most groups back are {names}, level with each other.",
            len(top),
        ).format(names=quoted(statements(pack, top)))
    )
    yield Entries(tuple(_entry(answered, entry) for entry in first))


def _entry(answered: Answered, entry: Ranked) -> Entry:
    item, result = answered.pack.item(entry.item_id), answered.results.item(entry.item_id)
    # The answers by their names, as in the table: nobody here knows them by number.
    form = replace(answered.pack.form_of(item), kind=FormKind.CHOICE)
    notes = [_("Place {place}.").format(place=entry.place)]
    if control := _control(answered.pack, entry):
        notes.append(_("Most often marked: {control}.").format(control=control.lower()))
    mark = ""
    if entry.held_back is not None:
        mark = _("held back: {number}").format(number=share_marked(entry.held_back, result.n))
    return Entry(
        item.statement,
        _("Of the groups: {sentence}").format(sentence=read_aloud(result, form, answered.minimum)),
        " ".join(notes),
        mark,
    )


def _all(
    view: View,
    counted: Counted,
    answered: Answered,
    ranked: Sequence[Ranked],
    key: str,
    title: str,
) -> Iterator[Part]:
    items = rated_items(answered)
    if not items:
        return
    places = {entry.item_id: entry for entry in ranked}
    order = sorted(items, key=lambda i: places[i.id].place if i.id in places else len(items) + 1)
    seen = [item for item in order if answered.results.item(item.id).counts is not None]
    hidden = tuple(Entry(item.statement) for item in order if item not in seen)
    blocks: list[Block] = []
    if seen:
        blocks.append(_table(view, counted, answered, seen, places))
    if hidden:
        blocks.append(Fold(_("Not ranked: too few groups have a rating"), hidden))
    many = called(counted.pack)[1]
    yield Part(key, _("{title}: all {many}").format(title=title, many=many), tuple(blocks))


def _table(
    view: View,
    counted: Counted,
    answered: Answered,
    items: Sequence[Item],
    places: Mapping[str, Ranked],
) -> Table:
    pack = counted.pack
    form = pack.form_of(items[0])  # a ranking has one scale
    by_members = any(entry.held_back is not None for entry in places.values())
    rows = []
    for item in items:
        result, entry = answered.results.item(item.id), places.get(item.id)
        counts = result.counts or {}
        held_back = entry.held_back if entry else 0
        name = item.statement
        if entry:
            name = _("{place}. {statement}").format(place=entry.place, statement=name)
        rows.append(
            (
                name,
                share_of(held_back or 0, result.n) if by_members else str(result.n),
                *(share(counts[option.code], result.n) for option in form.options),
                _no_rating(result),
                *([str(item.marks.get("mentions", ""))] if _background(pack) else []),
            )
        )
    one, many = called(pack)
    head = (
        capital(one),
        _("Held back") if by_members else _("Groups"),
        *(option.name for option in form.options),
        _("No rating"),
        *([_background(pack)] if _background(pack) else []),
    )
    caption = _(
        "How many groups gave each rating. {Many} are in order of their places; one without a "
        "place holds no group back. “No rating” is don't know or does not apply."
    ).format(Many=capital(many))
    if _background(pack):
        caption = _("{caption} “{column}” is background only.").format(
            caption=caption, column=_background(pack)
        )
    return Table(caption, head, tuple(rows), tuple(range(1, len(head))))


def _no_rating(result: ItemResult) -> str:
    """Return how many groups do not know or find that it does not apply; empty where hidden."""
    if result.dont_know is None or result.not_applicable is None:
        return ""
    return str(result.dont_know + result.not_applicable)


def _background(pack: Pack) -> str:
    name: str = pack.outcome.settings.get("mentions_name", "")
    return name


def _control(pack: Pack, entry: Ranked) -> str:
    codes = pack.outcome.settings.get("easiest_first", ())
    item = further_item(pack, entry.item_id, codes) if entry.control else None
    option = pack.form_of(item).option(entry.control) if item and entry.control else None
    return option.name if option else ""


def _needs(view: View, counted: Counted, ranked: Sequence[Ranked]) -> Iterator[Part]:
    pack, settings = counted.pack, counted.pack.outcome.settings
    first = [entry.item_id for entry in first_places(ranked, settings["most_chosen"])]
    helps = {need.need_id: need.helps_with for need in offered_needs(settings["need"], first)}
    title = _("{title}: what would help").format(title=pack.title)
    counts = _counted(view, counted.settled.needs, settings["need"])
    if counts is None:
        yield Part(f"{pack.id}-needs", title, (_too_few_settled(view),))
        return
    n, found = counts
    rows = tuple(
        (
            need["name"],
            share_of(number, n),
            ", ".join(statements(pack, helps.get(need["id"], ()))),
        )
        for need, number in found
    )
    table = Table(
        _("How many groups ticked what would really help them, of those that ticked anything."),
        (_("Need"), _("Groups"), _("Helps with, of what holds most groups back")),
        rows,
        numbers=(1,),
    )
    yield Part(f"{pack.id}-needs", title, (table, *_not_ticked(settings["need"], found)))


def _steps(view: View, counted: Counted) -> Iterator[Part]:
    pack, settings = counted.pack, counted.pack.outcome.settings
    counts = _counted(view, counted.settled.steps, settings["step"])
    if counts is None:
        return
    n, found = counts
    table = Table(
        _("How many groups have ticked a need that each step serves."),
        (_("Step"), _("Kind"), _("Groups")),
        tuple((step["text"], kind_name(step["kind"]), share_of(count, n)) for step, count in found),
        numbers=(2,),
    )
    title = _("{title}: steps for the network").format(title=pack.title)
    yield Part(f"{pack.id}-steps", title, (table,))


def _counted(
    view: View, crowd: Crowd, entries: Sequence[Mapping[str, Any]]
) -> tuple[int, list[tuple[Mapping[str, Any], int]]] | None:
    """Return how many groups settled on anything, and what on, most often first."""
    n = view.number(crowd.everybody)
    if n is None:
        return None
    found = [(entry, crowd.at(entry["id"], view.chosen)) for entry in entries]
    found.sort(key=lambda counted: -counted[1])  # stable: pack order where level
    return n, [(entry, number) for entry, number in found if number]


def _not_ticked(
    entries: Iterable[Mapping[str, Any]], found: Sequence[tuple[Mapping[str, Any], int]]
) -> Iterator[Block]:
    ticked = {entry["id"] for entry, _number in found}
    if left := tuple(Entry(entry["name"]) for entry in entries if entry["id"] not in ticked):
        yield Fold(_("Ticked by no group"), left)


def _too_few_settled(view: View) -> Paragraph:
    return Paragraph(
        _("Fewer than {minimum} groups have ticked what would help, or the others would be fewer.")
        .format(minimum=in_words(view.minimum)),
        Tone.QUIET,
    )  # fmt: skip


def _counting(view: View) -> Iterator[str]:
    pack = view.picture.pack
    many = called(pack)[1]
    crowds = view.picture.wordings[0].statements.values()
    undecided = any(crowd.at(NO_COMMON_ANSWER, view.chosen) for crowd in crowds)
    yield from (
        _(
            "Each group has one answer. Where several of its people have answered, it is the "
            "rating nearest to their mean; of two equally near, the higher."
        ),
        *(
            [_("{Many} are ranked by how many groups are held back, then by how many are stopped.")
             .format(Many=capital(many))]
            if "network" in pack.outcome.settings
            else [_("{Many} are ranked by the mean of the groups' ratings.")
                  .format(Many=capital(many))]
        ),
        _("What holds no group back is not ranked. “Don't know” and “does not apply” never count."),
        *(
            [_("A group whose people do not agree by more than half has no common answer to who "
               "can change it, and is left out there.")]
            if undecided
            else []
        ),
    )  # fmt: skip
