"""A document that is nothing but parts made of blocks: what a network sees, or a single page.

The same frozen blocks are drawn on screen, as PDF, as HTML, as text and as a workbook.
"""

from dataclasses import dataclass
from datetime import date

from collabkit.assessments.outcomes.blocks import Part
from collabkit.reports.contents.parts import Fact


@dataclass(frozen=True, slots=True)
class PartsDocument:
    """Everything it says, in order and in final words; it holds nothing that is hidden."""

    title: str  # of the file, and its first heading
    subject: str  # whose it is; at the foot of every page
    day: str
    made_on: date
    lead: str  # a sentence or two under the title; may be empty
    facts: tuple[Fact, ...]  # beside the title: when, from how many
    parts: tuple[Part, ...]
    label: str = ""  # at the head of every page: "Practice"
