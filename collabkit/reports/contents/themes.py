"""Theme by theme: every statement that was asked, and what people answered."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from collabkit.assessments.assessment import Response
from collabkit.assessments.bands import has_bands
from collabkit.assessments.pack import AnswerForm, FormKind, Item, Pack, Section
from collabkit.assessments.results import Band, ItemResult, Results, SectionResult, Spread
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import band_name, read_aloud
from collabkit.i18n import _, ngettext
from collabkit.reports.contents.parts import Column, Fact, Level, StatementEntry, ThemePart
from collabkit.reports.contents.people import COMMENTS_FROM
from collabkit.reports.contents.shape import answered_of

# Forms whose answers people say as numbers.
_NUMBERED = {FormKind.DESCRIBED, FormKind.SCALE, FormKind.FROM_TO}


def theme_parts(
    pack: Pack, results: Results, responses: Sequence[Response], *, with_notes: bool
) -> tuple[ThemePart, ...]:
    """Return the themes of which anything was asked, in pack order."""
    said: dict[str, list[Response]] = defaultdict(list)
    for response in responses if with_notes else ():
        said[response.item_id].append(response)
    return tuple(
        part
        for section in pack.sections
        if (part := _theme(pack, section, results, said)).statements
    )


def _theme(
    pack: Pack, section: Section, results: Results, said: Mapping[str, Sequence[Response]]
) -> ThemePart:
    return ThemePart(
        code=section.code,
        name=section.name,
        question=section.question,
        facts=_facts(results.section(section.code)),
        statements=tuple(
            _statement(item, pack.form_of(item), results, said.get(item.id, ()))
            for item in section.items
            if results.item(item.id).asked
        ),
    )


def _facts(result: SectionResult) -> tuple[Fact, ...]:
    answered = Fact(
        _("Answered"),
        ngettext("{answered} statement", "{answered} statements", result.applicable).format(
            answered=answered_of(result)
        ),
    )
    if result.score is None:
        return Fact(_("Score"), _("Not enough answers")), answered
    score = Fact(_("Score"), _("{score} of 5").format(score=shown(result.score)))
    if result.band is None:
        return score, answered
    return score, Fact(_("What it suggests"), band_name(result.band)), answered


def _statement(
    item: Item, form: AnswerForm, results: Results, said: Sequence[Response]
) -> StatementEntry:
    result = results.item(item.id)
    levels = _levels(item, form)
    is_own = results.minimum == 1
    counts = result.counts or {}
    chosen = next(
        (
            level
            for level, option in zip(levels, form.options, strict=True)
            if is_own and counts.get(option.code)
        ),
        None,
    )
    return StatementEntry(
        title=item.title,
        statement=item.statement,
        is_own=is_own,
        chosen=chosen,
        sign=_sign(result) if is_own else "",
        columns=tuple(
            Column(level.name, level.code, counts[option.code])
            for level, option in zip(levels, form.options, strict=True)
            if counts and not is_own
        ),
        apart=() if is_own else _apart(form, result),
        sentence="" if chosen else read_aloud(result, form, results.minimum),
        band="" if is_own else _band(result),
        next_label=_("Next level up"),
        next_level=_next_level(levels, result),
        remarks=tuple(_remarks(item, result, results.minimum, said)),
    )


def _sign(result: ItemResult) -> str:
    if result.dont_know:
        return "?"
    return "–" if result.not_applicable else ""


def _levels(item: Item, form: AnswerForm) -> tuple[Level, ...]:
    described = len(item.levels) == len(form.options)
    numbered = form.kind in _NUMBERED
    return tuple(
        Level(
            code=option.code if numbered else "",
            name=option.name,
            description=item.levels[step] if described else "",
            step=step if has_bands(form) else None,
        )
        for step, option in enumerate(form.options)
    )


def _apart(form: AnswerForm, result: ItemResult) -> tuple[Column, ...]:
    counts = {"dk": result.dont_know, "na": result.not_applicable}
    return tuple(
        Column(option.name, "", count)
        for option in form.ways_out
        if (count := counts.get(option.code)) is not None
    )


def _band(result: ItemResult) -> str:
    if result.band is None or result.mean is None:
        return ""
    if result.band is Band.TALK_FIRST:
        return band_name(result.band)
    return _("{band}, mean {mean}").format(band=band_name(result.band), mean=shown(result.mean))


def _next_level(levels: tuple[Level, ...], result: ItemResult) -> Level | None:
    """Return the first described level above the mean; none where two views hide in the mean."""
    if result.mean is None or result.spread is Spread.SPLIT or result.band is None:
        return None
    step = int(result.mean)  # levels count from 1, steps from 0: this is the one above
    return levels[step] if step < len(levels) and levels[step].description else None


def _remarks(item: Item, result: ItemResult, minimum: int, said: Sequence[Response]) -> list[Fact]:
    """Return notes and evidence; those of a group only from five people, in no one's order."""
    if minimum > 1 and (result.counts is None or result.n < COMMENTS_FROM):
        return []
    notes = [response.note.strip() for response in said]
    evidence = [response.evidence.strip() for response in said]
    return [
        Fact(label, text)
        for label, texts in ((_("Note"), notes), (_("Evidence"), evidence))
        for text in sorted(filter(None, texts), key=lambda text: _shuffled(item.id, text))
    ]


def _shuffled(item_id: str, text: str) -> bytes:
    """Return a key that has nothing to do with who wrote a text, yet is the same every time."""
    return hashlib.sha256(f"{item_id}\n{text}".encode(errors="replace")).digest()
