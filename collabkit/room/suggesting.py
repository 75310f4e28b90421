"""Which statements to begin with when a session is prepared. Everything can be changed."""

from itertools import zip_longest

from collabkit.assessments.pack import Item, Pack, Respondent
from collabkit.room.choices import can_be_voted_on


def suggested_statements(pack: Pack, count: int = 12) -> tuple[str, ...]:
    """Return at most ``count`` statements for a room, spread evenly over the sections.

    Of each section come first the core ones, and of these first what trustees can answer, as it is
    they who sit in the room: what staff, volunteers or partners know better mostly ends in *don't
    know*. They are taken from the sections in turn.

    The order is another one. Statements about oneself come before those about partners, told by
    whether they can fail to apply: a room that has never voted should begin with one to which
    everybody has an answer. From then on the sections take turns, so that no theme is left for
    the tired end, and those that begin are the last sections: a pack opens with what it is most
    about, such as power, and that needs a room that is warm by then.
    """
    by_section = [_best_first(pack, section.items) for section in pack.sections]
    chosen = _in_turn(by_section)[: max(0, count)]
    last_first = [
        [item for item in chosen if item.section == section.code]
        for section in reversed(pack.sections)
    ]
    ordered = _in_turn(last_first)
    easy = next((item for item in ordered if not item.not_applicable_when), None)
    if easy is not None:
        ordered.remove(easy)
        ordered.insert(0, easy)
    return tuple(item.id for item in ordered)


def _best_first(pack: Pack, items: tuple[Item, ...]) -> list[Item]:
    fitting = [item for item in items if can_be_voted_on(pack, item)]
    return sorted(fitting, key=lambda item: (not item.core, _is_for_others(item)))


def _is_for_others(item: Item) -> bool:
    return bool(item.ask) and Respondent.TRUSTEE not in item.ask


def _in_turn(rows: list[list[Item]]) -> list[Item]:
    """Take one of each row, then the second of each, and so on."""
    return [item for turn in zip_longest(*rows) for item in turn if item is not None]
