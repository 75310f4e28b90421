"""What may be seen of votes: results of what was revealed, and of nothing else."""

from dataclasses import dataclass

from collabkit.assessments.measure import band_limits, measure_item
from collabkit.assessments.pack import Pack
from collabkit.assessments.results import ItemResult, Spread
from collabkit.assessments.sentences import read_aloud
from collabkit.assessments.tally import Tally
from collabkit.room.choices import choices_of
from collabkit.room.meeting import Meeting, Turn, Vote


@dataclass(frozen=True, slots=True)
class DotColumn:
    """One answer and how many chose it; ``step`` is ``None`` for a way out."""

    mark: str
    name: str
    count: int
    step: int | None


@dataclass(frozen=True, slots=True)
class Round:
    """One revealed vote, ready to be drawn. ``columns`` is empty where too few have answered.

    Ways out, such as *don't know*, are in ``apart``.
    """

    number: int  # from 1
    columns: tuple[DotColumn, ...]
    apart: tuple[DotColumn, ...]
    sentence: str  # to be read aloud
    result: ItemResult
    people: int
    is_public: bool


def rounds_of(turn: Turn, pack: Pack, minimum: int) -> tuple[Round, ...]:
    """Return every vote on one statement that the room has seen, in order."""
    return tuple(
        _round(number, vote, turn.item_id, pack, minimum)
        for number, vote in enumerate(turn.shown_votes, start=1)
    )


def tallies_of(meeting: Meeting) -> dict[str, Tally]:
    """Return the last revealed tally of each statement: what results are worked out from."""
    return {turn.item_id: turn.latest.tally for turn in meeting.turns if turn.latest}


def is_worth_another_vote(turn: Turn, pack: Pack, minimum: int) -> bool:
    """Tell whether the room stood far enough apart to vote again after talking."""
    rounds = rounds_of(turn, pack, minimum)
    return bool(rounds) and rounds[-1].result.spread in (Spread.SPLIT, Spread.SPREAD)


def _round(number: int, vote: Vote, item_id: str, pack: Pack, minimum: int) -> Round:
    item = pack.item(item_id)
    form = pack.form_of(item)
    result = measure_item(form, vote.tally, asked=True, minimum=minimum, limits=band_limits(pack))
    columns, apart = [], []
    for choice in choices_of(item, form):
        if choice.step is None:
            count = result.way_out(choice.code)
            if count is not None:
                apart.append(DotColumn("", choice.name, count, None))
        elif result.counts is not None:
            columns.append(
                DotColumn(choice.mark, choice.name, result.counts[choice.code], choice.step)
            )
    return Round(
        number=number,
        columns=tuple(columns),
        apart=tuple(apart),
        sentence=read_aloud(result, form, minimum),
        result=result,
        people=vote.people,
        is_public=vote.is_public,
    )
