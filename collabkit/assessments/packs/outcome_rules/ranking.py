"""A ranking needs ratings on one scale that begins with “not at all”."""

from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.packs.outcome_rules.noting import Noting, forms_of, not_fitting
from collabkit.assessments.spread import is_ordered
from collabkit.i18n import _


def check_ranking(noting: Noting) -> None:
    """Note statements that cannot be ranked beside each other, and needs that help with none."""
    rated = tuple(item for item in noting.asked if is_ordered(noting.pack.form_of(item)))
    if not rated:
        noting.whole(_("no statement is answered with values, so there is nothing to rank."))
        return
    forms = forms_of(noting.pack, rated)
    _check_scale(noting, forms)
    settings = noting.settings
    if "called" in settings and len(settings["called"]) != 2:
        noting.setting(
            _('key "called" needs two words, such as "barrier" and "barriers".'), "called"
        )
    easiest = settings.get("easiest_first", ())
    if easiest and not noting.further(easiest):
        noting.setting(
            _('key "easiest_first" needs answers of one further question (with "marks.about").'),
            "easiest_first",
        )
    if "network" in settings:
        _check_network(noting, forms[0])
    ids = {item.id for item in rated}
    for need in settings["need"]:
        for name in need["helps_with"]:
            if name not in ids:
                place = _("need {name}").format(name=need["id"])
                called = noting.called(place, "helps_with")
                noting.entry(place, not_fitting(called, name), "helps_with")


def _check_scale(noting: Noting, forms: tuple[AnswerForm, ...]) -> None:
    first, *others = forms
    values = [option.value for option in first.options]
    if values[0] != 0 or min(value or 0 for value in values) < 0 or len(values) < 2:
        noting.form(
            first,
            _("in a ranking, the values must begin with 0 for what holds nobody back, and rise."),
        )
    for form in others:
        if [option.value for option in form.options] != values:
            noting.form(
                form,
                _(
                    'in a ranking, all answers need the same values as those of form "{form}".'
                ).format(form=first.id),
            )


def _check_network(noting: Noting, form: AnswerForm) -> None:
    network = noting.settings["network"]
    highest = max(option.value or 0 for option in form.options)
    if not 0 < network["holds_back_from"] <= network["stops_from"] <= highest:
        noting.setting(
            _(
                'keys "holds_back_from" and "stops_from" must rise, above nought and up to the '
                "highest value, {highest}."
            ).format(highest=highest),
            "holds_back_from",
            "network",
        )
