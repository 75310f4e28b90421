"""All occasions in a row: the scores of each theme on each of them.

Every column is a picture of its own, and no trend is worked out. A statement that was asked in
other words than on the latest occasion does not count, so the same words stand behind every number
of a row; see ``scores_alike`` for the rules of such a score.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from collabkit.assessments.beside.alike import Scores, asked_on, scores_alike, themes_of
from collabkit.assessments.beside.change import why_not_beside
from collabkit.assessments.beside.comparison import WhyNothing
from collabkit.assessments.beside.occasion import Likeness, Occasion
from collabkit.assessments.beside.wordings import changed_wording, same_wording


@dataclass(frozen=True, slots=True)
class Moment:
    """One occasion in the line.

    ``scores`` are exact, in the order of the line's themes, ``None`` a gap. ``other_words`` are
    the statements that were asked in other words than on the latest occasion, in pack order.
    """

    occasion: Occasion
    scores: tuple[Fraction | None, ...]
    other_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Occasions that may stand in one row, the oldest first.

    ``codes`` are the themes; ``left_out`` are occasions that may not stand beside the latest one.
    """

    codes: tuple[str, ...]
    moments: tuple[Moment, ...]
    left_out: tuple[tuple[Occasion, WhyNothing], ...]

    @property
    def latest(self) -> Occasion:
        """The latest occasion in the line."""
        return self.moments[-1].occasion


def time_line(occasions: Sequence[Occasion]) -> TimeLine | None:
    """Return the line of ``occasions``, which are all of one pack, the oldest first.

    ``None`` where there are not two to stand beside each other, or no scores from 1 to 5. Raises
    ``ValueError`` for occasions of different packs.
    """
    if len({occasion.pack.id for occasion in occasions}) > 1:
        raise ValueError("these occasions ask different things")
    visible = [occasion for occasion in occasions if not occasion.is_hidden]
    if not visible:
        return None
    latest = visible[-1]
    reasons = [(occasion, why_not_beside(occasion, latest)) for occasion in occasions]
    left_out = tuple((occasion, why) for occasion, why in reasons if why is not None)
    shown = _with_people([(occasion, why is None) for occasion, why in reasons])
    codes = tuple(section.code for section in themes_of(latest))
    if len(shown) < 2 or not codes:
        return None
    return TimeLine(codes, tuple(_moment(o, latest, codes) for o in shown), left_out)


def _with_people(occasions: Sequence[tuple[Occasion, bool]]) -> list[Occasion]:
    """Return the occasions that are shown.

    What is known of people holds beside the occasion before; nothing is known if that one is not
    shown.
    """
    shown = [occasion for occasion, is_shown in occasions[:1] if is_shown]
    for (_before, was_shown), (occasion, is_shown) in pairwise(occasions):
        if is_shown:
            people = occasion.people if was_shown else Likeness.NOT_SAID
            shown.append(replace(occasion, people=people))
    return shown


def _moment(occasion: Occasion, latest: Occasion, codes: Sequence[str]) -> Moment:
    same = same_wording(occasion.pack, latest.pack)
    found = (scores_alike((occasion,), code, same) for code in codes)
    other = changed_wording(occasion.pack, latest.pack)
    return Moment(
        occasion,
        tuple(scores.values[0] if isinstance(scores, Scores) else None for scores in found),
        tuple(_asked_both(occasion, latest, other)),
    )


def _asked_both(occasion: Occasion, latest: Occasion, items: frozenset[str]) -> Iterator[str]:
    then = asked_on(occasion)
    return (item_id for item_id in asked_on(latest) if item_id in items and item_id in then)
