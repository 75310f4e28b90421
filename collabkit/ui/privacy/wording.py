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


def copies_note() -> str:
    """Return what holds of the days by which copies go."""
    return _(
        "Copies that stay go by themselves by the months named here, if something changes in "
        "collabkit at least once a month. Until then whoever opens one finds what was erased."
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


def receipt_line(receipt: Receipt) -> str:
    """Return a receipt as a line: a day, a kind and a count, no name."""
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
