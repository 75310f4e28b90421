"""The sentences in which a mirror is told."""

from collabkit.assessments.limits import SMALLEST_GROUP
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Entry
from collabkit.assessments.outcomes.mirror.rule import Look, Mirror, Reflection
from collabkit.assessments.outcomes.phrases import apart, listed
from collabkit.assessments.outcomes.small_groups import agreed_to_be_identifiable
from collabkit.assessments.remarks import REMARKS_FROM
from collabkit.assessments.rounding import shown
from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext


def lead_sentence(outcome: Mirror) -> str:
    """Return what the mirror shows, in a sentence or two."""
    if not outcome.people:
        return _("No partner has answered yet.")
    if not outcome.reflections:
        return _("There is nothing to show yet: there are not enough answers.")
    blind = len(outcome.looking(Look.BLIND_SPOT))
    strong = len(outcome.looking(Look.HIDDEN_STRENGTH))
    if not any(one.own is not None for one in outcome.reflections):
        return _("This is how your partners see you. Your own view is not beside it yet.")
    told = []
    if blind:
        told.append(
            ngettext("{number} blind spot", "{number} blind spots", blind).format(
                number=in_words(blind)
            )
        )
    if strong:
        told.append(
            ngettext("{number} hidden strength", "{number} hidden strengths", strong).format(
                number=in_words(strong)
            )
        )
    if told:
        return _("The mirror shows {what}.").format(what=listed(told))
    return _("Partners see you much as you see yourselves.")


def next_sentence(answered: Answered, outcome: Mirror) -> str:
    """Return what to do next."""
    if not outcome.reflections:
        return _(
            "Next: ask people in partner organisations to answer, two or more in each where you "
            "can. From {number} answers on, a statement is shown; nobody is shown apart."
        ).format(number=in_words(outcome.needed))
    if not any(one.own is not None for one in outcome.reflections):
        if outcome.has_own_view:
            return _(
                "Next: answer the statements that are mirrored here yourselves. Your last finished "
                "assessment did not ask them, had too few answers or is on another scale."
            )
        title = answered.mirrored.title if answered.mirrored else _("The five themes")
        return _(
            "Next: fill in “{pack}” yourselves and finish it. Then your own view stands beside "
            "your partners'."
        ).format(pack=title)
    if outcome.looking(Look.BLIND_SPOT):
        return _(
            "Next: take the first blind spot to your partners. Thank them, ask what they see, and "
            "listen before you explain."
        )
    return _("Next: thank your partners, and tell them what you have read here.")


def own_view_named(outcome: Mirror) -> str:
    """Return which own assessment is used; there must be one."""
    if outcome.own_finished is None:
        return _("one person's view") if outcome.own_is_one_person else _("its day is not known")
    if outcome.own_is_one_person:
        return _("finished on {day}, one person's view").format(day=day(outcome.own_finished))
    return _("finished on {day}").format(day=day(outcome.own_finished))


def statement_entry(answered: Answered, outcome: Mirror, one: Reflection) -> Entry:
    """Return one statement with both means; the difference stands at its side if it is worth it."""
    partners = shown(one.partners)
    if one.own is None:
        text = _("Partners: {partners}.").format(partners=partners)
    elif outcome.own_is_one_person:
        text = _("You: {own} (one person's view). Partners: {partners}.").format(
            own=shown(one.own), partners=partners
        )
    else:
        text = _("You: {own}. Partners: {partners}.").format(own=shown(one.own), partners=partners)
    is_worth = one.look in (Look.BLIND_SPOT, Look.HIDDEN_STRENGTH)
    return Entry(
        title=answered.pack.item(one.item_id).statement,
        text=text,
        note=_own_statement(answered, one),
        mark=_signed(one) if is_worth else "",
        item_id=one.item_id,
    )


def _own_statement(answered: Answered, one: Reflection) -> str:
    mirrored = answered.mirrored.items if answered.mirrored else ()
    statements = [item.statement for item in mirrored if item.id == one.mirrors]
    if not statements:
        return ""
    return _("Your own statement: {statement}").format(statement=statements[0])


def about_comments() -> str:
    """Return how comments are shown."""
    return _(
        "Shuffled and without roles. Do not try to guess who wrote what; if you think you know, "
        "keep it to yourself."
    )


def not_shown(outcome: Mirror) -> str:
    """Return why statements are hidden."""
    return _("A statement is shown from {number} answers of partners on.").format(
        number=in_words(outcome.needed)
    )


def method(answered: Answered, outcome: Mirror) -> tuple[str, ...]:
    """Return how all was worked out, a sentence or two each."""
    settings = answered.pack.outcome.settings
    return (
        _(
            "The mirror is your own mean minus the partners' mean of the same statement, worked "
            "out exactly and rounded once."
        ),
        _(
            "Blind spot: {above} or more above what partners say. Hidden strength: {below} or more "
            "below. Smaller differences are not commented on."
        ).format(
            above=shown(settings["blind_spot_from"]), below=shown(settings["hidden_strength_from"])
        ),
        _(
            "Order: blind spots by the largest difference, then what partners find lowest, then "
            "hidden strengths."
        ),
        _(
            "Your own view is the latest assessment that you have finished, with its own smallest "
            "group. A statement that was not asked there has no own mean."
        ),
        *_about_numbers(answered, outcome),
        _(
            "The smaller side is shown apart only where it and all others each have {number} "
            "answers."
        ).format(number=in_words(outcome.needed)),
        _("“Don't know” and “does not apply” are in no mean and never count as low."),
        _("The limits are a rule of thumb. Charities have not tested them."),
    )


def _about_numbers(answered: Answered, outcome: Mirror) -> tuple[str, ...]:
    told = [
        _(
            "A statement is shown from {number} answers of partners on, never for one organisation "
            "alone. What was written is shown from {remarks} people on."
        ).format(
            number=in_words(outcome.needed), remarks=in_words(max(REMARKS_FROM, outcome.needed))
        )
    ]
    if not agreed_to_be_identifiable(answered):
        told.append(
            _("{smallest} or four answers would do only if all partners agreed beforehand.").format(
                smallest=capital(in_words(SMALLEST_GROUP))
            )
        )
    return tuple(told)


def _signed(one: Reflection) -> str:
    if one.own is None:
        return ""
    return apart(f"{shown(one.own - one.partners):+}".replace("-", "−"), one.own, one.partners)
