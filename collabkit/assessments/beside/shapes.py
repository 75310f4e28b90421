"""Scores of several occasions as a block: shapes where there are enough corners, and a table."""

from collections.abc import Sequence

from collabkit.assessments.beside.occasion import Occasion
from collabkit.assessments.gaps import gap_name
from collabkit.assessments.outcomes.blocks import Outline, Shapes, Table
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.rounding import shown
from collabkit.assessments.shape import CORNERS
from collabkit.i18n import _


def shapes_or_table(
    corners: Sequence[str], outlines: Sequence[Outline], table: Table
) -> Shapes | Table:
    """Return the shapes with their table, or the table alone where there is nothing to draw.

    Outlines are in the order of time, so the last one is the latest. An outline without a single
    score is left out.
    """
    drawn = tuple(outline for outline in outlines if any(s is not None for s in outline.scores))
    if len(corners) < CORNERS or not drawn:
        return table
    told = " ".join(_in_words(corners, outline) for outline in drawn)
    return Shapes(
        corners=tuple(corners),
        outlines=drawn,
        table=table,
        in_words=_("A chart with one axis from 1 to 5 for each score. {scores}").format(
            scores=told
        ),
    )


def score_or_gap(occasion: Occasion, code: str) -> str:
    """Return a section's score in its own picture, or in two or three words why it has none."""
    for section in occasion.pack.sections:
        if section.code == code:
            score = occasion.results.section(code).score
            return (
                str(shown(score))
                if score is not None
                else gap_name(occasion.pack, section, occasion.results)
            )
    return _("not asked")


def _in_words(corners: Sequence[str], outline: Outline) -> str:
    scores = list(zip(corners, outline.scores, strict=True))
    told = [
        _("{name} {score}").format(name=name, score=shown(score))
        for name, score in scores
        if score is not None
    ]
    gaps = [name for name, score in scores if score is None]
    if not gaps:
        return _("{label}: {scores}.").format(label=outline.label, scores=", ".join(told))
    return _("{label}: {scores}; without {gaps}.").format(
        label=outline.label, scores=", ".join(told), gaps=listed(gaps)
    )
