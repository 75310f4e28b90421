"""The first page of a session's report."""

from collections.abc import Sequence
from datetime import date

from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import in_words
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.reports.contents.parts import Fact
from collabkit.reports.contents.session_parts import SessionFront
from collabkit.reports.contents.session_words import (
    held_on,
    how_many_statements,
    look_again,
    sample_label,
    seen_by,
    who_answered,
)
from collabkit.room.meeting import Meeting
from collabkit.room.promise import promise_lines


def session_front(
    meeting: Meeting, pack: Pack, charity: Charity, today: date, *, is_practice: bool
) -> SessionFront:
    """Return the first page; ``today`` is the day of the copy."""
    preparation = meeting.preparation
    return SessionFront(
        title=preparation.title,
        charity=charity.name,
        sample=sample_label(charity),
        practice=_practised(is_practice=is_practice),
        facts=tuple(_facts(meeting, pack, today)),
        look_again=look_again(),
        promise_title=_("What was promised before anybody answered"),
        promise=promise_lines(preparation),
        contents=_("Inside"),
    )


def _practised(*, is_practice: bool) -> str:
    if not is_practice:
        return ""
    return _("This was a practice. Nobody's real answers are in it.")


def _facts(meeting: Meeting, pack: Pack, today: date) -> Sequence[Fact]:
    smallest = in_words(meeting.preparation.minimum)
    return (
        Fact(_("Held on"), held_on(meeting)),
        Fact(_("Who answered"), who_answered(meeting)),
        Fact(_("Statements"), how_many_statements(meeting)),
        Fact(
            _("Questionnaire"),
            _("{title}, version {version}").format(title=pack.title, version=pack.version),
        ),
        Fact(
            _("Smallest group"),
            _("Nothing is shown about fewer than {number} people").format(number=smallest),
        ),
        Fact(_("For whose eyes"), seen_by(meeting.preparation.audience)),
        Fact(_("This copy"), _("Made on {day}").format(day=day(today))),
    )
