"""People's text in a document for Word: plain runs, never markup and never a field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from collabkit.reports.docx.looks import Look
from collabkit.reports.plain_text import plain_text

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words, strong or not."""

    text: str
    is_strong: bool = False


Words: TypeAlias = str | Sequence[str | Run]


def strong(text: str) -> Run:
    """Return words that stand out."""
    return Run(text, is_strong=True)


def write(paragraph: Paragraph, words: Words) -> Paragraph:
    """Add words to a paragraph and return it.

    A newline becomes a line break and a tab a tab; every other character stands in the file as it
    was typed, spaces at either end included.
    """
    for part in [words] if isinstance(words, str) else words:
        run = part if isinstance(part, Run) else Run(part)
        if not run.text:
            continue
        added = paragraph.add_run(plain_text(run.text))
        if run.is_strong:
            added._r.style = Look.STRONG
        for text in added._r.findall(qn("w:t")):
            text.set(_SPACE, "preserve")
    return paragraph
