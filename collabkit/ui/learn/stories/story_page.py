"""One story, like a page of a booklet."""

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.learn.links_part import LinksColumn
from collabkit.ui.learn.reading_page import ReadingPage
from collabkit.ui.learn.stories.reading import Chapter, StoryState, story_state
from collabkit.ui.theme.theme import Theme
from collabkit.ui.told.explained import Explained
from collabkit.ui.told.reading import FactsView
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.text import Text


class StoryPage(ReadingPage):
    """What happened, what was hard, what helped, what stays."""

    def __init__(self, _context: Context) -> None:
        super().__init__(_("Story"))
        self.before = Button(_("Story before"), "plain", "back")
        self.before.clicked.connect(self._on_before_clicked)
        self.after = Button(_("Next story"), "plain", "next", sign_after=True)
        self.after.clicked.connect(self._on_after_clicked)
        self.foot.add_right(self.before)
        self.foot.add_right(self.after)
        self._state: StoryState | None = None
        self._told = Column(gap=2)
        self.statements = Section(_("Statements it illustrates"))
        self._statement_links = LinksColumn()
        self._statement_links.go_wanted.connect(self.go_requested)
        self._pack_links = LinksColumn(verb=_("Start"))
        self._pack_links.go_wanted.connect(self.go_requested)
        card = Card()
        card.add(self._statement_links, self._pack_links)
        self.statements.add(card)
        self.add(self._told, self.statements)

    def render_state(self, state: StoryState) -> None:
        """Show ``state``."""
        self._state = state
        self.set_title(state.title, state.as_described)
        self._told.fill(_StoryCard(state))
        self._statement_links.show_links(state.statements)
        self._pack_links.show_links(state.packs)
        show_if(self.before, bool(state.before))
        show_if(self.after, bool(state.after))

    def entered(self, **arguments: object) -> None:
        """Show the case or short example ``story_id``; one that is not there leads back."""
        try:
            state = story_state(str(arguments.get("story_id")))
        except KeyError:
            self._state = None
            self.set_title(_("Story"), _("This story is not here. Please choose another one."))
            self._told.fill()
            show_if(self.statements, False)
            return
        show_if(self.statements, True)
        self.render_state(state)

    def _on_before_clicked(self) -> None:
        if self._state is not None:
            self.go_requested.emit("story", {"story_id": self._state.before})

    def _on_after_clicked(self) -> None:
        if self._state is not None:
            self.go_requested.emit("story", {"story_id": self._state.after})


class _StoryCard(Card):
    """The story itself; what is not told stands below it in quiet type."""

    def __init__(self, state: StoryState) -> None:
        super().__init__()
        explained = Explained()
        for chapter in state.chapters:
            self.add(_ChapterView(chapter, explained))
        for note in state.notes:
            self.add(TermText(note, explained.spans(note), "body", "muted"))
        self.add(FactsView(state.about))

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.body.setSpacing(theme.metrics.units(3))


class _ChapterView(Column):
    """A small heading and what it is about."""

    def __init__(self, chapter: Chapter, explained: Explained) -> None:
        super().__init__(gap=0.4)
        words = TermText(
            chapter.text, explained.spans(chapter.text), "lead" if chapter.is_lesson else "body"
        )
        if not chapter.heading:
            self.fill(words)
            return
        heading = Text(chapter.heading, "strong", "accent")
        heading.speak_as_heading()
        self.fill(heading, words)
