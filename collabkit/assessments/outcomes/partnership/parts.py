"""A partnership told: what to ask each other, what to put right, what to keep (PHC)."""

from collections.abc import Iterator

from collabkit.assessments.bands import band_of
from collabkit.assessments.measure import band_limits
from collabkit.assessments.names import band_name
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Fact,
    Facts,
    Fold,
    Ideas,
    Paragraph,
    Part,
    Place,
    Subheading,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.ideas import ideas_for
from collabkit.assessments.outcomes.partnership.method import method_part
from collabkit.assessments.outcomes.partnership.organisations import WhyNot
from collabkit.assessments.outcomes.partnership.rule import Partnership
from collabkit.assessments.outcomes.partnership.statements import Listed
from collabkit.assessments.outcomes.partnership.words import (
    about_organisations,
    about_top,
    decimal,
    entry_of,
    lead_sentence,
    next_sentence,
)
from collabkit.assessments.results import Band
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext

_FIRST_TO_FIX = 3  # so many have suggested actions even if they are not in "act first"


def parts(answered: Answered, outcome: Partnership) -> tuple[Part, ...]:
    """Return the outcome in parts, in talking order; what is not there is left out."""
    is_alone = outcome.organisations.why_not is WhyNot.ALONE
    ask = (
        (_("Find out"), _("You answered “don't know”. Who could tell you?"))
        if is_alone
        else (
            _("Ask each other"),
            _("Ask what the others see before you explain what you see."),
        )
    )
    found = [
        Part("answer", _("Your partnership"), tuple(_opening(answered, outcome))),
        _list(answered, outcome, Listed.ASK, "ask", *ask),
        _list(
            answered, outcome, Listed.FIX, "fix", _("Put right"),
            _("Begin at the top. One or two of these are enough for a start."),
        ),
        _ideas(answered, outcome),
        _list(
            answered, outcome, Listed.KEEP, "keep", _("Keep"),
            _("These go well. Say so, and agree to keep them up."),
        ),
        _stages(answered, outcome),
        _waiting(answered, outcome),
        method_part(answered, outcome),
    ]  # fmt: skip
    return tuple(part for part in found if part is not None)


def _opening(answered: Answered, outcome: Partnership) -> Iterator[Block]:
    organisations = outcome.organisations
    yield Paragraph(lead_sentence(answered.pack, outcome), Tone.LEAD)
    yield Paragraph(next_sentence(answered.pack, outcome))
    for sentence in about_organisations(answered, organisations):
        yield Paragraph(sentence)
    if outcome.top_view is not None and outcome.top_view.is_warning:
        stage = answered.pack.section(outcome.top_view.section).name
        yield Paragraph(about_top(outcome.top_view, stage), Tone.CARE)
    if organisations.shown:
        yield Facts(
            tuple(
                Fact(
                    _("{name} (lead)").format(name=one.party.name)
                    if one.party.is_lead
                    else one.party.name,
                    ngettext("{number} person", "{number} people", one.people).format(
                        number=in_words(one.people)
                    ),
                )
                for one in organisations.shown
            )
        )
    left = len(outcome.on(Listed.NOT_ANSWERED)) + len(outcome.on(Listed.TOO_FEW))
    if left:
        yield Paragraph(
            ngettext(
                "{number} statement is without enough answers on the scale.",
                "{number} statements are without enough answers on the scale.",
                left,
            ).format(number=capital(in_words(left))),
            Tone.QUIET,
        )


def _list(
    answered: Answered, outcome: Partnership, on: Listed, key: str, title: str, advice: str
) -> Part | None:
    seen = outcome.on(on)
    if not seen:
        return None
    entries = tuple(entry_of(answered, outcome, one) for one in seen)
    return Part(key, title, (Paragraph(advice), Entries(entries, numbered=on is not Listed.KEEP)))


def _ideas(answered: Answered, outcome: Partnership) -> Part | None:
    limits = band_limits(answered.pack)
    blocks: list[Block] = []
    for place, seen in enumerate((*outcome.on(Listed.FIX), *outcome.on(Listed.ASK))):
        is_low = seen.mean is not None and band_of(seen.mean, limits) is Band.ACT_FIRST
        if not is_low and (seen.listed is not Listed.FIX or place >= _FIRST_TO_FIX):
            continue
        item = answered.pack.item(seen.item_id)
        ideas = ideas_for(item, answered.charity)
        if ideas:
            blocks.append(Subheading(item.statement))
            blocks.append(Ideas(ideas))
    if not blocks:
        return None
    return Part("ideas", _("What you could do"), tuple(blocks))


def _stages(answered: Answered, outcome: Partnership) -> Part | None:
    if all(stage.score is None for stage in outcome.stages):
        return None
    shown_ones = outcome.organisations.shown
    names = [one.party.name for one in shown_ones]
    rows = tuple(
        (
            answered.pack.section(stage.code).name,
            decimal(stage.score),
            *(decimal(stage.scores[one.party.id]) for one in shown_ones),
            band_name(stage.band) if stage.band else _("not enough answers"),
        )
        for stage in outcome.stages
    )
    everybody = _("Together") if shown_ones else _("Score")
    table = Table(
        _("Each stage from 1 to 5: the mean of its statements"),
        (_("Stage"), everybody, *names, _("Band")),
        rows,
        numbers=tuple(range(1, len(names) + 2)),
    )
    blocks: list[Block] = [table]
    if shown_ones and any(seen.mean is not None and not seen.means for seen in outcome.seen):
        blocks.append(
            Paragraph(
                _(
                    "The scores of single organisations leave out statements to which not every "
                    "organisation has enough answers, so they need not lie around the score of all."
                ),
                Tone.QUIET,
            )
        )
    return Part("stages", _("Stage by stage"), tuple(blocks))


def _waiting(answered: Answered, outcome: Partnership) -> Part | None:
    folds = [
        Fold(title, tuple(entry_of(answered, outcome, seen) for seen in found))
        for title, found in (
            (_("Not answered, too early, or does not apply"), outcome.on(Listed.NOT_ANSWERED)),
            (_("Too few answers to show"), outcome.on(Listed.TOO_FEW)),
        )
        if found
    ]
    if not folds:
        return None
    return Part("waiting", _("Still open"), tuple(folds), Place.BEHIND)
