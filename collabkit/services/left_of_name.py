"""What of a name stands in texts once its sheet goes or it was taken out: all, or a part of it."""

from collections.abc import Collection
from dataclasses import dataclass

from collabkit.errors import InvalidInputError
from collabkit.services.erasing_words import still_first_named, still_named
from collabkit.services.named import NamedService
from collabkit.services.packs import PackShelf
from collabkit.services.same_name import first_name
from collabkit.storage import Store


@dataclass(frozen=True, slots=True)
class LeftOfName:
    """What to look for, and in how many texts it stands; empty if in none."""

    name: str = ""
    texts: int = 0
    is_whole: bool = True

    def words(self) -> tuple[str, ...]:
        """Return what there is to tell."""
        return (still_named if self.is_whole else still_first_named)(self.name, self.texts)


def left_of_name(
    store: Store, packs: PackShelf, charity_id: str, name: str, without: Collection[str] = ()
) -> LeftOfName:
    """Return what of a name stands in texts of a charity, but for sheets in ``without``."""

    def texts_with(name: str) -> int:
        found = NamedService(store, packs).mentions(charity_id, name, without)
        return sum(mention.texts for mention in found)

    try:
        if texts := texts_with(name):
            return LeftOfName(name, texts)
        first = first_name(store, charity_id, name, without)
        texts = texts_with(first) if first else 0
    except (InvalidInputError, KeyError):  # a name of one letter; a charity that has gone
        return LeftOfName()
    return LeftOfName(first, texts, is_whole=False) if texts else LeftOfName()
