"""One page for both sides, told in its six points; or one side's preparation (FIT)."""

from collections.abc import Iterator
from dataclasses import replace

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fact,
    Facts,
    Field,
    FieldKind,
    Idea,
    Ideas,
    Paragraph,
    Part,
    Tone,
)
from collabkit.assessments.outcomes.phrases import day_read, listed
from collabkit.assessments.outcomes.shared_page.alone import preparation_parts
from collabkit.assessments.outcomes.shared_page.reasons import reasons_told
from collabkit.assessments.outcomes.shared_page.rule import (
    LOOK_AGAIN,
    MET_ON,
    PRESENT,
    WHAT,
    WHEN,
    WHO,
    Point,
    SharedPage,
    handled_key,
)
from collabkit.assessments.outcomes.shared_page.talk import talk_part
from collabkit.assessments.outcomes.shared_page.words import (
    guide_parts,
    mark_name,
    method_part,
    notes_together,
)
from collabkit.assessments.pack import ActionKind
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def parts(answered: Answered, outcome: SharedPage) -> tuple[Part, ...]:
    """Return the outcome in parts, in talking order."""
    if outcome.is_preparation:
        told = list(preparation_parts(answered, outcome))
    else:
        page = [
            Part("who", _("Who met"), tuple(_who(answered, outcome))),
            Part("fits", _("Where we fit"), tuple(_fits(outcome))),
            Part("differences", _("Agreed differences"), tuple(_different(answered, outcome))),
            Part("open", _("Open points"), tuple(_open(answered, outcome))),
            Part("reasons", _("Our reasons"), tuple(reasons_told(outcome))),
            Part("first-step", _("First step"), tuple(_first_step(answered, outcome))),
        ]
        if not outcome.reasons:  # there are none to tick
            page = [part for part in page if part.key != "reasons"]
        told = [
            Part("answer", _("Where you stand"), tuple(_opening(answered, outcome))),
            *(
                replace(part, title=_("{number}. {title}").format(number=number, title=part.title))
                for number, part in enumerate(page, start=1)
            ),
            talk_part(answered, outcome),
        ]
    told.extend(guide_parts(answered, folded=not outcome.is_preparation))
    told.append(method_part(answered, outcome))
    return tuple(told)


def _opening(answered: Answered, outcome: SharedPage) -> Iterator[Block]:
    yield Paragraph(_counts(outcome), Tone.LEAD)
    if outcome.settle_first:
        yield Paragraph(answered.pack.outcome.settings["settle_first"]["text"], Tone.CARE)
    if outcome.open:
        yield Paragraph(
            _(
                "Talk next about “{prompt}” The open points come under “Talk it through”, where "
                "you agree on a mark for each."
            ).format(prompt=outcome.open[0].item.statement)
        )
    else:
        yield Paragraph(_("Nothing is open. Agree on the first step, and when to look again."))


def _counts(outcome: SharedPage) -> str:
    fits, differences, left = len(outcome.fits), len(outcome.differences), len(outcome.open)
    clauses = (
        (fits, ngettext("{number} point fits", "{number} points fit", fits)),
        (
            differences,
            ngettext("{number} differs but is fine", "{number} differ but are fine", differences),
        ),
        (left, ngettext("{number} is open", "{number} are open", left)),
    )
    told = [words.format(number=in_words(number)) for number, words in clauses if number]
    return capital(listed(told or [_("there is nothing to talk about yet")])) + "."


def _who(answered: Answered, outcome: SharedPage) -> Iterator[Block]:
    names = listed([side.party.name for side in outcome.sides])
    yield Facts((Fact(_("Organisations"), names),))
    yield _field(answered, PRESENT, _("People present"), hint=_("Names, with their organisation"))
    yield _field(answered, MET_ON, _("Date of the talk"), FieldKind.DATE)


def _fits(outcome: SharedPage) -> Iterator[Block]:
    if not outcome.fits:
        yield Paragraph(_("Nothing yet."))
        return
    yield Entries(
        tuple(
            Entry(
                title=point.item.statement,
                text=notes_together(outcome, point),
                item_id=point.item.id,
            )
            for point in outcome.fits
        )
    )


def _different(answered: Answered, outcome: SharedPage) -> Iterator[Block]:
    if not outcome.differences:
        yield Paragraph(_("None yet."))
        return
    yield Paragraph(_("These may stay different. Write down how you handle each."))
    for point in outcome.differences:
        yield Entries(
            (
                Entry(
                    title=point.item.statement,
                    text=notes_together(outcome, point),
                    item_id=point.item.id,
                ),
            )
        )
        yield _field(answered, handled_key(point.item.id), _("How we handle this"), FieldKind.TEXT)


def _open(answered: Answered, outcome: SharedPage) -> Iterator[Block]:
    if not outcome.open:
        yield Paragraph(_("None."))
        return
    if outcome.settle_first:
        prompts = listed([_("“{prompt}”").format(prompt=i.statement) for i in outcome.settle_first])
        yield Paragraph(
            _("{prompts}: {text}").format(
                prompts=prompts, text=answered.pack.outcome.settings["settle_first"]["text"]
            ),
            Tone.CARE,
        )
    yield Entries(
        tuple(
            Entry(
                title=point.item.statement,
                text=notes_together(outcome, point),
                note=_marked_by(outcome, point),
                mark=mark_name(answered, point.item, point.mark),
                item_id=point.item.id,
            )
            for point in outcome.open
        ),
        ticked=True,
    )


def _marked_by(outcome: SharedPage, point: Point) -> str:
    names = [s.party.name for s, mark in zip(outcome.sides, point.marks, strict=True) if mark]
    if point.mark is not None or not names:
        return ""
    return _("Marked by {names} only").format(names=listed(names))


def _first_step(answered: Answered, outcome: SharedPage) -> Iterator[Block]:
    settings = answered.pack.outcome.settings
    if outcome.needs_neutral_person:
        yield Paragraph(
            ngettext(
                "{number} point is marked “{mark}”. Suggested first step: “{step}”.",
                "{number} points are marked “{mark}”. Suggested first step: “{step}”.",
                len(outcome.stops),
            ).format(
                number=capital(in_words(len(outcome.stops))),
                mark=mark_name(answered, outcome.stops[0].item, outcome.stops[0].mark),
                step=outcome.first_step,
            )
        )
    else:
        yield Paragraph(
            _("Start small. Suggested first step: “{step}”.").format(step=outcome.first_step)
        )
    yield Ideas(
        (
            Idea(
                idea_id=f"{answered.pack.id}-first-step",
                item_id="",
                text=answered.settled.get(WHAT) or f"{outcome.first_step.removesuffix('.')}.",
                kind=ActionKind.QUICK_WIN,
            ),
        )
    )
    if not outcome.needs_neutral_person and "first_step_note" in settings:
        yield Paragraph(settings["first_step_note"], Tone.QUIET)
    yield _field(answered, WHAT, _("What we will do"), hint=outcome.first_step)
    yield _field(answered, WHO, _("Who does it"))
    yield _field(answered, WHEN, _("By when"), FieldKind.DATE)
    yield _field(answered, LOOK_AGAIN, _("When we look at this page again"), FieldKind.DATE)


def _field(
    answered: Answered,
    key: str,
    label: str,
    kind: FieldKind = FieldKind.LINE,
    hint: str = "",
) -> Field:
    value = answered.settled.get(key, "")
    shown = day_read(value) if kind is FieldKind.DATE else value
    return Field(key=key, label=label, value=value, shown=shown, kind=kind, hint=hint)
