"""What a comparison comes to: the sentence over it, and whose answers it rests on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from collabkit.assessments.beside.change_words import (
    change_name,
    section_name,
    statement_of,
)
from collabkit.assessments.beside.comparison import (
    Change,
    Comparison,
    Manner,
    StatementBeside,
    ThemeBeside,
    WhyNothing,
)
from collabkit.assessments.beside.occasion import Likeness, Occasion
from collabkit.assessments.outcomes.blocks import Fact, Paragraph, Tone
from collabkit.assessments.outcomes.phrases import listed, quoted
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext

_TOLD_IN_ORDER = (
    Change.HIGHER, Change.MAY_BE_HIGHER, Change.LOWER, Change.MAY_BE_LOWER, Change.NONE,
)  # fmt: skip


def lead_sentence(comparison: Comparison) -> str:
    """Return what the comparison comes to, in a sentence or two."""
    if comparison.manner is Manner.CHANGE:
        return _what_changed(comparison)
    told = {
        Manner.BESIDE: _("{before} and {after}, one beside the other."),
        Manner.COUNTS: _("{before} and {after}, one beside the other."),
        Manner.IN_TURN: _("Nothing is compared here: look at {before} and {after} in turn."),
        Manner.NOTHING: _why_nothing(comparison),
    }[comparison.manner]
    return told.format(before=comparison.before.label, after=comparison.after.label)


def about_people(comparison: Comparison) -> Paragraph:
    """Return what somebody said about who answered, and what follows from it."""
    of_a_group = {
        Likeness.SAME: _(
            "You said that at least two thirds of the people are the same both times."
        ),
        Likeness.CHANGED: _(
            "A new picture: fewer than two thirds of the people are the same as in {before}. A "
            "difference may come from that alone, so no change is named."
        ),
        Likeness.NOT_SAID: _(
            "Nobody has said whether at least two thirds of the people are the same as in "
            "{before}. Until then this is a new picture, and no change is named."
        ),
    }
    of_one_person = {
        Likeness.SAME: _("You said that the same person answered both times."),
        Likeness.CHANGED: _(
            "A new picture: somebody else answered in {before}. No change is named."
        ),
        Likeness.NOT_SAID: _(
            "Nobody has said whether the same person answered in {before}. Until then this is a "
            "new picture, and no change is named."
        ),
    }
    text = (of_one_person if comparison.after.is_own else of_a_group)[comparison.people]
    tone = Tone.QUIET if comparison.people is Likeness.SAME else Tone.PLAIN
    return Paragraph(text.format(before=comparison.before.label), tone)


def occasion_fact(occasion: Occasion) -> Fact:
    """Return from how many people and statements one picture is drawn."""
    asked = sum(item.asked for item in occasion.results.items)
    people = occasion.results.respondents
    told = [ngettext("{number} statement", "{number} statements", asked).format(number=asked)]
    if not occasion.is_own:
        counted = ngettext("{number} person", "{number} people", people)
        told.insert(0, counted.format(number=capital(in_words(people))))
    return Fact(occasion.label, ", ".join(told))


def _what_changed(comparison: Comparison) -> str:
    before = comparison.before.label
    part, parts = comparison.after.pack.parts_called
    beside: Sequence[ThemeBeside | StatementBeside] = comparison.themes
    if not any(theme.change for theme in comparison.themes):
        beside, part, parts = comparison.statements, _("statement"), _("statements")
    changes = Counter(one.change for one in beside if one.change is not None)
    if not changes:
        return _("Nothing can be compared with {before}.").format(before=before)
    if set(changes) == {Change.NONE}:
        return _("Since {before} no {part} shows a clear change.").format(before=before, part=part)
    if len(changes) == 1 and changes.total() == len(beside) > 1:
        return _all_alike(next(iter(changes)), len(beside)).format(
            before=before, number=in_words(len(beside)), parts=parts
        )
    if len(beside) == 1:
        return _("{name}: {change} since {before}.").format(
            name=_name(comparison, beside[0]),
            change=change_name(next(iter(changes))),
            before=before,
        )
    return _("Since {before}, of {number} {parts}, {clauses}.").format(
        before=before,
        number=in_words(len(beside)),
        parts=parts,
        clauses=listed([*_clauses(changes, len(beside) - changes.total())]),
    )


def _all_alike(change: Change, number: int) -> str:
    if number == 2:
        return {
            Change.HIGHER: _("Since {before}, both {parts} are clearly higher."),
            Change.MAY_BE_HIGHER: _("Since {before}, both {parts} may be higher."),
            Change.LOWER: _("Since {before}, both {parts} are clearly lower."),
            Change.MAY_BE_LOWER: _("Since {before}, both {parts} may be lower."),
        }[change]
    return {
        Change.HIGHER: _("Since {before}, all {number} {parts} are clearly higher."),
        Change.MAY_BE_HIGHER: _("Since {before}, all {number} {parts} may be higher."),
        Change.LOWER: _("Since {before}, all {number} {parts} are clearly lower."),
        Change.MAY_BE_LOWER: _("Since {before}, all {number} {parts} may be lower."),
    }[change]


def _clauses(changes: Counter[Change], not_compared: int) -> Iterator[str]:
    for change in _TOLD_IN_ORDER:
        if number := changes[change]:
            yield _clause(change, number).format(number=in_words(number))
    if not_compared:
        yield ngettext(
            "{number} is not compared", "{number} are not compared", not_compared
        ).format(number=in_words(not_compared))


def _clause(change: Change, number: int) -> str:
    return {
        Change.HIGHER: ngettext(
            "{number} is clearly higher", "{number} are clearly higher", number
        ),
        Change.MAY_BE_HIGHER: _("{number} may be higher"),
        Change.LOWER: ngettext("{number} is clearly lower", "{number} are clearly lower", number),
        Change.MAY_BE_LOWER: _("{number} may be lower"),
        Change.NONE: ngettext(
            "{number} shows no clear change", "{number} show no clear change", number
        ),
    }[change]


def _name(comparison: Comparison, one: ThemeBeside | StatementBeside) -> str:
    if isinstance(one, ThemeBeside):
        return section_name(comparison, one.code)
    return quoted([statement_of(comparison, one.item_id)])


def _why_nothing(comparison: Comparison) -> str:
    match comparison.why_nothing:
        case WhyNothing.ONE_PERSON:
            return _(
                "{before} and {after} are not compared: one of them is one person's own view, and "
                "a group is compared with nobody alone."
            )
        case WhyNothing.HIDDEN if comparison.after.is_own:
            return _("There is nothing to compare: nothing was answered in {hidden}.").format(
                hidden=_hidden(comparison)
            )
        case WhyNothing.HIDDEN:
            return _("There is nothing to compare: too few people answered in {hidden}.").format(
                hidden=_hidden(comparison)
            )
        case _:
            return _(
                "{before} and {after} are not compared: on one occasion every organisation counts "
                "the same, on the other every person."
            )


def _hidden(comparison: Comparison) -> str:
    both = (comparison.before, comparison.after)
    return listed([occasion.label for occasion in both if occasion.is_hidden])
