"""Reading a page with the parser of the standard library, as a tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "br"}


@dataclass
class Node:
    """An element with what is in it, in order: text and other elements."""

    tag: str
    attributes: dict[str, str]
    inside: "list[str | Node]" = field(default_factory=list)
    above: "Node | None" = None

    def walk(self) -> "Iterator[Node]":
        yield self
        for each in self.children():
            yield from each.walk()

    def children(self) -> "list[Node]":
        return [each for each in self.inside if isinstance(each, Node)]

    def named(self, *tags: str) -> "list[Node]":
        return [node for node in self.walk() if node.tag in tags]

    def of_class(self, name: str) -> "list[Node]":
        return [n for n in self.walk() if name in n.attributes.get("class", "").split()]

    def one(self, tag: str) -> "Node":
        (found,) = self.named(tag)
        return found

    def parents(self) -> "Iterator[Node]":
        node = self.above
        while node:
            yield node
            node = node.above

    def text(self) -> str:
        """All text, a line break for each <br>, without styles and drawings."""
        if self.tag in {"style", "svg"}:
            return ""
        if self.tag == "br":
            return "\n"
        return "".join(each if isinstance(each, str) else each.text() for each in self.inside)

    def words(self) -> str:
        """The text in one line, a space between any two elements."""
        parts = (each if isinstance(each, str) else each.words() for each in self.inside)
        return " ".join(" ".join(parts).split()) if self.tag not in {"style", "svg"} else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("document", {})
        self._place = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, above=self._place)
        self._place.inside.append(node)
        if tag not in _VOID:
            self._place = node

    def handle_endtag(self, tag: str) -> None:
        assert self._place.tag == tag, f"</{tag}> in <{self._place.tag}>"
        assert self._place.above is not None
        self._place = self._place.above

    def handle_data(self, data: str) -> None:
        self._place.inside.append(data)


def read_page(data: bytes) -> Node:
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    return reader.root


def said(node: Node) -> list[str]:
    """Every text of the document in its order, as it stands there."""
    return [each.text() for each in node.named("bdi")]
