"""Laying one occasion beside another: what is compared, and how.

Same statements in the same words, enough people both times, and at least two thirds of them the
same: only then is a difference called a change (measurement rules, *Change between two
occasions*). Only what each of the two pictures shows goes in, so their difference uncovers nobody.
"""

from collections.abc import Collection, Iterator

from collabkit.assessments.beside.alike import (
    NoScore,
    asked_on,
    has_whole_steps,
    means_of,
    own_score,
    scores_alike,
    themes_of,
)
from collabkit.assessments.beside.comparison import (
    Comparison,
    Manner,
    NotCompared,
    StatementBeside,
    ThemeBeside,
    WhyNot,
    WhyNothing,
    statement_change,
    theme_change,
)
from collabkit.assessments.beside.occasion import Likeness, Occasion
from collabkit.assessments.beside.wordings import same_wording
from collabkit.assessments.pack import AnswerForm, Item, OutcomeKind
from collabkit.assessments.results import ItemResult
from collabkit.assessments.tally import Tally

_COMPARED = {OutcomeKind.PROFILE, OutcomeKind.RANKING, OutcomeKind.COLUMNS}


def compare(before: Occasion, after: Occasion, *, people: Likeness) -> Comparison:
    """Lay ``after`` beside ``before``; ``people`` is what somebody said about who answered.

    As long as nobody has said that they are the same, nothing is called a change. Raises
    ``ValueError`` for two different packs.
    """
    if before.pack.id != after.pack.id:
        raise ValueError(f"{before.pack.id} and {after.pack.id} ask different things")
    manner, why_nothing = _manner(before, after, people)
    if manner in (Manner.NOTHING, Manner.IN_TURN):
        return Comparison(before, after, people, manner, why_nothing)
    same = same_wording(before.pack, after.pack)
    found = list(_statements(before, after, manner, same))
    return Comparison(
        before,
        after,
        people,
        manner,
        themes=tuple(_themes(before, after, manner, same)),
        statements=tuple(one for one in found if isinstance(one, StatementBeside)),
        counted=tuple(one for one in found if isinstance(one, str)),
        not_compared=tuple(one for one in found if isinstance(one, NotCompared)),
    )


def is_compared(kind: OutcomeKind) -> bool:
    """Tell whether occasions with such an outcome are compared, and not looked at in turn."""
    return kind in _COMPARED


def why_not_beside(before: Occasion, after: Occasion) -> WhyNothing | None:
    """Return why neither of two occasions may be held against the other; ``None`` if they may."""
    if before.is_own != after.is_own:
        return WhyNothing.ONE_PERSON
    if before.is_hidden or after.is_hidden:
        return WhyNothing.HIDDEN
    if _weighs_organisations(before) != _weighs_organisations(after):
        return WhyNothing.COUNTED_OTHERWISE
    return None


def _manner(
    before: Occasion, after: Occasion, people: Likeness
) -> tuple[Manner, WhyNothing | None]:
    kinds = {before.pack.outcome.kind, after.pack.outcome.kind}
    if len(kinds) > 1 or not all(map(is_compared, kinds)):
        return Manner.IN_TURN, None
    if why_nothing := why_not_beside(before, after):
        return Manner.NOTHING, why_nothing
    if kinds == {OutcomeKind.COLUMNS}:
        return Manner.COUNTS, None
    return (Manner.CHANGE if people is Likeness.SAME else Manner.BESIDE), None


def _weighs_organisations(occasion: Occasion) -> bool:
    """Tell whether means are those of organisations' means, and not of all people."""
    pack = occasion.pack
    return any(
        item.mean is not None
        and item.counts is not None
        and Tally(item.item_id, item.counts).mean(pack.form_of(pack.item(item.item_id)))
        != item.mean
        for item in occasion.results.items
    )


def _themes(
    before: Occasion, after: Occasion, manner: Manner, same: Collection[str]
) -> Iterator[ThemeBeside]:
    codes = dict.fromkeys(s.code for occasion in (after, before) for s in themes_of(occasion))
    for code in codes:
        if manner is Manner.BESIDE:
            yield ThemeBeside(code, own_score(before, code), own_score(after, code))
            continue
        found = scores_alike((before, after), code, same)
        if isinstance(found, NoScore):
            yield ThemeBeside(code, None, None, why_not=found)
            continue
        earlier, later = found.values
        yield ThemeBeside(
            code,
            earlier,
            later,
            theme_change(earlier, later),
            statements=len(found.statements),
            is_narrower=found.is_narrower,
        )


def _statements(
    before: Occasion, after: Occasion, manner: Manner, same: Collection[str]
) -> Iterator[StatementBeside | str | NotCompared]:
    """Yield each statement that has something to compare, or why it cannot be compared."""
    then, now = asked_on(before), asked_on(after)
    can_be = _has_options if manner is Manner.COUNTS else has_whole_steps
    for item, form in _asked_items(before, after):
        if "about" in item.marks or not can_be(form):
            continue
        if item.id not in then or item.id not in now:
            yield NotCompared(item.id, WhyNot.ONLY_BEFORE if item.id in then else WhyNot.ONLY_AFTER)
        elif item.id not in same:
            yield NotCompared(item.id, WhyNot.OTHER_WORDS)
        elif manner is Manner.COUNTS:
            are_shown = _are_shown(then[item.id], now[item.id], before, after)
            yield item.id if are_shown else NotCompared(item.id, WhyNot.TOO_FEW)
        elif means := means_of((before, after), item.id):
            earlier, later = means
            yield StatementBeside(
                item.id,
                earlier,
                later,
                then[item.id].spread,
                now[item.id].spread,
                statement_change(earlier, later) if manner is Manner.CHANGE else None,
            )
        else:
            yield NotCompared(item.id, WhyNot.TOO_FEW)


def _asked_items(before: Occasion, after: Occasion) -> Iterator[tuple[Item, AnswerForm]]:
    """Yield what was asked, in the order of the later pack; what was asked only before is last."""
    seen: set[str] = set()
    for occasion in (after, before):
        asked = asked_on(occasion)
        for item in occasion.pack.items:
            if item.id in asked and item.id not in seen:
                seen.add(item.id)
                yield item, occasion.pack.form_of(item)


def _has_options(form: AnswerForm) -> bool:
    return bool(form.options)


def _are_shown(then: ItemResult, now: ItemResult, before: Occasion, after: Occasion) -> bool:
    least = max(before.results.minimum, after.results.minimum)
    return all(item.counts is not None and item.n >= least for item in (then, now))
