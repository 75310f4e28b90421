"""What the page says."""

from collabkit.assessments.sentences import capital, in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.plans.looking_back import LookedBack
from collabkit.plans.plan import PlanAction, Status
from collabkit.plans.progress import what_became_of
from collabkit.services.company import Company
from collabkit.ui.again.state import AgainState, Becoming, People


def how_far(back: LookedBack) -> str:
    """Return what became of the plan, in a sentence or two."""
    taken_up = len(back.done) + len(back.still_open) + len(back.dropped)
    if not taken_up:
        return _("No action was chosen to be done then.")
    counts = (
        (len(back.done), _("done")),
        (len(back.still_open), _("still open")),
        (len(back.dropped), _("dropped")),
    )
    there = [(number, state) for number, state in counts if number]
    if len(there) == 1:
        return _all_alike(taken_up, there[0][1])
    told = ", ".join(
        _("{number} {state}").format(number=in_words(number), state=state)
        for number, state in there
    )
    return _("Of {total} actions: {told}.").format(total=in_words(taken_up), told=told)


def group_words(becoming: Becoming) -> tuple[str, str]:
    """Return heading and sentence of a group of actions."""
    return {
        Becoming.DONE: (_("Done"), ""),
        Becoming.OPEN: (
            _("Still open"),
            _("Tick what is still worth doing. It goes on into the new plan."),
        ),
        Becoming.PARKED: (_("Parked then"), _("Good ideas that waited.")),
        Becoming.DROPPED: (
            _("Dropped"),
            _("To let something go is a decision too. The reasons may help with the next plan."),
        ),
    }[becoming]


def facts(action: PlanAction) -> str:
    """Return who had an action, until when, and that it is under way."""
    told = [action.owner.strip()] if action.owner.strip() else []
    if action.due is not None:
        told.append(_("by {day}").format(day=day(action.due)))
    if action.status is Status.UNDER_WAY:
        told.append(_("under way"))
    return capital(" · ".join(told)) if told else ""


def notes(action: PlanAction) -> tuple[tuple[str, str], ...]:
    """Return label and text of what was noted; what was learned stands by itself."""
    own = (_("What we learned"), action.learned)
    return tuple(told for told in what_became_of(action) if told != own)


def going_on(number: int) -> str:
    """Return how many actions go on."""
    if not number:
        return _("No action goes on into the new plan.")
    return ngettext(
        "{number} action goes on into the new plan.",
        "{number} actions go on into the new plan.",
        number,
    ).format(number=capital(in_words(number)))


def asks(number: int, *, is_compared: bool) -> str:
    """Return what will be asked again; ``is_compared`` tells that changes will be looked for."""
    if not is_compared:
        return ngettext(
            "The same {number} statement as last time, in the same words.",
            "The same {number} statements as last time, in the same words.",
            number,
        ).format(number=in_words(number))
    return ngettext(
        "The same {number} statement as last time, in the same words, so that both times can be "
        "laid beside each other.",
        "The same {number} statements as last time, in the same words, so that both times can be "
        "laid beside each other.",
        number,
    ).format(number=in_words(number))


def there_words(state: AgainState) -> str:
    """Return what can be done with a next occasion that is here already."""
    if state.there is not None and not state.there.takes_actions:
        return _(
            "It is here already. Once the session has ended, you can take open actions into its "
            "plan from here."
        )
    if any(action.can_go_on for group in state.groups for action in group.actions):
        return _("It is here already. What you tick above goes into its plan.")
    return _("It is here already.")


def people_question(company: Company) -> tuple[str, tuple[tuple[str, str], ...], str]:
    """Return the question about the people, its answers and what it is for."""
    later = (People.NOT_KNOWN.value, _("We do not know yet"))
    hint = _(
        "Only then is a change called one. Otherwise it is a new picture. You can say it later, "
        "with the results."
    )
    if company is Company.ALONE:
        return (
            _("Will the same person answer as last time?"),
            (
                (People.SAME.value, _("Yes")),
                (People.OTHER.value, _("No, somebody else")),
                later,
            ),
            hint,
        )
    return (
        _("Are at least two thirds of the people the same as last time?"),
        ((People.SAME.value, _("Yes")), (People.OTHER.value, _("No")), later),
        hint,
    )


def answers_words(company: Company) -> str:
    """Return what happens with answers, in a calm sentence."""
    if company is Company.ALONE:
        return _("You begin with an empty sheet. Your answers of last time stay as they are.")
    if company.has_secrets:
        return _(
            "Everybody begins with an empty sheet. The answers of last time stay closed: nobody "
            "sees them, and both times are laid beside each other as groups alone."
        )
    return _("Every sheet begins empty. The answers of last time stay as they are.")


def _all_alike(number: int, state: str) -> str:
    if number == 1:
        return _("The one action is {state}.").format(state=state)
    return _("All {number} actions are {state}.").format(number=in_words(number), state=state)
