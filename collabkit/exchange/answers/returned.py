"""What somebody gave back, whichever way it came: an answer file, a filled form, a table, paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from collabkit.assessments.arrival import Route
from collabkit.assessments.pack import Respondent

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """One sheet that came back.

    Nothing in it has been checked against a pack yet, beyond its kinds and sizes. ``assessment``
    is the id of the assessment it was handed out for and ``sheet`` the code of the very sheet; both
    are empty where the file does not say. ``wording`` is the digest of the pack it was answered
    with. ``party`` and ``about`` are the names of organisations. ``answers`` are codes (``dk`` and
    ``na`` among them, days as YYYY-MM-DD) and ``notes`` free words, by statement.
    """

    route: Route
    assessment: str
    sheet: str
    pack_id: str
    pack_version: str
    wording: str
    role: Respondent | None
    answers: Mapping[str, str] = field(repr=False)
    notes: Mapping[str, str] = field(default_factory=lambda: _NOTHING, repr=False)
    name: str = ""  # a pseudonym, if the person gave one
    party: str = ""
    about: str = ""
