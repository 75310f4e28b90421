"""What the pages of guidance show."""

from dataclasses import dataclass

from collabkit.ui.learn.link import Link


@dataclass(frozen=True, slots=True)
class Group:
    """Pages about one thing."""

    heading: str
    sentence: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GuidanceState:
    """The list of all pages; those for a charity of one's own come first."""

    groups: tuple[Group, ...]
