"""For and about whom sheets of one assessment are filled in elsewhere, read from what is saved."""

from dataclasses import dataclass

from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.pack import Pack
from collabkit.i18n import _
from collabkit.services import Services
from collabkit.services.company import Company, company_of, looks_at_itself
from collabkit.services.measuring import needed_for
from collabkit.ui.progress_words import occasion
from collabkit.ui.sheets.state import Options


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of those who answer elsewhere.

    ``parties`` and ``abouts`` are there where it has to be said for and about which organisation a
    sheet is; with ``is_about_itself`` each organisation looks at itself. ``own`` is the id of one's
    own organisation, or empty. ``minimum`` is from how many on anything is shown.
    """

    title: str
    charity: str
    pack: Pack
    company: Company
    parties: Options
    abouts: Options
    is_about_itself: bool
    own: str
    minimum: int
    is_open: bool

    def names(self, party: str | None, about: str | None) -> str:
        """Return for which organisation a sheet is, and about which if that is another."""
        name, other = dict(self.parties).get(party or ""), dict(self.abouts).get(about or "")
        if name and name == other:
            return _("{party} about itself").format(party=name)
        if name and other:
            return _("{party} about {about}").format(party=name, about=other)
        return name or ""

    def following(self, party: str | None) -> tuple[str, str]:
        """Return the organisation after ``party`` with its name; empty texts after the last."""
        ids = [party_id for party_id, _name in self.parties]
        place = ids.index(party) + 1 if party in ids else len(ids)
        return self.parties[place] if place < len(ids) else ("", "")

    @property
    def whose(self) -> str:
        """Which questionnaire it is, whose, and which occasion."""
        return occasion(self.pack.title, occasion(self.charity, self.title))


def read_sides(services: Services, assessment_id: str) -> Sides:
    """Return who may answer elsewhere.

    Raises ``KeyError`` for an unknown id and ``InvalidInputError`` if nobody may.
    """
    services.returns.counts(assessment_id)
    assessment = services.assessments.get(assessment_id)
    pack = services.assessments.pack_of(assessment)
    parties = services.assessments.parties(assessment_id)
    people = len(services.assessments.participants(assessment_id))
    settled = services.assessments.settled(assessment_id)
    company = company_of(pack, assessment, parties, people)
    is_about_itself = looks_at_itself(company, len(parties))
    options = tuple((party.id, party.name) for party in parties)
    return Sides(
        title=assessment.title,
        charity=services.charities.get(assessment.charity_id).name,
        pack=pack,
        company=company,
        parties=options if company.has_parties else (),
        abouts=options if company is Company.VIEWS and not is_about_itself else (),
        is_about_itself=is_about_itself,
        own=next((party.id for party in parties if party.is_own), ""),
        minimum=needed_for(pack, assessment.minimum, settled, max(2, people)),
        is_open=settled.get(IDENTIFIABLE) == AGREED,
    )
