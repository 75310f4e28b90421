"""A mirror lays two means from 1 to 5 beside each other."""

from fractions import Fraction

from collabkit.assessments.pack import Item
from collabkit.assessments.packs.faults import inside
from collabkit.assessments.packs.outcome_rules.noting import Noting, codes_of, forms_of, not_fitting
from collabkit.assessments.spread import is_ordered
from collabkit.i18n import _

_ENDS = (Fraction(1), Fraction(5))


def check_mirror(noting: Noting) -> None:
    """Note statements of partners that cannot stand beside the charity's own."""
    mirrored = tuple(item for item in noting.asked if "mirrors" in item.marks)
    if not mirrored:
        noting.whole(_('no statement has the mark "mirrors", so there is nothing to compare.'))
    for form in forms_of(noting.pack, mirrored):
        values = {option.value for option in form.options if option.value is not None}
        if not is_ordered(form) or (min(values), max(values)) != _ENDS:
            noting.form(
                form, _("in a mirror, the values must go from 1 to 5, as those of the own view do.")
            )
    noting.above_nought("blind_spot_from", "hidden_strength_from")
    if noting.settings["mirrors_pack"] == noting.pack.id:
        noting.setting(
            _('key "mirrors_pack" needs another questionnaire than this one.'), "mirrors_pack"
        )
    if "role" in noting.settings:
        _check_role(noting, mirrored)


def _check_role(noting: Noting, mirrored: tuple[Item, ...]) -> None:
    role = noting.settings["role"]
    item = next((item for item in noting.asked if item.id == role["item"]), None)
    if item is None or item in mirrored or not noting.pack.form_of(item).options:
        place = inside(_("the top of the file"), "outcome", "role")
        noting.setting(not_fitting(noting.called(place, "item"), role["item"]), "item", "role")
        return
    codes = codes_of(noting.pack.form_of(item))
    if not set(role["smaller"]) < codes:
        noting.setting(
            _('key "smaller" needs some, but not all, of the answers to "{item}".').format(
                item=item.id
            ),
            "smaller",
            "role",
        )
