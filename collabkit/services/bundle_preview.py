"""What a bundle would bring, before anything is changed: what is new here, and what is not."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from collabkit.assessments.charity import Charity
from collabkit.exchange.bundles.contents import Bundle


class Standing(StrEnum):
    """How something in a file stands to what is here."""

    NEW = "new"
    SAME = "same"  # it is here just as in the file
    OTHER_ANSWERS = "other answers"  # it is here, but not with the same answers
    OTHER_PLAN = "other plan"  # the answers are the same, the plan is not
    PUT_AWAY = "put away"  # it is here in the bin


class Choice(StrEnum):
    """What is to become of something in a file."""

    LEAVE = "leave"  # nothing is taken over, and nothing here changes
    TAKE = "take"  # what is new
    KEEP_BOTH = "keep both"  # what is here in another form, under a title with a number


@dataclass(frozen=True, slots=True)
class Previewed:
    """One assessment in a file, or one session that has not begun; ``id`` as in the file.

    ``title_here`` is the title of the same one here, empty for what is new.
    ``people``, ``answers`` and ``actions`` count; a session that has not begun has none.
    """

    id: str
    title: str
    pack_title: str
    standing: Standing
    title_here: str = ""
    people: int = 0
    answers: int = 0
    actions: int = 0
    is_session: bool = False

    @property
    def usual_choice(self) -> Choice:
        """What is done unless somebody chooses otherwise: what is here stays untouched."""
        return Choice.TAKE if self.standing is Standing.NEW else Choice.LEAVE

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be done, the usual first."""
        match self.standing:
            case Standing.NEW:
                return Choice.TAKE, Choice.LEAVE
            case Standing.SAME:
                return (Choice.LEAVE,)
            case _:
                return Choice.LEAVE, Choice.KEEP_BOTH


@dataclass(frozen=True, slots=True)
class BundlePreview:
    """What is in a file, and how it stands to what is here.

    ``charity_here`` is the charity that it would belong to; ``None`` if it would be a new one.
    ``refusal`` says in a sentence why nothing of it can be taken over; empty if it can.
    ``lines`` tell all of it in sentences.
    """

    made_on: date
    charity: Charity
    charity_here: Charity | None
    assessments: tuple[Previewed, ...]
    sessions: tuple[Previewed, ...]
    refusal: str
    lines: tuple[str, ...]
    bundle: Bundle = field(repr=False)
