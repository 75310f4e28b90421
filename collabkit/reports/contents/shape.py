"""The themes beside each other: scores, bands, and how much they rest on."""

from collabkit.assessments.bands import has_bands
from collabkit.assessments.measure import scored_items
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Results, SectionResult
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import band_name
from collabkit.i18n import _
from collabkit.reports.contents.parts import ShapePart, ThemeScore

_CORNERS = 3  # fewer make no shape


def shape_part(pack: Pack, results: Results) -> ShapePart:
    """Return the shape and its table, in pack order."""
    themes = tuple(_theme(pack, result) for result in results.sections)
    numbered = all(
        has_bands(pack.form_of(item))
        for section in pack.sections
        for item in scored_items(pack, section)
    )
    return ShapePart(
        title=_("The shape of how we work with others"),
        lead=_(
            "Each theme has a score from 1 to 5. There is no overall score: a sum would hide "
            "the point. What matters is the shape, and what you make of it together."
        ),
        head=(_("Theme"), _("Score"), _("What it suggests"), _("Answered")),
        themes=themes,
        is_drawn=numbered and len(themes) >= _CORNERS,
        in_words=_in_words(themes),
        caption=_caption(themes),
    )


def answered_of(result: SectionResult) -> str:
    """Return how many of the statements that apply have enough answers."""
    return _("{answered} of {applicable}").format(
        answered=result.answered, applicable=result.applicable
    )


def _theme(pack: Pack, result: SectionResult) -> ThemeScore:
    return ThemeScore(
        name=pack.section(result.code).name,
        score=result.score,
        shown=_("Not enough answers") if result.score is None else str(shown(result.score)),
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
    return _("A chart with one axis from 1 to 5 for each theme: {scores}.").format(scores=scores)


def _caption(themes: tuple[ThemeScore, ...]) -> str:
    """Name the gaps: a theme without a score is never drawn as a zero."""
    without = [theme.name for theme in themes if theme.score is None]
    if not without:
        return ""
    if len(without) == len(themes):
        return _("No theme has enough answers for a score yet.")
    if len(without) == 1:
        return _("There is a gap at {theme}: not enough answers for a score.").format(
            theme=without[0]
        )
    return _("There are gaps at {themes} and {last}: not enough answers for a score.").format(
        themes=", ".join(without[:-1]), last=without[-1]
    )
