"""A decision needs rules that can be met, the last one without conditions."""

from collections.abc import Mapping
from typing import Any

from collabkit.assessments.pack import Item
from collabkit.assessments.packs.outcome_rules.noting import Noting, forms_of
from collabkit.i18n import _

_FEWEST_ANSWERS = 2


def check_decision(noting: Noting) -> None:
    """Note rules that can never decide, and cases in which nothing is asked."""
    deciding = tuple(item for item in noting.asked if noting.pack.form_of(item).options)
    if not deciding:
        noting.whole(_("no statement has answers to choose, so nothing can be decided."))
        return
    for form in forms_of(noting.pack, deciding):
        if len(form.options) < _FEWEST_ANSWERS:
            noting.form(form, _("there is only one answer to choose."))
    for mode in noting.settings.get("mode", ()):
        if all(item.section in mode.get("leaves_out", ()) for item in deciding):
            noting.entry(
                _("mode {name}").format(name=mode["code"]),
                _("it leaves out everything that can be decided by."),
                "leaves_out",
            )
    for rule in noting.settings["rule"]:
        for condition in rule.get("any_of", ()):
            _check_condition(noting, deciding, rule, condition)
    _check_last_rule(noting)
    _check_others(noting, deciding)


def _check_condition(
    noting: Noting,
    deciding: tuple[Item, ...],
    rule: Mapping[str, Any],
    condition: Mapping[str, Any],
) -> None:
    place = _("rule {name}").format(name=rule["id"])
    form_of = noting.pack.form_of
    looked_at = [
        item
        for item in deciding
        if item.id in condition.get("items", (item.id,))
        and item.section in condition.get("sections", (item.section,))
    ]
    if "answer" in condition:
        answer, needed = condition["answer"], condition.get("at_least", 1)
        if sum(form_of(item).accepts(answer) for item in looked_at) < needed:
            noting.entry(
                place,
                _(
                    'a condition asks for the answer "{answer}" more often than statements it '
                    "looks at can be answered so."
                ).format(answer=answer),
                "any_of",
            )
        return
    share = "points_below" if "points_below" in condition else "answered_below"
    if not 0 < condition[share] <= 1:
        noting.entry(
            place, _('"{key}" needs a share above 0 and up to 1.').format(key=share), "any_of"
        )
    for code in condition["sections"]:
        items = [item for item in deciding if item.section == code]
        values = [o.value for item in items for o in form_of(item).options if o.value is not None]
        if share == "points_below" and (not any(values) or min(values) < 0):
            noting.entry(
                place,
                _(
                    'a condition counts the points of the section "{name}", whose answers need '
                    "values, none of them below nought."
                ).format(name=code),
                "any_of",
            )
        elif not items:
            noting.entry(
                place,
                _('a condition counts the answers of the section "{name}", which has none.').format(
                    name=code
                ),
                "any_of",
            )


def _check_last_rule(noting: Noting) -> None:
    always = ""
    for rule in noting.settings["rule"]:
        if always:
            noting.entry(
                _("rule {name}").format(name=rule["id"]),
                _(
                    'it can never decide, because the rule "{name}" before it always applies.'
                ).format(name=always),
                "id",
            )
        elif "any_of" not in rule and "mode" not in rule:
            always = rule["id"]
    if not always:
        noting.setting(
            _("the last rule must be one without conditions, so that there is always an answer."),
            "rule",
        )


def _check_others(noting: Noting, deciding: tuple[Item, ...]) -> None:
    settings = noting.settings
    partly = settings.get("condition_answer")
    if partly and not any(noting.pack.form_of(item).accepts(partly) for item in deciding):
        noting.setting(
            _('key "condition_answer" needs an answer that a statement can have.'),
            "condition_answer",
        )
    recommended = {entry["code"] for entry in settings["recommendation"]}
    for choice in settings.get("choice", ()):
        if choice["code"] in recommended:
            noting.entry(
                _("choice {name}").format(name=choice["code"]),
                _("a recommendation has the same code; people can decide for those anyway."),
                "code",
            )
    raised = {item.id for item in deciding if "influence" in item.marks.get("points_to", ())}
    for ask in settings.get("ask", ()):
        if not raised.intersection(ask["items"]):
            noting.entry(
                _("ask {name}").format(name=ask["id"]),
                _('none of its items has "influence" among its "points_to", so it is never said.'),
                "items",
            )
