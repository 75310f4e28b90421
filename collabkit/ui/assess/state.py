"""What the list of assessments shows."""

from dataclasses import dataclass

from collabkit.ui.put_away import PutAway


@dataclass(frozen=True, slots=True)
class Row:
    """One assessment; ``about`` says with which questionnaire and how far it is, in words.

    ``has_sheets`` tells that several people or organisations answer it, and ``session_id`` is there
    if it is answered in the room. ``is_invited``: somebody elsewhere asked for the answers.
    ``can_repeat``: it can be started again from it. ``spoken`` tells it from the other rows where
    only a name is heard.
    """

    assessment_id: str
    title: str
    about: str
    is_finished: bool
    has_sheets: bool = False
    session_id: str = ""
    is_invited: bool = False
    can_repeat: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A charity with its assessments, the latest first; ``total`` counts those not shown too."""

    charity_id: str
    name: str
    is_sample: bool
    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True, slots=True)
class AssessState:
    """Everything on the page.

    ``hidden`` counts the assessments that are not shown yet; ``renaming`` is the id of the one
    that is being given another title; ``put_away`` is what can be brought back, the latest first.
    """

    groups: tuple[Group, ...]
    hidden: int
    put_away: tuple[PutAway, ...]
    renaming: str = ""
