"""What people see for the words of a closed vocabulary; ``meanings`` says what they mean."""

from collections.abc import Sequence

from collabkit.assessments.assessment import Confidence
from collabkit.assessments.pack import ActionKind, Effort, Respondent
from collabkit.assessments.results import Band, FindingKind, Spread
from collabkit.i18n import _


def spread_name(spread: Spread) -> str:
    """Return the label of a spread as people see it."""
    return {
        Spread.SINGLE: _("One answer"),
        Spread.TOO_FEW: _("Too few"),
        Spread.SPLIT: _("Split"),
        Spread.TOGETHER: _("Together"),
        Spread.MOSTLY_TOGETHER: _("Mostly together"),
        Spread.SPREAD: _("Spread"),
    }[spread]


def band_name(band: Band) -> str:
    """Return the label of a band as people see it."""
    return {
        Band.ACT_FIRST: _("Act first"),
        Band.BUILD: _("Build"),
        Band.KEEP_GOING: _("Keep going"),
        Band.SHARE_IT: _("Share it"),
        Band.TALK_FIRST: _("Talk first"),
    }[band]


def finding_name(kind: FindingKind) -> str:
    """Return the heading over what stands out for the same reason."""
    return {
        FindingKind.SPLIT: _("People see this very differently"),
        FindingKind.TALKING_POINT: _("Talking points"),
        FindingKind.LOW: _("Act first"),
        FindingKind.NOT_VISIBLE: _("Not visible to us"),
        FindingKind.STRENGTH: _("Strengths: worth sharing"),
    }[kind]


def kind_name(kind: ActionKind) -> str:
    """Return a kind of action as a label."""
    return {
        ActionKind.QUICK_WIN: _("Quick win"),
        ActionKind.LONGER_TERM: _("Longer term"),
        ActionKind.INFLUENCE: _("Influence"),
    }[kind]


def effort_name(effort: Effort) -> str:
    """Return how much an action takes, as a label."""
    return {
        Effort.LOW: _("A few hours"),
        Effort.MEDIUM: _("A few days"),
        Effort.HIGH: _("Weeks, or money"),
    }[effort]


def confidence_name(confidence: Confidence) -> str:
    """Return how sure a person is of an answer, as a label."""
    return {
        Confidence.GUESS: _("A guess"),
        Confidence.FAIRLY_SURE: _("Fairly sure"),
        Confidence.COULD_SHOW_PROOF: _("Could show proof"),
    }[confidence]


def role_name(role: Respondent) -> str:
    """Return a role as people choose it for themselves."""
    return {
        Respondent.TRUSTEE: _("Trustee or committee member"),
        Respondent.STAFF: _("Member of staff"),
        Respondent.VOLUNTEER: _("Volunteer"),
        Respondent.PARTNER: _("Partner from another organisation"),
        Respondent.PERSON_SERVED: _("Person the charity serves"),
    }[role]


def people_called(role: Respondent) -> str:
    """Return the people in a role for the middle of a sentence."""
    return {
        Respondent.TRUSTEE: _("trustees"),
        Respondent.STAFF: _("staff"),
        Respondent.VOLUNTEER: _("volunteers"),
        Respondent.PARTNER: _("partners"),
        Respondent.PERSON_SERVED: _("the people the charity serves"),
    }[role]


def any_of(roles: Sequence[Respondent]) -> str:
    """Return at least one role as in “trustees, staff or partners”."""
    *others, last = map(people_called, roles)
    if not others:
        return last
    return _("{people} or {last}").format(people=", ".join(others), last=last)
