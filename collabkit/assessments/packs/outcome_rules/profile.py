"""A profile needs statements with a score; an agenda needs minutes that add up."""

from collabkit.assessments.measure import scored_items
from collabkit.assessments.pack import FormKind
from collabkit.assessments.packs.outcome_rules.noting import Noting
from collabkit.assessments.spread import is_ordered
from collabkit.i18n import _


def check_profile(noting: Noting) -> None:
    """Note scores that there can never be, and a meeting without time for anything."""
    pack, settings = noting.pack, noting.settings
    for form_id in settings.get("scored_forms", ()):
        if not is_ordered(pack.form(form_id)):
            noting.setting(
                _(
                    'key "scored_forms" names the form "{form}", whose answers have no values.'
                ).format(form=form_id),
                "scored_forms",
            )
    if not any(scored_items(pack, section) for section in pack.sections):
        noting.whole(_("no statement is answered with values, so there is nothing to score."))
    pairs = any(pack.form_of(item).kind is FormKind.FROM_TO for item in noting.asked)
    if "talking_point_below" in settings and not pairs:
        noting.setting(
            _('key "talking_point_below" needs statements of the form kind "from-to".'),
            "talking_point_below",
        )
    if "organisations" in settings:
        _check_organisations(noting)
    if "agenda" in settings:
        _check_agenda(noting)


def _check_organisations(noting: Noting) -> None:
    pack, code = noting.pack, noting.settings["organisations"]["lead_section"]
    if not scored_items(pack, pack.section(code)):
        noting.setting(
            _('key "lead_section" names the section "{name}", which has no score.').format(
                name=code
            ),
            "lead_section",
            "organisations",
        )


def _check_agenda(noting: Noting) -> None:
    agenda = noting.settings["agenda"]
    left = agenda["minutes"] - agenda["welcome"] - agenda["decide_at_least"]
    if left < agenda["each"]:
        noting.setting(
            _(
                "the minutes do not add up: {minutes} for all, less {welcome} for the welcome and "
                "{decide} for deciding, leave no {each} for a statement."
            ).format(
                minutes=agenda["minutes"],
                welcome=agenda["welcome"],
                decide=agenda["decide_at_least"],
                each=agenda["each"],
            ),
            "minutes",
            "agenda",
        )
    if not agenda["most_low"] and not agenda["most_divided"]:
        noting.setting(
            _('keys "most_low" and "most_divided" cannot both be nought.'), "most_low", "agenda"
        )
    noting.statements("first", agenda.get("first", ()), noting.asked, "agenda")
