"""The pages of guidance in groups, and the charity for which some come first."""

from collabkit.assessments.charity import Charity
from collabkit.i18n import _
from collabkit.library.guidance import builtin_guidance
from collabkit.library.guide import GuidanceGroup
from collabkit.services import Services
from collabkit.ui.learn.guidance.state import Group, GuidanceState
from collabkit.ui.learn.pointers import page_links


def guidance_state(services: Services) -> GuidanceState:
    """Return all pages in groups; the first group is for the charity that is known, if one is."""
    groups = [_group(group) for group in GuidanceGroup]
    charity = known_charity(services)
    if charity is not None:
        keys = [page.key for page in builtin_guidance().pages_for(charity)]
        own = Group(
            _("For a charity like yours"),
            _("Chosen by what you told about {charity}.").format(charity=charity.name),
            page_links(keys),
        )
        groups.insert(0, own)
    return GuidanceState(tuple(groups))


def known_charity(services: Services) -> Charity | None:
    """Return the only charity, or else the one that was worked on last; samples do not count."""
    charities = {one.id: one for one in services.charities.all() if not one.is_sample}
    if len(charities) == 1:
        return next(iter(charities.values()))
    own = [s for s in services.assessments.summaries() if s.assessment.charity_id in charities]
    if not own:
        return None
    latest = max(own, key=lambda summary: summary.seq)
    return charities[latest.assessment.charity_id]


def _group(group: GuidanceGroup) -> Group:
    keys = [page.key for page in builtin_guidance().of_group(group)]
    return Group(*_words(group), page_links(keys))


def _words(group: GuidanceGroup) -> tuple[str, str]:
    match group:
        case GuidanceGroup.SIZE:
            return _("By size"), ""
        case GuidanceGroup.ROLE:
            return _("By role in joint work"), ""
        case GuidanceGroup.RUNNING:
            return _("By who runs the group"), ""
        case GuidanceGroup.ANSWERING:
            return _("Who should answer"), ""
