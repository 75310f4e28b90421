"""The first page: whose plan this is, and what it rests on."""

from collections.abc import Collection
from datetime import date

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.needed import needed_among
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.reports.contents.parts import Cover, Fact


def cover(
    pack: Pack,
    charity: Charity,
    assessment: Assessment,
    asked: Collection[str],
    people: str,
    today: date,
) -> Cover:
    """Return the cover; ``people`` says who took part.

    ``asked`` are the statements that were asked in the end, of those of ``assessment``.
    """
    return Cover(
        title=_title(pack),
        charity=charity.name,
        sample=_("Sample: not a real charity") if charity.is_sample else "",
        facts=(
            Fact(_("Assessment"), assessment.title),
            Fact(_("Answered"), _when(assessment)),
            Fact(_("Who took part"), people),
            Fact(
                _("Questionnaire"),
                _("{title}, version {version}").format(title=pack.title, version=pack.version),
            ),
            Fact(_("Statements"), _statements(pack, assessment.selection, asked)),
            Fact(_("This copy"), _("Made on {day}").format(day=day(today))),
        ),
        contents=_("Inside"),
    )


def _title(pack: Pack) -> str:
    is_profile = pack.outcome.kind is OutcomeKind.PROFILE
    return _("Our plan for working with others") if is_profile else pack.title


def _when(assessment: Assessment) -> str:
    started, finished = assessment.started, assessment.finished
    if finished is None:
        return _("Started on {start}, not finished yet").format(start=day(started))
    if finished == started:
        return day(started)
    return _("{start} to {end}").format(start=day(started), end=day(finished))


def _statements(pack: Pack, selection: Selection, asked: Collection[str]) -> str:
    number = len(needed_among(pack, asked))
    if selection is Selection.ALL and not pack.core_ids:  # there is no shorter version
        return str(number)
    return {
        Selection.CORE: ngettext(
            "Short version: {number} statement", "Short version: {number} statements", number
        ),
        Selection.ALL: ngettext(
            "Full version: {number} statement", "Full version: {number} statements", number
        ),
        Selection.OWN_CHOICE: ngettext(
            "Own choice: {number} statement", "Own choice: {number} statements", number
        ),
    }[selection].format(number=number)
