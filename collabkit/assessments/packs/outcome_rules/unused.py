"""Statements that are asked, but of whose answers the outcome makes nothing."""

from collections.abc import Iterator

from collabkit.assessments.pack import FormKind, Item, OutcomeKind, Pack
from collabkit.assessments.spread import is_ordered


def unused_items(pack: Pack) -> Iterator[Item]:
    """Yield the statements with which the outcome of ``pack``, which is in order, does nothing."""
    for item in pack.statements:
        if not item.marks.get("private") and not _is_used(pack, item):
            yield item


def _is_used(pack: Pack, item: Item) -> bool:
    form, settings = pack.form_of(item), pack.outcome.settings
    match pack.outcome.kind:
        case OutcomeKind.DECISION | OutcomeKind.OPEN_ACTIONS:
            return bool(form.options)
        case OutcomeKind.HOLDINGS:
            return form.kind is FormKind.COMPARE or bool(item.marks.get("weight"))
        case OutcomeKind.RANKING:
            return is_ordered(form)
        case OutcomeKind.MIRROR:
            is_role = item.id == settings.get("role", {}).get("item")
            return "mirrors" in item.marks or is_role or form.is_words_only
        case OutcomeKind.SHARED_PAGE:
            is_reason = any(option.code == settings.get("ticked") for option in form.options)
            return bool(form.options) and (form.kind is FormKind.NOTES or is_reason)
        case OutcomeKind.PROFILE | OutcomeKind.COLUMNS:
            return True
