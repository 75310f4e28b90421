"""The question for a partner's role: it is never shown what the only one of a kind is."""

from dataclasses import replace

from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.results import ItemResult, Results, Spread


def role_item(pack: Pack) -> str | None:
    """Return the id of the statement that asks for a partner's role, if there is one."""
    if pack.outcome.kind is not OutcomeKind.MIRROR:
        return None
    role = pack.outcome.settings.get("role")
    return role["item"] if role else None


def without_small_roles(pack: Pack, results: Results) -> Results:
    """Return ``results`` with roles counted only where nobody can be recognised by theirs.

    Every role that somebody gave has to reach the minimum, and so do those who gave none: the
    last part could be worked out from the others.
    """
    asks = role_item(pack)
    return replace(
        results,
        items=tuple(
            _hidden(item) if item.item_id == asks and _is_small(item, results) else item
            for item in results.items
        ),
    )


def _is_small(item: ItemResult, results: Results) -> bool:
    parts = [*(item.counts or {}).values(), results.respondents - item.n]
    return any(0 < part < results.minimum for part in parts)


def _hidden(item: ItemResult) -> ItemResult:
    return replace(item, counts=None, mean=None, band=None, spread=Spread.TOO_FEW)
