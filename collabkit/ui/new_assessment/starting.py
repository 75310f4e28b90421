"""From what was chosen to an assessment that is on the disk."""

from datetime import date

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.limits import OWN_ASSESSMENT, USUAL_GROUP
from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.outcomes.topics import KEEP_UNTIL
from collabkit.assessments.pack import Respondent
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.company import Company, pairs
from collabkit.services.naming import checked_title
from collabkit.services.people import NewParty, NewPerson
from collabkit.services.retention import as_kept, in_years
from collabkit.services.sheet_names import sheet_name
from collabkit.ui.new_assessment.beginning import statements
from collabkit.ui.new_assessment.company_words import consent_missing
from collabkit.ui.new_assessment.state import Step, WizardState


class WrongOrganisationError(InvalidInputError):
    """One of the other organisations cannot be taken as it is; ``place`` is which, from 0."""

    def __init__(self, sentence: str, place: int) -> None:
        super().__init__(sentence)
        self.place = place


def check_step(state: WizardState) -> None:
    """Raise ``InvalidInputError`` if something is still missing at the step that is shown."""
    choices = state.choices
    match state.step:
        case Step.STATEMENTS if choices.selection is Selection.OWN_CHOICE and not choices.chosen:
            raise InvalidInputError(_("Please choose at least one statement."))
        case Step.FIRST if any(not choices.settled.get(pick.key) for pick in state.first):
            raise InvalidInputError(_("Please choose one of these."))
        case Step.PEOPLE if needs_consent(state) and not choices.all_agreed:
            raise InvalidInputError(consent_missing())
        case Step.PEOPLE:
            checked_title(choices.title)
        case Step.PARTIES:
            _check_others(state)


def needs_consent(state: WizardState) -> bool:
    """Tell whether the group is so small that everybody has to have agreed beforehand."""
    return state.choices.company.has_secrets and state.choices.minimum < USUAL_GROUP


def start(services: Services, state: WizardState, today: date) -> Assessment:
    """Start what was chosen; raises as ``AssessmentService.start`` does."""
    choices = state.choices
    settled = dict(choices.settled)
    if needs_consent(state) and choices.all_agreed:
        settled[IDENTIFIABLE] = AGREED
    if choices.company.has_secrets and choices.keep_years:
        settled[KEEP_UNTIL] = as_kept(in_years(today, choices.keep_years))
    return services.assessments.start(
        choices.charity_id or "",
        state.pack,
        selection=choices.selection,
        asked=_asked(state),
        minimum=choices.minimum if choices.company.has_secrets else OWN_ASSESSMENT,
        title=choices.title,
        today=today,
        people=_people(state),
        parties=_parties(state),
        settled=settled,
    )


def _asked(state: WizardState) -> tuple[str, ...] | None:
    if state.choices.selection is not Selection.OWN_CHOICE:
        return None
    return tuple(i.id for i in statements(state.pack) if i.id in state.choices.chosen)


def _check_others(state: WizardState) -> None:
    choices = state.choices
    taken = {state.charity_name.strip().casefold()}
    for place, other in enumerate(choices.others):
        name = " ".join(other.name.split())
        if not name:
            raise WrongOrganisationError(
                _("Please give the organisation a name. It need not be the full one."), place
            )
        if name.casefold() in taken:
            raise WrongOrganisationError(
                _("“{name}” takes part already. Please use another name.").format(name=name), place
            )
        taken.add(name.casefold())


def _parties(state: WizardState) -> list[NewParty]:
    choices = state.choices
    if not choices.company.has_parties:
        return []
    charity = next(c for c in state.charities if c.id == choices.charity_id)
    own = NewParty(charity.name, True, choices.lead == 0, charity.income_band)
    return [
        own,
        *(
            NewParty(other.name, False, choices.lead == place, other.size)
            for place, other in enumerate(choices.others, 1)
        ),
    ]


def _people(state: WizardState) -> list[NewPerson]:
    """Return the sheets that are there from the beginning; other people come as they begin."""
    choices = state.choices
    match choices.company:
        case Company.ALONE:
            return [NewPerson(_("One person"), choices.role)]
        case Company.GROUP | Company.PARTNERS:
            return []
        case Company.VERSIONS:
            return [
                NewPerson(_("Person {number}").format(number=number), Respondent.TRUSTEE)
                for number in (1, 2)
            ]
    names = [state.charity_name, *(other.name for other in choices.others)]
    return [
        NewPerson(
            sheet_name(choices.company, names[speaker]),
            Respondent.PARTNER if speaker else Respondent.TRUSTEE,
            speaker,
            about,
        )
        for speaker, about in pairs(choices.company, len(names))
    ]
