"""A shared page needs prompts with marks, all of them in the order of caution."""

from collabkit.assessments.pack import FormKind
from collabkit.assessments.packs.outcome_rules.noting import Noting, code_list, codes_of, forms_of
from collabkit.i18n import _

_FEWEST_MARKS = 2  # one that stops, and one that fits


def check_shared_page(noting: Noting) -> None:
    """Note marks that the page would lose, and settings without anything to settle."""
    pack, settings = noting.pack, noting.settings
    prompts = tuple(
        item
        for item in noting.asked
        if pack.form_of(item).kind is FormKind.NOTES and pack.form_of(item).options
    )
    if not prompts:
        noting.whole(
            _('no statement is a prompt: its form needs the kind "notes", with marks as "options".')
        )
    order = settings["cautious_first"]
    if len(order) < _FEWEST_MARKS:
        noting.setting(
            _('key "cautious_first" needs two marks or more, from stop to fit.'), "cautious_first"
        )
    for form in forms_of(pack, prompts):
        if codes_of(form) != set(order):
            noting.setting(
                _(
                    'key "cautious_first" needs exactly the answers of the form "{form}": '
                    "{answers}."
                ).format(form=form.id, answers=code_list(codes_of(form))),
                "cautious_first",
            )
    choices = [item for item in noting.asked if pack.form_of(item).kind is FormKind.CHOICE]
    if "ticked" in settings and not any(
        settings["ticked"] in codes_of(pack.form_of(item)) for item in choices
    ):
        noting.setting(
            _('key "ticked" needs an answer of a statement of the form kind "choice".'), "ticked"
        )
    settle = settings.get("settle_first")
    if settle:
        noting.statements("items", settle["items"], prompts, "settle_first")
        if settle["answer"] not in order:
            noting.setting(
                _('key "answer" needs one of the marks under "cautious_first".'),
                "answer",
                "settle_first",
            )
    if ("neutral_step" in settings) != ("neutral_step_from" in settings):
        noting.setting(
            _('keys "neutral_step" and "neutral_step_from" need each other.'), "neutral_step"
        )
