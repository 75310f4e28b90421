"""Safety copies in the words of the page."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.services.putting_back import PutBack
from collabkit.services.safety import Looked, SafetyCopy, name_beside
from collabkit.services.safety_words import counted, said, size, until, when, why
from collabkit.ui.safety.state import Row

_A_PAIR = 2


def standing_words(copies: Sequence[SafetyCopy], today: date) -> str:
    """Return in one breath what is safe and when the latest copy was made."""
    if not copies:
        return _(
            "Answers, plans and sessions are kept twice on this computer as soon as they are "
            "saved. There is no safety copy yet; the first is made when you close collabkit."
        )
    latest = exactly_said(copies[0], copies, today)
    if len(copies) == _A_PAIR:
        return _(
            "Answers, plans and sessions are kept twice on this computer as soon as they are "
            "saved, and you can go back to either of two safety copies. The latest was made "
            "{latest}."
        ).format(latest=latest)
    return ngettext(
        "Answers, plans and sessions are kept twice on this computer as soon as they are saved, "
        "and you can go back to one safety copy, made {latest}.",
        "Answers, plans and sessions are kept twice on this computer as soon as they are saved, "
        "and you can go back to any of {number} safety copies. The latest was made {latest}.",
        len(copies),
    ).format(number=in_words(len(copies)), latest=latest)


def rows_of(
    copies: Sequence[SafetyCopy],
    known: Mapping[Path, Looked],
    today: date,
    going: Collection[Path] = (),
) -> tuple[Row, ...]:
    """Return the copies with what is known about each; the rest is still being read.

    Those that are ``going`` are removed when the page is left.
    """
    return tuple(
        _row(copy, known.get(copy.path), exact_name(copy, copies, today), copy.path in going)
        for copy in copies
    )


def in_order(copies: Sequence[SafetyCopy]) -> tuple[SafetyCopy, ...]:
    """Return ``copies``, the newest first."""
    return tuple(sorted(copies, key=lambda copy: (copy.number, copy.made), reverse=True))


def exact_name(copy: SafetyCopy, copies: Sequence[SafetyCopy], today: date) -> str:
    """Return when a copy was made, to the second where two of its day are of one minute."""
    return when(copy.made, today, with_seconds=_needs_seconds(copy, copies))


def exactly_said(copy: SafetyCopy, copies: Sequence[SafetyCopy], today: date) -> str:
    """Return the same within a sentence."""
    return said(copy.made, today, with_seconds=_needs_seconds(copy, copies))


def name_of(copy: SafetyCopy, copies: Sequence[SafetyCopy], today: date) -> str:
    """Return what stands above a copy that is looked at."""
    return _("The copy made {when}").format(when=exactly_said(copy, copies, today))


def name_of_file(path: Path) -> str:
    """Return what stands above a file that is looked at."""
    return _("The copy “{name}”").format(name=path.name)


def about_copy(copy: SafetyCopy) -> str:
    """Return why a copy was made, its size and how long it stays."""
    return f"{why(copy.reason)}. {size(copy.size)}. {until(copy.gone_by)}"


def about_file(path: Path) -> str:
    """Return where a file lies that is not among the copies."""
    return _("This file lies in {folder}.").format(folder=path.parent)


def put_back_words(done: PutBack, copies: Sequence[SafetyCopy], today: date) -> str:
    """Return what was put back and which of ``copies`` is what was there before."""
    words = _("The copy was put back, with {contents}.").format(contents=counted(done.after))
    if done.again:
        words = f"{words} {done.again}"
    if done.kept is None:
        return words
    kept = _("What was here before is the copy made {when}, if you want to go back to it.")
    return f"{words} {kept.format(when=exactly_said(done.kept, copies, today))}"


def saved_words(target: Path, *, is_locked: bool) -> str:
    """Return that a copy was written, and how to treat it."""
    if is_locked:
        return _(
            "The copy was written and read through: “{name}”. The small file beside it, "
            "“{beside}”, belongs to it: keep both. Nobody can open the copy without that file and "
            "your passphrase."
        ).format(name=target.name, beside=name_beside(target))
    return _(
        "The copy was written and read through: “{name}”. Take the stick out as this computer asks "
        "you to, and keep it safe: whoever has it can read it."
    ).format(name=target.name)


def stick_words(*, is_locked: bool) -> str:
    """Return why a copy belongs on a memory stick, and what to think of."""
    if is_locked:
        return _(
            "These copies lie on this computer. In case it breaks or is stolen, save a copy on a "
            "memory stick now and then. It is locked with your passphrase, as everything is here."
        )
    return _(
        "These copies lie on this computer. In case it breaks or is stolen, save a copy on a "
        "memory stick now and then, and keep the stick safe: whoever has it can read it."
    )


def _needs_seconds(copy: SafetyCopy, copies: Sequence[SafetyCopy]) -> bool:
    of_its_day = [each.made for each in copies if each.made.date() == copy.made.date()]
    return len({(made.hour, made.minute) for made in of_its_day}) < len(of_its_day)


def _row(copy: SafetyCopy, looked: Looked | None, name: str, is_going: bool) -> Row:
    reason = why(copy.reason)
    if is_going:
        about = _("It goes for good when you leave this page.")
    elif looked is None:
        about = _("{why}. It is being read through…").format(why=reason)
    elif looked.contents is None:
        about = _("{why}. It is damaged and cannot be put back.").format(why=reason)
    else:
        about = _("{why}. It was read through and holds {contents}.").format(
            why=reason, contents=counted(looked.contents)
        )
    is_damaged = looked is not None and not looked.is_sound
    return Row(copy.path, name, about, is_damaged, is_going)
