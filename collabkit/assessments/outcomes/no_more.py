"""What became of a picture that was shown, once answers have left it for good. Pure."""

from collections.abc import Mapping

from collabkit.assessments.outcomes.topics import CLOSED, WITHDRAWN
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def why_no_more(settled: Mapping[str, str], respondents: int, minimum: int) -> str:
    """Return why nothing is shown although people have answered; empty where that is not so.

    ``respondents`` is how many people the picture would be drawn from, and ``minimum`` how many
    that takes.
    """
    if respondents >= max(1, minimum) or not settled.get(WITHDRAWN):
        return ""
    answered = sum(topic.startswith(CLOSED) for topic in settled)
    if not answered:
        return ""
    people = ngettext(
        "{number} person has answered.", "{number} people have answered.", answered
    ).format(number=capital(in_words(answered)))
    why = _(
        "Nothing is shown any more, because somebody was taken out or an older safety copy was put "
        "back: the difference from what was shown before would tell what one person said."
    )
    return f"{people} {why}"


def who_is_left(settled: Mapping[str, str], respondents: int, shown: int, minimum: int) -> str:
    """Return who is left in a picture, and why not all; empty where no answers have left it.

    ``respondents`` is how many people it is drawn from now, and ``shown`` how many of those whose
    sheets are still here have been in it. How many there were before is kept nowhere: together with
    the others it would tell how many were erased.
    """
    if not settled.get(WITHDRAWN):
        return ""
    if respondents < max(1, minimum):
        return why_no_more(settled, respondents, minimum)
    if respondents < shown:
        people = ngettext(
            "Of {shown} people who were in this picture, {number} still is.",
            "Of {shown} people who were in this picture, {number} still are.",
            respondents,
        ).format(shown=in_words(shown), number=in_words(respondents))
    else:
        people = ngettext(
            "{number} person is in this picture, but not with every answer.",
            "{number} people are in this picture, but not all of them with every answer.",
            respondents,
        ).format(number=capital(in_words(respondents)))
    why = _(
        "Answers of others are left out for good, because somebody was taken out or an older "
        "safety copy was put back: the difference from what was shown before would tell what one "
        "person said."
    )
    return f"{people} {why}"
