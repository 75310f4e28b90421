"""The words of "How to read this page"."""

from collabkit.assessments.gaps import too_few_statements
from collabkit.assessments.meanings import band_meanings, spread_meaning
from collabkit.assessments.names import band_name, spread_name
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import Results, Spread
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _
from collabkit.ui.results.state import Paragraph


def guide(pack: Pack, results: Results, *, is_scored: bool = True) -> tuple[Paragraph, ...]:
    """Return how to read the page; what is said of groups only if this is one.

    Where there can be no score (``is_scored`` false), it says why.
    """
    paragraphs = [
        Paragraph(_("The answers"), is_heading=True),
        Paragraph(_("“Don't know” and “does not apply” are answers too. They never count as low.")),
        Paragraph(_scores(pack) if is_scored else too_few_statements(pack)),
        Paragraph(
            _("What a score suggests") if is_scored else _("What the mean of a statement suggests"),
            is_heading=True,
        ),
        *(
            Paragraph(
                _("{band} ({reach}): {meaning}").format(
                    band=band_name(band.band), reach=band.reach, meaning=band.meaning
                )
            )
            for band in band_meanings(pack)
        ),
        Paragraph(_("These limits are a rule of thumb. They have not been tested.")),
    ]
    if results.minimum > 1:
        paragraphs += _about_groups(results.minimum)
    return tuple(paragraphs)


def _scores(pack: Pack) -> str:
    return _(
        "The score of a {part} is the mean of its statements, from 1 to 5. It is shown if at least "
        "half of the statements that apply have been answered. There is no overall score: it would "
        "hide the point."
    ).format(part=pack.parts_called[0])


def _about_groups(minimum: int) -> list[Paragraph]:
    spreads = (Spread.TOGETHER, Spread.MOSTLY_TOGETHER, Spread.SPREAD, Spread.SPLIT)
    return [
        Paragraph(_("How far apart people are"), is_heading=True),
        Paragraph(_("One dot is one person.")),
        *(
            Paragraph(
                _("{name}: {meaning}").format(
                    name=spread_name(spread), meaning=spread_meaning(spread)
                )
            )
            for spread in spreads
        ),
        Paragraph(_("Small groups"), is_heading=True),
        Paragraph(
            _(
                "Nothing is shown about fewer than {number} people, so that nobody can be "
                "recognised."
            ).format(number=in_words(minimum))
        ),
    ]
