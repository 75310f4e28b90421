"""Where the way to a new assessment begins, and what is already settled there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Item, OutcomeKind, Pack, Respondent
from collabkit.library.first_packs import PackSuggestion, suggested_packs
from collabkit.services import Services
from collabkit.services.asking import is_private
from collabkit.services.assessments import Summary, default_title
from collabkit.services.company import Company, companies_of
from collabkit.services.first_questions import first_questions
from collabkit.ui.new_assessment.state import Choices, Other, Step, WizardState

# Here the rules of the outcome count on every statement.
_ALWAYS_WHOLE = (OutcomeKind.DECISION, OutcomeKind.HOLDINGS)


def begin(services: Services, charity_id: str | None, today: date) -> WizardState:
    """Return the first step at which something is open; the rest is as it was the last time.

    ``charity_id`` settles the charity, and so does there being only one. Only the questionnaire
    that is proposed is read whole: the one that was used last, or else what suits the charity.
    """
    charities = tuple(c for c in services.charities.all() if not c.is_sample)
    known = [charity.id for charity in charities]
    own = [s for s in services.assessments.summaries() if not s.is_sample]
    is_settled = charity_id in known or len(known) == 1
    if charity_id not in known:
        latest = own[0].assessment.charity_id if own else None
        charity_id = latest or (known[0] if known else None)
    cards = services.packs.cards()
    suggested = suggestions(charities, charity_id)
    wished = [own[0].assessment.pack_id] if own else []
    wished += [suggestion.pack_id for suggestion in suggested]
    there = [card.id for card in cards]
    pack = services.packs.read(next((i for i in wished if i in there), there[0]))
    choices = Choices(
        charity_id=charity_id,
        new_name="",
        pack_id=pack.id,
        selection=Selection.ALL,
        role=_role(services, own),
        title=free_title(services, charity_id, pack.id, today),
    )
    state = WizardState(
        step=Step.CHARITY,
        steps=(Step.CHARITY,),
        charities=charities,
        cards=cards,
        suggested=suggested,
        pack=pack,
        companies=(),
        first=(),
        choices=choices,
        usual=own[0].assessment.pack_id if own else "",
    )
    state = with_pack(state, pack, today)
    return replace(state, step=state.steps[1] if is_settled else Step.CHARITY)


def with_pack(state: WizardState, pack: Pack, today: date) -> WizardState:
    """Return ``state`` with another questionnaire and what is usual with it."""
    first = first_questions(pack, today)
    companies = companies_of(pack)
    choices = replace(
        state.choices,
        pack_id=pack.id,
        selection=Selection.CORE if has_short_version(pack) else Selection.ALL,
        chosen=frozenset(),
        settled={pick.key: pick.chosen[0] for pick in first if pick.chosen},
        company=companies[0],
        others=some_others(companies[0], ()),
        lead=None,
    )
    state = replace(state, pack=pack, companies=companies, first=first, choices=choices)
    return replace(state, steps=steps_of(state))


def steps_of(state: WizardState) -> tuple[Step, ...]:
    """Return the steps at which there is something to decide."""
    needed = {
        Step.PACK: len(state.cards) > 1,
        Step.STATEMENTS: has_short_version(state.pack) or may_be_chosen_from(state.pack),
        Step.FIRST: bool(state.first),
        Step.PARTIES: state.choices.company.has_parties,
    }
    return tuple(step for step in Step if needed.get(step, True))


def statements(pack: Pack) -> tuple[Item, ...]:
    """Return what is asked one by one: neither further questions nor private ones."""
    return tuple(i for i in pack.items if "about" not in i.marks and not is_private(i))


def has_short_version(pack: Pack) -> bool:
    """Tell whether fewer statements than all can be asked."""
    return 0 < len(pack.core_ids) < len(statements(pack))


def may_be_chosen_from(pack: Pack) -> bool:
    """Tell whether people may choose their own statements."""
    return pack.outcome.kind not in _ALWAYS_WHOLE


def some_others(company: Company, others: tuple[Other, ...]) -> tuple[Other, ...]:
    """Return ``others``, as many as there may be and at least as many as are needed."""
    most = max(company.fewest_others, company.most_others)
    missing = company.fewest_others - len(others)
    return (*others[:most], *(Other() for _place in range(missing)))


def suggestions(charities: Sequence[Charity], charity_id: str | None) -> tuple[PackSuggestion, ...]:
    """Return what suits the chosen charity; nothing while there is none."""
    charity = next((c for c in charities if c.id == charity_id), None)
    return suggested_packs(charity) if charity else ()


def free_title(services: Services, charity_id: str | None, pack_id: str, today: date) -> str:
    """Return a title that the charity has not used yet for the same questionnaire.

    A number would only puzzle people elsewhere to whom the occasion is the first.
    """
    own = [summary.assessment for summary in services.assessments.summaries()]
    titles = [a.title for a in own if (a.charity_id, a.pack_id) == (charity_id, pack_id)]
    return default_title(titles, today)


def _role(services: Services, own: Sequence[Summary]) -> Respondent:
    alone = next((s for s in own if s.participants == 1 and s.assessment.minimum == 1), None)
    people = services.assessments.participants(alone.assessment.id) if alone else ()
    return people[0].role if people else Respondent.TRUSTEE
