"""How far an assessment is, in words."""

from collabkit.i18n import _, ngettext
from collabkit.services.assessments import Summary


def progress(summary: Summary) -> str:
    """Return how much is answered, such as “14 of 20 statements answered”."""
    # In a group everybody answers every statement.
    asked = summary.asked * max(1, summary.participants)
    if asked and summary.answered == asked:
        return ngettext(
            "{number} statement, answered", "All {number} statements answered", asked
        ).format(number=asked)
    return ngettext(
        "{answered} of {asked} statement answered",
        "{answered} of {asked} statements answered",
        asked,
    ).format(answered=summary.answered, asked=asked)


def full_name(summary: Summary) -> str:
    """Return charity and occasion, such as “Sample Charity · November 2026”."""
    return occasion(summary.charity_name, summary.assessment.title)


def occasion(charity_name: str, title: str) -> str:
    """Return charity and occasion in one line."""
    return _("{charity} · {title}").format(charity=charity_name, title=title)
