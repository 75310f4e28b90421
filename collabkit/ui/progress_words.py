"""How far an assessment is and what it takes, in words."""

from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.sentences import answered_so_far, capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.services.assessments import Summary
from collabkit.services.packs import builtin_cards


def progress(summary: Summary) -> str:
    """Return how much is answered, such as “14 of 20 statements answered”.

    Of a group, how many people have finished and begun; of a session in the room, on how many
    statements has been voted.
    """
    if summary.session is not None:
        return voted_so_far(summary.session.voted, summary.session.statements)
    if not has_sheets(summary):
        return answered_so_far(summary.answered, summary.total)
    number = summary.participants
    if not number:
        return _("Nobody has begun yet")
    if summary.assessment.minimum > OWN_ASSESSMENT:
        return _how_many(summary)
    sheets = ngettext("{number} sheet", "{number} sheets", number).format(
        number=capital(in_words(number))
    )
    return _("{sheets} · {progress}").format(
        sheets=sheets, progress=answered_so_far(summary.answered, summary.total)
    )


def has_sheets(summary: Summary) -> bool:
    """Tell whether several people or organisations answer, each on a sheet."""
    if summary.session is not None:
        return False
    return summary.participants != 1 or summary.assessment.minimum > 1


def _how_many(summary: Summary) -> str:
    """Return how many have finished, are under way, and are needed before anything is shown."""
    finished, begun = summary.finished, max(0, summary.begun - summary.finished)
    if not finished and not begun:
        return _("Nobody has begun yet")
    parts = []
    if finished:
        done = (
            ngettext("{number} sheet is finished", "{number} sheets are finished", finished)
            if summary.has_parties
            else ngettext("{number} person has finished", "{number} people have finished", finished)
        )
        parts.append(done.format(number=capital(in_words(finished))))
    if begun and finished:
        more = (
            ngettext("{number} is begun", "{number} are begun", begun)
            if summary.has_parties
            else ngettext("{number} has begun", "{number} have begun", begun)
        )
        parts.append(more.format(number=in_words(begun)))
    elif begun:
        more = (
            ngettext("{number} sheet is begun", "{number} sheets are begun", begun)
            if summary.has_parties
            else ngettext("{number} person has begun", "{number} people have begun", begun)
        )
        parts.append(more.format(number=capital(in_words(begun))))
    if (missing := summary.assessment.minimum - finished - begun) > 0:
        needed = ngettext("{number} more is needed", "{number} more are needed", missing)
        parts.append(needed.format(number=in_words(missing)))
    return ", ".join(parts)


def in_the_room() -> str:
    """Return what a session is called beside other ways of answering."""
    return _("Session in the room")


def voted_so_far(voted: int, statements: int) -> str:
    """Return how far a session in the room is, such as “4 of 12 statements voted on”."""
    return ngettext(
        "{voted} of {number} statement voted on",
        "{voted} of {number} statements voted on",
        statements,
    ).format(voted=voted, number=statements)


def occasion(charity_name: str, title: str) -> str:
    """Return charity and occasion, such as “Sample Charity · November 2026”."""
    return _("{charity} · {title}").format(charity=charity_name, title=title)


def subject(pack_title: str, title: str) -> str:
    """Return questionnaire and occasion, such as “The five themes · November 2026”."""
    return _("{questionnaire} · {title}").format(questionnaire=pack_title, title=title)


def time_needed() -> str:
    """Return how long the short version of the first pack takes, in a sentence."""
    card = builtin_cards()[0]
    minutes = card.minutes_short or card.minutes_full
    return ngettext(
        "The short version takes about {minutes} minute.",
        "The short version takes about {minutes} minutes.",
        minutes,
    ).format(minutes=in_words(minutes))
