"""One page of guidance."""

from functools import partial

from collabkit.i18n import _
from collabkit.library.guidance import builtin_guidance
from collabkit.library.guide import GuidancePage, GuidanceSection
from collabkit.ui.context import Context
from collabkit.ui.learn.links_part import LinksFold
from collabkit.ui.learn.pointers import pack_links, statement_links, story_links
from collabkit.ui.learn.reading_page import ReadingPage
from collabkit.ui.told.explained import Explained
from collabkit.ui.told.told_part import ToldPart
from collabkit.ui.widgets.column import Column


class GuidePage(ReadingPage):
    """A page of guidance with where to go on from each of its sections."""

    def __init__(self, _context: Context) -> None:
        super().__init__(_("Guidance"))
        self._shown = ""
        self._section = ""
        self._sections = Column(gap=3)
        self.add(self._sections)

    @property
    def sections(self) -> tuple["SectionPart", ...]:
        """The sections that are shown."""
        return tuple(part for part in self._sections.parts if isinstance(part, SectionPart))

    def render_page(self, page: GuidancePage) -> None:
        """Show ``page``; if it is the one that is shown, it stays as it is."""
        if page.key == self._shown:
            return
        self._shown = page.key
        self.set_title(page.title, page.lead)
        explained = Explained()
        parts = [SectionPart(section, explained) for section in page.sections]
        for part in parts:
            for fold in part.folds:
                fold.go_wanted.connect(self.go_requested)
        self._sections.fill(*parts)

    def entered(self, **arguments: object) -> None:
        """Show the page ``guide``, or the first for an unknown one, opened at ``section``."""
        guidance = builtin_guidance()
        try:
            page = guidance.page(str(arguments.get("guide")))
        except KeyError:
            page = guidance.pages[0]
        self._section = str(arguments.get("section", ""))
        self.render_page(page)

    def take_focus(self) -> None:
        super().take_focus()
        for part in self.sections:
            if part.key == self._section:
                self.jump_to(part.heading)


class SectionPart(ToldPart):
    """A section, and folded below it the statements, stories and questionnaires about it."""

    def __init__(self, section: GuidanceSection, explained: Explained) -> None:
        super().__init__(section.part, explained)
        self.folds: list[LinksFold] = []
        if section.items:
            find = partial(statement_links, section.items)
            self.folds.append(LinksFold(_("Statements about this"), find))
        if section.cases:
            self.folds.append(
                LinksFold(_("Stories about this"), partial(story_links, section.cases))
            )
        if section.packs:
            find = partial(pack_links, section.packs)
            self.folds.append(LinksFold(_("Questionnaires about this"), find, _("Start")))
        if self.folds:
            folds = Column(gap=0)
            folds.fill(*self.folds)
            self.card.add(folds)
