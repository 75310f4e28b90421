"""What is handed to people elsewhere: one sheet of an assessment, whatever it is printed on."""

from dataclasses import dataclass
from datetime import date

from collabkit.assessments.pack import Pack, Respondent


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One sheet to be filled in elsewhere, as it is asked.

    ``assessment`` is the id of the assessment and ``sheet`` a random code for this very sheet; it
    is empty for a sheet of which everybody gets the same copy. ``pack`` is in the words that are
    asked (see ``wording``) and ``source`` the file it is pinned with. ``asked`` are the statements
    in pack order and ``optional`` those that may stay empty. ``minimum`` is how many have to
    answer before anything is shown; ``is_open`` says that all agreed to be recognisable. ``role``
    is settled for partners, otherwise the person says it, out of ``roles``. ``party`` and ``about``
    are names of organisations: for whom the sheet speaks and about whom.
    """

    assessment: str
    sheet: str
    title: str
    charity: str
    pack: Pack
    source: bytes
    is_volunteer_run: bool
    asked: tuple[str, ...]
    optional: frozenset[str]
    minimum: int
    is_open: bool
    role: Respondent | None
    roles: tuple[Respondent, ...]
    made_on: date
    party: str = ""
    about: str = ""
