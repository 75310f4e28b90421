"""The score of each part as a table."""

from collabkit.assessments.names import band_name
from collabkit.assessments.pack import Section
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital
from collabkit.i18n import _
from collabkit.reports.contents.shape import score_of
from collabkit.reports.tables.told import Told
from collabkit.reports.tables.workbook import NARROW, Cell, Column, Kind, Sheet


def themes_sheet(told: Told) -> Sheet:
    """Return the parts of which anything was asked, in pack order."""
    part, parts = told.pack.parts_called
    asked = {item.section for item, _result in told.asked}

    def row(section: Section) -> tuple[Cell, ...]:
        result = told.results.section(section.code)
        score = None if result.score is None else shown(result.score)
        return (
            section.code,
            section.name,
            score,
            "" if score is not None else score_of(told.pack, section, told.results),
            band_name(result.band) if result.band else "",
            result.answered,
            result.applicable,
        )

    return Sheet(
        name=capital(parts),
        caption=_("The score of each {part}. There is no overall score.").format(part=part),
        columns=(
            Column(_("Id"), width=NARROW - 2),
            Column(capital(part), width=NARROW + 6),
            Column(
                _("Score"),
                Kind.NUMBER,
                NARROW,
                _(
                    "The mean of the means of its statements. It is worked out exactly and rounded "
                    "once, at the end, to one decimal."
                ),
            ),
            Column(_("Why there is no score"), width=NARROW + 6),
            Column(
                _("What it suggests"),
                width=NARROW + 4,
                meaning=_("A rule of thumb that has not been tested; the limits are below."),
            ),
            Column(
                _("Answered"),
                Kind.NUMBER,
                NARROW,
                _("How many of its statements have enough answers."),
            ),
            Column(
                _("Applicable"),
                Kind.NUMBER,
                NARROW,
                _("How many of its statements were asked and apply."),
            ),
        ),
        rows=tuple(row(section) for section in told.pack.sections if section.code in asked),
        keys=(0, 1),
    )
