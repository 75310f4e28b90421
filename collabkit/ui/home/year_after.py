"""What was finished about a year ago and can be started again, for Home to mention quietly."""

from collections.abc import Iterable
from datetime import date, timedelta

from collabkit.dates import day
from collabkit.i18n import _
from collabkit.services.assessments import Summary
from collabkit.ui.home.state import Work
from collabkit.ui.progress_words import subject

# Eleven months, so that there is time to prepare the day; after two years nobody waits for it.
_FROM, _UNTIL = timedelta(days=335), timedelta(days=730)


def year_after(own: Iterable[Summary], today: date) -> Work | None:
    """Return the latest assessment that is a year old and was not answered again since.

    ``own`` are all assessments but the sample's and those that others asked for.
    """
    latest: dict[tuple[str, str], Summary] = {}
    for summary in own:
        assessment = summary.assessment
        key = (assessment.charity_id, assessment.pack_id)
        if key not in latest or _last_day(summary) > _last_day(latest[key]):
            latest[key] = summary
    for summary in sorted(latest.values(), key=_last_day, reverse=True):
        finished = summary.assessment.finished
        if finished is None or not _FROM <= today - finished <= _UNTIL:
            continue
        return Work(
            summary.assessment.id,
            summary.charity_name,
            subject(summary.pack_title, summary.assessment.title),
            _("Finished on {day}. About a year later is a good time to look again.").format(
                day=day(finished)
            ),
        )
    return None


def _last_day(summary: Summary) -> date:
    return max(summary.assessment.started, summary.assessment.finished or date.min)
