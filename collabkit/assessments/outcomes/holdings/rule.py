"""Who holds what in one relationship: six sources of power, without any total.

A cell is what all sides together make of one source of one side. What stands out is a strong
party, a difference worth a talk, power that nobody has named, and moves to level up. The limits
are settings of the pack; each is tested on the number that people see.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from collabkit.assessments.assessment import Party
from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.holdings.cells import Cell, Naming, cell_of, worth_naming
from collabkit.assessments.outcomes.holdings.ratings import Source, Views
from collabkit.assessments.pack import ActionIdea
from collabkit.assessments.rounding import shown


@dataclass(frozen=True, slots=True)
class Row:
    """One side. ``first_moves`` are suggested to a strong party before all others."""

    party: Party
    is_mirror: bool
    cells: tuple[Cell, ...]
    strong_sources: int
    is_strong: bool
    first_moves: tuple[tuple[Source, ActionIdea], ...]
    worth_naming: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who holds what; ``raters`` are the sides that have compared anything yet."""

    sources: tuple[Source, ...]
    raters: tuple[Party, ...]
    rows: tuple[Row, ...]

    @property
    def own(self) -> Row | None:
        """The charity's own row."""
        return next((row for row in self.rows if row.party.is_own), None)

    @property
    def told(self) -> tuple[Row, ...]:
        """The rows that have something of their own to tell: of two mirrored ones, only one."""
        return (self.own or self.rows[0],) if len(self.rows) == 2 else self.rows


def work_out(answered: Answered) -> Holdings:
    """Return who holds what, as far as it is known."""
    views = Views(answered)
    rows = tuple(_row(answered, views, party) for party in views.parties)
    heard = {rating.rater for row in rows for cell in row.cells for rating in cell.ratings}
    return Holdings(
        sources=views.sources,
        raters=tuple(party for party in views.parties if party.id in heard),
        rows=rows,
    )


def as_json(answered: Answered, outcome: Holdings) -> dict[str, Any]:
    """Return the table with everything that stands out, numbers as people see them."""
    return {
        "sources": [
            {"id": source.code, "name": source.name, "prompts": [i.id for i in source.prompts]}
            for source in outcome.sources
        ],
        "raters": [party.id for party in outcome.raters],
        "rows": [_row_as_json(row) for row in outcome.rows],
    }


def _row(answered: Answered, views: Views, party: Party) -> Row:
    settings = answered.pack.outcome.settings
    size, run_by = _size_and_runner(answered, party)
    cells = tuple(
        cell_of(settings, source, party, views.ratings(party, source), size, run_by)
        for source in views.sources
    )
    strong = [c for c in cells if c.counted is not None and c.counted >= settings["strong_from"]]
    is_strong = len(strong) >= settings["strong_sources"]
    return Row(
        party=party,
        is_mirror=views.are_two and party == views.parties[1],
        cells=cells,
        strong_sources=len(strong),
        is_strong=is_strong,
        first_moves=tuple(_first_moves(strong, settings["strong_moves"])) if is_strong else (),
        worth_naming=tuple(n for cell in cells for n in worth_naming(settings, cell)),
    )


def _first_moves(strong: list[Cell], most: int) -> Iterator[tuple[Source, ActionIdea]]:
    highest = sorted(strong, key=lambda cell: -(cell.counted or 0))  # ties stay in pack order
    for cell in highest[:most]:
        if cell.moves:
            yield cell.source, cell.moves[0]


def _size_and_runner(answered: Answered, party: Party) -> tuple[IncomeBand | None, RunBy | None]:
    charity = answered.charity if party.is_own else None
    if charity is None:
        return party.size, None
    return party.size or charity.income_band, charity.run_by


def _row_as_json(row: Row) -> dict[str, Any]:
    return {
        "party": row.party.id,
        "name": row.party.name,
        "own": row.party.is_own,
        "mirror": row.is_mirror,
        "strong_party": row.is_strong,
        "first_moves": [move.id for _source, move in row.first_moves],
        "worth_naming": [{"item": n.item_id, "mean": _text(n.mean)} for n in row.worth_naming],
        "cells": [
            {
                "source": cell.source.code,
                "value": _text(cell.value),
                "weight_known": cell.weight_known,
                "difference": _text(cell.talk.difference if cell.talk else None),
                "moves": [move.id for move in cell.moves],
                "ratings": [
                    {
                        "rater": rating.rater,
                        "value": _text(rating.value),
                        "weight": _text(rating.weight),
                    }
                    for rating in cell.ratings
                ],
            }
            for cell in row.cells
        ],
    }


def _text(number: Fraction | None) -> str | None:
    return None if number is None else str(shown(number))
