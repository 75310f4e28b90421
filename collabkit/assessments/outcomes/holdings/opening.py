"""Who holds what, summed up in a few sentences (INV)."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Block, Fact, Facts, Paragraph, Tone
from collabkit.assessments.outcomes.holdings.rule import Holdings
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def opening(answered: Answered, outcome: Holdings) -> Iterator[Block]:
    """Yield the sentence that sums it up, what to do next, and what is still missing."""
    if not outcome.raters:
        yield Paragraph(_("Nothing has been compared yet."), Tone.LEAD)
        yield Paragraph(
            _(
                "Go through the sources of power and say who has more. It is enough to know some "
                "of the prompts; for the others choose “not known”. Say for each source whether "
                "it counts here."
            )
        )
        return
    lead = [_strong_sentence(answered, outcome)]
    if len(outcome.raters) == 1:
        lead.insert(0, _("This is one side's view."))
    yield Paragraph(" ".join(lead), Tone.LEAD)
    yield Paragraph(_next_step(outcome))
    facts = tuple(_facts(outcome))
    if facts:
        yield Facts(facts)
    missing = _missing(outcome)
    if missing:
        yield Paragraph(missing, Tone.CARE)


def _strong_sentence(answered: Answered, outcome: Holdings) -> str:
    strong = [row for row in outcome.rows if row.is_strong]
    total = in_words(len(outcome.sources))
    sentences = []
    for row in strong:
        words = (
            _(
                "You are the strong party here: you hold clearly more on {number} of the {total} "
                "sources."
            )
            if row.party.is_own
            else _(
                "{name} is the strong party here, with clearly more on {number} of the {total} "
                "sources."
            )
        )
        sentences.append(
            words.format(name=row.party.name, number=in_words(row.strong_sources), total=total)
        )
    if sentences:
        return " ".join(sentences)
    if _unknown(outcome):
        return _("So far, nobody stands out as the strong party here.")
    return _(
        "Nobody is the strong party here: no side holds clearly more on {number} or more of "
        "the {total} sources."
    ).format(number=in_words(answered.pack.outcome.settings["strong_sources"]), total=total)


def _next_step(outcome: Holdings) -> str:
    if len(outcome.raters) == 1:
        return _(
            "Use it to prepare the talk. Then ask for the other side's own view, and compare: the "
            "talk about what differs is worth more than the numbers."
        )
    widest = max(
        (cell for row in outcome.told for cell in row.cells if cell.talk),
        key=lambda cell: abs(cell.talk.difference) if cell.talk else 0,
        default=None,
    )
    if widest is not None:
        return _(
            "Talk about “{source}” first, where you see it most differently. Then choose one or "
            "two moves, and say who will make them and by when."
        ).format(source=widest.source.name)
    if any(cell.moves for row in outcome.rows for cell in row.cells):
        return _("Look at the moves together. Choose one or two, and say who and by when.")
    return _("Ask each other whether this rings true, and look again when something changes.")


def _facts(outcome: Holdings) -> Iterator[Fact]:
    """Yield what the first row told holds, by the limit from which moves are offered."""
    row = outcome.told[0]
    more = [c.source.name for c in row.cells if c.moves and c.counted is not None and c.counted > 0]
    less = [c.source.name for c in row.cells if c.moves and c.counted is not None and c.counted < 0]
    idle = [c.source.name for c in row.cells if c.counts_not_here]
    if more:
        label = (
            _("You hold clearly more")
            if row.party.is_own
            else _("{name} holds clearly more").format(name=row.party.name)
        )
        yield Fact(label, "; ".join(more))
    if less:
        label = (
            _("You hold clearly less")
            if row.party.is_own
            else _("{name} holds clearly less").format(name=row.party.name)
        )
        yield Fact(label, "; ".join(less))
    if idle:
        yield Fact(_("Does not count here"), "; ".join(idle))


def _missing(outcome: Holdings) -> str:
    sentences = []
    silent = [row.party.name for row in outcome.rows if row.party not in outcome.raters]
    if silent:
        sentences.append(
            ngettext(
                "{names} has not given its view yet.",
                "{names} have not given their views yet.",
                len(silent),
            ).format(names=listed(silent))
        )
    unknown = _unknown(outcome)
    if unknown:
        sentences.append(
            ngettext(
                "{number} place in the table is not known yet.",
                "{number} places in the table are not known yet.",
                unknown,
            ).format(number=capital(in_words(unknown)))
        )
    return " ".join(sentences)


def _unknown(outcome: Holdings) -> int:
    return sum(cell.counted is None for row in outcome.rows for cell in row.cells)
