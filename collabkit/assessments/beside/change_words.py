"""The words in which themes and statements of two occasions are laid beside each other."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from collabkit.assessments.beside.alike import NoScore, own_score
from collabkit.assessments.beside.comparison import (
    STATEMENT_FROM,
    THEME_FROM,
    THEME_MAY_BE_FROM,
    Change,
    Comparison,
    Manner,
    StatementBeside,
    ThemeBeside,
    WhyNot,
)
from collabkit.assessments.limits import SCORE_FROM
from collabkit.assessments.names import spread_name
from collabkit.assessments.outcomes.phrases import apart, quoted
from collabkit.assessments.results import Spread
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext

_UNTOLD = (Spread.SINGLE, Spread.TOO_FEW)  # nothing is said about spread


def change_name(change: Change) -> str:
    """Return what a difference means, for the middle of a sentence."""
    return {
        Change.HIGHER: _("clearly higher"),
        Change.MAY_BE_HIGHER: _("may be higher"),
        Change.NONE: _("no clear change"),
        Change.MAY_BE_LOWER: _("may be lower"),
        Change.LOWER: _("clearly lower"),
    }[change]


def section_name(comparison: Comparison, code: str) -> str:
    """Return the name of a section, as it is called now where it is still there."""
    sections = (*comparison.after.pack.sections, *comparison.before.pack.sections)
    return next(section.name for section in sections if section.code == code)


def statement_of(comparison: Comparison, item_id: str) -> str:
    """Return a statement in the words of now where the pack still has it."""
    items = (*comparison.after.pack.items, *comparison.before.pack.items)
    return next(item.statement for item in items if item.id == item_id)


def theme_meaning(theme: ThemeBeside) -> str:
    """Return what the scores of a theme mean, as in “clearly higher, by 0.6”, or why they do not.

    Where they rest on fewer statements than in each picture, their number is said too.
    """
    if theme.change is None or theme.before is None or theme.after is None:
        return _("not compared: {reason}").format(reason=_why_no_score(theme))
    told = change_name(theme.change)
    if theme.change is not Change.NONE:
        told = _("{change}, by {difference}").format(
            change=told, difference=_difference(theme.before, theme.after)
        )
    if not theme.is_narrower:
        return told
    return ngettext(
        "{change} (over {number} statement)",
        "{change} (over {number} statements)",
        theme.statements,
    ).format(change=told, number=theme.statements)


def statement_text(one: StatementBeside) -> str:
    """Return one statement's means, what they mean, and how its spread has changed.

    It is for statements whose change may be told.
    """
    means = _("Last time {before}, this time {after}").format(
        before=shown(one.before), after=shown(one.after)
    )
    if one.change in (Change.HIGHER, Change.LOWER):
        told = _("{means}: {change}, by {difference}.").format(
            means=means,
            change=change_name(one.change),
            difference=_difference(one.before, one.after),
        )
    else:
        told = _("{means}: {change}.").format(means=means, change=change_name(Change.NONE))
    return " ".join([told, *_spread_change(one)])


def statement_mark(one: StatementBeside) -> str:
    """Return in a word or two why a statement stands out."""
    if one.is_newly_split:
        return _("now split")
    if one.change is Change.HIGHER:
        return _("higher")
    return _("lower") if one.change is Change.LOWER else _("no longer split")


def why_not_compared(comparison: Comparison, why: WhyNot, number: int) -> str:
    """Return how many statements are not compared for one reason, as a heading."""
    told = {
        WhyNot.OTHER_WORDS: ngettext(
            "{number} statement was asked in other words in {before}",
            "{number} statements were asked in other words in {before}",
            number,
        ),
        WhyNot.ONLY_AFTER: ngettext(
            "{number} statement was asked only in {after}",
            "{number} statements were asked only in {after}",
            number,
        ),
        WhyNot.ONLY_BEFORE: ngettext(
            "{number} statement was asked only in {before}",
            "{number} statements were asked only in {before}",
            number,
        ),
        WhyNot.TOO_FEW: _too_few(number, is_own=comparison.after.is_own),
    }[why]
    return told.format(
        number=capital(in_words(number)),
        before=comparison.before.label,
        after=comparison.after.label,
    )


def compared_over(comparison: Comparison) -> str:
    """Return which themes have another score here than in a picture of their own, and why."""
    pictures = (comparison.before, comparison.after)
    names = [
        section_name(comparison, theme.code)
        for theme in comparison.themes
        for own in [tuple(own_score(picture, theme.code) for picture in pictures)]
        if theme.is_narrower and _seen(theme.before, theme.after) != _seen(*own)
    ]
    if not names:
        return ""
    return ngettext(
        "“{names}” is compared only over what was asked and may be shown both times. So its scores "
        "here differ from those in its own pictures.",
        "{names} are compared only over what was asked and may be shown both times. So their "
        "scores here differ from those in their own pictures.",
        len(names),
    ).format(names=names[0] if len(names) == 1 else quoted(names))


def _seen(*scores: Fraction | None) -> tuple[Decimal | None, ...]:
    return tuple(None if score is None else shown(score) for score in scores)


def _difference(before: Fraction, after: Fraction) -> str:
    return apart(str(shown(abs(after - before))), before, after)


def _too_few(number: int, *, is_own: bool) -> str:
    if is_own:
        return ngettext(
            "{number} statement has no answer that counts both times",
            "{number} statements have no answer that counts both times",
            number,
        )
    return ngettext(
        "{number} statement has not enough answers both times",
        "{number} statements have not enough answers both times",
        number,
    )


def method(comparison: Comparison) -> Iterator[str]:
    """Yield how everything was worked out, a sentence or two each."""
    is_own = comparison.after.is_own
    if comparison.manner is Manner.COUNTS:
        yield _("These answers are no numbers: both counts are shown, and no change is named.")
    yield _("Only what was asked in the very same words both times is compared.")
    if not is_own:
        least = max(o.results.minimum for o in (comparison.before, comparison.after))
        yield _(
            "Both times at least {number} people must have given an answer that counts."
        ).format(number=in_words(least))
    if comparison.manner is Manner.COUNTS:
        return
    if comparison.themes:
        yield _(
            "A {part} is compared over the statements that were asked and may be shown both times, "
            "so its score can differ from the one in its own picture. At least half of those that "
            "apply need answers; where only some of the pack's statements are left, {number} or "
            "more."
        ).format(part=comparison.after.pack.parts_called[0], number=in_words(SCORE_FROM))
        yield _(
            "A score that is {clear} or more apart is clearly higher or lower, and one that is "
            "{may_be} or more apart may be."
        ).format(clear=THEME_FROM, may_be=THEME_MAY_BE_FROM)
    yield _("The mean of one statement has to be {clear} or more apart.").format(
        clear=STATEMENT_FROM
    )
    yield _(
        "Differences are worked out exactly and rounded once. So one can be 0.1 off the difference "
        "of the two numbers beside it."
    )
    if not is_own:
        yield _("Pictures are compared, not people: nobody can see who has moved.")
    yield _("The limits are a rule of thumb. Charities have not tested them.")


def _why_no_score(theme: ThemeBeside) -> str:
    match theme.why_not:
        case NoScore.NO_STATEMENTS:
            return _("no statement was asked in the same words both times")
        case NoScore.FEW_STATEMENTS:
            return _("fewer than {number} statements were asked in the same words").format(
                number=in_words(SCORE_FROM)
            )
        case NoScore.FEW_ANSWERS:
            return _("not enough answers to the same statements")
        case _:
            return _("one of the pictures has no score for it")


def _spread_change(one: StatementBeside) -> Iterator[str]:
    before, after = one.spread_before, one.spread_after
    if before in _UNTOLD or after in _UNTOLD:
        return
    if before is not after:
        yield _("{before} last time, {after} now.").format(
            before=spread_name(before), after=spread_name(after).lower()
        )
    elif after is Spread.SPLIT:
        yield _("Split both times.")
