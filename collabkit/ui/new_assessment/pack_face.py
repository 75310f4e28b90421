"""What a questionnaire asks, of whom, and how well tested it is."""

from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.services.pack_cards import PackCard
from collabkit.ui.new_assessment.beginning import statements
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.text import Text


class PackFace(Column):
    """What is said about the questionnaire that is chosen, below its card."""

    def __init__(self, pack: Pack, *, with_title: bool = False) -> None:
        super().__init__(gap=1)
        head = (Text(pack.title, "strong"), Text(pack.question)) if with_title else ()
        number = len(statements(pack))
        count = ngettext("{number} statement", "{number} statements", number).format(number=number)
        lines = [
            Text(pack.purpose),
            Assurance("assess", f"{count}. {outcome_words(pack)}"),
            Assurance("person", pack.answered_by),
        ]
        if pack.when:
            lines.append(Assurance("calendar", pack.when))
        self.fill(*head, *lines, Assurance("info", pack.status))


def outcome_words(pack: Pack) -> str:
    """Return what comes out of a questionnaire, in a sentence."""
    match pack.outcome.kind:
        case OutcomeKind.PROFILE if "agenda" in pack.outcome.settings:
            return _("You get a picture, part by part, and an agenda for one hour.")
        case OutcomeKind.PROFILE if "organisations" in pack.outcome.settings:
            return _("You get a picture, part by part, and see where partners differ.")
        case OutcomeKind.PROFILE:
            return _("You get a picture, part by part, and suggested actions.")
        case OutcomeKind.DECISION:
            return _("You get a recommendation with its reasons, and write your decision down.")
        case OutcomeKind.HOLDINGS:
            return _("You get a table of who holds what, and moves that level it.")
        case OutcomeKind.RANKING:
            return _("You get a list in order, what would help, and a first step.")
        case OutcomeKind.COLUMNS:
            return _("You get a board of what could be soon, what later and what not at all.")
        case OutcomeKind.MIRROR:
            return _("You get a mirror: how others see you beside how you see yourselves.")
        case OutcomeKind.OPEN_ACTIONS:
            return _("You get a list of what is still open, in the order in which to do it.")
        case OutcomeKind.SHARED_PAGE:
            return _("You get one page that both sides share.")


def about_minutes(minutes: int) -> str:
    """Return how long it takes, such as “About nine minutes.”."""
    return ngettext("About {minutes} minute.", "About {minutes} minutes.", minutes).format(
        minutes=in_words(minutes)
    )


def card_minutes(card: PackCard) -> str:
    """Return how long a questionnaire takes, in its short version too if there is one."""
    if card.minutes_short is None:
        return about_minutes(card.minutes_full)
    return _("About {minutes} minutes, {short} in the short version.").format(
        minutes=in_words(card.minutes_full), short=in_words(card.minutes_short)
    )
