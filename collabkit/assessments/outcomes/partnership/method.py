"""How the lists, stages and differences of a partnership were worked out, in sentences."""

from collections.abc import Iterator

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Bullets, Part, Place
from collabkit.assessments.outcomes.partnership.organisations import WhyNot
from collabkit.assessments.outcomes.partnership.rule import Partnership
from collabkit.assessments.outcomes.phrases import listed
from collabkit.assessments.pack import Pack
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _


def method_part(answered: Answered, outcome: Partnership) -> Part:
    """Return the rules that were used, with the limits of the pack."""
    sentences = tuple(_method(answered, outcome))
    return Part("method", _("How this was worked out"), (Bullets(sentences),), Place.BEHIND)


def _method(answered: Answered, outcome: Partnership) -> Iterator[str]:
    settings = answered.pack.outcome.settings["organisations"]
    if outcome.organisations.shown:
        yield _(
            "The mean of a statement is the mean of the organisations' means, so that a large "
            "partner cannot outvote a small one."
        )
        yield _(
            "Ask: the organisations are {gap} or more apart, or at least a third do not know. The "
            "largest difference comes first. Put right: not so, and the mean is below {fix}. Keep: "
            "all others."
        ).format(gap=shown(settings["ask_gap_from"]), fix=shown(settings["fix_below"]))
        yield _(
            "The organisation with the lowest mean speaks first; if two are level the smaller one, "
            "then by alphabet."
        )
        yield _(
            "The view from the top: the lead's mean in “{stage}” is {gap} or more above the mean "
            "of the others."
        ).format(
            stage=answered.pack.section(settings["lead_section"]).name,
            gap=shown(settings["lead_gap_from"]),
        )
        yield _(
            "Statements to which not every organisation has {number} answers count for all people "
            "together, without a difference between organisations."
        ).format(number=in_words(outcome.organisations.needed))
    elif outcome.organisations.why_not is WhyNot.ALONE:
        yield _(
            "Find out: you answered “don't know”. Put right: your answer is below {fix}. Keep: all "
            "others."
        ).format(fix=shown(settings["fix_below"]))
    else:
        yield _(
            "All people count alike. Ask: at least a third do not know. Put right: not so, and the "
            "mean is below {fix}. Keep: all others."
        ).format(fix=shown(settings["fix_below"]))
    if ways_out := _ways_out(answered.pack):
        yield _("{answers} are in no mean and never count as low.").format(answers=listed(ways_out))
    yield _(
        "A stage has a score if at least half of its statements that apply are answered. All is "
        "compared as it is shown, with one decimal."
    )
    yield _("The limits are a rule of thumb. Charities have not tested them.")


def _ways_out(pack: Pack) -> list[str]:
    names = dict.fromkeys(option.name for form in pack.forms for option in form.ways_out)
    return [_("“{name}”").format(name=name) for name in names]
