"""Areas side by side (OPP): what groups want, and what they can offer and need.

Counts, marks, shares and their order are the columns' own rule for groups and networks.
"""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Part,
    Table,
)
from collabkit.assessments.outcomes.columns.counts import Counted as CountedArea
from collabkit.assessments.outcomes.columns.counts import Mark, count_areas
from collabkit.assessments.outcomes.columns.group import mark_name
from collabkit.assessments.outcomes.columns.order import COLUMNS, areas_in
from collabkit.assessments.outcomes.columns.words import answer_name
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.network.counting import Counted
from collabkit.network.standing import NEEDS, NO_COMMON_ANSWER, OFFERS
from collabkit.network.view import View
from collabkit.network.wordings import answered_by, heading, how_it_was_counted, in_other_words
from collabkit.network.words import share, share_of


def area_parts(view: View) -> tuple[Part, ...]:
    """Return what is wanted most, all areas, offers and needs; ``view`` is shown."""
    first, *others = view.picture.wordings
    key, title = first.pack.id, first.pack.title
    answered = view.answered(first)
    counted = count_areas(answered)
    told = [
        Part(f"{key}-first", heading(view), (*answered_by(view), *_most_wanted(answered, counted))),
        *_all(
            view,
            first,
            answered,
            counted,
            f"{key}-all",
            _("{title}: all areas").format(title=title),
        ),
        *_offers_and_needs(view, first, answered),
    ]
    for number, other in enumerate(others, start=2):
        its = view.answered(other)
        words = in_other_words(other)
        told += _all(view, other, its, count_areas(its), f"{key}-wording-{number}", words)
    told.append(how_it_was_counted(view, *_counting(answered)))
    return tuple(told)


def _most_wanted(answered: Answered, counted: tuple[CountedArea, ...]) -> Iterator[Block]:
    if not counted or not counted[0].wanted:
        yield Paragraph(_("No area is wanted by enough groups to be shown."))
        return
    top = counted[0]
    yield Paragraph(
        _("Wanted most is “{area}”: {wanted} groups would like it, {soon} as a quick win.").format(
            area=answered.pack.item(top.item_id).statement,
            wanted=share_of(top.wanted, top.n),
            soon=in_words(top.soon),
        )
    )
    marked = tuple(
        Entry(
            mark_name(mark),
            _("{areas}.").format(areas=listed([answered.pack.item(i).statement for i in areas])),
        )
        for mark in Mark
        if (areas := [area.item_id for area in counted if area.mark is mark])
    )
    if marked:
        yield Entries(marked)


def _all(
    view: View,
    counted: Counted,
    answered: Answered,
    areas: tuple[CountedArea, ...],
    key: str,
    title: str,
) -> Iterator[Part]:
    pack, settings = counted.pack, counted.pack.outcome.settings
    seen = {area.item_id for area in areas}
    hidden = tuple(Entry(i.statement) for i in areas_in(answered) if i.id not in seen)
    if not areas and not hidden:
        return
    blocks: list[Block] = []
    names = [answer_name(answered, settings[column]) for column in COLUMNS]
    if areas:
        common = [counted.statements[a.item_id].at(NO_COMMON_ANSWER, view.chosen) for a in areas]
        further = [_("No common answer")] if any(common) else []
        head = (_("Area"), _("Wanted"), *names, _("Don't know"), *further)
        rows = tuple(
            (
                pack.item(area.item_id).statement,
                share_of(area.wanted, area.n),
                *(
                    share(part, area.n)
                    for part in (area.soon, area.later, area.not_wanted, area.done)
                ),
                str(area.dont_know),
                *([str(undecided)] if further else []),
            )
            for area, undecided in zip(areas, common, strict=True)
        )
        caption = _(
            "How many groups gave each answer, the most wanted area first. “Wanted” is {soon} or "
            "{later}."
        ).format(soon=names[0].lower(), later=names[1].lower())
        blocks.append(Table(caption, head, rows, tuple(range(1, len(head)))))
    if hidden:
        blocks.append(Fold(_("Areas with too few groups"), hidden))
    yield Part(key, title, tuple(blocks))


def _offers_and_needs(view: View, counted: Counted, answered: Answered) -> Iterator[Part]:
    """Yield how many groups can offer and need something in each area; no names."""
    rows, hidden = [], []
    questions = {area: question for question, area in counted.areas.items()}
    for item in areas_in(answered):
        if item.id not in questions:
            continue
        crowd = counted.statements[questions[item.id]]
        n = view.number(crowd.everybody)
        if n is None:
            hidden.append(Entry(item.statement))
            continue
        offers, needs = (crowd.at(place, view.chosen) for place in (OFFERS, NEEDS))
        rows.append((item.statement, share(offers, n), share(needs, n), str(n)))
    if not rows:
        return
    caption = _("How many groups can offer something and how many need it, of those that said so.")
    head = (_("Area"), _("Can offer"), _("Need"), _("Groups"))
    fold = [Fold(_("Areas with too few groups"), tuple(hidden))] if hidden else []
    title = _("{title}: what is offered and needed").format(title=counted.pack.title)
    table = Table(caption, head, tuple(rows), (1, 2, 3))
    yield Part(f"{counted.pack.id}-exchange", title, (table, *fold))


def _counting(answered: Answered) -> Iterator[str]:
    above = f"{float(answered.pack.outcome.settings['most_above'] * 100):g}"
    yield _(
        "Each group has one answer. Where several of its people have answered, it is what more "
        "than half of them chose; without that it has no common answer, which counts for nothing."
    )
    yield _(
        "Areas are in order of the share of groups that want them, as a quick win or as a "
        "long-term aim; then of the quick wins; then of the questions. “Don't know” counts for "
        "nothing."
    )
    yield _(
        "“Already common”, “quick win for most” and “wanted by most” each need more than {share}% "
        "of the groups; exactly that is not more. The first that applies is shown."
    ).format(share=above)
