"""A first talk prepared by one side alone (FIT)."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Fold,
    Paragraph,
    Part,
    Subheading,
    Tone,
)
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.outcomes.shared_page.rule import Point, SharedPage
from collabkit.assessments.outcomes.shared_page.sides import Side, mark_of
from collabkit.assessments.outcomes.shared_page.words import mark_name, notes_of
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def preparation_parts(answered: Answered, outcome: SharedPage) -> Iterator[Part]:
    """Yield what one side has prepared, with what it would stop at first."""
    side = outcome.speaking[0] if outcome.speaking else None
    yield Part("answer", _("Preparation"), tuple(_opening(answered, outcome, side)))
    if side is None:
        return
    prepared = tuple(_prepared(answered, outcome, side))
    if prepared:
        title = _("What {name} brings to the talk").format(name=side.party.name)
        yield Part("preparation", title, prepared)
    reasons = tuple(r.item.statement for r in outcome.reasons if side.party in r.ticked_by)
    if reasons:
        yield Part(
            "reasons",
            _("Reasons"),
            (
                Paragraph(_("None is wrong. Say them aloud, and ask the other side for its own.")),
                Bullets(reasons),
            ),
        )
    blank = tuple(
        Entry(title=point.item.statement, item_id=point.item.id)
        for point in outcome.points
        if not _is_prepared(answered, point, side)
    )
    if blank:
        yield Part("blank", _("Still blank"), (Fold(_("Prompts still blank"), blank),))


def _opening(answered: Answered, outcome: SharedPage, side: Side | None) -> Iterator[Block]:
    done = sum(_is_prepared(answered, point, side) for point in outcome.points) if side else 0
    yield Paragraph(_done(side, done, len(outcome.points)), Tone.LEAD)
    yield Paragraph(_next_step(outcome, side, done))
    if side is None:
        return
    settings = answered.pack.outcome.settings
    caution = settings["cautious_first"]
    stops = [p.item for p in outcome.points if mark_of(p.item, side.sheets, caution) == caution[0]]
    if stops:
        yield Paragraph(
            ngettext(
                "{number} prompt is marked “{mark}”. Begin with it.",
                "{number} prompts are marked “{mark}”. Begin with them.",
                len(stops),
            ).format(
                number=capital(in_words(len(stops))),
                mark=mark_name(answered, stops[0], caution[0]),
            )
        )
    settle = settings.get("settle_first", {})
    items = [p.item for p in outcome.points if p.item.id in settle.get("items", ())]
    if any(mark_of(item, side.sheets, caution) == settle["answer"] for item in items):
        yield Paragraph(settle["text"], Tone.CARE)


def _done(side: Side | None, done: int, total: int) -> str:
    if side is None or not done:
        return _("Nothing is prepared yet.")
    if side.party.is_own:
        words = ngettext(
            "You have prepared {done} of {total} prompt.",
            "You have prepared {done} of {total} prompts.",
            total,
        )
    else:
        words = ngettext(
            "{name} has prepared {done} of {total} prompt.",
            "{name} has prepared {done} of {total} prompts.",
            total,
        )
    return words.format(name=side.party.name, done=in_words(done), total=in_words(total))


def _next_step(outcome: SharedPage, side: Side | None, done: int) -> str:
    others = [s.party.name for s in outcome.sides if side is None or s.party != side.party]
    if side is not None and others:
        return ngettext(
            "{names} has not filled in its side yet. When it has, sit together for an hour: the "
            "page for both then stands here.",
            "{names} have not filled in their sides yet. When they have, sit together for an "
            "hour: the page for all then stands here.",
            len(others),
        ).format(names=listed(others))
    if done:
        return _("Ask the other side to do the same alone. Then sit together for an hour.")
    return _(
        "Take twenty minutes: write a few words on each prompt and mark it. Ask the other side to "
        "do the same alone. Then sit together for an hour."
    )


def _is_prepared(answered: Answered, point: Point, side: Side) -> bool:
    caution = answered.pack.outcome.settings["cautious_first"]
    return bool(mark_of(point.item, side.sheets, caution) or notes_of(point.item, side))


def _prepared(answered: Answered, outcome: SharedPage, side: Side) -> Iterator[Block]:
    caution = answered.pack.outcome.settings["cautious_first"]
    for section in answered.pack.sections:
        entries = []
        for point in outcome.points:
            if point.item.section == section.code and _is_prepared(answered, point, side):
                mark = mark_of(point.item, side.sheets, caution)
                entries.append(
                    Entry(
                        title=point.item.statement,
                        text=notes_of(point.item, side),
                        mark=mark_name(answered, point.item, mark) if mark else "",
                        item_id=point.item.id,
                    )
                )
        if entries:
            yield Subheading(section.name)
            yield Entries(tuple(entries))
