"""What the page of stories shows."""

from dataclasses import dataclass

Option = tuple[str, str]  # key and words


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a story is looked for by; an empty text leaves a wish open."""

    text: str = ""
    situation: str = ""
    theme: str = ""
    kind: str = ""
    role: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class StoriesState:
    """The whole page: what can be wished for, what is wished, and the ids of what meets it.

    The words of the options say how many cases each would leave. ``note`` belongs to the situation.
    """

    wishes: Wishes
    situations: tuple[Option, ...]
    themes: tuple[Option, ...]
    kinds: tuple[Option, ...]
    roles: tuple[Option, ...]
    sizes: tuple[Option, ...]
    cases: tuple[str, ...]
    examples: tuple[str, ...]
    count: str
    note: str
    pages: tuple[str, ...]  # guidance that belongs to the situation
