"""What Home shows."""

from dataclasses import dataclass

from collabkit.ui.progress_words import occasion


@dataclass(frozen=True, slots=True)
class Work:
    """An assessment of one's own: whose, which, how far it is and where the person stopped.

    ``title`` names the questionnaire and the occasion. ``session_id`` is there if it is answered in
    the room; there is no assessment yet before that has begun. ``is_to_give_back``: somebody
    elsewhere asked for the answers, and all are there.
    """

    assessment_id: str
    charity: str
    title: str
    progress: str
    place: str = ""
    has_sheets: bool = False  # several people or organisations answer
    session_id: str = ""
    is_to_give_back: bool = False

    @property
    def name(self) -> str:
        """Charity and title in one line."""
        return occasion(self.charity, self.title)


@dataclass(frozen=True, slots=True)
class EndedSession:
    """A session in the room that has ended. ``has_plan`` tells that the room adopted something."""

    session_id: str
    assessment_id: str
    charity: str
    title: str
    ended: str  # that and when, in a sentence
    has_plan: bool

    @property
    def name(self) -> str:
        """Charity and title in one line."""
        return occasion(self.charity, self.title)


@dataclass(frozen=True, slots=True)
class DueLine:
    """An action of a plan and when it is due or to be looked at again, in words."""

    action_id: str
    text: str
    when: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class DuePlan:
    """A plan with something due: the first few of its actions, and how many more there are."""

    assessment_id: str
    name: str
    lines: tuple[DueLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class KeptTooLong:
    """An assessment that was to be kept until a month that is over: said in a sentence.

    Without an id it is something that was erased, and is here again.
    """

    assessment_id: str
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class HomeState:
    """Everything on the page. Sample work is not in it; ``sample`` is the id of its charity.

    ``to_go_on`` is not finished, the latest first; ``to_look_at`` is the latest assessment if it
    is finished and nothing was chosen from its results yet; ``held`` is the session that ended
    last, as long as that is news; ``again`` was finished about a year ago. ``kept_too_long`` is
    what people were told would not be kept any more by now.
    """

    is_first_time: bool
    to_go_on: tuple[Work, ...]
    to_look_at: Work | None
    held: EndedSession | None
    due: tuple[DuePlan, ...]
    sample: str | None
    again: Work | None = None
    is_sample_under_way: bool = False
    kept_too_long: tuple[KeptTooLong, ...] = ()
