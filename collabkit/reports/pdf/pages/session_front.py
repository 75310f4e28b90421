"""The first page of a session's report."""

from collections.abc import Sequence
from dataclasses import replace

from collabkit.reports.contents.session_parts import SessionFront
from collabkit.reports.pdf.blocks import Heading, Padding, Stack, Text
from collabkit.reports.pdf.fonts import Face
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import bar, rule_beside, space
from collabkit.reports.pdf.pages.cover import boxes_notice, contents_list
from collabkit.reports.pdf.pages.session_again import again_line
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import ACCENT, BODY, COVER_NAME, HEADING, MM, SAMPLE, TITLE
from collabkit.reports.pdf.table import Table

_TITLE = replace(TITLE, size=30, leading=36, after=6, keep_next=True)
_AGAIN = replace(BODY, size=11, leading=15.5, face=Face.SEMIBOLD, after=0)
_PROMISE = replace(BODY, size=11, leading=15.5, after=4)
_LABELS = 40 * MM  # the column of labels


def session_front_page(
    front: SessionFront, contents: Sequence[tuple[str, str]], root: Element, *, has_boxes: bool
) -> list[Block]:
    """Return the blocks of the first page; ``contents`` are the titles and keys of the parts."""
    said = [text for text in (front.practice, front.sample) if text]
    blocks: list[Block] = [bar(after=8), Heading(front.title, _TITLE, root.add("H1"), "cover")]
    blocks.append(Text(front.charity, COVER_NAME, root.add("P")))
    blocks += [Text(text, replace(SAMPLE, after=2), root.add("P")) for text in said]
    facts = [(fact.label, fact.value) for fact in front.facts]
    blocks += [space(3 * MM), Table(facts, (_LABELS, None), root, row_headings=True)]
    blocks.append(again_line(front.look_again, _AGAIN, root, before=2 * MM, after=6))
    blocks.append(Text(front.promise_title, HEADING, root.add("H2")))
    promise = [Text(line, _PROMISE, root.add("P")) for line in front.promise]
    blocks.append(Stack(promise, padding=Padding(left=11), ground=rule_beside(ACCENT), after=6))
    blocks.append(Text(front.contents, HEADING, root.add("H2")))
    blocks += contents_list(contents, root.add("TOC"))
    return [*blocks, *(boxes_notice(root) if has_boxes else [])]
