"""Two occasions beside each other, told in blocks."""

from collections.abc import Iterator

from collabkit.assessments.beside.change_lead import (
    about_people,
    lead_sentence,
    occasion_fact,
)
from collabkit.assessments.beside.change_words import (
    compared_over,
    method,
    section_name,
    statement_mark,
    statement_of,
    statement_text,
    theme_meaning,
    why_not_compared,
)
from collabkit.assessments.beside.comparison import (
    Comparison,
    Manner,
    StatementBeside,
    ThemeBeside,
    WhyNot,
    in_talking_order,
)
from collabkit.assessments.beside.counts import counts_table
from collabkit.assessments.beside.shapes import score_or_gap, shapes_or_table
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Facts,
    Fold,
    Outline,
    Paragraph,
    Part,
    Place,
    Shapes,
    Table,
    Tone,
)
from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext

_NONE = "–"


def comparison_parts(comparison: Comparison) -> tuple[Part, ...]:
    """Return two occasions in parts, in talking order; what is not there is left out."""
    found = (
        Part("last-time", _("Last time and this time"), tuple(_opening(comparison))),
        _changed(comparison),
        _not_compared(comparison),
        _method(comparison),
    )
    return tuple(part for part in found if part is not None)


def _opening(comparison: Comparison) -> Iterator[Block]:
    yield Paragraph(lead_sentence(comparison), Tone.LEAD)
    if comparison.manner in (Manner.IN_TURN, Manner.NOTHING):
        return
    yield about_people(comparison)
    yield Facts((occasion_fact(comparison.before), occasion_fact(comparison.after)))
    if comparison.manner is Manner.COUNTS:
        if comparison.counted:
            yield counts_table(comparison)
        return
    if any(_has_score(theme) for theme in comparison.themes):
        yield _themes_block(comparison)
        if words := compared_over(comparison):
            yield Paragraph(words, Tone.QUIET)
    elif comparison.manner is Manner.BESIDE and comparison.statements:
        yield _statements_table(comparison)
    if comparison.after.pack.outcome.kind is OutcomeKind.RANKING:
        yield Paragraph(_("The higher a number, the more it holds back."), Tone.QUIET)


def _has_score(theme: ThemeBeside) -> bool:
    return theme.before is not None or theme.after is not None


def _themes_block(comparison: Comparison) -> Shapes | Table:
    before, after = comparison.before.label, comparison.after.label
    names = [section_name(comparison, theme.code) for theme in comparison.themes]
    has_changes = comparison.manner is Manner.CHANGE
    rows = []
    for name, theme in zip(names, comparison.themes, strict=True):
        row = [name, _score(comparison, theme, 0), _score(comparison, theme, 1)]
        rows.append((*row, capital(theme_meaning(theme))) if has_changes else tuple(row))
    head = [capital(comparison.after.pack.parts_called[0]), before, after]
    table = Table(
        caption=_("The scores of {before} and {after}").format(before=before, after=after),
        head=(*head, _("What it means")) if has_changes else tuple(head),
        rows=tuple(rows),
        numbers=(1, 2),
    )
    outlines = (
        Outline(before, tuple(theme.before for theme in comparison.themes)),
        Outline(after, tuple(theme.after for theme in comparison.themes)),
    )
    return shapes_or_table(names, outlines, table)


def _score(comparison: Comparison, theme: ThemeBeside, place: int) -> str:
    """Return a theme's score as a figure, or for a picture as it is why there is none."""
    score = (theme.before, theme.after)[place]
    if score is not None:
        return str(shown(score))
    if comparison.manner is Manner.CHANGE:
        return _NONE  # the last column says why
    return score_or_gap((comparison.before, comparison.after)[place], theme.code)


def _statements_table(comparison: Comparison) -> Table:
    before, after = comparison.before.label, comparison.after.label
    return Table(
        caption=_("The means of {before} and {after}").format(before=before, after=after),
        head=(_("Statement"), before, after),
        rows=tuple(
            (statement_of(comparison, one.item_id), str(shown(one.before)), str(shown(one.after)))
            for one in comparison.statements
        ),
        numbers=(1, 2),
    )


def _changed(comparison: Comparison) -> Part | None:
    if comparison.manner is not Manner.CHANGE or not comparison.statements:
        return None
    standing_out = in_talking_order(comparison)
    others = [one for one in comparison.statements if one not in standing_out]
    blocks: list[Block] = []
    if standing_out:
        blocks.append(Paragraph(_("Start talking here. Ask what happened in between.")))
        blocks.append(
            Entries(tuple(_entry(comparison, one, is_marked=True) for one in standing_out))
        )
    else:
        blocks.append(Paragraph(_("No statement stands out by a change.")))
    if others:
        title = ngettext(
            "{number} statement without a clear change",
            "{number} statements without a clear change",
            len(others),
        ).format(number=capital(in_words(len(others))))
        blocks.append(Fold(title, tuple(_entry(comparison, one) for one in others)))
    return Part("changed", _("What has changed"), tuple(blocks))


def _entry(comparison: Comparison, one: StatementBeside, *, is_marked: bool = False) -> Entry:
    return Entry(
        title=statement_of(comparison, one.item_id),
        text=statement_text(one),
        mark=statement_mark(one) if is_marked else "",
    )


def _not_compared(comparison: Comparison) -> Part | None:
    folds = tuple(
        Fold(
            why_not_compared(comparison, why, len(items)),
            tuple(Entry(statement_of(comparison, item_id)) for item_id in items),
        )
        for why in WhyNot
        if (items := [one.item_id for one in comparison.not_compared if one.why is why])
    )
    if comparison.manner is Manner.BESIDE or not folds:
        return None
    return Part("not-compared", _("What is not compared"), folds, Place.BEHIND)


def _method(comparison: Comparison) -> Part | None:
    if comparison.manner not in (Manner.CHANGE, Manner.COUNTS):
        return None
    return Part(
        "change-method",
        _("How the comparison was worked out"),
        (Bullets(tuple(method(comparison))),),
        Place.BEHIND,
    )
