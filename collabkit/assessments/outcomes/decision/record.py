"""What people decided, beside what was recommended; and where two sheets differ (BID)."""

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Fact,
    Facts,
    Field,
    FieldKind,
    Fold,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Place,
    Subheading,
    Tone,
)
from collabkit.assessments.outcomes.decision.rule import (
    DECIDED_BY,
    DECIDED_ON,
    DECISION,
    REASON,
    DecisionOutcome,
)
from collabkit.assessments.outcomes.decision.sheets import Difference, fill
from collabkit.assessments.outcomes.decision.words import answer_name, how_many_left
from collabkit.assessments.outcomes.phrases import day_read
from collabkit.assessments.outcomes.topics import AGREED_VERSION
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def record_part(answered: Answered, outcome: DecisionOutcome) -> Part:
    """Return the part in which the decision is recorded."""
    settings, settled = answered.pack.outcome.settings, answered.settled
    options = tuple(
        PickOption(entry["code"], entry["name"], entry.get("text", ""))
        for entry in (*settings["recommendation"], *settings.get("choice", ()))
    )
    decision, reason = settled.get(DECISION, ""), settled.get(REASON, "")
    sentences = (
        _("The check advises; you decide."),
        settings.get("words", {}).get("decide", ""),
        _("Write down what you decided, so that you know later why."),
    )
    blocks: list[Block] = [
        Paragraph(" ".join(filter(None, sentences))),
        Pick(
            DECISION,
            _("What did you decide?"),
            options,
            tuple(option.code for option in options if option.code == decision),
        ),
    ]
    if outcome.is_against_advice and not reason.strip():
        words = _(
            "This is not what the check recommends. That may be right; please say why in a "
            "sentence or two."
        )
        blocks.append(Paragraph(words, Tone.CARE))
    on = settled.get(DECIDED_ON, "")
    blocks += [
        Field(REASON, _("Reason"), reason, kind=FieldKind.TEXT),
        Field(DECIDED_BY, _("Who decided"), settled.get(DECIDED_BY, "")),
        Field(DECIDED_ON, _("Date of the decision"), on, shown=day_read(on), kind=FieldKind.DATE),
    ]
    return Part("record", _("Your decision"), tuple(blocks))


def sheets_block(answered: Answered) -> Facts:
    """Return how far each sheet is."""
    return Facts(
        tuple(
            Fact(sheet.name, capital(how_many_left(len(fill(answered, sheet).left))))
            for sheet in answered.sheets
        )
    )


def agreed_pick(answered: Answered) -> Pick:
    """Return the choice of the sheet that is the agreed version."""
    agreed = answered.settled.get(AGREED_VERSION)
    return Pick(
        AGREED_VERSION,
        _("Which sheet is the agreed version?"),
        tuple(PickOption(sheet.id, sheet.name) for sheet in answered.sheets),
        tuple(sheet.id for sheet in answered.sheets if sheet.id == agreed),
    )


def compared_part(answered: Answered, outcome: DecisionOutcome) -> Part:
    """Return what the separate sheets answer differently; folded away once one is agreed."""
    title = _("Where your answers differ")
    found = outcome.differences
    if outcome.sheet is not None:
        fold = Fold(_("How you answered separately"), _entries(answered, found))
        return Part("compared", title, (fold,), Place.BEHIND)
    opposite = tuple(difference for difference in found if difference.is_opposite)
    others = tuple(difference for difference in found if not difference.is_opposite)
    blocks: list[Block] = [Paragraph(_how_many(len(found)))]
    if opposite:
        blocks += [
            Subheading(_("Talk about these first")),
            Paragraph(_("Here one answer is the opposite of another.")),
            Entries(_entries(answered, opposite)),
        ]
    if others:
        blocks += [
            Subheading(_("Then about these")),
            Entries(_entries(answered, others)),
        ]
    return Part("compared", title, tuple(blocks), Place.BEHIND)


def _how_many(number: int) -> str:
    if not number:
        return _("So far nobody has answered a statement differently from somebody else.")
    return ngettext(
        "{number} statement was answered differently.",
        "{number} statements were answered differently.",
        number,
    ).format(number=capital(in_words(number)))


def _entries(answered: Answered, found: tuple[Difference, ...]) -> tuple[Entry, ...]:
    entries = []
    for difference in found:
        item = answered.pack.item(difference.item_id)
        said = [
            _("{name}: {answer}.").format(name=name, answer=answer_name(item, answered.pack, code))
            for name, code in difference.answers
        ]
        entries.append(Entry(item.statement, " ".join(said), item_id=item.id))
    return tuple(entries)
