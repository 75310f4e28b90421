"""The results of a partnership in which every organisation weighs the same."""

from dataclasses import replace

from collabkit.assessments.bands import band_of, has_bands
from collabkit.assessments.findings import find
from collabkit.assessments.measure import band_limits, pair_rule
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.partnership.rule import Partnership, work_out
from collabkit.assessments.results import Band, ItemResult, Results, Spread


def joint_results(answered: Answered) -> Results:
    """Return the results with the means, bands, scores and findings of the partnership.

    A statement that may be shown for each organisation has the mean of the organisations' means, a
    section the mean of those, so that a large partner cannot outvote a small one and nothing has
    two scores. Without organisations to show, the results over all people stay as they are.
    """
    outcome = work_out(answered)
    if not outcome.organisations.shown:
        return answered.results
    items = tuple(_joint_item(answered, outcome, item) for item in answered.results.items)
    stages = {stage.code: stage for stage in outcome.stages}
    return replace(
        answered.results,
        items=items,
        sections=tuple(
            replace(section, score=stages[section.code].score, band=stages[section.code].band)
            for section in answered.results.sections
        ),
        findings=find(items, answered.results.minimum, pair_rule(answered.pack)),
    )


def _joint_item(answered: Answered, outcome: Partnership, item: ItemResult) -> ItemResult:
    mean = next((one.mean for one in outcome.seen if one.item_id == item.item_id), None)
    if mean is None or mean == item.mean:
        return item
    pack = answered.pack
    if item.spread is Spread.SPLIT or not has_bands(pack.form_of(pack.item(item.item_id))):
        return replace(item, mean=mean)
    band: Band = band_of(mean, band_limits(pack))
    return replace(item, mean=mean, band=band)
