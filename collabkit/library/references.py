"""Everything in packs that the library points to, and which pack that belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.library.cases import builtin_cases
from collabkit.library.facts import facts
from collabkit.library.first_packs import builtin_first_packs
from collabkit.library.guidance import builtin_guidance

# By what stands before the hyphen of a statement's id, or of an entry of a pack's own list.
_PACKS = {
    **dict.fromkeys(("POW", "EMP", "HON", "COM", "IMP"), "five-themes"),
    "BEH": "behaviours",
    **dict.fromkeys(("BID", "ASK"), "bid-check"),
    "PHC": "health-check",
    "INV": "power-inventory",
    **dict.fromkeys(("BAR", "NEED", "STEP"), "barriers"),
    "OPP": "opportunities",
    "BRD": "board-check",
    "PEV": "partners-view",
    "HND": "handover",
    **dict.fromkeys(("FIT", "WAY", "WHY", "FORM"), "first-conversation"),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """One pointer: from ``place`` in the library to a pack, and to ``item_id`` in it.

    ``item_id`` is a statement, or an entry of a list that the pack has (NEED-8, ASK-6, FORM-5), or
    a group of its statements (INV-2). It is empty where the whole pack is meant.
    """

    place: str
    pack_id: str
    item_id: str = ""


def pack_of(item_id: str) -> str:
    """Return the id of the pack in which ``item_id`` stands; raises ``KeyError`` if unknown."""
    return _PACKS[item_id.partition("-")[0]]


def references() -> Iterator[Reference]:
    """Yield every pointer from stories, guidance, facts and suggestions into packs."""
    book = builtin_cases()
    for case in book.cases:
        yield from _to_items(f"case {case.id}", case.items)
    for example in book.examples:
        yield from _to_items(f"example {example.id}", example.items)
        yield from _to_packs(f"example {example.id}", example.packs)
    for page in builtin_guidance().pages:
        for section in page.sections:
            place = f"page {page.key}, section {section.key}"
            yield from _to_items(place, section.items)
            yield from _to_packs(place, section.packs)
    for fact in facts():
        yield from _to_packs(f"fact {fact.key}", fact.packs)
    for pack_id in builtin_first_packs().pack_ids:
        yield Reference("first packs", pack_id)


def _to_items(place: str, item_ids: tuple[str, ...]) -> Iterator[Reference]:
    return (Reference(place, pack_of(item_id), item_id) for item_id in item_ids)


def _to_packs(place: str, pack_ids: tuple[str, ...]) -> Iterator[Reference]:
    return (Reference(place, pack_id) for pack_id in pack_ids)
