"""Which questionnaires a room can vote on, and why the others are not offered."""

from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.errors import CollabkitError
from collabkit.i18n import _, ngettext
from collabkit.room.choices import can_be_voted_on, is_for_the_room
from collabkit.services import Services
from collabkit.ui.workshop.prepare.state import PackOption


def pack_options(services: Services) -> tuple[PackOption, ...]:
    """Return every questionnaire that can be read; those for the room first."""
    options = []
    for card in services.packs.cards():
        try:
            pack = services.packs.read(card.id)
        except CollabkitError:
            continue  # an own file that is no pack: said where own packs are listed
        title = _("{title} (your own)").format(title=card.title) if card.is_own else card.title
        options.append(PackOption(card.id, title, _about(pack), _reason(pack)))
    return tuple(sorted(options, key=lambda option: bool(option.reason)))


def _about(pack: Pack) -> str:
    number = sum(can_be_voted_on(pack, item) for item in pack.items)
    count = ngettext(
        "{number} statement to choose from.", "{number} statements to choose from.", number
    )
    return f"{pack.question}\n{count.format(number=number)}"


def _reason(pack: Pack) -> str:
    if is_for_the_room(pack):
        return ""
    if "organisations" in pack.outcome.settings:
        return _("Each organisation has a voice of its own in it, so it is answered on sheets.")
    if pack.outcome.kind is not OutcomeKind.PROFILE:
        return _(
            "It leads to a list, a table or a decision, not to a picture of where people stand."
        )
    return _("Its answers are not one of a few levels, so a room cannot vote on them.")
