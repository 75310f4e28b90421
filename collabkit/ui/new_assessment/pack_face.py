"""What a questionnaire asks, of whom, and how well tested it is."""

from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.text import Text


class PackFace(Column):
    """A questionnaire in a few lines, with its question unless that is told already."""

    def __init__(self, pack: Pack, *, with_question: bool = True) -> None:
        super().__init__(gap=1)
        question = (Text(pack.question),) if with_question else ()
        self.fill(
            Text(pack.title, "strong"),
            *question,
            Assurance("person", pack.answered_by),
            Assurance("info", pack.status),
        )


def about_minutes(minutes: int) -> str:
    """Return how long it takes, such as “About nine minutes.”."""
    return ngettext("About {minutes} minute.", "About {minutes} minutes.", minutes).format(
        minutes=in_words(minutes)
    )


def pack_minutes(pack: Pack) -> str:
    """Return how long a questionnaire takes, in its short version too if there is one."""
    if pack.minutes_short is None:
        return about_minutes(pack.minutes_full)
    return _("About {minutes} minutes, {short} in the short version.").format(
        minutes=in_words(pack.minutes_full), short=in_words(pack.minutes_short)
    )
