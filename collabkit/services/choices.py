"""What can be chosen under the topics that are settled, by the pack and its outcome. Pure."""

from collections.abc import Collection, Iterable

from collabkit.assessments.outcomes.blocks import codes_of
from collabkit.assessments.outcomes.decision.rule import DECISION
from collabkit.assessments.outcomes.holdings.moves import moves_key
from collabkit.assessments.outcomes.open_actions.rule import SIDE
from collabkit.assessments.outcomes.ranking.rule import CHOSEN, NEEDS, WHO
from collabkit.assessments.outcomes.shared_page.rule import joint_key
from collabkit.assessments.outcomes.shared_page.talk import REOPENED
from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.outcomes.topics import (
    AGREED_VERSION,
    MODE,
    OTHER_PEOPLE,
    PEOPLE,
    SAME_PEOPLE,
    VOLUNTEER_RUN,
    WORDING,
)
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.packs.vocabulary import Side

_SEVERAL = (CHOSEN, NEEDS, REOPENED)  # and moves: any number of codes
_WHO = ("us", "others", "funder")


def is_possible(pack: Pack, topic: str, value: str, sheets: Iterable[str] | None = None) -> bool:
    """Tell whether ``value`` is among what can be chosen under ``topic``.

    Where people may write what they like, everything is. ``sheets`` are the ids of the sheets
    there are, if that is known: one of them may be the agreed version.
    """
    if topic == AGREED_VERSION and pack.outcome.kind is OutcomeKind.DECISION:
        return sheets is None or value in sheets
    codes = _codes(pack, topic)
    if codes is None:
        return True
    if topic in _SEVERAL or topic.startswith(moves_key("")):
        return set(codes_of(value)) <= set(codes)
    return value in codes


def _codes(pack: Pack, topic: str) -> Collection[str] | None:
    """Return the codes under a topic; ``None`` where there are none to choose from."""
    settings = pack.outcome.settings
    match pack.outcome.kind, topic:
        case _, str() if topic == IDENTIFIABLE:
            return AGREED, "no"
        case _, str() if topic == WORDING:
            return (VOLUNTEER_RUN,)
        case _, str() if topic == PEOPLE:
            return SAME_PEOPLE, OTHER_PEOPLE
        case _, str() if topic == MODE and "mode" in settings:
            return [mode["code"] for mode in settings["mode"]]
        case OutcomeKind.DECISION, str() if topic == DECISION:
            named = (*settings["recommendation"], *settings.get("choice", ()))
            return [entry["code"] for entry in named]
        case OutcomeKind.OPEN_ACTIONS, str() if topic == SIDE:
            return [side.value for side in Side]
        case OutcomeKind.RANKING, str() if topic == CHOSEN:
            return [item.id for item in pack.items]
        case OutcomeKind.RANKING, str() if topic == NEEDS:
            return [need["id"] for need in settings["need"]]
        case OutcomeKind.RANKING, str() if topic == WHO:
            return _WHO
        case OutcomeKind.HOLDINGS, str() if topic.startswith(moves_key("")):
            return [action.id for item in pack.items for action in item.actions]
        case OutcomeKind.SHARED_PAGE, str() if topic == REOPENED:
            return [item.id for item in pack.items]
        case OutcomeKind.SHARED_PAGE, str() if topic.startswith(joint_key("")):
            items = [item for item in pack.items if joint_key(item.id) == topic]
            return [option.code for item in items for option in pack.form_of(item).options]
    return None
