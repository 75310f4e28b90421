"""Results as plain data, for the command line and for exports."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from collabkit.assessments.pack import Pack
from collabkit.assessments.results import ItemResult, Results, SectionResult
from collabkit.assessments.rounding import shown


def as_json(results: Results, pack: Pack) -> dict[str, Any]:
    """Return ``results`` as dictionaries, lists, strings, whole numbers and ``None`` only.

    Means and scores are strings with one decimal, such as ``"3.6"``; what is hidden is ``None``.
    Every statement and theme is there in the order of ``pack``, which must be the pack measured.
    In results that add nothing up (sheets about different organisations) counts and means are
    ``None`` throughout. Only if one of its forms has answers such as *too early to say*, each
    statement has a key ``further`` with their counts by code.
    """
    has_further = any(form.further_ways_out for form in pack.forms)
    return {
        "pack": results.pack_id,
        "version": results.pack_version,
        "minimum": results.minimum,
        "respondents": results.respondents,
        "items": [_item(results.item(item.id), has_further) for item in pack.items],
        "themes": [_theme(results.section(section.code)) for section in pack.sections],
        "findings": [
            {"kind": finding.kind.value, "item": finding.item_id} for finding in results.findings
        ],
    }


def with_outcome(results: Results, pack: Pack, outcome: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same, and under ``outcome`` what the pack's kind of outcome makes of them.

    ``outcome`` is plain data already; without any, there is no such key.
    """
    found = as_json(results, pack)
    if outcome:
        found["outcome"] = {"kind": pack.outcome.kind.value, **outcome}
    return found


def _item(item: ItemResult, has_further: bool) -> dict[str, Any]:
    found = {
        "id": item.item_id,
        "n": item.n,
        "counts": None if item.counts is None else dict(item.counts),
        "dont_know": item.dont_know,
        "not_applicable": item.not_applicable,
        "mean": _decimal(item.mean),
        "spread": item.spread.value,
        "band": item.band.value if item.band else None,
    }
    if has_further:
        found["further"] = None if item.further is None else dict(item.further)
    return found


def _theme(section: SectionResult) -> dict[str, Any]:
    return {
        "code": section.code,
        "applicable": section.applicable,
        "answered": section.answered,
        "score": _decimal(section.score),
        "band": section.band.value if section.band else None,
    }


def _decimal(number: Fraction | None) -> str | None:
    return None if number is None else str(shown(number))
