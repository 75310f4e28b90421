"""What the sheets of an assessment are called, and how far they are, in words."""

from collections.abc import Sequence

from collabkit.assessments.sentences import answered_so_far, capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.services.company import Company
from collabkit.services.people import SheetState


def sheet_title(company: Company, sheet: SheetState) -> str:
    """Return whose sheet it is and, where it is about somebody, about whom."""
    name, party = sheet.participant.pseudonym, sheet.party
    if company is Company.VIEWS:
        about = _("itself") if sheet.about == party else sheet.about
        return _("{organisation} about {about}").format(organisation=party or name, about=about)
    if not party or name == party:
        return name
    return _("{name} · {organisation}").format(name=name, organisation=party)


def about_title(company: Company, sheet: SheetState) -> str:
    """Return about whom a sheet is, as its statements mean it; nothing where that is plain."""
    if company is not Company.VIEWS or not sheet.about:
        return ""
    return _("{organisation}: compared with the others").format(organisation=sheet.about)


def sheet_progress(sheet: SheetState, *, is_closed: bool) -> str:
    """Return how far a sheet is."""
    if is_closed:
        return _("Finished")
    if not sheet.answered:
        return _("Not begun")
    if sheet.is_complete:
        return _("All answered")
    return answered_so_far(sheet.answered, sheet.of)


def counted(company: Company, finished: int, begun: int) -> str:
    """Return how many have finished and how many have begun, in a sentence."""
    members = company is Company.MEMBERS
    if not finished and not begun:
        return _("Nobody has answered yet.")
    done = (
        ngettext(
            "{number} organisation has finished.", "{number} organisations have finished.", finished
        )
        if members
        else ngettext("{number} person has finished.", "{number} people have finished.", finished)
    ).format(number=capital(in_words(finished)))
    under_way = ngettext(
        "{number} has begun and not finished.", "{number} have begun and not finished.", begun
    ).format(number=capital(in_words(begun)))
    return " ".join(words for words, there in ((done, finished), (under_way, begun)) if there)


def about_results(company: Company, minimum: int, missing: int, *, is_open: bool) -> str:
    """Return from how many on results are shown, how many are missing, and that both stay so."""
    sentences = [_how_many(company, minimum, missing)]
    if missing <= 0:
        sentences.append(_about_whom(company))
    if is_open:
        sentences.append(
            _(
                "With so few, others can often guess who said what: anonymity is not possible, and "
                "everybody agreed to that beforehand."
            )
        )
    sentences.append(_("This was settled at the start and stays as it is."))
    return " ".join(sentences)


def _how_many(company: Company, minimum: int, missing: int) -> str:
    members = company is Company.MEMBERS
    if missing >= minimum:
        words = (
            _("{minimum} organisations are needed before anything is shown.")
            if members
            else _("{minimum} people are needed before anything is shown.")
        )
        return words.format(minimum=capital(in_words(minimum)))
    words = (
        _("Results are shown from {minimum} organisations on.")
        if members
        else _("Results are shown from {minimum} people on.")
    ).format(minimum=in_words(minimum))
    if missing <= 0:
        return words
    more = ngettext("{number} more is needed.", "{number} more are needed.", missing)
    return f"{words} {more.format(number=capital(in_words(missing)))}"


def _about_whom(company: Company) -> str:
    if company is Company.MEMBERS:
        return _("They are about all organisations together.")
    if company is Company.PARTNERS:
        return _(
            "They are about all people together, and about an organisation once as many of its "
            "people have answered; never about one person."
        )
    return _("They are about all people together, never about one of them.")


def about_party(name: str, answered: int, minimum: int) -> str:
    """Return how many of an organisation have answered and are needed; nothing with enough."""
    missing = minimum - answered
    if missing <= 0:
        return ""
    if not answered:
        return _("{organisation}: nobody has answered, {minimum} are needed.").format(
            organisation=name, minimum=in_words(minimum)
        )
    there = ngettext("{number} has answered", "{number} have answered", answered)
    more = ngettext("{number} more is needed", "{number} more are needed", missing)
    return _("{organisation}: {answered}, {needed}.").format(
        organisation=name,
        answered=there.format(number=in_words(answered)),
        needed=more.format(number=in_words(missing)),
    )


def before_first_look(minimum: int) -> str:
    """Return what the first look at the results settles: whoever comes later waits for others."""
    return _(
        "Have all answered whom you asked? Once the results are seen, later answers are added only "
        "when {minimum} more are in."
    ).format(minimum=in_words(minimum))


def next_name(taken: Sequence[str]) -> str:
    """Return a pseudonym that nobody has yet."""
    number = 1
    while (name := _("Person {number}").format(number=number)) in taken:
        number += 1
    return name
