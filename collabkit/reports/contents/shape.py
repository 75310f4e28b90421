"""The themes beside each other: scores, bands, and how much they rest on."""

from collabkit.assessments.gaps import gap_name, gap_names, of_asked_sections
from collabkit.assessments.names import band_name
from collabkit.assessments.pack import Pack, Section
from collabkit.assessments.results import Results
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import answered_of, capital
from collabkit.assessments.shape import has_shape
from collabkit.i18n import _
from collabkit.reports.contents.parts import ShapePart, ThemeScore


def shape_part(pack: Pack, results: Results) -> ShapePart:
    """Return the shape and its table, in pack order."""
    asked = of_asked_sections(pack, results)
    themes = tuple(_theme(pack, pack.section(each.code), results) for each in asked.sections)
    return ShapePart(
        title=_("The shape of how we work with others"),
        lead=_(
            "Each {part} has a score from 1 to 5. There is no overall score: a sum would hide "
            "the point. What matters is the shape, and what you make of it together."
        ).format(part=pack.parts_called[0]),
        head=(capital(pack.parts_called[0]), _("Score"), _("What it suggests"), _("Answered")),
        themes=themes,
        is_drawn=has_shape(asked),
        in_words=_in_words(themes),
        caption=gap_names(pack, results),
    )


def score_of(pack: Pack, section: Section, results: Results) -> str:
    """Return a theme's score as a figure, or why there is none."""
    score = results.section(section.code).score
    if score is None:
        return capital(gap_name(pack, section, results))
    return str(shown(score))


def _theme(pack: Pack, section: Section, results: Results) -> ThemeScore:
    result = results.section(section.code)
    return ThemeScore(
        name=section.name,
        score=result.score,
        shown=score_of(pack, section, results),
        band=band_name(result.band) if result.band else "",
        answered=answered_of(result),
    )


def _in_words(themes: tuple[ThemeScore, ...]) -> str:
    scores = "; ".join(
        _("{theme} {score}").format(theme=theme.name, score=theme.shown)
        if theme.score is not None
        else _("{theme} has no score").format(theme=theme.name)
        for theme in themes
    )
    return _("A chart with one axis from 1 to 5 for each score: {scores}.").format(scores=scores)
