"""Open actions need answers that are open, one of them to start with, and some that are not."""

from collabkit.assessments.packs.outcome_rules.noting import Noting, code_list, codes_of, forms_of
from collabkit.i18n import _


def check_open_actions(noting: Noting) -> None:
    """Note actions that could never be open, or never be closed."""
    settings = noting.settings
    forms = [form for form in forms_of(noting.pack, noting.asked) if form.options]
    if not forms:
        noting.whole(_("no statement has answers to choose, so nothing can be open or done."))
        return
    if settings["start"] not in settings["open"]:
        noting.setting(
            _('key "start" needs one of the answers under "open": nothing is done at the start.'),
            "start",
        )
    offered = set().union(*(codes_of(form) for form in forms))
    if strange := set(settings["open"]) - offered:
        noting.setting(
            _('key "open" has {answers}, which no statement can be answered with.').format(
                answers=code_list(strange)
            ),
            "open",
        )
    for form in forms:
        if settings["start"] not in codes_of(form):
            noting.form(
                form,
                _("one of its answers must be {answer}, with which every statement starts.").format(
                    answer=code_list([settings["start"]])
                ),
            )
        elif codes_of(form) <= set(settings["open"]):
            noting.form(form, _('all its answers are under "open", so nothing can ever be done.'))
