"""Whose sheet is filled in: one's own, or one of several that are kept apart."""

from dataclasses import dataclass

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.pack import Pack
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.closing import closed_sheets
from collabkit.services.company import Company, company_of
from collabkit.ui.sheets.wording import about_title, sheet_title


@dataclass(frozen=True, slots=True)
class Seat:
    """Whose sheet it is and about whom, and who else answers. Alone, nothing has to be said.

    ``sheet_id`` is ``None`` if it was not said whose sheet is meant and it must not be guessed.
    """

    company: Company
    sheet_id: str | None = None
    whose: str = ""
    about: str = ""
    is_closed: bool = False
    is_invited: bool = False  # somebody elsewhere asked for the answers
    is_nameless: bool = False  # that one shows them only together with those of others

    @property
    def is_shut(self) -> bool:
        """Whether nobody may open the sheet."""
        return self.is_closed or (self.company.has_secrets and self.sheet_id is None)

    @property
    def is_alone(self) -> bool:
        """Whether there is only this sheet."""
        return self.company is Company.ALONE

    @property
    def way_out(self) -> str:
        """What the last button says."""
        if self.is_invited:
            return _("Give the answers back")
        if self.is_alone:
            return _("See the results")
        return _("I have finished") if self.company.has_secrets else _("Back to the sheets")

    @property
    def afterwards(self) -> str:
        """What happens to the sheet when the person has finished."""
        if self.is_invited:
            return _(
                "Next you save your answers in a file and send it back. Until then nobody else "
                "gets them."
            )
        if self.is_alone:
            return ""
        if self.company.has_secrets:
            return _(
                "“I have finished” closes your sheet. Nobody can open it again in this program, "
                "not even you, and the next person sees nothing of it."
            )
        return _("You can open this sheet again whenever you like.")

    @property
    def about_note(self) -> str:
        """Who reads what is noted beside a statement."""
        if self.company.has_secrets or self.is_nameless:
            return _("Others may read it as it stands, without your name. Please name nobody.")
        if self.is_invited:
            return _("If you send it along, others may read it as it stands.")
        return _("It stands beside this statement in your results.")


def seat_at(services: Services, assessment: Assessment, pack: Pack, sheet_id: str | None) -> Seat:
    """Return whose sheet ``sheet_id`` is; raises ``KeyError`` for an unknown one."""
    people = services.assessments.participants(assessment.id)
    if len(people) == 1 and assessment.minimum == 1 and sheet_id in (None, people[0].id):
        is_invited = assessment.id in services.assessments.asked_by_others()
        is_nameless = is_invited and services.invited.invitation(assessment.id).minimum > 1
        return Seat(Company.ALONE, is_invited=is_invited, is_nameless=is_nameless)
    parties = services.assessments.parties(assessment.id)
    company = company_of(pack, assessment, parties, len(people))
    if sheet_id is None and (company.has_secrets or not people):
        return Seat(company)
    sheets = {s.participant.id: s for s in services.assessments.sheets(assessment.id)}
    known = sheet_id or people[0].id
    return Seat(
        company,
        known,
        sheet_title(company, sheets[known]),
        about_title(company, sheets[known]),
        known in closed_sheets(services, assessment.id),
    )
