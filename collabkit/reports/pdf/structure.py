"""The tree of tags: what is a heading, a paragraph, a list, a table, a picture.

The tree is made while the contents are put together, before anything is laid out. Drawing only
adds to each element where its content came to stand. So the reading order is the order in which
the contents were put together, and a paragraph or table that runs over two pages stays one.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content: its page (from 1) and its number there (from 0)."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or a field to fill in: its page (from 1) and its name in the file."""

    page: int
    name: str


@dataclass(eq=False, slots=True)
class Element:
    """A structure element: one of the tags of ISO 32000-1, 14.8.4, and what is inside."""

    tag: str
    alt: str = ""  # what a picture shows, in words
    scope: str = ""  # "Column" or "Row" for header cells
    kids: "list[Element | Content | Annotation]" = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None  # where a picture stands, in points

    def add(self, tag: str, *, alt: str = "", scope: str = "") -> "Element":
        """Return a new element inside this one, after what is there already."""
        element = Element(tag, alt, scope)
        self.kids.append(element)
        return element
