"""What is said about sheets that came back, in sentences. Pure."""

from collabkit.assessments.sentences import capital, in_words
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.i18n import _, ngettext
from collabkit.services.company import Company
from collabkit.services.naming import in_one_line
from collabkit.services.revealing import Outlook


def whose(sheet: ReturnedSheet, code: str) -> str:
    """Return who filled a sheet in, as far as it says; never the name of its file."""
    name = in_one_line(sheet.name)
    if name:
        return name
    return _("Sheet {code}").format(code=code) if code else _("A sheet without a code")


def same_sheet() -> str:
    """Return what is said of a sheet with a code that came already."""
    return _("This sheet came already, with the same answers. Nothing changes.")


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


def what_comes(company: Company, outlook: Outlook) -> str:
    """Return what there is to see once the sheets are taken."""
    if not company.has_secrets:
        return _("Each sheet can be seen as soon as it is taken.")
    if outlook.still_needed:
        return ngettext(
            "{number} more person has to answer before anything is shown.",
            "{number} more people have to answer before anything is shown.",
            outlook.still_needed,
        ).format(number=capital(in_words(outlook.still_needed)))
    if outlook.waiting:
        return ngettext(
            "Results were shown already. The answers of {number} person wait until enough others "
            "have come, so that nobody can be recognised by the change.",
            "Results were shown already. The answers of {number} people wait until enough others "
            "have come, so that nobody can be recognised by the change.",
            outlook.waiting,
        ).format(number=in_words(outlook.waiting))
    return _("Enough people have answered: the results can be shown.")
