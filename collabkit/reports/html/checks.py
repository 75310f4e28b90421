"""Opening a written page again, before anybody is told that it was exported.

The page is read with the parser of the standard library, which shares nothing with what wrote it.
"""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _

_VOID = {"meta", "br"}  # the elements of our pages that have no end
# Whatever runs, fetches or leads elsewhere; the page needs none of it.
_FORBIDDEN = {
    "script", "link", "base", "iframe", "frame", "object", "embed", "applet", "form", "img",
    "image", "picture", "source", "audio", "video", "track", "use", "foreignobject", "animate",
    "set",
}  # fmt: skip
_ADDRESSES = {
    "src", "srcset", "data", "action", "formaction", "poster", "background", "cite", "ping",
    "manifest", "xlink:href", "srcdoc",
}  # fmt: skip
_REFERENCES = ("aria-labelledby", "aria-describedby", "for", "headers")
_STYLE_FETCHES = re.compile(r"url\s*\(|@import|image-set|expression\s*\(", re.IGNORECASE)


def check_html(path: Path) -> None:
    """Look at a page that was written by this program.

    Raises ``EnvironmentProblemError`` if anything is missing or damaged, or if there is a script or
    a reference to something outside in it.
    """
    try:
        _check(path.read_bytes().decode("utf-8"))
    except (ValueError, AssertionError) as error:  # the parser says it in both
        raise EnvironmentProblemError(
            _(
                "The web page did not reach the disk in one piece, so it was not kept. Your "
                "answers are safe, and an older file of that name is as it was. Please try again, "
                "or save it in another place."
            )
        ) from error


def _check(text: str) -> None:
    if not text.startswith("<!DOCTYPE html>") or not text.rstrip().endswith("</html>"):
        raise ValueError("no page from beginning to end")
    if "\0" in text:
        raise ValueError("a part of the disk was never written")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.check()


class _Reader(HTMLParser):
    """Follows the elements of a page; raises ``ValueError`` at the first that is wrong."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._seen: Counter[str] = Counter()
        self._ids: Counter[str] = Counter()
        self._wanted: set[str] = set()
        self._is_closed_off = False  # the page forbids itself to fetch anything

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element in."""
        if tag in _FORBIDDEN:
            raise ValueError(f"<{tag}> has no place here")
        if "svg" not in self._open:  # drawings have titles too
            self._seen[tag] += 1
        values = {name: value or "" for name, value in attrs}
        if len(values) != len(attrs):
            raise ValueError(f"an attribute of <{tag}> is there twice")
        self._attributes(tag, values)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element; only the innermost can be closed."""
        if not self._open or self._open.pop() != tag:
            raise ValueError(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        """Look at the style sheet; all other text is people's own."""
        if self._open and self._open[-1] == "style" and _STYLE_FETCHES.search(data):
            raise ValueError("the style sheet fetches something")

    def check(self) -> None:
        """Raise ``ValueError`` if something is missing at the end."""
        if self._open:
            raise ValueError(f"<{self._open[-1]}> is never closed")
        for tag in ("html", "head", "title", "style", "body", "header", "nav", "main", "h1"):
            if self._seen[tag] != 1:
                raise ValueError(f"not exactly one <{tag}>")
        if not self._is_closed_off:
            raise ValueError("the page may fetch things")
        if double := [name for name, count in self._ids.items() if count > 1]:
            raise ValueError(f"ids that are there twice: {double}")
        if missing := self._wanted - self._ids.keys():
            raise ValueError(f"references to nothing: {missing}")

    def _attributes(self, tag: str, values: dict[str, str]) -> None:
        for name, value in values.items():
            if name.startswith("on") or name in _ADDRESSES:
                raise ValueError(f"{name} has no place here")
            if name == "style" and _STYLE_FETCHES.search(value):
                raise ValueError("a style fetches something")
        if "href" in values:
            if not values["href"].startswith("#"):
                raise ValueError("a link that leads elsewhere")
            self._wanted.add(values["href"][1:])
        for name in _REFERENCES:
            self._wanted.update(values.get(name, "").split())
        if "id" in values:
            self._ids[values["id"]] += 1
        if tag == "html" and not values.get("lang"):
            raise ValueError("in no language")
        if tag == "meta" and "http-equiv" in values:
            policy = values.get("content", "")
            if values["http-equiv"] != "Content-Security-Policy" or "'none'" not in policy:
                raise ValueError("a command to the browser")
            self._is_closed_off = True
