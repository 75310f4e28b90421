"""In which order areas stand on a board, and which two of them to try next (OPP)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.further import main_items
from collabkit.assessments.outcomes.run_by import is_volunteer_run
from collabkit.assessments.pack import AnswerForm, Item, Pack

COLUMNS = ("soon", "later", "not_wanted", "done")  # the settings with the four answers


@dataclass(frozen=True, slots=True)
class Advice:
    """The first quick win and a stretch; either may be missing.

    ``beyond`` is the furthest place where something is already done, if the stretch lies to the
    right of it.
    """

    first: str | None
    stretch: str | None
    beyond: str | None


def areas_in(answered: Answered) -> tuple[Item, ...]:
    """Return the asked statements that can be sorted: those that all four answers are offered for.

    A pack may ask something else beside them, in another form.
    """
    pack, settings = answered.pack, answered.pack.outcome.settings
    codes = {settings[key] for key in COLUMNS}
    return tuple(item for item in main_items(answered) if codes <= option_codes(pack.form_of(item)))


def option_codes(form: AnswerForm) -> frozenset[str]:
    """Return all answers that a form offers, ways out too."""
    return frozenset(option.code for option in (*form.options, *form.ways_out))


def place_of(pack: Pack, item: Item) -> int:
    """Return how far an area is from daily work: the number of its place, from 0."""
    places = [place["code"] for place in pack.outcome.settings["place"]]
    return places.index(item.marks["place"]) if "place" in item.marks else len(places)


def board_order(answered: Answered) -> tuple[str, ...]:
    """Return the asked areas by place, then in pack order.

    Groups that volunteers run see some areas first, in an order of their own, and some last.
    """
    pack, settings = answered.pack, answered.pack.outcome.settings
    items = sorted(areas_in(answered), key=lambda item: place_of(pack, item))
    ids = [item.id for item in items]
    if not is_volunteer_run(answered):
        return tuple(ids)
    first = [i for i in settings.get("volunteer_run_first", ()) if i in ids]
    last = [i for i in settings.get("volunteer_run_last", ()) if i in ids]
    middle = [i for i in ids if i not in first and i not in last]
    return (*first, *middle, *last)


def advise(
    order: Sequence[str],
    answers: Mapping[str, str],
    places: Mapping[str, int],
    *,
    soon: str,
    later: str,
    done: str,
) -> Advice:
    """Return what to try next: the first quick win, and a stretch.

    The stretch is the first other area wanted soon or later at the nearest place to the right of
    the furthest place where something is done already. If there is none, it is the next wanted
    area in board order, quick wins before long-term aims.
    """
    quick = [area for area in order if answers.get(area) == soon]
    wanted = [*quick, *(area for area in order if answers.get(area) == later)]
    first = quick[0] if quick else None
    others = [area for area in wanted if area != first]
    doing = [area for area in order if answers.get(area) == done]
    furthest = max(doing, key=lambda area: places[area], default=None)
    if furthest is not None:
        right = [a for a in order if a in others and places[a] > places[furthest]]
        if right:
            nearest = min(right, key=lambda area: places[area])
            return Advice(first, nearest, furthest)
    return Advice(first, others[0] if others else None, None)
