"""What people see for the words of a plan."""

from collabkit.i18n import _
from collabkit.plans.plan import Status


def status_name(status: Status) -> str:
    """Return how far an action is, as a label."""
    return {
        Status.NOT_STARTED: _("Not started"),
        Status.UNDER_WAY: _("Under way"),
        Status.DONE: _("Done"),
        Status.DROPPED: _("Dropped"),
    }[status]
