"""The page Privacy in words."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from collabkit.assessments.outcomes.phrases import listed
from collabkit.dates import day, month
from collabkit.i18n import _, ngettext
from collabkit.services.erasing import Decision, HeldCopy, Kind, Receipt
from collabkit.services.safety_words import said


def decision_title(decision: Decision) -> str:
    """Return what stands above what would be erased."""
    match decision.kind:
        case Kind.BIN:
            return _("Erase everything that was put away?")
        case Kind.NAME:
            return _("Take the name “{name}” out?").format(name=decision.name)
        case _:
            return _("Erase “{name}” for good?").format(name=decision.name)


def word_to_type(decision: Decision) -> str:
    """Return what has to be typed before it is erased; nothing where a tick is enough."""
    return decision.name if decision.kind is Kind.CHARITY else ""


def what_others_wrote() -> tuple[str, ...]:
    """Return what to answer somebody who asks what others wrote about them.

    Notes of a group were written in confidence. Whoever answers such a request need not uncover
    another person who does not agree (Data Protection Act 2018, schedule 2, paragraph 16).
    """
    return (
        _(
            "Look for the name below, under “A name in notes and plans”, which looks through "
            "everything of this charity. What is shown there you can copy, and give to the person."
        ),
        _(
            "Notes that were written in confidence are only counted: collabkit shows them to "
            "nobody. You may say how many there are, and for example: “They were written in "
            "confidence, and handing them over could tell who wrote them. We can take your name "
            "out of them.” Those who wrote one can hand it over themselves, if they agree."
        ),
        _(
            "You need not hand over what would uncover somebody else who does not agree. If in "
            "doubt, ask the Information Commissioner's Office: ico.org.uk, telephone 0303 123 1113."
        ),
    )


def copies_words(copies: Sequence[HeldCopy]) -> str:
    """Return what the tick for the safety copies says."""
    aside = sum(copy.gone_by is None for copy in copies)
    if aside:
        put_aside = ngettext("{number} thing put aside", "{number} things put aside", aside)
        number = len(copies) - aside
        of_copies = ngettext("{number} safety copy", "{number} safety copies", number)
        return _("Erase what holds it, or may hold it, as well: {copies}").format(
            copies=listed(
                [
                    *([of_copies.format(number=number)] if number else []),
                    put_aside.format(number=aside),
                ]
            )
        )
    return ngettext(
        "Erase the safety copy that holds it as well",
        "Erase the {number} safety copies that hold it as well",
        len(copies),
    ).format(number=len(copies))


def stay_note() -> str:
    """Return what it means to leave the copies: ``ErasingService.erase`` makes one more."""
    return _(
        "One more safety copy is made just before erasing, and holds it too. Whoever opens such a "
        "copy finds what was erased, until it is gone."
    )


def whens(copies: Sequence[HeldCopy]) -> tuple[str, ...]:
    """Return what holds of the months by which copies go; nothing where none goes by itself."""
    if all(copy.gone_by is None for copy in copies):
        return ()
    return (
        _(
            "These months hold if something changes in collabkit at least once a month; otherwise "
            "copies stay longer."
        ),
    )


def copy_lines(copies: Sequence[HeldCopy], today: date) -> tuple[str, ...]:
    """Return a line for each copy; those of one minute are told apart by their seconds."""
    minutes = Counter(f"{copy.made:%Y-%m-%d %H:%M}" for copy in copies)
    return tuple(
        _copy_line(copy, today, with_seconds=minutes[f"{copy.made:%Y-%m-%d %H:%M}"] > 1)
        for copy in copies
    )


def _copy_line(copy: HeldCopy, today: date, *, with_seconds: bool) -> str:
    """Return when a copy was made and until when it stays by itself."""
    made = said(copy.made, today, with_seconds=with_seconds)
    if copy.gone_by is None and copy.is_read:
        return _("Put aside {when}. It stays until you delete it: {path}").format(
            when=made, path=copy.path
        )
    if copy.gone_by is None:
        return _(
            "Put aside {when}. It is locked or damaged, so nobody can look into it, and it may "
            "hold this. It stays until you delete it: {path}"
        ).format(when=made, path=copy.path)
    if not copy.is_read:
        return _(
            "Made {when}; locked or damaged, so it may hold this; gone by the end of {month}"
        ).format(when=made, month=month(copy.gone_by))
    return _("Made {when}; gone by the end of {month}").format(when=made, month=month(copy.gone_by))


def records_note() -> str:
    """Return what is counted in a receipt: other things than answers too."""
    return _(
        "A record is one entry that was kept: an answer with its note, the sheet itself, how it "
        "came in."
    )


def receipt_line(receipt: Receipt) -> str:
    """Return a receipt as a line: a day, a kind and a count, no name."""
    if receipt.kind == Kind.PUT_BACK:
        return _("{day}: an older state of the data was put back").format(day=day(receipt.day))
    kinds: dict[str, str] = {
        Kind.PERSON: _("A person"),
        Kind.ASSESSMENT: _("An assessment"),
        Kind.CHARITY: _("A charity"),
        Kind.BIN: _("What was put away"),
        Kind.NAME: _("A name in notes and plans"),
    }
    what = kinds.get(receipt.kind, _("Something"))
    rows = (
        ngettext("{number} text", "{number} texts", receipt.rows)
        if receipt.kind == Kind.NAME
        else ngettext("{number} record", "{number} records", receipt.rows)
    ).format(number=receipt.rows)
    return _("{day}: {what}, {rows}").format(day=day(receipt.day), what=what, rows=rows)
