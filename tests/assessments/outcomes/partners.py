"""A partnership of a lead and two partners, as in the worked example of the health check."""

from collections.abc import Mapping, Sequence
from typing import Any

from answering import answered

from collabkit.assessments.assessment import Party
from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.outcomes.answered import Answered
from collabkit.services.packs import builtin_pack

LEAD = Party("l", "a", "Lead", is_own=True, is_lead=True)
MILL = Party("m", "a", "Mill")
NEST = Party("n", "a", "Nest")
# Three people of each: lead / first / second partner.
EXAMPLE = {
    "PHC-7": "4 4 5 / 3 2 3 / 3 3 3",
    "PHC-8": "4 5 4 / 3 3 4 / 4 3 3",
    "PHC-9": "5 4 5 / 3 3 2 / 2 3 3",
    "PHC-10": "4 4 4 / 3 3 3 / 2 3 3",
    "PHC-11": "4 3 4 / 2 2 3 / 3 2 3",
    "PHC-12": "5 5 4 / 4 3 4 / 4 4 4",
}
AGREED = {"identifiable": "yes"}


def partnership(
    answers: Mapping[str, str],
    *,
    minimum: int = 3,
    settled: Mapping[str, str] = AGREED,
    parties: Sequence[Party] = (LEAD, MILL, NEST),
    groups: Sequence[str | None] = ("l", "m", "n"),
    **other: Any,
) -> Answered:
    """Return answers given per organisation, each separated by a stroke; "-" is no answer.

    ``groups`` are the ids of the parties in the order of the strokes; ``None`` is nobody's.
    """
    sheets: dict[str, dict[str, str]] = {}
    speaks_for: dict[str, str] = {}
    for item_id, text in answers.items():
        for group, codes in zip(groups, text.split("/"), strict=False):
            for number, code in enumerate(codes.split()):
                name = f"{group} {number}"
                sheets.setdefault(name, {})
                if group is not None:
                    speaks_for[name] = group
                if code != "-":
                    sheets[name][item_id] = code
    return answered(
        builtin_pack("health-check"),
        sheets,
        minimum=minimum,
        settled=settled,
        parties=tuple(parties),
        speaks_for=speaks_for,
        **other,
    )


def sized(party: Party, size: IncomeBand) -> Party:
    """Return ``party`` with a known size."""
    return Party(party.id, party.assessment_id, party.name, party.is_own, party.is_lead, size)
