"""How far an assessment is and what it takes, in words."""

from collabkit.assessments.sentences import answered_so_far, in_words
from collabkit.i18n import _, ngettext
from collabkit.services.assessments import Summary
from collabkit.services.packs import first_pack


def progress(summary: Summary) -> str:
    """Return how much is answered, such as “14 of 20 statements answered”."""
    return answered_so_far(summary.answered, summary.total)


def occasion(charity_name: str, title: str) -> str:
    """Return charity and occasion, such as “Sample Charity · November 2026”."""
    return _("{charity} · {title}").format(charity=charity_name, title=title)


def time_needed() -> str:
    """Return how long the short version of the first pack takes, in a sentence."""
    pack = first_pack()
    minutes = pack.minutes_short or pack.minutes_full
    return ngettext(
        "The short version takes about {minutes} minute.",
        "The short version takes about {minutes} minutes.",
        minutes,
    ).format(minutes=in_words(minutes))
