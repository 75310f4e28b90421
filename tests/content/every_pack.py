"""All packs that come with the program, and every text in them, for the tests of their content."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from collabkit.assessments.pack import Item, Pack
from collabkit.services.packs import builtin_pack

PACK_IDS = (
    "five-themes",
    "barriers",
    "opportunities",
    "first-conversation",
    "bid-check",
    "behaviours",
    "health-check",
    "power-inventory",
    "board-check",
    "partners-view",
    "handover",
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text that people read about one statement: ``POW-1 why``."""

    pack_id: str
    item_id: str
    part: str
    words: str

    def __str__(self) -> str:
        return f"{self.item_id} {self.part}: {self.words}"


@cache
def packs() -> tuple[Pack, ...]:
    """Return the packs, each read once in a run."""
    return tuple(builtin_pack(pack_id) for pack_id in PACK_IDS)


def items() -> Iterator[tuple[Pack, Item]]:
    """Yield every statement with its pack."""
    return ((pack, item) for pack in packs() for item in pack.items)


def texts(pack: Pack) -> Iterator[Text]:
    """Yield everything about statements that has other words where volunteers run a group."""
    for item in pack.items:
        yield Text(pack.id, item.id, "statement", item.statement)
        yield Text(pack.id, item.id, "why", item.why)
        yield Text(pack.id, item.id, "evidence", item.evidence)
        yield Text(pack.id, item.id, "help", item.help)
        for place, level in enumerate(item.levels, start=1):
            yield Text(pack.id, item.id, f"level {place}", level)
        for place, end in zip(("from", "to"), item.ends or (), strict=False):
            yield Text(pack.id, item.id, place, end)
        for idea in item.actions:
            yield Text(pack.id, item.id, idea.id, idea.text)


def asides(pack: Pack) -> Iterator[Text]:
    """Yield what stands beside statements and may be said of several: title, when it is not for us.

    These have other words where volunteers run a group, too.
    """
    for item in pack.items:
        yield Text(pack.id, item.id, "title", item.title)
        yield Text(pack.id, item.id, "not applicable when", item.not_applicable_when)


def listed_ids(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield kind and id of what a pack lists beside statements: needs, steps, asks, guides."""
    settings = pack.outcome.settings
    for kind in ("need", "step", "ask"):
        for entry in settings.get(kind, ()):
            yield kind, entry["id"]
    for guide in settings.get("guide", ()):
        for entry in guide["entry"]:
            yield "guide", entry["id"]
