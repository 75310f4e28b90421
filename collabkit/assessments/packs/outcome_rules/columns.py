"""Columns need the same four answers for every area, and nothing beside them but *don't know*."""

from collabkit.assessments.pack import DONT_KNOW
from collabkit.assessments.packs.outcome_rules.noting import (
    Noting,
    code_list,
    codes_of,
    forms_of,
)
from collabkit.i18n import _

_COLUMNS = ("soon", "later", "not_wanted", "done")


def check_columns(noting: Noting) -> None:
    """Note answers that would be in no column, and settings that nothing can meet."""
    settings = noting.settings
    wanted = {settings[key] for key in _COLUMNS}
    if len(wanted) < len(_COLUMNS):
        noting.setting(
            _('keys "soon", "later", "not_wanted" and "done" need four different answers.'), "soon"
        )
        return
    for form in forms_of(noting.pack, noting.asked):
        if codes_of(form) != wanted:
            noting.form(
                form,
                _(
                    'its answers must be {answers} ("soon", "later", "not_wanted" and "done"), '
                    "because areas are sorted by it. Anything else can be asked further about an "
                    'area, with "marks.about".'
                ).format(answers=code_list(wanted)),
            )
        elif any(option.code != DONT_KNOW for option in form.ways_out):
            noting.form(
                form, _('where areas are sorted, the only way out can be “don\'t know” ("dk").')
            )
    if not 0 <= settings["most_above"] < 1:
        noting.setting(
            _('key "most_above" needs a share from 0 to below 1, such as 0.5.'), "most_above"
        )
    _check_order(noting)
    for key, codes in settings.get("matching", {}).items():
        if not noting.further((codes,) if isinstance(codes, str) else codes):
            noting.setting(
                _('key "{key}" needs answers of one further question (with "marks.about").').format(
                    key=key
                ),
                key,
                "matching",
            )


def _check_order(noting: Noting) -> None:
    first, last = (
        noting.settings.get(key, ()) for key in ("volunteer_run_first", "volunteer_run_last")
    )
    noting.statements("volunteer_run_first", first, noting.asked)
    noting.statements("volunteer_run_last", last, noting.asked)
    if both := set(first) & set(last):
        noting.setting(
            _('key "volunteer_run_last" has {items}, which come first already.').format(
                items=code_list(both)
            ),
            "volunteer_run_last",
        )
