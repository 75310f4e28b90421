"""Answers that are no numbers, counted on two occasions and laid beside each other."""

from collabkit.assessments.beside.alike import asked_on
from collabkit.assessments.beside.comparison import Comparison
from collabkit.assessments.beside.occasion import Occasion
from collabkit.assessments.outcomes.blocks import Table
from collabkit.i18n import _


def counts_table(comparison: Comparison) -> Table:
    """Return how often each answer was given both times; one person's answer by its name alone."""
    before, after = comparison.before, comparison.after
    return Table(
        caption=_("The answers of {before} and {after}").format(
            before=before.label, after=after.label
        ),
        head=(_("Statement"), before.label, after.label),
        rows=tuple(
            (
                after.pack.item(item_id).statement,
                _answers(before, item_id),
                _answers(after, item_id),
            )
            for item_id in comparison.counted
        ),
    )


def _answers(occasion: Occasion, item_id: str) -> str:
    """Return “3 quick win, 1 not suitable”, in the order of the form."""
    counts = asked_on(occasion)[item_id].counts or {}
    form = occasion.pack.form_of(occasion.pack.item(item_id))
    given = [(option.name, counts[option.code]) for option in form.options if counts[option.code]]
    if occasion.is_own:
        return ", ".join(name for name, _number in given)
    return ", ".join(
        _("{number} × {answer}").format(number=number, answer=name) for name, number in given
    )
