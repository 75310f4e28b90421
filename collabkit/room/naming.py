"""What statements are called where there is no room for all of their words."""

from collabkit.assessments.pack import Item, Pack
from collabkit.i18n import _

_FEW = 48  # characters: six to nine words


def statement_name(item: Item, pack: Pack) -> str:
    """Return by what people know a statement again: its theme and its first words.

    They have seen both on the wall; the title in the pack stands nowhere in the room.
    """
    return _("{section}: {statement}").format(
        section=pack.section(item.section).name, statement=first_words(item.statement, _FEW)
    )


def first_words(text: str, most: int) -> str:
    """Return at most ``most`` characters of ``text``, cut after a whole word if there is one."""
    if len(text) <= most:
        return text
    begun = text[: most - 1]
    whole, _space, _rest = begun.rpartition(" ")
    return (whole or begun).rstrip(" ,;:–") + "…"
