"""Moves to level up: the charity's own for its plan, the others' to be agreed (INV)."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Field,
    FieldKind,
    Ideas,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Subheading,
    codes_of,
)
from collabkit.assessments.outcomes.holdings.ratings import Source
from collabkit.assessments.outcomes.holdings.rule import Holdings, Row
from collabkit.assessments.outcomes.ideas import as_ideas
from collabkit.assessments.outcomes.phrases import quoted
from collabkit.assessments.pack import ActionIdea
from collabkit.assessments.packs.items import Holding
from collabkit.i18n import _

_Move = tuple[Source, ActionIdea]


def moves_key(party_id: str) -> str:
    """Return the key under which is kept which moves another side will make."""
    return f"moves:{party_id}"


def moves_when_key(party_id: str) -> str:
    """Return the key under which is kept who will make them and by when."""
    return f"moves-when:{party_id}"


def moves_parts(answered: Answered, outcome: Holdings) -> Iterator[Part]:
    """Yield what the charity can do itself, and what the others can."""
    if outcome.own is not None:
        yield Part("moves", _("What you can do"), tuple(_own_moves(outcome.own)))
    others = [row for row in outcome.rows if not row.party.is_own and tuple(_moves(row))]
    if others:
        is_agreed = len(outcome.raters) > 1
        blocks = [b for row in others for b in _others_moves(answered, row, is_agreed)]
        title = _("What the other side can do") if len(others) == 1 else _("What the others can do")
        yield Part("others", title, tuple(blocks))


def _own_moves(row: Row) -> Iterator[Block]:
    moves = tuple(_moves(row))
    if not moves:
        yield Paragraph(
            _("You hold neither clearly more nor clearly less of any source, so far as is known.")
        )
        return
    if row.first_moves:
        yield Paragraph(
            _(
                "The strong party can do most to level things up. These come first, from what you "
                "hold most of:"
            )
        )
        yield _ideas(row.first_moves)
    more = [move for move in moves if move[1].when == Holding.MORE and move not in row.first_moves]
    less = [move for move in moves if move[1].when == Holding.LESS]
    if more:
        yield Subheading(_("Moves where you hold more"))
        yield _ideas(more)
    if less:
        yield Subheading(_("Moves where you hold less"))
        yield _ideas(less)
    yield Paragraph(_("Put into the plan what you choose, with a name and a date."))


def _others_moves(answered: Answered, row: Row, is_agreed: bool) -> Iterator[Block]:
    name = row.party.name
    moves = tuple(_moves(row))
    yield Subheading(name)
    if row.first_moves:
        yield Paragraph(
            _("Suggested first for the strong party: {moves}.").format(
                moves=quoted([move.text.removesuffix(".") for _source, move in row.first_moves])
            )
        )
    if not is_agreed:
        yield Paragraph(_("From your view alone. Ask before you count on any of these."))
        yield Entries(tuple(Entry(title=move.text, note=source.name) for source, move in moves))
        return
    chosen = codes_of(answered.settled.get(moves_key(row.party.id), ""))
    yield Pick(
        key=moves_key(row.party.id),
        prompt=_("Which of these will {name} make? Tick what you agree on together.").format(
            name=name
        ),
        options=tuple(PickOption(move.id, move.text, source.name) for source, move in moves),
        chosen=tuple(move.id for _source, move in moves if move.id in chosen),
        most=0,
    )
    yield Field(
        key=moves_when_key(row.party.id),
        label=_("Who will do it, and by when"),
        value=answered.settled.get(moves_when_key(row.party.id), ""),
        kind=FieldKind.TEXT,
    )


def _moves(row: Row) -> Iterator[_Move]:
    return ((cell.source, move) for cell in row.cells for move in cell.moves)


def _ideas(moves: tuple[_Move, ...] | list[_Move]) -> Ideas:
    return Ideas(
        tuple(idea for source, move in moves for idea in as_ideas([move], source.weight.id))
    )
