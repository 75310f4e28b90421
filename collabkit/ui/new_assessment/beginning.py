"""Where the way to a new assessment begins, and what is already settled there."""

from collections.abc import Sequence
from datetime import date

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Pack, Respondent
from collabkit.services import Services
from collabkit.services.assessments import Summary, default_title
from collabkit.ui.new_assessment.state import Choices, Step, WizardState


def begin(
    services: Services, packs: tuple[Pack, ...], charity_id: str | None, today: date
) -> WizardState:
    """Return the first step at which something is open; the rest is as it was the last time.

    ``charity_id`` settles the charity, and so does there being only one. A questionnaire that is
    the only one, or has no short version, needs no step either.
    """
    charities = tuple(c for c in services.charities.all() if not c.is_sample)
    known = [charity.id for charity in charities]
    own = [s for s in services.assessments.summaries() if not s.is_sample]
    is_settled = charity_id in known or len(known) == 1
    if charity_id not in known:
        latest = own[0].assessment.charity_id if own else None
        charity_id = latest or (known[0] if known else None)
    pack = _pack(packs, own)
    choices = Choices(
        charity_id=charity_id,
        new_name="",
        pack_id=pack.id,
        selection=usual_selection(pack),
        role=_role(services, own),
        title=free_title(services, charity_id, today),
    )
    steps = steps_of(packs, pack)
    step = steps[1] if is_settled else Step.CHARITY
    return WizardState(step, steps, charities, packs, choices)


def steps_of(packs: Sequence[Pack], pack: Pack) -> tuple[Step, ...]:
    """Return the steps at which there is something to decide with ``pack``."""
    return tuple(
        step
        for step in Step
        if not (step is Step.PACK and len(packs) == 1)
        and not (step is Step.STATEMENTS and not has_short_version(pack))
    )


def has_short_version(pack: Pack) -> bool:
    """Tell whether fewer statements than all can be asked."""
    return 0 < len(pack.core_ids) < len(tuple(pack.items))


def usual_selection(pack: Pack) -> Selection:
    """Return the short version where there is one."""
    return Selection.CORE if has_short_version(pack) else Selection.ALL


def free_title(services: Services, charity_id: str | None, today: date) -> str:
    """Return a title for the occasion that the charity has not used yet."""
    titles = [
        summary.assessment.title
        for summary in services.assessments.summaries()
        if summary.assessment.charity_id == charity_id
    ]
    return default_title(titles, today)


def _pack(packs: tuple[Pack, ...], own: Sequence[Summary]) -> Pack:
    used = own[0].assessment.pack_id if own else ""
    return next((pack for pack in packs if pack.id == used), packs[0])


def _role(services: Services, own: Sequence[Summary]) -> Respondent:
    people = services.assessments.participants(own[0].assessment.id) if own else ()
    return people[0].role if people else Respondent.TRUSTEE
