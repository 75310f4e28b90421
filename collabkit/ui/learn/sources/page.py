"""Where this comes from."""

from collabkit.assessments.outcomes.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Paragraph,
    Part,
    Subheading,
    Tone,
)
from collabkit.i18n import _
from collabkit.library.sources import Report, Sources, builtin_sources
from collabkit.ui.context import Context
from collabkit.ui.learn.reading_page import ReadingPage
from collabkit.ui.told.explained import Explained
from collabkit.ui.told.told_part import ToldPart


class SourcesPage(ReadingPage):
    """The two reports, what was taken from them, what is ours, and what nobody has tested."""

    def __init__(self, _context: Context) -> None:
        sources = builtin_sources()
        super().__init__(_("Where this comes from"), sources.lead)
        explained = Explained()
        self.parts = [ToldPart(part, explained) for part in _parts(sources)]
        self.add(*self.parts)


def _parts(sources: Sources) -> list[Part]:
    ours = Entries(tuple(Entry(own.title, own.text) for own in sources.ours))
    return [
        Part("untested", _("Not tested yet"), (Paragraph(sources.untested, Tone.LEAD),)),
        *(Part(report.key, report.title, _report(report)) for report in sources.reports),
        Part("ours", _("What is ours"), (ours,)),
    ]


def _report(report: Report) -> tuple[Block, ...]:
    named = _("{citation}. Named here as {key}.").format(citation=report.citation, key=report.key)
    blocks: list[Block] = [
        Paragraph(report.about),
        Paragraph(named, Tone.QUIET),
        Subheading(_("What was taken from it")),
        Bullets(report.taken),
    ]
    if report.cautions:
        blocks += [Subheading(_("What to be careful with")), Bullets(report.cautions)]
    return tuple(blocks)
