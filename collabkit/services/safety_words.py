"""Safety copies in words. Pure."""

from datetime import date, datetime, timedelta

from collabkit.assessments.outcomes.phrases import listed
from collabkit.dates import day, month
from collabkit.i18n import _, ngettext
from collabkit.services.safety import Contents, Reason

_KILO = 1_000
_MEGA = 1_000_000


def when(made: datetime, today: date, *, with_seconds: bool = False) -> str:
    """Return when a copy was made, such as “Today, 19:30” or “3 May 2026, 09:05”.

    ``with_seconds`` is for two copies of one minute.
    """
    time = _time(made, with_seconds=with_seconds)
    match today - made.date():
        case timedelta(days=0):
            return _("Today, {time}").format(time=time)
        case timedelta(days=1):
            return _("Yesterday, {time}").format(time=time)
        case _other:
            return f"{day(made.date())}, {time}"


def said(made: datetime, today: date, *, with_seconds: bool = False) -> str:
    """Return the same within a sentence, such as “today at 19:30” or “on 3 May 2026 at 09:05”."""
    time = _time(made, with_seconds=with_seconds)
    match today - made.date():
        case timedelta(days=0):
            return _("today at {time}").format(time=time)
        case timedelta(days=1):
            return _("yesterday at {time}").format(time=time)
        case _other:
            return _("on {day} at {time}").format(day=day(made.date()), time=time)


def why(reason: Reason | None) -> str:
    """Return why a copy was made."""
    match reason:
        case Reason.CLOSING:
            return _("Made when collabkit was closed")
        case Reason.INTERVAL | Reason.NEW_LOG:
            return _("Made while you worked")
        case Reason.ASKED:
            return _("Made because you asked for it")
        case Reason.BEFORE_IMPORT:
            return _("Made before something was brought in")
        case Reason.BEFORE_MIGRATION:
            return _("Made before a newer collabkit took over")
        case Reason.BEFORE_RESTORE:
            return _("Made to keep what was here before")
        case Reason.BEFORE_ERASING:
            return _("Made before something was erased")
        case Reason.AFTER_ERASING:
            return _("Made after something was erased")
        case None:
            return _("Made by an earlier collabkit")


def compared(before: Contents | None, after: Contents) -> tuple[tuple[str, str, str], ...]:
    """Return a row for each kind of thing: its name, how many there are, and in the copy.

    Where ``before`` is ``None``, nothing can be said of it. Notes, sessions and the sample are
    there only if there are any.
    """
    there = before or Contents()
    rows = [
        (_("Charities"), there.charities, after.charities),
        (_("Assessments"), there.assessments, after.assessments),
        (_("People who answer"), there.people, after.people),
        (_("Answers"), there.answers, after.answers),
        (_("Actions in plans"), there.actions, after.actions),
    ]
    if there.notes or after.notes:
        rows.insert(-1, (_("Notes"), there.notes, after.notes))
    if there.sessions or after.sessions:
        rows.append((_("Sessions in the room"), there.sessions, after.sessions))
    if there.has_sample or after.has_sample:
        rows.append((_("Answers in the sample"), there.sample_answers, after.sample_answers))
    unknown = "–" if before is None else ""
    return tuple((name, unknown or f"{now:,}", f"{then:,}") for name, now, then in rows)


def warning_of(before: Contents | None, after: Contents) -> str:
    """Return what somebody has to know before a copy is put back; mostly nothing."""
    if before is None or before.erasures <= after.erasures:
        return ""
    return _(
        "Since this copy was made, something was erased for good. The copy still holds it: if you "
        "put it back, erase that once more. What groups have seen stays known: results that are "
        "not shown any more because of the erasing stay hidden, also with the copy put back."
    )


def counted(contents: Contents) -> str:
    """Return what is in a copy in one line, such as “1 charity, 5 people and 81 answers”.

    The sample is nothing that anybody has done, and is only named.
    """
    parts = [
        words.format(number=f"{number:,}")
        for number, words in (
            (
                contents.charities,
                ngettext("{number} charity", "{number} charities", contents.charities),
            ),
            (
                contents.assessments,
                ngettext("{number} assessment", "{number} assessments", contents.assessments),
            ),
            (contents.people, ngettext("{number} person", "{number} people", contents.people)),
            (contents.answers, ngettext("{number} answer", "{number} answers", contents.answers)),
            (contents.notes, ngettext("{number} note", "{number} notes", contents.notes)),
            (contents.actions, ngettext("{number} action", "{number} actions", contents.actions)),
            (
                contents.sessions,
                ngettext("{number} session", "{number} sessions", contents.sessions),
            ),
        )
        if number
    ]
    if not parts:
        return _("only the sample") if contents.has_sample else _("nothing that you have entered")
    if contents.has_sample:
        return _("{contents}, and the sample").format(contents=listed(parts))
    return listed(parts)


def size(number: int) -> str:
    """Return a size in bytes as people read it."""
    if number < _MEGA:
        return _("{number} kB").format(number=max(1, round(number / _KILO)))
    return _("{number} MB").format(number=f"{number / _MEGA:.1f}")


def until(gone_by: date) -> str:
    """Return until when a copy stays: new ones push it out, so rare use lets it stay longer."""
    return _(
        "collabkit removes it by the end of {month}, or later if you seldom change anything here."
    ).format(month=month(gone_by))


def _time(made: datetime, *, with_seconds: bool) -> str:
    return f"{made:%H:%M:%S}" if with_seconds else f"{made:%H:%M}"
