"""The places of plans, loaded and made at their first visit.

=======  ===================================================================================
plan     ``assessment_id``, ``None`` for the latest; ``action_id`` to show one of its actions
preview  ``assessment_id``
=======  ===================================================================================
"""

from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.page import Page

if TYPE_CHECKING:  # the window is painted before there is anything to give to a page
    from collabkit.ui.context import ContextSource


def plan_places(context: "ContextSource") -> tuple[Place, ...]:
    """Return Plan and what is reached from it."""
    plan = Place("plan", _("Plan"), "plan", partial(_plan, context))
    return (
        plan,
        plan.below("preview", _("Preview"), partial(_preview, context)),
    )


def _plan(context: "ContextSource") -> Page:
    from collabkit.ui.plan.page import PlanPage

    return PlanPage(context())


def _preview(context: "ContextSource") -> Page:
    from collabkit.ui.preview.page import PreviewPage

    return PreviewPage(context())
