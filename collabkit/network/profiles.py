"""A profile side by side: how many groups stand in which band, theme by theme."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from collabkit.assessments.names import band_name
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Part,
    Place,
    Subheading,
    Table,
    Tone,
)
from collabkit.assessments.pack import AnswerForm, Item, Section
from collabkit.assessments.results import Band
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.network.counting import Counted, Crowd
from collabkit.network.leaving import leaving_items
from collabkit.network.standing import in_bands
from collabkit.network.view import View
from collabkit.network.wordings import answered_by, heading, how_it_was_counted
from collabkit.network.words import share, share_marked

_WORTH_NAMING = 3  # statements of each kind


def profile_parts(view: View) -> tuple[Part, ...]:
    """Return what stands out, the themes, and every statement; ``view`` is shown."""
    first, *others = view.picture.wordings
    key = first.pack.id
    told = [Part(f"{key}-first", heading(view), (*answered_by(view), *_outstanding(view, first)))]
    if themes := _themes(view, first):
        title = _("{title}: the {parts}").format(
            title=first.pack.title, parts=first.pack.parts_called[1]
        )
        told.append(Part(f"{key}-themes", title, (themes,)))
    told += _statements(view, first, f"{key}-in", _("{section}: every statement"))
    for number, other in enumerate(others, start=2):
        title = _("{section}: in the words of version {version}")
        told += _statements(view, other, f"{key}-in-{number}", title)
    told.append(how_it_was_counted(view, *_counting(), *_never_put(view)))
    return tuple(told)


def _outstanding(view: View, counted: Counted) -> Iterator[Block]:
    """Yield the statements on which most groups want to act, differ, or could share."""
    found = False
    for band, title in (
        (Band.ACT_FIRST, _("Most often “act first”")),
        (Band.TALK_FIRST, _("Most often “talk first”: people within a group see it differently")),
        (Band.SHARE_IT, _("Most often “share it”: what others could learn from")),
    ):
        entries = tuple(_most_at(view, counted, band))
        if entries:
            found = True
            yield Subheading(title)
            yield Entries(entries)
    if not found:
        yield Paragraph(
            _(
                "Nothing stands out: no statement is low, split or high for more than half of the "
                "groups."
            )
        )


def _most_at(view: View, counted: Counted, band: Band) -> Iterator[Entry]:
    """Yield the statements on which more than half of the groups stand in a band.

    Those with the largest share come first; pack order where level. So none is in two bands.
    """
    found: list[tuple[Fraction, Item, int, int]] = []
    for item in _items(counted):
        crowd = counted.statements[item.id]
        n = view.number(crowd.everybody)
        at = crowd.at(band, view.chosen) if n and _bands(counted, item) else 0
        if n and at * 2 > n:
            found.append((Fraction(at, n), item, at, n))
    found.sort(key=lambda entry: -entry[0])
    for _share, item, at, n in found[:_WORTH_NAMING]:
        yield Entry(item.statement, mark=share_marked(at, n))


def _themes(view: View, counted: Counted) -> Table | None:
    rows = []
    for section in counted.pack.sections:
        if section.code in counted.themes:
            row = _row(
                view, section.name, counted.themes[section.code],
                counted.themes_asked[section.code], tuple(Band)[:-1],
            )  # fmt: skip
            if row:
                rows.append(row)
    if not rows:
        return None
    names = [band_name(band) for band in tuple(Band)[:-1]]
    one = capital(counted.pack.parts_called[0])
    return Table(
        _("How many groups stand where, by the score of each {part}.").format(part=one.lower()),
        (one, *names, _("Groups")),
        tuple(rows),
        numbers=tuple(range(1, len(names) + 2)),
    )


def _statements(view: View, counted: Counted, key: str, title: str) -> Iterator[Part]:
    """Yield the statements of each theme, then what cannot be shown."""
    hidden: list[Entry] = []
    for section in counted.pack.sections:
        tables = []
        for form in counted.pack.forms:
            items = [
                item
                for item in section.items
                if item.form == form.id and item.id in counted.statements and item.id in counted.put
            ]
            table, left = _table(view, counted, section, form, items)
            tables += [table] if table else []
            hidden += left
        if tables:
            name = title.format(section=section.name, version=counted.pack.version)
            yield Part(f"{key}-{section.code}", name, tuple(tables), Place.BEHIND)
    if hidden:
        words = ngettext(
            "{number} statement is not shown, because fewer than {minimum} groups have an answer "
            "to it, or the others would be fewer.",
            "{number} statements are not shown, because fewer than {minimum} groups have an answer "
            "to each, or the others would be fewer.",
            len(hidden),
        ).format(number=capital(in_words(len(hidden))), minimum=in_words(view.minimum))
        yield Part(
            f"{key}-hidden",
            _("{title}: not shown").format(title=counted.pack.title),
            (
                Paragraph(words, Tone.QUIET),
                Fold(_("Statements with too few groups"), tuple(hidden)),
            ),
            Place.BEHIND,
        )


def _table(
    view: View, counted: Counted, section: Section, form: AnswerForm, items: Sequence[Item]
) -> tuple[Table | None, list[Entry]]:
    is_in_bands = in_bands(form, counted.unit)
    places = tuple(Band) if is_in_bands else tuple(option.code for option in form.options)
    names = (
        [band_name(band) for band in Band]
        if is_in_bands
        else [option.name for option in form.options]
    )
    rows, hidden = [], []
    for item in items:
        crowd = counted.statements[item.id]
        row = _row(view, item.statement, crowd, counted.asked[item.id], places)
        if row:
            rows.append(row)
        else:
            hidden.append(Entry(item.statement))
    if not rows:
        return None, hidden
    caption = _("How many groups stand where: {section}").format(section=section.name)
    head = (_("Statement"), *names, _("Groups"))
    return Table(caption, head, tuple(rows), tuple(range(1, len(head)))), hidden


def _row(
    view: View, name: str, crowd: Crowd, asked: Sequence[int], places: Sequence[str]
) -> tuple[str, ...] | None:
    n = view.number(crowd.everybody)
    if n is None:
        return None
    at = (share(crowd.at(place, view.chosen), n) for place in places)
    return (name, *at, _("{n} of {all}").format(n=n, all=view.all_of(asked)))


def _bands(counted: Counted, item: Item) -> bool:
    return in_bands(counted.pack.form_of(item), counted.unit)


def _items(counted: Counted) -> Iterator[Item]:
    return (item for item in leaving_items(counted.pack) if item.id in counted.statements)


def _never_put(view: View) -> Iterator[str]:
    """Yield how many statements no group has put to its people: all took the short version."""
    wordings = view.picture.wordings
    every = {item.id for counted in wordings for item in _items(counted)}
    number = len(every.difference(*(counted.put for counted in wordings)))
    if number:
        yield ngettext(
            "{number} statement is not here, because no group has put it to its people.",
            "{number} statements are not here, because no group has put them to its people.",
            number,
        ).format(number=capital(in_words(number)))


def _counting() -> Iterator[str]:
    yield from (
        _(
            "Each group counts once, in the band of its own mean, as its own results say; a group "
            "that is split stands at “{talk_first}”. Nobody's answers are added to another "
            "group's, and no group is told apart."
        ).format(talk_first=band_name(Band.TALK_FIRST)),
        _(
            "The last column says how many of all groups these are. The others were not asked, or "
            "too few of their people have answered."
        ),
    )
