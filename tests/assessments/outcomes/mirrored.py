"""Partners' answers beside a charity's own, as in the worked example of the partner's-eye view."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from answering import answered

from collabkit.assessments.assessment import Selection
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.answered import Answered, OwnView
from collabkit.assessments.tally import tally_all
from collabkit.services.packs import builtin_pack

FINISHED = date(2026, 3, 3)
OWN = {
    "HON-1": "4 4 5 4 4 4",
    "POW-4": "4 4 4 4 3 4",
    "COM-2": "3 3 4 3 3 3",
    "EMP-1": "4 4 3 4 4 3",
}
PARTNERS = {
    "PEV-9": "3 2 3 3 2 3",
    "PEV-4": "3 3 2 3 3 3",
    "PEV-16": "4 4 5 4 4 4",
    "PEV-6": "3 3 3 3 3 2",
    "PEV-3": "3 3 3 3",
}


def own_view(
    answers: Mapping[str, str] = OWN, *, minimum: int = 5, is_one_person: bool = False
) -> OwnView:
    """Return what the charity itself answered, by statement."""
    pack = builtin_pack("five-themes")
    pairs = [(item, code) for item, codes in answers.items() for code in codes.split()]
    results = measure(
        pack,
        tally_all(pack, pairs),
        asked=[item.id for item in pack.items],
        minimum=minimum,
        respondents=6,
        selection=Selection.ALL,
    )
    return OwnView(results, FINISHED, is_one_person)


def mirror(
    partners: Mapping[str, str] = PARTNERS,
    *,
    roles: str = "",
    minimum: int = 5,
    own: OwnView | None = None,
    **other: Any,
) -> Answered:
    """Return partners' answers by statement, a code a person; "-" is no answer, also of a role."""
    given = {**partners, "PEV-role": roles} if roles else dict(partners)
    sheets: dict[str, dict[str, str]] = {}
    for item_id, codes in given.items():
        for number, code in enumerate(codes.split()):
            answers = sheets.setdefault(f"Partner {number + 1}", {})
            if code != "-":
                answers[item_id] = code
    return answered(
        builtin_pack("partners-view"),
        sheets,
        minimum=minimum,
        own_view=own,
        mirrored=other.pop("mirrored", builtin_pack("five-themes")),
        **other,
    )
