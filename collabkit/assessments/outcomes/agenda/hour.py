"""The hour itself: its minutes, its ground rules, and the decision it leaves (BRD)."""

from collabkit.assessments.outcomes.agenda.rule import Agenda
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Bullets,
    Field,
    FieldKind,
    Paragraph,
    Part,
    Subheading,
    Table,
)
from collabkit.assessments.outcomes.phrases import day_read
from collabkit.i18n import _, ngettext

DECISION, WHO, WHEN = "decision", "decision-who", "decision-when"  # keys in ``settled``


def hour_part(answered: Answered, outcome: Agenda) -> Part:
    """Return the agenda as a table of minutes, with the ground rules."""
    steps = [(outcome.welcome, _("Welcome and ground rules"))]
    for item_id in outcome.items:
        item = answered.pack.item(item_id)
        steps.append((outcome.each, item.title or item.statement))
    steps.append((outcome.decision, _("One decision: what, who does it, and when")))
    rows, start = [], 0
    for minutes, what in steps:
        rows.append((str(start), str(minutes), what))
        start += minutes
    caption = ngettext(
        "An agenda for {minutes} minute", "An agenda for {minutes} minutes", outcome.minutes
    ).format(minutes=outcome.minutes)
    table = Table(caption, (_("From minute"), _("Minutes"), _("What")), tuple(rows), numbers=(0, 1))
    rules = Bullets(
        (
            _("Everybody speaks once before anybody speaks twice."),
            _("Nobody asks who chose what, and nobody has to say."),
            _("A different answer is a piece of knowledge, not a fault."),
        )
    )
    return Part("agenda", _("Your agenda"), (table, Subheading(_("Ground rules")), rules))


def decision_part(answered: Answered, outcome: Agenda) -> Part:
    """Return what the end of the hour is for, with fields to write it down."""
    lead = ngettext(
        "Keep the last {minutes} minute for one decision, however small.",
        "Keep the last {minutes} minutes for one decision, however small.",
        outcome.decision,
    ).format(minutes=outcome.decision)
    settled = answered.settled
    return Part(
        "decision",
        _("Your decision"),
        (
            Paragraph(lead),
            Field(DECISION, _("What we have decided"), settled.get(DECISION, "")),
            Field(WHO, _("Who does it"), settled.get(WHO, "")),
            Field(
                WHEN,
                _("By when"),
                settled.get(WHEN, ""),
                shown=day_read(settled.get(WHEN, "")),
                kind=FieldKind.DATE,
            ),
        ),
    )
