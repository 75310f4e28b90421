"""How a recommendation comes about, rule by rule, from the settings of the pack (BID)."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Block,
    Entries,
    Entry,
    Paragraph,
    Part,
    Place,
    Tone,
)
from collabkit.assessments.outcomes.decision.rule import DecisionOutcome, amount
from collabkit.assessments.outcomes.decision.words import recommendation_name
from collabkit.assessments.pack import Pack
from collabkit.assessments.sentences import capital, how_tried, in_words
from collabkit.i18n import _


def method_part(answered: Answered, outcome: DecisionOutcome) -> Part:
    """Return the part on method: the rules in their order, the points and how far to trust them."""
    pack = answered.pack
    rules = pack.outcome.settings["rule"]
    blocks: list[Block] = [
        Paragraph(_("The rules are tried in this order; the first that applies decides.")),
        Entries(tuple(_rule_entry(answered, rule, outcome) for rule in rules), numbered=True),
    ]
    if points := _points(pack):
        words = _(
            "Points for each answer: {points}. “Don't know” and “does not apply” are left out. A "
            "part of the check without any counted answer skips its condition."
        )
        blocks.append(Paragraph(words.format(points=points)))
    blocks += [
        Paragraph(_("The limits in the rules are a judgement, written down in the pack.")),
        Paragraph(how_tried(pack.status), Tone.QUIET),
    ]
    return Part("method", _("How this was worked out"), tuple(blocks), Place.BEHIND)


def _rule_entry(answered: Answered, rule: Mapping[str, Any], outcome: DecisionOutcome) -> Entry:
    pack = answered.pack
    conditions = [_condition(condition, pack) for condition in rule.get("any_of", ())]
    text = _("If none of the rules before it applies.")
    if conditions:
        text = _("{conditions}.").format(conditions=capital(_("; or ").join(conditions)))
    modes = pack.outcome.settings.get("mode", ())
    only = next((mode["name"] for mode in modes if mode["code"] == rule.get("mode")), "")
    return Entry(
        title=recommendation_name(answered, rule["recommendation"]),
        text=text,
        note=_("Only for: {mode}.").format(mode=only) if only else "",
        mark=_("decided here") if rule["id"] == outcome.rule else "",
    )


def _condition(condition: Mapping[str, Any], pack: Pack) -> str:
    sections = ", ".join(pack.section(code).name for code in condition.get("sections", ()))
    if "points_below" in condition:
        return _("{share} of the points in {sections}").format(
            share=_share(condition["points_below"]), sections=sections
        )
    if "answered_below" in condition:
        return _("{share} of what applies could be answered in one of {sections}").format(
            share=_share(condition["answered_below"]), sections=sections
        )
    items = [pack.item(item_id) for item_id in condition.get("items", ())]
    where = ", ".join(item.title or item.statement for item in items) or sections
    answer = _name_of_answer(pack, condition["answer"])
    number = condition.get("at_least", 1)
    if number == 1:
        words = _("“{answer}” to any of: {where}") if where else _("any “{answer}”")
    elif where:
        words = _("“{answer}” to at least {number} of: {where}")
    else:
        words = _("“{answer}” to at least {number} statements")
    return words.format(answer=answer, where=where, number=in_words(number))


def _share(limit: Fraction) -> str:
    if limit == Fraction(1, 2):
        return _("less than half")
    return _("fewer than {part} in every {whole}").format(
        part=limit.numerator, whole=limit.denominator
    )


def _name_of_answer(pack: Pack, code: str) -> str:
    options = (form.option(code) for form in pack.forms)
    return next((option.name for option in options if option is not None), code)


def _points(pack: Pack) -> str:
    """Return what the answers are worth, such as "Yes 2, Partly 1, No 0"."""
    worth: Iterable[str] = dict.fromkeys(
        _("{answer} {points}").format(answer=option.name, points=amount(option.value))
        for form in pack.forms
        for option in form.options
        if option.value is not None
    )
    return ", ".join(worth)
