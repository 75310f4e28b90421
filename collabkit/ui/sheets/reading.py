"""The sheets of an assessment, read from what is saved."""

from dataclasses import dataclass, replace

from collabkit.assessments.assessment import Assessment, Party
from collabkit.assessments.outcomes.no_more import why_no_more
from collabkit.assessments.outcomes.small_groups import AGREED as ALL_AGREED
from collabkit.assessments.outcomes.small_groups import IDENTIFIABLE
from collabkit.assessments.pack import OutcomeKind, Pack, Respondent
from collabkit.assessments.sentences import capital, in_words
from collabkit.errors import InvalidInputError
from collabkit.i18n import _, ngettext
from collabkit.services import Services
from collabkit.services.asking import is_private
from collabkit.services.closing import closed_sheets, shown_in
from collabkit.services.company import Company, company_of
from collabkit.services.measuring import ORGANISATIONS, needed_for
from collabkit.services.people import SheetState
from collabkit.services.return_preview import CameIn
from collabkit.services.return_words import answers_wait
from collabkit.ui.new_assessment.company_words import role_options
from collabkit.ui.progress_words import occasion
from collabkit.ui.sheets.came_in import roles, ways
from collabkit.ui.sheets.state import Form, Row, SheetsState
from collabkit.ui.sheets.wording import (
    about_party,
    about_results,
    before_first_look,
    counted,
    next_name,
    sheet_progress,
    sheet_title,
)

AGREED = "agreed"  # the topic under which the agreed one of several versions is settled


@dataclass(frozen=True, slots=True)
class Table:
    """Everything about the sheets of one assessment."""

    assessment: Assessment
    pack: Pack
    charity: str
    company: Company
    sheets: tuple[SheetState, ...]
    parties: tuple[Party, ...]
    closed: frozenset[str]
    settled: dict[str, str]
    still_needed: int  # how many more have to finish before there is anything to see
    needed: int  # how many it takes
    came_in: CameIn | None  # none where nobody can be asked elsewhere
    waiting: int  # how many have finished and are not in the picture that was shown

    @property
    def agreed(self) -> str:
        """The id of the agreed version, if there is one."""
        return self.settled.get(AGREED, "")

    @property
    def answered(self) -> int:
        """How many have said anything."""
        return sum(sheet.answered > 0 for sheet in self.sheets)

    @property
    def can_see(self) -> bool:
        """Whether there is something to see."""
        return bool(self.answered) and not self.still_needed

    @property
    def is_first_look(self) -> bool:
        """Whether looking at the results settles whose answers are in the picture."""
        return self.can_see and self.company.has_secrets and not shown_in(self.settled)

    @property
    def is_done(self) -> bool:
        """Whether nobody is still at it and there is enough to see."""
        if self.company.has_secrets:
            open_ones = [s for s in self.sheets if s.participant.id not in self.closed]
            begun = any(sheet.answered > 0 for sheet in open_ones)
            return not begun and not self.still_needed
        return bool(self.sheets) and all(sheet.is_complete for sheet in self.sheets)


def read_table(services: Services, assessment_id: str) -> Table:
    """Return the sheets of an assessment; raises ``KeyError`` for an unknown id."""
    assessment = services.assessments.get(assessment_id)
    pack = services.assessments.pack_of(assessment)
    sheets = services.assessments.sheets(assessment_id)
    parties = services.assessments.parties(assessment_id)
    settled = services.assessments.settled(assessment_id)
    came_in, waiting = _from_elsewhere(services, assessment_id)
    return Table(
        assessment=assessment,
        pack=pack,
        charity=services.charities.get(assessment.charity_id).name,
        company=company_of(pack, assessment, parties, len(sheets)),
        sheets=sheets,
        parties=parties,
        closed=closed_sheets(services, assessment_id),
        settled=settled,
        still_needed=services.results.still_needed(assessment_id),
        needed=needed_for(pack, assessment.minimum, settled, max(2, len(sheets))),
        came_in=came_in,
        waiting=waiting,
    )


def _from_elsewhere(services: Services, assessment_id: str) -> tuple[CameIn | None, int]:
    """Return who has answered which way, and how many answers wait."""
    try:
        came_in = services.returns.counts(assessment_id)
        return came_in, services.returns.preview(assessment_id, ()).waiting
    except InvalidInputError:  # a session in the room, or answered here for somebody else
        return None, 0


def show(table: Table) -> SheetsState:
    """Return what the page shows of ``table``."""
    company = table.company
    finished = len(table.closed) if company.has_secrets else _complete(table)
    begun = table.answered - finished
    return SheetsState(
        title=table.pack.title,
        whose=occasion(table.charity, table.assessment.title),
        company=company,
        counted="" if company is Company.LISTS else _counted(table, finished, max(0, begun)),
        rows=_rows(table),
        results=_about_results(table) if company.has_secrets else "",
        can_see=table.can_see,
        add_words=_add_words(table),
        add_organisation=_add_organisation(company),
        add_agreed=_add_agreed(table),
        ways=ways(table.came_in, finished if company.has_secrets else None),
        roles=roles(table.came_in) if company.has_secrets else "",
        waiting=answers_wait(table.pack, table.waiting, table.needed),
        parties=_about_parties(table),
        first_look=before_first_look(table.needed) if table.is_first_look else "",
        is_asked_elsewhere=table.came_in is not None,
    )


def form_for(table: Table) -> Form:
    """Return what is asked of somebody who is to be added."""
    company = table.company
    parties = tuple((party.id, party.name) for party in table.parties)
    is_mirror = table.pack.outcome.kind is OutcomeKind.MIRROR
    return Form(
        name=next_name([sheet.participant.pseudonym for sheet in table.sheets]),
        parties=parties,
        abouts=parties if company is Company.VIEWS else (),
        roles=() if is_mirror or not _asks_role(company) else role_options(),
    )


def usual_role(table: Table, party_id: str | None) -> Respondent:
    """Return the role of somebody who was not asked for it."""
    own = next((party.id for party in table.parties if party.is_own), None)
    is_partner = table.pack.outcome.kind is OutcomeKind.MIRROR or party_id not in (None, own)
    return Respondent.PARTNER if is_partner else Respondent.TRUSTEE


def _asks_role(company: Company) -> bool:
    return company in (Company.GROUP, Company.PARTNERS, Company.VERSIONS)


def _about_results(table: Table) -> str:
    is_open = table.settled.get(IDENTIFIABLE) == ALL_AGREED
    if no_more := why_no_more(table.settled, table.needed - table.still_needed, table.needed):
        return no_more
    return about_results(table.company, table.needed, table.still_needed, is_open=is_open)


def _about_parties(table: Table) -> str:
    """Return how far each organisation is, where each is shown apart; a line for each."""
    if table.company is not Company.PARTNERS or ORGANISATIONS not in table.pack.outcome.settings:
        return ""
    people = [sheet.participant for sheet in table.sheets]
    parties = [person.party_id for person in people if person.id in table.closed]
    if not parties:
        return ""
    lines = (about_party(p.name, parties.count(p.id), table.needed) for p in table.parties)
    return "\n".join(filter(None, lines))


def _complete(table: Table) -> int:
    return sum(sheet.is_complete for sheet in table.sheets)


def _counted(table: Table, finished: int, begun: int) -> str:
    if table.company.has_secrets:
        return counted(table.company, finished, begun)
    number = len(table.sheets)
    if not finished:
        words = {
            1: _("The sheet is not filled in yet."),
            2: _("Neither of the two sheets is filled in yet."),
        }.get(number, _("None of the {all} sheets is filled in yet."))
    elif finished == number:
        words = {
            1: _("The sheet is filled in."),
            2: _("Both sheets are filled in."),
        }.get(number, _("All {all} sheets are filled in."))
    else:
        words = ngettext(
            "{done} of {all} sheets is filled in.",
            "{done} of {all} sheets are filled in.",
            finished,
        )
    return words.format(done=capital(in_words(finished)), all=in_words(number))


def _rows(table: Table) -> tuple[Row, ...]:
    """Return what is open first; among agreed views the first one to do is marked."""
    rows = [_row(table, sheet) for sheet in table.sheets]
    if not table.company.has_secrets:
        done = {sheet.participant.id for sheet in table.sheets if sheet.is_complete}
        place = next((n for n, row in enumerate(rows) if row.sheet_id not in done), None)
        if place is not None:
            rows[place] = replace(rows[place], is_next=not table.answered)
    return tuple(sorted(rows, key=lambda row: not row.verb))


def _row(table: Table, sheet: SheetState) -> Row:
    company, sheet_id = table.company, sheet.participant.id
    is_closed = sheet_id in table.closed
    if is_closed:
        verb = ""
    elif company is Company.LISTS:
        verb = _("Open")
    elif not sheet.answered:
        verb = _("Fill in")
    else:
        verb = _("Open again") if sheet.is_complete else _("Go on")
    title = sheet_title(company, sheet)
    if sheet_id == table.agreed and table.company is Company.VERSIONS:
        title = _("{name} (this one counts)").format(name=title)
    return Row(
        sheet_id=sheet_id,
        name=title,
        about=sheet_progress(sheet, is_closed=is_closed),
        verb=verb,
        can_go=not is_closed and not sheet.answered and len(table.sheets) > _fewest(company),
        personal=not is_closed and any(is_private(item) for item in table.pack.items),
    )


def _fewest(company: Company) -> int:
    return 0 if company.has_secrets else 2


def _add_words(table: Table) -> str:
    return {
        Company.GROUP: _("Let the next person answer here"),
        Company.PARTNERS: _("Let the next person answer here"),
        Company.VERSIONS: _("Add a person"),
        Company.VIEWS: _("Add a view"),
        Company.SIDES: _("Add a person to one side"),
    }.get(table.company, "")


def _add_organisation(company: Company) -> str:
    there = (Company.MEMBERS, Company.VIEWS, Company.PARTNERS)
    return _("Add an organisation") if company in there else ""


def _add_agreed(table: Table) -> str:
    if table.company is not Company.VERSIONS or table.agreed:
        return ""
    return _("Fill in the agreed version")
