"""Holdings need statements that compare, and one statement a section that weighs them."""

from collabkit.assessments.pack import AnswerForm, FormKind, Item, Section
from collabkit.assessments.packs.outcome_rules.noting import Noting, forms_of
from collabkit.assessments.spread import is_ordered
from collabkit.i18n import _

_MOST = 2  # much more; much less is as far below nought


def check_holdings(noting: Noting) -> None:
    """Note what could never be compared, or would count without a limit."""
    compared: list[Item] = []
    weights: list[Item] = []
    for section in noting.pack.sections:
        open_ones = [item for item in section.items if not item.marks.get("private")]
        prompts = [i for i in open_ones if noting.pack.form_of(i).kind is FormKind.COMPARE]
        weighing = [item for item in section.items if item.marks.get("weight")]
        compared += prompts
        weights += weighing
        if prompts or weighing:
            _check_section(noting, section, len(prompts), len(weighing))
        for item in weighing:
            if item not in noting.asked:
                noting.item(
                    item, _("it weighs a section, so everybody has to be asked."), "weight", "marks"
                )
    if not compared:
        noting.whole(_('no statement has the form kind "compare", so there is nothing to compare.'))
    for form in forms_of(noting.pack, compared):
        values = [option.value for option in form.options]
        if values != [-value for value in reversed(values) if value is not None] or (
            values[-1] != _MOST
        ):
            noting.form(
                form,
                _(
                    "where holdings are compared, the values must go from -2 to 2, even on both "
                    "sides."
                ),
            )
    for form in forms_of(noting.pack, weights):
        if not _weighs(form):
            noting.form(
                form, _("it says how much a section counts, so it needs values from 0 to 1.")
            )
    noting.above_nought("strong_from", "talk_from", "move_from", "worth_naming_from")


def _check_section(noting: Noting, section: Section, prompts: int, weights: int) -> None:
    if weights != 1:
        noting.section(
            section,
            _('it needs exactly one item with the mark "weight", and has {number}.').format(
                number=weights
            ),
        )
    if prompts < noting.settings["known_prompts"]:
        noting.section(
            section,
            _(
                'it has {number} items to compare, but "known_prompts" says that {needed} must be '
                "known."
            ).format(number=prompts, needed=noting.settings["known_prompts"]),
        )


def _weighs(form: AnswerForm) -> bool:
    values = [option.value for option in form.options if option.value is not None]
    return is_ordered(form) and min(values) >= 0 and 0 < max(values) <= 1
