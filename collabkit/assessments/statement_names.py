"""What a statement is called where only one line is there for it: ids mean nothing to people."""

from collections.abc import Collection
from textwrap import shorten

from collabkit.assessments.pack import Item, Pack
from collabkit.i18n import _

_LONGEST = 60  # characters of a statement without a title


def title_of(item: Item) -> str:
    """Return the title of a statement; the beginning of its words if it has none."""
    return item.title or shorten(item.statement, _LONGEST, placeholder="…")


def called(pack: Pack, item_id: str, asked: Collection[str] = ()) -> str:
    """Return what people call a statement, such as “Statement 3, “Full cost””.

    ``asked`` are the statements of the sheet in their hands, which has numbers; without it there is
    the title alone. What ``pack`` does not have is “a statement”.
    """
    item = next((item for item in pack.items if item.id == item_id), None)
    if item is None:
        return _("A statement")
    title = title_of(item)
    number = numbers_on(pack, asked).get(item_id)
    if number is None:
        return _("“{title}”").format(title=title)
    return _("Statement {number}, “{title}”").format(number=number, title=title)


def numbers_on(pack: Pack, asked: Collection[str]) -> dict[str, int]:
    """Return the number of each statement on a sheet that asks these, as the form prints them.

    What is asked further about a statement has none, and what is private is on no sheet.
    """
    wanted = frozenset(asked)
    numbered = (
        item.id
        for item in pack.items
        if item.id in wanted
        and not item.marks.get("private")
        and item.marks.get("about") not in wanted
    )
    return {item_id: number for number, item_id in enumerate(numbered, start=1)}
