"""What is said about sheets that came back, in sentences. Pure."""

from datetime import date

from collabkit.assessments.arrival import Route
from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import day
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.i18n import _, ngettext
from collabkit.services.company import Company
from collabkit.services.measuring import ORGANISATIONS
from collabkit.services.naming import in_one_line
from collabkit.services.revealing import Outlook


def whose(sheet: ReturnedSheet, code: str) -> str:
    """Return who filled a sheet in, as far as it says; never the name of its file."""
    name = in_one_line(sheet.name)
    if name:
        return name
    return _("Sheet {code}").format(code=code) if code else _("A sheet without a code")


def no_code(code: str) -> str:
    """Return what is said of something that cannot be the code of a sheet."""
    return _("“{code}” cannot be the code of a sheet. Please look at the paper again.").format(
        code=in_one_line(code)
    )


def came_before(route: Route, arrived: date, name: str, code: str) -> str:
    """Return which way and when a sheet came, and as whose it is kept."""
    words = {
        Route.ANSWER_FILE: _(
            "The sheet {code} is here already: it came in an answer file on {day}, and is kept as "
            "“{name}”."
        ),
        Route.FORM: _(
            "The sheet {code} is here already: it came as a PDF on {day}, and is kept as “{name}”."
        ),
        Route.TABLE: _(
            "The sheet {code} is here already: it came in a table on {day}, and is kept as "
            "“{name}”."
        ),
        Route.PAPER: _(
            "The sheet {code} is here already: it was keyed in from paper on {day}, and is kept as "
            "“{name}”."
        ),
    }
    return words[route].format(code=code, day=day(arrived), name=name)


def code_is_here(came: str) -> str:
    """Return what is said at once of the code of a sheet that ``came`` before, in a sentence."""
    return _("{came} Please look at the code on the paper again.").format(came=came)


def code_is_shown(came: str) -> str:
    """Return the same where its answers are in results that were shown."""
    return _(
        "{came} Its answers are in results that were shown, so they stay as they are. Please look "
        "at the code on the paper again."
    ).format(came=came)


def would_replace(came: str) -> str:
    """Return what saving would cost, of a sheet that ``came`` before."""
    return _(
        "Nothing is saved yet. {came} If this paper is that very sheet, you can replace everything "
        "that was said on it with what you have keyed in. If it is another sheet, please correct "
        "the code."
    ).format(came=came)


def changed_since() -> str:
    """Return why what was replaced is not put back."""
    return _("This sheet has changed again meanwhile, so nothing was put back.")


def shown_since() -> str:
    """Return why what was replaced is not put back once results were shown."""
    return _(
        "Results with this sheet were shown meanwhile. Its answers stay as they are: a change "
        "could be seen, and would show who it was."
    )


def same_sheet() -> str:
    """Return what is said of a sheet with a code that came already."""
    return _("This sheet came already, with the same answers. Nothing changes.")


def repeated_sheet() -> str:
    """Return what is said of a sheet that stands in two of the files."""
    return _("This sheet stands twice in these files, with the same answers. It counts once.")


def repeated_answers() -> str:
    """Return what is said where only the answers tell that a sheet stands there twice."""
    return _(
        "The very same answers stand twice in these files, so they count once. If they are from "
        "two people, please say so."
    )


def other_side() -> str:
    """Return what is said of a code under which a sheet for or about others came."""
    return _(
        "A sheet with this code came before, for or about another organisation. Nothing of this "
        "one is taken. Please look at the code again."
    )


def same_answers() -> str:
    """Return what is said where only the answers tell that a sheet came already."""
    return _(
        "The very same answers are there already, so this counts as the same sheet. If it is from "
        "another person, please say so."
    )


def takes_the_place() -> str:
    """Return what is said of a newer file of the same sheet."""
    return _("This sheet came before with other answers. The new ones take their place.")


def too_late() -> str:
    """Return why other answers on the same sheet are not taken any more."""
    return _(
        "This sheet came before, and its answers are in results that were shown. They stay as they "
        "were: a change could be seen, and would show who it was."
    )


def twice_in_one_go() -> str:
    """Return why one of two files with the same code is not taken."""
    return _(
        "Another file here has the same sheet with other answers. Please choose only the one that "
        "counts."
    )


def other_assessment(title: str, charity: str) -> str:
    """Return what is said of a sheet of another assessment; no title if it is unknown here."""
    if not title:
        return _("This sheet was handed out for another assessment, which is not on this computer.")
    return _(
        "This sheet was handed out for “{title}” of {charity}. Please take it in there."
    ).format(title=title, charity=charity)


def other_pack(title: str) -> str:
    """Return what is said of a sheet with another questionnaire than ``title``."""
    return _("This sheet has another questionnaire. Here “{title}” is answered.").format(
        title=title
    )


def unknown_wording(version: str) -> str:
    """Return why nothing can be taken of answers to words that nobody here knows."""
    return _(
        "This sheet was answered in other words (version {version}), which are not on this "
        "computer. So nobody can tell which statements meant the same, and nothing is taken."
    ).format(version=in_one_line(version))


def all_reworded() -> str:
    """Return why nothing is taken where every statement has other words by now."""
    return _(
        "Every statement that was answered on this sheet is asked in other words here, so nothing "
        "is taken."
    )


def nothing_said() -> str:
    """Return why an empty sheet is not taken."""
    return _("Nothing is answered on this sheet.")


def nothing_asked() -> str:
    """Return why nothing is taken of a sheet with other statements only."""
    return _("Nothing that is answered on this sheet is asked here.")


def does_not_fit(number: int) -> str:
    """Return that ``number`` things do not fit."""
    return ngettext(
        "One thing on this sheet does not fit, so nothing of it is taken. Please ask the person.",
        "{number} things on this sheet do not fit, so nothing of it is taken. Please ask the "
        "person.",
        number,
    ).format(number=capital(in_words(number)))


def answers_wait(pack: Pack, waiting: int, needed: int) -> str:
    """Return how many people's answers wait, and for how many more; nothing if none does.

    ``needed`` is how many it takes. Where organisations are shown apart, answers may wait for more
    of the same organisation, however many there are.
    """
    if not waiting:
        return ""
    people = ngettext(
        "{number} more person has answered.", "{number} more people have answered.", waiting
    ).format(number=capital(in_words(waiting)))
    missing = needed - waiting
    if ORGANISATIONS in pack.outcome.settings:
        wait = ngettext(
            "That answer waits until enough more of the same organisation have come.",
            "Their answers wait until enough more of the same organisation have come.",
            waiting,
        )
    elif missing > 0:
        come = ngettext("{number} more has come", "{number} more have come", missing)
        wait = ngettext(
            "That answer waits until {come}.", "Their answers wait until {come}.", waiting
        ).format(come=come.format(number=in_words(missing)))
    else:  # there are enough, but it cannot be kept that they are shown
        wait = ngettext(
            "That answer is not in this picture yet.",
            "Their answers are not in this picture yet.",
            waiting,
        )
    return f"{people} {wait}"


def what_comes(company: Company, pack: Pack, outlook: Outlook, needed: int) -> str:
    """Return what there is to see once the sheets are taken; ``needed`` is how many it takes."""
    if not company.has_secrets:
        return _("Each sheet can be seen as soon as it is taken.")
    if outlook.still_needed:
        return ngettext(
            "{number} more person has to answer before anything is shown.",
            "{number} more people have to answer before anything is shown.",
            outlook.still_needed,
        ).format(number=capital(in_words(outlook.still_needed)))
    if outlook.waiting:
        return _("Results were shown already. {waiting}").format(
            waiting=answers_wait(pack, outlook.waiting, needed)
        )
    return _("With these, enough will have answered.")
