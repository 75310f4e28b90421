"""All occasions in a row, told in blocks."""

from collections.abc import Iterator, Sequence

from collabkit.assessments.beside.alike import own_score
from collabkit.assessments.beside.comparison import WhyNothing
from collabkit.assessments.beside.occasion import Likeness, Occasion
from collabkit.assessments.beside.shapes import score_or_gap, shapes_or_table
from collabkit.assessments.beside.time_line import Moment, TimeLine
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entry,
    Fold,
    Outline,
    Paragraph,
    Part,
    Place,
    Shapes,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext

_COLUMNS = 6  # occasions beside each other; there is no room for more on paper
_OUTLINES = 3  # more could not be told apart


def time_line_parts(line: TimeLine) -> tuple[Part, ...]:
    """Return the line in parts: the shapes with their table, what to heed, and the method."""
    return (
        Part("time-line", _("All the times so far"), tuple(_blocks(line))),
        Part(
            "time-line-method",
            _("How the row of pictures was made"),
            (Bullets(tuple(_method(line))),),
            Place.BEHIND,
        ),
    )


def _blocks(line: TimeLine) -> Iterator[Block]:
    first = line.moments[0].occasion.label
    yield Paragraph(
        _("{number} pictures, from {first} to {last}. Each stands for itself.").format(
            number=capital(in_words(len(line.moments))), first=first, last=line.latest.label
        ),
        Tone.LEAD,
    )
    yield from (Paragraph(text, Tone.CARE) for text in _about_people(line))
    yield _shapes(line)
    if older := line.moments[:-_COLUMNS]:
        title = ngettext("{number} earlier picture", "{number} earlier pictures", len(older))
        yield Fold(
            title.format(number=capital(in_words(len(older)))),
            tuple(Entry(moment.occasion.label, _in_a_row(line, moment)) for moment in older),
        )
    if other := _in_other_words(line):
        title = ngettext(
            "{number} statement was asked in other words before",
            "{number} statements were asked in other words before",
            len(other),
        )
        yield Fold(title.format(number=capital(in_words(len(other)))), other)
    yield from (Paragraph(_about_left_out(*each), Tone.QUIET) for each in line.left_out)


def _shapes(line: TimeLine) -> Shapes | Table:
    latest = line.latest.pack
    moments = line.moments[-_COLUMNS:]
    names = [latest.section(code).name for code in line.codes]
    rows = [
        (name, *(_cell(moment, line.codes, place) for moment in moments))
        for place, name in enumerate(names)
    ]
    if not line.latest.is_own:
        rows.append((_("People"), *(str(m.occasion.results.respondents) for m in moments)))
    rows.append((_("Statements"), *(str(_asked(moment.occasion)) for moment in moments)))
    table = Table(
        caption=_("The scores on each occasion, the latest last"),
        head=(capital(latest.parts_called[0]), *(moment.occasion.label for moment in moments)),
        rows=tuple(rows),
        numbers=tuple(range(1, len(moments) + 1)),
    )
    outlines = [Outline(m.occasion.label, m.scores) for m in moments[-_OUTLINES:]]
    return shapes_or_table(names, outlines, table)


def _cell(moment: Moment, codes: Sequence[str], place: int) -> str:
    """Return a score as a figure, or in two or three words why there is none."""
    score = moment.scores[place]
    if score is not None:
        return str(shown(score))
    if own_score(moment.occasion, codes[place]) is not None:
        return _("other words")  # too few statements are left of those in the words of today
    return score_or_gap(moment.occasion, codes[place])


def _asked(occasion: Occasion) -> int:
    return sum(item.asked for item in occasion.results.items)


def _in_a_row(line: TimeLine, moment: Moment) -> str:
    return "; ".join(
        _("{name} {score}").format(
            name=line.latest.pack.section(code).name, score=_cell(moment, line.codes, place)
        )
        for place, code in enumerate(line.codes)
    )


def _about_people(line: TimeLine) -> Iterator[str]:
    """Yield on which occasions other people answered, and where nobody has said it."""
    later = [moment.occasion for moment in line.moments[1:]]
    changed = [o.label for o in later if o.people is Likeness.CHANGED]
    not_said = [o.label for o in later if o.people is Likeness.NOT_SAID]
    if changed and line.latest.is_own:
        yield _("In {labels} somebody else answered than the time before: a new picture.").format(
            labels=listed(changed)
        )
    elif changed:
        yield _(
            "A new picture in {labels}: fewer than two thirds of the people were the same as the "
            "time before, so a difference may come from that alone."
        ).format(labels=listed(changed))
    if not_said and line.latest.is_own:
        yield _("Nobody has said of {labels} whether the same person answered.").format(
            labels=listed(not_said)
        )
    elif not_said:
        yield _(
            "Nobody has said of {labels} whether at least two thirds of the people were the same "
            "as the time before."
        ).format(labels=listed(not_said))


def _in_other_words(line: TimeLine) -> tuple[Entry, ...]:
    """Return the statements with other words on some occasion, and on which."""
    latest = line.latest.pack
    found = []
    for item in latest.items:
        labels = [m.occasion.label for m in line.moments if item.id in m.other_words]
        if labels:
            found.append(
                Entry(
                    item.statement,
                    _("In other words, and not counted: {labels}.").format(labels=listed(labels)),
                )
            )
    return tuple(found)


def _about_left_out(occasion: Occasion, why: WhyNothing) -> str:
    told = {
        WhyNothing.ONE_PERSON: _(
            "{label} is left out: a group is compared with nobody alone, and nobody with a group."
        ),
        WhyNothing.HIDDEN: _("{label} is left out: too few people answered."),
        WhyNothing.COUNTED_OTHERWISE: _(
            "{label} is left out: organisations and people were not counted in the same way."
        ),
    }[why]
    return told.format(label=occasion.label)


def _method(line: TimeLine) -> Iterator[str]:
    yield _(
        "Each column is the picture of one occasion, with what was asked and may be shown then. A "
        "statement counts only if its words were those of {latest}."
    ).format(latest=line.latest.label)
    yield _(
        "Where fewer statements were asked, a score rests on fewer. Lay two occasions beside each "
        "other to see what can be called a change."
    )
    yield _("No trend is worked out: a few pictures are no line.")
