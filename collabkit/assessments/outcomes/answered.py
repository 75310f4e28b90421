"""Everything that an outcome is worked out from, as frozen data."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from collabkit.assessments.assessment import Party
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack, Respondent
from collabkit.assessments.results import Results

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one person, or one organisation with one voice, has filled in.

    ``answers`` are option codes by statement, ``notes`` what was written in free words (for the
    forms *notes* and *line* that is the answer itself). ``party`` is the id of the party for which
    the sheet speaks and ``about`` the one it speaks about, where a pack has parties.
    """

    id: str
    name: str
    role: Respondent
    answers: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    party: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class OwnView:
    """How the charity sees itself, for a mirror: its latest finished assessment.

    ``finished`` is ``None`` where nobody said when, as for a file of answers.
    """

    results: Results
    finished: date | None
    is_one_person: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """One assessment as it was answered.

    ``settled`` holds what people have settled about the whole assessment: a mode, a decision, what
    was chosen; each outcome names its keys. ``results`` are the means, spreads and findings of
    ``measure``, with everything hidden that the minimum group hides.

    For a mirror, ``mirrored`` is the pack that its setting ``mirrors_pack`` names, whether or not
    there is an ``own_view``: its statements and actions are told beside what partners say. It is
    the pack of the own view where there is one, otherwise the one that comes with the program, in
    the words for groups run by volunteers where the assessment uses them.
    """

    pack: Pack
    asked: Collection[str]
    minimum: int
    results: Results
    today: date
    sheets: tuple[Sheet, ...]
    parties: tuple[Party, ...] = ()
    settled: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    charity: Charity | None = None
    own_view: OwnView | None = None
    mirrored: Pack | None = None
