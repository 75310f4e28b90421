"""The words for talking points: older habits first, then each area's two sides (BEH)."""

from collections.abc import Iterator

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.names import band_name, spread_name
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Ideas,
    Paragraph,
    Part,
    Place,
    Tone,
)
from collabkit.assessments.outcomes.ideas import ideas_for
from collabkit.assessments.outcomes.standing import standing, still_missing
from collabkit.assessments.outcomes.talking_points.areas import area_blocks
from collabkit.assessments.outcomes.talking_points.rule import TalkingPoints
from collabkit.assessments.results import FindingKind, Spread
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, how_tried, in_words, read_aloud
from collabkit.i18n import _, ngettext


def parts(answered: Answered, outcome: TalkingPoints) -> tuple[Part, ...]:
    """Return what people do and which habits are left, in talking order."""
    told = [Part("answer", _("Behaviours and older habits"), tuple(_opening(answered, outcome)))]
    if outcome.points:
        told.append(_points(answered, outcome))
    if ideas := tuple(_first_ideas(answered)):
        told.append(_first_steps(ideas))
    if outcome.within_reach:
        told.append(_within_reach(answered, outcome))
    if _has_means(answered):
        told.append(
            Part(
                "areas",
                _("Both sides beside each other"),
                tuple(area_blocks(answered, outcome)),
                Place.BEHIND,
            )
        )
    told.append(
        Part(
            "workings",
            _("How this was worked out"),
            tuple(_workings(answered, outcome)),
            Place.BEHIND,
        )
    )
    return tuple(told)


def _opening(answered: Answered, outcome: TalkingPoints) -> Iterator[Block]:
    results = answered.results
    has_means = _has_means(answered)
    sentences = [standing(answered.pack, results)]
    if has_means and outcome.has_pairs:
        sentences.append(_how_many(answered, outcome))
    yield Paragraph(" ".join(sentences), Tone.LEAD)
    if outcome.points:
        yield Paragraph(
            _(
                "Take the first talking point below to your next meeting. Ask: when did this last "
                "show, and what made it so?"
            )
        )
    elif has_means:
        yield Paragraph(
            _("Look at what stands out, and choose one small thing to do more regularly.")
        )
    yield from still_missing(answered)
    if not outcome.has_pairs:
        yield Paragraph(
            _("Only the statements were asked. The pairs of older and newer habits were left out."),
            Tone.QUIET,
        )


def _has_means(answered: Answered) -> bool:
    return any(item.mean is not None for item in answered.results.items)


def _how_many(answered: Answered, outcome: TalkingPoints) -> str:
    if not outcome.points:
        means = [answered.results.item(pair).mean for area in outcome.areas for pair in area.pairs]
        if not any(mean is not None for mean in means):
            return _("There are not enough answers yet to say anything about older habits.")
        return _("No older habit stands out.")
    return ngettext(
        "{number} pair of habits is worth a talk.",
        "{number} pairs of habits are worth a talk.",
        len(outcome.points),
    ).format(number=capital(in_words(len(outcome.points))))


def _points(answered: Answered, outcome: TalkingPoints) -> Part:
    if answered.results.minimum == OWN_ASSESSMENT:
        lead = _("Talk about these before what is low.")
    else:
        lead = _("Talk about these after what splits you and before what is low.")
    return Part(
        "talking-points",
        _("Talking points"),
        (
            Paragraph(lead),
            Entries(tuple(_point(answered, item_id) for item_id in outcome.points), numbered=True),
        ),
    )


def _point(answered: Answered, item_id: str) -> Entry:
    pack, result = answered.pack, answered.results.item(item_id)
    item = pack.item(item_id)
    minimum = answered.results.minimum
    mark = ""
    if result.spread is Spread.SPLIT:
        mark = spread_name(result.spread)
    elif minimum != OWN_ASSESSMENT and result.mean is not None:
        mark = str(shown(result.mean))
    return Entry(
        title=item.title or item.statement,
        text=item.statement if item.title else "",
        note=_("{area}. {sentence}").format(
            area=pack.section(item.section).name,
            sentence=read_aloud(result, pack.form_of(item), minimum),
        ),
        mark=mark,
        item_id=item_id,
    )


def _first_ideas(answered: Answered) -> Iterator[Block]:
    """Return the first suggestion for each statement to act on first, in talking order."""
    for finding in answered.results.findings:
        if finding.kind is FindingKind.LOW:
            item = answered.pack.item(finding.item_id)
            if ideas := ideas_for(item, answered.charity):
                yield Paragraph(item.statement)
                yield Ideas(ideas[:1])


def _first_steps(ideas: tuple[Block, ...]) -> Part:
    lead = _("Little of this happens so far. Choose one or two suggestions, not all.")
    return Part("first-steps", _("What you could do first"), (Paragraph(lead), *ideas))


def _within_reach(answered: Answered, outcome: TalkingPoints) -> Part:
    lead = _(
        "These are possible with little power, and happen little or only in places so far. Groups "
        "with less power can still learn, adapt, build links and show that they are open."
    )
    entries = []
    for item_id in outcome.within_reach:
        item, result = answered.pack.item(item_id), answered.results.item(item_id)
        mark = band_name(result.band) if result.band is not None else ""
        entries.append(Entry(title=item.statement, mark=mark, item_id=item_id))
    return Part(
        "little-power",
        _("Possible with little power"),
        (Paragraph(lead), Entries(tuple(entries))),
    )


def _workings(answered: Answered, outcome: TalkingPoints) -> Iterator[Block]:
    yield Paragraph(
        _(
            "The score of an area is the mean of the means of its statements. There is no total. "
            "Pairs are shown beside the statements and never added to them."
        )
    )
    yield Paragraph(
        _(
            "A pair is a talking point if its mean, as shown, is below {limit}, or if people are "
            "split on it, whatever the score of the area. Split ones come first, then the lowest "
            "mean. “Don't know” and “does not apply” never count as low."
        ).format(limit=shown(outcome.below))
    )
    yield Paragraph(
        _("These limits are a rule of thumb and have not been tested. {status}").format(
            status=how_tried(answered.pack.status)
        ),
        Tone.QUIET,
    )
