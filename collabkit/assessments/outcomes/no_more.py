"""Why a picture that was shown is not shown any more. Pure."""

from collections.abc import Mapping

from collabkit.assessments.outcomes.topics import CLOSED, WITHDRAWN
from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext


def why_no_more(settled: Mapping[str, str], respondents: int) -> str:
    """Return why nothing is shown although people have answered; empty where that is not so.

    ``respondents`` is how many people the picture is drawn from.
    """
    if respondents or not settled.get(WITHDRAWN):
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
