"""Theme by theme: every statement that was asked, and what people answered."""

from collections.abc import Callable, Collection, Sequence

from collabkit.assessments.bands import has_bands
from collabkit.assessments.levels import Level, chosen_level, levels_of, next_level
from collabkit.assessments.names import band_name
from collabkit.assessments.pack import (
    AnswerForm,
    Item,
    Pack,
    Section,
)
from collabkit.assessments.remarks import Remarks, remarks_on
from collabkit.assessments.results import Band, ItemResult, Results
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import answered_of, read_aloud
from collabkit.i18n import _, ngettext
from collabkit.reports.contents.described import Described
from collabkit.reports.contents.parts import Column, Fact, StatementEntry, ThemePart
from collabkit.reports.contents.room import no_vote, room_remarks
from collabkit.reports.contents.shape import score_of


def theme_parts(described: Described) -> tuple[ThemePart, ...]:
    """Return the themes of which anything was asked, in pack order."""
    pack, results, room = described.pack, described.results, described.room
    wanted = described.responses if described.with_notes else ()

    def remarks(result: ItemResult) -> tuple[Fact, ...]:
        said = _remarks(remarks_on(result, wanted, results.minimum))
        return (*said, *room_remarks(room, result.item_id, with_notes=described.with_notes))

    voted = None if room is None else room.voted
    return tuple(
        part
        for section in pack.sections
        if (part := _theme(pack, section, results, remarks, voted)).statements
    )


def _theme(
    pack: Pack,
    section: Section,
    results: Results,
    remarks: Callable[[ItemResult], tuple[Fact, ...]],
    voted: Collection[str] | None,
) -> ThemePart:
    return ThemePart(
        code=section.code,
        name=section.name,
        question=section.question,
        facts=_facts(pack, section, results),
        statements=tuple(
            _statement(item, pack.form_of(item), results, remarks(results.item(item.id)))
            if voted is None or item.id in voted
            else _without_vote(item)
            for item in section.items
            if results.item(item.id).asked
        ),
    )


def _facts(pack: Pack, section: Section, results: Results) -> tuple[Fact, ...]:
    result = results.section(section.code)
    answered = Fact(
        _("Answered"),
        ngettext("{answered} statement", "{answered} statements", result.applicable).format(
            answered=answered_of(result)
        ),
    )
    score = score_of(pack, section, results)
    if result.band is None:
        return Fact(_("Score"), score), answered
    out_of_five = Fact(_("Score"), _("{score} of 5").format(score=score))
    return out_of_five, Fact(_("What it suggests"), band_name(result.band)), answered


def _statement(
    item: Item, form: AnswerForm, results: Results, remarks: tuple[Fact, ...]
) -> StatementEntry:
    result = results.item(item.id)
    levels = levels_of(item, form)
    is_own = results.minimum == 1
    chosen = chosen_level(levels, result) if is_own else None
    return StatementEntry(
        title=item.title,
        statement=item.statement,
        is_own=is_own,
        chosen=chosen,
        sign=_sign(result) if is_own else "",
        has_five_steps=has_bands(form),
        columns=() if is_own else _columns(levels, result),
        apart=() if is_own else _apart(form, result),
        sentence="" if chosen else read_aloud(result, form, results.minimum),
        band="" if is_own else _band(result),
        next_label=_("Next level up"),
        next_level=next_level(levels, result),
        remarks=remarks,
    )


def _without_vote(item: Item) -> StatementEntry:
    return StatementEntry(
        title=item.title,
        statement=item.statement,
        is_own=False,
        chosen=None,
        sign="",
        has_five_steps=False,
        columns=(),
        apart=(),
        sentence=no_vote(),
        band="",
        next_label="",
        next_level=None,
        remarks=(),
    )


def _sign(result: ItemResult) -> str:
    if result.dont_know:
        return "?"
    return "–" if result.not_applicable else ""


def _columns(levels: Sequence[Level], result: ItemResult) -> tuple[Column, ...]:
    counts = result.counts
    if counts is None:
        return ()
    return tuple(Column(level.mark, level.name, counts[level.code]) for level in levels)


def _apart(form: AnswerForm, result: ItemResult) -> tuple[Column, ...]:
    return tuple(
        Column("", option.name, count)
        for option in form.ways_out
        if (count := result.way_out(option.code)) is not None
    )


def _band(result: ItemResult) -> str:
    if result.band is None or result.mean is None:
        return ""
    if result.band is Band.TALK_FIRST:
        return band_name(result.band)
    return _("{band}, mean {mean}").format(band=band_name(result.band), mean=shown(result.mean))


def _remarks(remarks: Remarks) -> tuple[Fact, ...]:
    return tuple(
        Fact(label, text)
        for label, texts in ((_("Note"), remarks.notes), (_("Evidence"), remarks.evidence))
        for text in texts
    )
