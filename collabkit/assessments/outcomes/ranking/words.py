"""The smaller pieces of ranked barriers: who answered what, what is missing, how it was ranked."""

from collections.abc import Iterable

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Paragraph,
    Part,
    Place,
    Subheading,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.dots import dots_of
from collabkit.assessments.outcomes.further import further_item
from collabkit.assessments.outcomes.phrases import quoted
from collabkit.assessments.outcomes.ranking.order import Ranked, Unit, rated_items
from collabkit.assessments.outcomes.ranking.rule import Ranking
from collabkit.assessments.pack import Item, Pack
from collabkit.assessments.results import Spread
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, how_tried, in_words, read_aloud
from collabkit.i18n import _, ngettext


def statements(pack: Pack, item_ids: Iterable[str]) -> list[str]:
    """Return the statements with these ids, in their order."""
    return [pack.item(item_id).statement for item_id in item_ids]


def called(pack: Pack) -> tuple[str, str]:
    """Return what one of the ranked statements and several are called, such as “barrier”."""
    one, many = pack.outcome.settings.get("called", (_("statement"), _("statements")))
    return one, many


def easiest_first(pack: Pack) -> tuple[str, ...]:
    """Return the names of the answers that put level statements in order; none without them."""
    codes = pack.outcome.settings.get("easiest_first", ())
    for item in pack.items:
        further = further_item(pack, item.id, codes) if codes else None
        if further is not None:
            options = (pack.form_of(further).option(code) for code in codes)
            return tuple(option.name for option in options if option is not None)
    return ()


def is_one_person(answered: Answered) -> bool:
    """Tell whether the answers are one person's own."""
    return answered.minimum == OWN_ASSESSMENT and len(answered.sheets) <= 1


def first_entries(answered: Answered, outcome: Ranking) -> Entries:
    """Return the first places, what is level said to be level."""
    first = [outcome.entry(item_id) for item_id in outcome.first]
    return Entries(tuple(_entry(answered, entry, first) for entry in first))


def missing(answered: Answered, outcome: Ranking) -> tuple[Block, ...]:
    """Return what to do about statements that have no rating, or not enough of them."""
    blocks: list[Block] = []
    split = [i for i in outcome.first if answered.results.item(i).spread is Spread.SPLIT]
    if split:
        blocks.append(
            Paragraph(
                _("People see {names} very differently. Hear both sides before you choose.").format(
                    names=quoted(statements(answered.pack, split))
                ),
                Tone.CARE,
            )
        )
    if not outcome.open:
        return tuple(blocks)
    number = len(outcome.open)
    if answered.minimum == OWN_ASSESSMENT:
        words = ngettext(
            "{number} {one} is not ranked, because it has no rating:",
            "{number} {many} are not ranked, because they have no rating:",
            number,
        )
    else:
        words = ngettext(
            "{number} {one} is not ranked, because fewer than {minimum} gave a rating:",
            "{number} {many} are not ranked, because fewer than {minimum} gave a rating:",
            number,
        )
    one, many = called(answered.pack)
    text = words.format(
        number=capital(in_words(number)), one=one, many=many, minimum=in_words(answered.minimum)
    )
    entries = tuple(_open_entry(answered, item_id) for item_id in outcome.open)
    return (*blocks, Paragraph(text, Tone.QUIET), Entries(entries))


def all_answers(answered: Answered, outcome: Ranking) -> list[Part]:
    """Return how every barrier was rated, beside how often it was named elsewhere."""
    results = answered.results
    visible = [i for i in rated_items(answered) if results.item(i.id).mean is not None]
    if not visible:
        return []
    blocks: list[Block] = [_table(answered, outcome, visible)]
    dots = [dots_of(answered.pack, results.item(i.id), answered.minimum) for i in visible]
    if any(dots):
        blocks.append(Subheading(_("How everybody answered")))
        blocks += [drawn for drawn in dots if drawn]
    title = _("All {many}").format(many=called(answered.pack)[1])
    return [Part("all", title, tuple(blocks), Place.BEHIND)]


def how_it_was_worked_out(answered: Answered, outcome: Ranking) -> Part:
    """Return the rule in sentences."""
    settings = answered.pack.outcome.settings
    one, many = called(answered.pack)
    if is_one_person(answered):
        order = _("{Many} are ranked by your rating, the highest first.")
    elif outcome.unit is Unit.CHARITY and "network" in settings:
        order = _(
            "{Many} are ranked by how many members are held back, then by how many are stopped. "
            "Each member has one answer."
        )
    else:
        order = _(
            "{Many} are ranked by the mean of all ratings as it is shown, with one decimal. Two "
            "{many} with the same mean are level."
        )
    sentences = [
        order.format(Many=capital(many), many=many),
        _(
            "What holds nobody back is not ranked, nor is what has no rating. “Don't know” and "
            "“does not apply” never count as low."
        ),
        _(
            "The first {most} are shown, with everything that is level with the last of them."
        ).format(most=in_words(settings["most_chosen"])),
        _proposal(answered.pack),
        _(
            "A need is offered if it helps with at least one {one} that you chose. Each step "
            "appears once: quick wins, then longer term, then influence."
        ).format(one=one),
        how_tried(answered.pack.status),
    ]
    if "mentions_name" in settings:
        sentences.insert(-1, _("How often each was named elsewhere never changes the order."))
    if not is_one_person(answered):
        sentences.insert(
            1,
            _("Nothing is shown that fewer than {minimum} have answered.").format(
                minimum=in_words(answered.minimum)
            ),
        )
    return Part("method", _("How this was worked out"), (Bullets(tuple(sentences)),), Place.BEHIND)


def _proposal(pack: Pack) -> str:
    names = easiest_first(pack)
    if not names:
        return _("In the proposal, what is level stays in the order of the questions.")
    return _(
        "Of what is level, the proposal takes first what is most often marked {answers}; what is "
        "still level stays in the order of the questions."
    ).format(answers=_(", then ").join(_("“{name}”").format(name=name) for name in names))


def _entry(answered: Answered, entry: Ranked, first: list[Ranked]) -> Entry:
    pack = answered.pack
    item = pack.item(entry.item_id)
    form, result = pack.form_of(item), answered.results.item(item.id)
    level = sum(other.place == entry.place for other in first) - 1
    place = _("Place {place}.").format(place=entry.place)
    if level:
        place = ngettext(
            "Place {place}, level with {number} other.",
            "Place {place}, level with {number} others.",
            level,
        ).format(place=entry.place, number=in_words(level))
    notes = [place, *_control(pack, entry)]
    if is_one_person(answered):
        chosen = next(option for option in form.options if (result.counts or {})[option.code])
        return Entry(item.statement, item.help, " ".join(notes), chosen.name, item.id)
    mark = _("mean {mean}").format(mean=shown(entry.mean))
    if entry.held_back is not None:
        mark = _("{number} of {n} held back").format(number=entry.held_back, n=result.n)
    said = read_aloud(result, form, answered.minimum)
    return Entry(item.statement, said, " ".join(notes), mark, item.id)


def _control(pack: Pack, entry: Ranked) -> list[str]:
    easiest_first = pack.outcome.settings.get("easiest_first", ())
    item = further_item(pack, entry.item_id, easiest_first) if entry.control else None
    option = pack.form_of(item).option(entry.control) if item and entry.control else None
    return [f"{option.name}."] if option else []


def _open_entry(answered: Answered, item_id: str) -> Entry:
    pack, result = answered.pack, answered.results.item(item_id)
    item = pack.item(item_id)
    if not is_one_person(answered):
        said = read_aloud(result, pack.form_of(item), answered.minimum)
        return Entry(item.statement, note=said, item_id=item_id)
    mark = _("Not answered")
    if result.dont_know:
        mark = _("Don't know")
    elif result.not_applicable:
        mark = _("Does not apply")
    return Entry(item.statement, mark=mark, item_id=item_id)


def _table(answered: Answered, outcome: Ranking, items: list[Item]) -> Table:
    places = {entry.item_id: entry.place for entry in outcome.ranked}
    order = sorted(items, key=lambda item: places.get(item.id, len(places) + 1))
    background = answered.pack.outcome.settings.get("mentions_name", "")
    alone = is_one_person(answered)
    one, many = called(answered.pack)
    head = [capital(one), _("Place"), _("Your rating") if alone else _mean_name(answered, items[0])]
    rows = [
        [
            item.statement,
            str(places[item.id]) if item.id in places else _("not ranked"),
            _rating(answered, item) if alone else _mean(answered, item),
        ]
        for item in order
    ]
    if background:
        head.append(background)
        for row, item in zip(rows, order, strict=True):
            row.append(str(item.marks.get("mentions", "")))
    caption = (
        _("All rated {many} in their order. “{column}” is background only.").format(
            many=many, column=background
        )
        if background
        else _("All rated {many} in their order.").format(many=many)
    )
    numbers = (1, *(() if alone else (2,)), *((3,) if background else ()))
    return Table(caption, tuple(head), tuple(map(tuple, rows)), numbers)


def _mean_name(answered: Answered, item: Item) -> str:
    values = [option.value for option in answered.pack.form_of(item).options]
    return _("Mean, from {low} to {high}").format(low=values[0], high=values[-1])


def _rating(answered: Answered, item: Item) -> str:
    counts = answered.results.item(item.id).counts or {}
    options = answered.pack.form_of(item).options
    return next((option.name for option in options if counts.get(option.code)), "")


def _mean(answered: Answered, item: Item) -> str:
    mean = answered.results.item(item.id).mean
    return "" if mean is None else str(shown(mean))
