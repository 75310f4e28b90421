"""What stands in the list of all questionnaires. No Qt."""

from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.pack_cards import PackCard
from collabkit.services.packs import builtin_packs
from collabkit.ui.new_assessment.pack_face import card_minutes
from collabkit.ui.own_packs.state import Row
from collabkit.ui.own_packs.words import facts


def read_facts(services: Services) -> dict[str, str]:
    """Return what there is to know about every questionnaire that can be read, by id.

    All files are read whole, which takes long enough to be done off the GUI thread.
    """
    packs = (*builtin_packs(), *services.own_packs.packs())
    return {pack.id: facts(pack) for pack in packs}


def rows(services: Services, known: dict[str, str]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return one's own questionnaires and those that come with collabkit.

    ``known`` is what ``read_facts`` has told; until then only the time stands there.
    """
    cards = services.packs.cards()
    own = [_row(card, known) for card in cards if card.is_own]
    readable = {row.pack_id for row in own}
    damaged = [
        Row(pack_id, pack_id, _damaged())
        for pack_id in services.packs.own_files()
        if pack_id not in readable
    ]
    return (*own, *damaged), tuple(_row(card, known) for card in cards if not card.is_own)


def _row(card: PackCard, known: dict[str, str]) -> Row:
    about = known.get(card.id, card_minutes(card))
    if known and card.is_own and card.id not in known:
        about = _damaged()
    return Row(card.id, card.title, about)


def _damaged() -> str:
    return _("This file cannot be read any more.")
