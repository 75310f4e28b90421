"""Results in words, to read aloud.

Numbers of people up to ten are words and levels are figures, so that "two chose 2" can be told
apart by ear. There are no percentages, whatever the size of the group.
"""

from collections.abc import Mapping, Sequence

from collabkit.assessments.levels import is_numbered
from collabkit.assessments.names import spread_name
from collabkit.assessments.pack import AnswerForm, Option, Respondent
from collabkit.assessments.results import ItemResult, Results, SectionResult, Spread
from collabkit.assessments.spread import end_width, is_ordered
from collabkit.i18n import _, ngettext

_Group = tuple[int, tuple[Option, ...]]  # how many people chose one of these answers


def read_aloud(item: ItemResult, form: AnswerForm, minimum: int) -> str:
    """Return one statement's result as a sentence or two.

    "Seven of nine chose 4 or 5; two chose 2. Spread." for a group, "You chose 2: Starting." for
    one person's own assessment (``minimum`` 1), and a plain word for what is hidden.
    """
    if not item.asked:
        return _("Not asked.")
    if minimum == 1 and _people(item) <= 1:
        return _own_answer(item, form)
    ways_out = _ways_out(item, form)
    sentences = []
    if item.counts is not None:
        sentences = [_choices(item, item.counts, form), f"{spread_name(item.spread)}."]
    elif item.n or not ways_out:
        sentences = [why_hidden(item, minimum)]
    return " ".join([*sentences, *ways_out])


def why_hidden(item: ItemResult, minimum: int) -> str:
    """Return why the levels of a statement are not shown, although it was asked.

    Too few have chosen one; or enough have, but too few of them in private, beside raised hands.
    The number of all who chose one can be seen in either case, so this tells nothing new.
    """
    if item.n < minimum:
        return not_enough(minimum)
    return _(
        "The levels are not shown: too few people chose one in private, and the raised hands could "
        "give them away."
    )


def not_enough(minimum: int) -> str:
    """Return the sentence that stands where a group, or one person, has not answered enough."""
    if minimum == 1:
        return _("Not answered.")
    return _("Not enough answers to show (fewer than {number}).").format(number=in_words(minimum))


def answered_so_far(answered: int, asked: int) -> str:
    """Return how far somebody is, such as "14 of 20 statements answered", without a full stop."""
    if asked and answered == asked:
        return ngettext(
            "{number} of {number} statement answered", "All {number} statements answered", asked
        ).format(number=asked)
    return ngettext(
        "{answered} of {asked} statement answered",
        "{answered} of {asked} statements answered",
        asked,
    ).format(answered=answered, asked=asked)


def in_words(number: int) -> str:
    """Return a number of people as a word up to ten, otherwise in figures."""
    words = (
        _("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"),
        _("seven"), _("eight"), _("nine"), _("ten"),
    )  # fmt: skip
    return words[number] if number < len(words) else str(number)


def capital(text: str) -> str:
    """Return ``text`` as at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def role_counted(role: Respondent, number: int) -> str:
    """Return a number of people in a role as in “three trustees”."""
    return {
        Respondent.TRUSTEE: ngettext("{number} trustee", "{number} trustees", number),
        Respondent.STAFF: ngettext("{number} member of staff", "{number} members of staff", number),
        Respondent.VOLUNTEER: ngettext("{number} volunteer", "{number} volunteers", number),
        Respondent.PARTNER: ngettext("{number} partner", "{number} partners", number),
        Respondent.PERSON_SERVED: ngettext(
            "{number} person the charity serves", "{number} people the charity serves", number
        ),
    }[role].format(number=in_words(number))


def findings_lead(results: Results) -> str:
    """Return the sentence over the findings, or what is said if there are none."""
    if results.findings:
        return _("Start talking here. What helps most to talk about comes first.")
    if any(item.mean is not None for item in results.items):
        return _("Nothing stands out: no answer is very low, very high or far from the others.")
    return _("There is nothing to talk about yet: there are not enough answers.")


def answered_of(section: SectionResult) -> str:
    """Return how many of the statements that apply have enough answers: "8 of 9"."""
    return _("{answered} of {applicable}").format(
        answered=section.answered, applicable=section.applicable
    )


def _people(item: ItemResult) -> int:
    ways_out = (item.dont_know or 0) + (item.not_applicable or 0)
    return item.n + ways_out + sum((item.further or {}).values())


def _own_answer(item: ItemResult, form: AnswerForm) -> str:
    if item.dont_know:
        return _("You answered “don't know”.")
    if item.not_applicable:
        return _("You answered “does not apply”.")
    for option in form.further_ways_out:
        if item.further and item.further[option.code]:
            return _("You answered “{answer}”.").format(answer=_said(option))
    for option in form.options:
        if item.counts and item.counts[option.code]:
            if is_numbered(form):
                return _("You chose {level}: {name}.").format(level=option.code, name=option.name)
            return _("You chose “{name}”.").format(name=option.name)
    return not_enough(minimum=1)


def _choices(item: ItemResult, counts: Mapping[str, int], form: AnswerForm) -> str:
    (most, levels), *others = _groups(counts, form, item.spread)
    if item.spread is Spread.MOSTLY_TOGETHER and sum(count for count, _o in others) == 1:
        others = []  # said aloud, it would point at somebody in the room
    if most == item.n:
        first = _("All {total} chose {levels}")
    else:
        first = ngettext(
            "{number} of {total} chose {levels}", "{number} of {total} chose {levels}", most
        )
    clauses = [
        first.format(number=in_words(most), total=in_words(item.n), levels=_levels(form, levels))
    ]
    clauses += [
        ngettext("{number} chose {levels}", "{number} chose {levels}", count).format(
            number=in_words(count), levels=_levels(form, options)
        )
        for count, options in others
    ]
    return _sentence(clauses)


def _ways_out(item: ItemResult, form: AnswerForm) -> list[str]:
    answers = [(item.dont_know, _("don't know")), (item.not_applicable, _("does not apply"))]
    if item.further:
        answers += [(item.further[o.code], _said(o)) for o in form.further_ways_out]
    clauses = [
        ngettext("{number} answered “{answer}”", "{number} answered “{answer}”", count).format(
            number=in_words(count), answer=answer
        )
        for count, answer in answers
        if count
    ]
    return [_sentence(clauses)] if clauses else []


def _said(option: Option) -> str:
    """Return an answer as in the middle of a sentence."""
    return option.name[:1].lower() + option.name[1:]


def _sentence(clauses: Sequence[str]) -> str:
    return capital("; ".join(clauses)) + "."


def _levels(form: AnswerForm, options: Sequence[Option]) -> str:
    numbered = is_numbered(form)
    names = [option.code if numbered else f"“{option.name}”" for option in options]
    if len(names) == 1:
        return names[0]
    return _("{levels} or {last}").format(levels=", ".join(names[:-1]), last=names[-1])


def _groups(counts: Mapping[str, int], form: AnswerForm, spread: Spread) -> list[_Group]:
    """Sum up where people stand: both ends if they are split, otherwise the closest neighbours."""
    options = form.options
    if spread is Spread.SPLIT:
        width = end_width(form)
        ends = [options[len(options) - width :], options[:width]]
        ends.sort(key=lambda end: -_count(counts, end))
        parts = [*ends, options[width : len(options) - width]]
    else:
        parts = _closest_first(counts, options, 2 if is_ordered(form) else 1)
    return [
        (_count(counts, part), tuple(option for option in part if counts[option.code]))
        for part in parts
        if _count(counts, part)
    ]


def _closest_first(
    counts: Mapping[str, int], options: tuple[Option, ...], width: int
) -> list[tuple[Option, ...]]:
    """Cut a scale into runs of at most ``width`` neighbours, the fullest first.

    On a tie the higher levels come first; single categories keep their order.
    """
    if not options:
        return []
    starts = range(max(1, len(options) - width + 1))
    start = max(
        starts[::-1] if width > 1 else starts,
        key=lambda first: _count(counts, options[first : first + width]),
    )
    rest = (options[:start], options[start + width :])
    others = [part for side in rest for part in _closest_first(counts, side, width)]
    others.sort(key=lambda part: -_count(counts, part))
    return [options[start : start + width], *others]


def _count(counts: Mapping[str, int], options: Sequence[Option]) -> int:
    return sum(counts[option.code] for option in options)


def how_tried(status: str) -> str:
    """Return a pack's ``status`` for a place where nothing else says what it is about."""
    return _("How well tried: {status}").format(status=status)
