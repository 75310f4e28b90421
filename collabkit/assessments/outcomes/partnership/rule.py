"""One partnership as each of its organisations sees it: what to ask, to fix and to keep (PHC).

The rule has three parts: who may be shown (``organisations``), on which list each statement stands
(``statements``), and here the stages and how the lead sees them beside the others.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from collabkit.assessments.assessment import Party
from collabkit.assessments.bands import band_of
from collabkit.assessments.measure import band_limits
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.means import mean_of
from collabkit.assessments.outcomes.partnership.organisations import (
    Organisation,
    Organisations,
    compare,
)
from collabkit.assessments.outcomes.partnership.statements import (
    Listed,
    Seen,
    in_order,
    see,
)
from collabkit.assessments.results import Band
from collabkit.assessments.rounding import shown


@dataclass(frozen=True, slots=True)
class Stage:
    """One section: the mean of the means of its statements, and the same of each organisation."""

    code: str
    score: Fraction | None
    band: Band | None
    scores: Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True)
class TopView:
    """The lead's score in one stage beside the mean of the others' scores there."""

    section: str
    lead: Party
    lead_score: Fraction
    others_score: Fraction
    is_warning: bool

    @property
    def difference(self) -> Fraction:
        """The lead's score minus that of the others."""
        return self.lead_score - self.others_score


@dataclass(frozen=True, slots=True)
class Partnership:
    """Everything about one partnership; statements on each list stand in talking order."""

    organisations: Organisations
    seen: tuple[Seen, ...]  # every statement that was asked, in pack order
    stages: tuple[Stage, ...]
    top_view: TopView | None

    def on(self, listed: Listed) -> tuple[Seen, ...]:
        """Return the statements on one list, in its order."""
        return in_order(self.seen, listed)


def work_out(answered: Answered) -> Partnership:
    """Return how the partnership is seen, by the settings ``organisations`` of the pack."""
    organisations = compare(answered)
    seen = see(answered, organisations)
    return Partnership(
        organisations,
        seen,
        tuple(_stages(answered, organisations, seen)),
        _top_view(answered, organisations.shown),
    )


def as_json(_answered: Answered, outcome: Partnership) -> dict[str, Any]:
    """Return the lists with the ids of statements in their order, and what they rest on."""
    organisations = outcome.organisations
    return {
        "partnership": {
            "people_needed": organisations.needed,
            "not_compared": organisations.why_not.value if organisations.why_not else None,
            "organisations": [
                {
                    "id": organisation.party.id,
                    "name": organisation.party.name,
                    "is_lead": organisation.party.is_lead,
                    "people": organisation.people,
                }
                for organisation in organisations.shown
            ],
            **{
                listed.value.replace(" ", "_"): [seen.item_id for seen in outcome.on(listed)]
                for listed in Listed
            },
            "statements": [_statement(seen) for seen in outcome.seen],
            "stages": [
                {
                    "code": stage.code,
                    "score": _decimal(stage.score),
                    "band": stage.band.value if stage.band else None,
                    "organisations": {who: _decimal(one) for who, one in stage.scores.items()},
                }
                for stage in outcome.stages
            ],
            "view_from_the_top": None if outcome.top_view is None else _view(outcome.top_view),
        }
    }


def _view(view: TopView) -> dict[str, Any]:
    return {
        "section": view.section,
        "lead": view.lead.id,
        "lead_score": _decimal(view.lead_score),
        "others_score": _decimal(view.others_score),
        "difference": _decimal(view.difference),
        "warning": view.is_warning,
    }


def _statement(seen: Seen) -> dict[str, Any]:
    return {
        "item": seen.item_id,
        "list": seen.listed.value,
        "mean": _decimal(seen.mean),
        "organisations": {party_id: _decimal(mean) for party_id, mean in seen.means.items()},
        "gap": _decimal(seen.gap),
        "not_visible": seen.is_unseen,
        "speaks_first": seen.first.id if seen.first else None,
    }


def _stages(
    answered: Answered, organisations: Organisations, seen: Iterable[Seen]
) -> Iterable[Stage]:
    means = {one.item_id: one.mean for one in seen if one.mean is not None}
    limits = band_limits(answered.pack)
    for section in answered.pack.sections:
        found = [means[item.id] for item in section.items if item.id in means]
        # The same statements have a mean over all persons, so the same half of them is answered.
        has_score = answered.results.section(section.code).score is not None
        score = mean_of(found) if has_score else None
        yield Stage(
            section.code,
            score,
            band_of(score, limits) if score is not None else None,
            {one.party.id: one.results.section(section.code).score for one in organisations.shown},
        )


def _top_view(answered: Answered, organisations: tuple[Organisation, ...]) -> TopView | None:
    settings = answered.pack.outcome.settings["organisations"]
    section = settings["lead_section"]
    leads = [one for one in organisations if one.party.is_lead]
    if len(leads) != 1:
        return None
    lead = leads[0]
    lead_score = lead.results.section(section).score
    others = [one.results.section(section).score for one in organisations if one is not lead]
    others_score = mean_of(score for score in others if score is not None)
    if lead_score is None or others_score is None:
        return None
    difference = shown(lead_score - others_score)
    return TopView(
        section, lead.party, lead_score, others_score, difference >= settings["lead_gap_from"]
    )


def _decimal(number: Fraction | None) -> str | None:
    return None if number is None else str(shown(number))
