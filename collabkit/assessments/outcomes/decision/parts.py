"""A decision told: what is recommended and why, what is open, and what was decided (BID)."""

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Tone,
)
from collabkit.assessments.outcomes.decision.lists import Lists
from collabkit.assessments.outcomes.decision.method import method_part
from collabkit.assessments.outcomes.decision.record import (
    agreed_pick,
    compared_part,
    record_part,
    sheets_block,
)
from collabkit.assessments.outcomes.decision.rule import DECISION, DecisionOutcome
from collabkit.assessments.outcomes.decision.words import recommendation_name, rule_text
from collabkit.assessments.outcomes.topics import MODE
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def parts(answered: Answered, outcome: DecisionOutcome) -> tuple[Part, ...]:
    """Return the outcome in parts, in talking order."""
    told = [Part("answer", _("What the check says"), tuple(_opening(answered, outcome)))]
    if len(answered.sheets) > 1 and outcome.sheet is None:
        told.append(compared_part(answered, outcome))
    told.extend(Lists(answered, outcome).parts())
    if outcome.recommendation is not None or answered.settled.get(DECISION):
        told.append(record_part(answered, outcome))
    if outcome.differences and outcome.sheet is not None:
        told.append(compared_part(answered, outcome))
    told.append(method_part(answered, outcome))
    return tuple(told)


def _opening(answered: Answered, outcome: DecisionOutcome) -> list[Block]:
    mode = _mode_pick(answered, outcome)
    blocks: list[Block] = []
    if mode is not None and outcome.needs_mode:
        blocks = [
            Paragraph(_("Answer this first: it decides what is asked."), Tone.LEAD),
            mode,
        ]
        mode = None
    elif outcome.sheet is None and answered.sheets:
        blocks = [
            Paragraph(_("An agreed version is still to be filled in."), Tone.LEAD),
            Paragraph(
                _(
                    "Compare your answers below, and talk about those that differ. Then fill in "
                    "one more sheet together, or agree on one of these, and choose it here. "
                    "Only the agreed version leads to a recommendation."
                )
            ),
            sheets_block(answered),
        ]
    elif not outcome.is_complete:
        blocks = _unfinished(answered, outcome)
    elif outcome.recommendation is None:
        blocks = [Paragraph(_("No rule applies to these answers."), Tone.LEAD)]
    else:
        blocks = _recommended(answered, outcome, outcome.recommendation)
    if len(answered.sheets) > 1:
        blocks.append(agreed_pick(answered))
    if mode is not None:
        blocks.append(mode)
    return blocks


def _unfinished(answered: Answered, outcome: DecisionOutcome) -> list[Block]:
    left = outcome.filled.left
    lead = ngettext(
        "{number} statement is still to be answered.",
        "{number} statements are still to be answered.",
        len(left),
    ).format(number=capital(in_words(len(left))))
    blocks: list[Block] = [
        Paragraph(lead, Tone.LEAD),
        Paragraph(
            _(
                "There is a recommendation once every statement has an answer. “Don't know” is "
                "an answer too."
            )
        ),
    ]
    if len(left) < len(outcome.filled.asked):
        items = [answered.pack.item(item_id) for item_id in left]
        blocks.append(Entries(tuple(Entry(item.statement, item_id=item.id) for item in items)))
    return blocks


def _recommended(answered: Answered, outcome: DecisionOutcome, code: str) -> list[Block]:
    name = recommendation_name(answered, code)
    lead = _("The check recommends: {recommendation}.").format(recommendation=name)
    blocks: list[Block] = [Paragraph(lead, Tone.LEAD)]
    if words := rule_text(answered, outcome):
        blocks.append(Paragraph(words))
    weak = outcome.weak
    first, conditions, questions = map(len, (weak.fix_first, weak.conditions, weak.questions))
    counted = (
        (first, ngettext("{number} thing to fix first", "{number} things to fix first", first)),
        (
            conditions,
            ngettext("{number} condition to meet", "{number} conditions to meet", conditions),
        ),
        (questions, ngettext("{number} question to ask", "{number} questions to ask", questions)),
    )
    open_things = tuple(
        capital(words.format(number=in_words(number))) for number, words in counted if number
    )
    if open_things:
        blocks += [Paragraph(_("Before you go on, see below:")), Bullets(open_things)]
    blocks.append(
        Paragraph(_("When you have decided, write your decision down further below."), Tone.QUIET)
    )
    return blocks


def _mode_pick(answered: Answered, outcome: DecisionOutcome) -> Pick | None:
    settings = answered.pack.outcome.settings
    modes = settings.get("mode", ())
    if not modes:
        return None
    return Pick(
        MODE,
        settings.get("first_question") or _("Which of these is it?"),
        tuple(PickOption(mode["code"], mode["name"], mode.get("text", "")) for mode in modes),
        (outcome.filled.mode,) if outcome.filled.mode else (),
    )
