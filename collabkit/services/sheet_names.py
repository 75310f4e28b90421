"""What a sheet is called on which an organisation speaks with one voice. Pure."""

from collabkit.i18n import _
from collabkit.services.company import Company
from collabkit.services.naming import LONGEST_TITLE, shortened


def sheet_name(company: Company, organisation: str) -> str:
    """Return what a sheet is called on which an organisation speaks with one voice.

    A long name is cut where the whole would be longer than a name may be.
    """
    if company is not Company.VIEWS:
        return organisation
    words = _("Agreed view of {organisation}")
    room = LONGEST_TITLE - len(words.format(organisation=""))
    return words.format(organisation=shortened(organisation, room))


def renamed_sheet(sheet: str, before: str, after: str) -> str:
    """Return what a sheet is called once its organisation is ``after`` and no longer ``before``.

    One that a person has named stays as it is.
    """
    for company in (Company.MEMBERS, Company.VIEWS):
        if sheet == sheet_name(company, before):
            return sheet_name(company, after)
    return sheet
