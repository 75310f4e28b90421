"""One statement to be read."""

from PySide6.QtWidgets import QWidget

from collabkit.assessments.outcomes.blocks import Entries
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.learn.links_part import LinksColumn
from collabkit.ui.learn.reading_page import ReadingPage
from collabkit.ui.learn.statement.reading import StatementState, statement_state
from collabkit.ui.told.explained import Explained
from collabkit.ui.told.level_view import LevelView
from collabkit.ui.told.reading import EntriesView
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.text import Text


class StatementPage(ReadingPage):
    """A statement with its answers, why it matters, what to do about it and who else did.

    Nothing is answered here; a button leads to the questionnaire.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(_("Statement"))
        self._packs = context.services.packs
        self._state: StatementState | None = None
        self.start = Button(_("Start this questionnaire"), "primary")
        self.start.clicked.connect(self._on_start_clicked)
        self.head.set_primary(self.start)
        self._parts = Column(gap=2)
        self.add(self._parts)

    def render_state(self, state: StatementState) -> None:
        """Show ``state``."""
        self._state = state
        self.set_title(state.title, state.where)
        name = _("Start this questionnaire: {title}").format(title=state.pack_title)
        self.start.setAccessibleName(name)
        parts: list[QWidget] = [_StatementCard(state)]
        if state.actions:
            actions = Section(_("What could be done"))
            card = Card()
            card.add(EntriesView(Entries(state.actions)))
            actions.add(card)
            parts.append(actions)
        if state.stories:
            stories = Section(_("How others did it"))
            links = LinksColumn(state.stories)
            links.go_wanted.connect(self.go_requested)
            card = Card()
            card.add(links)
            stories.add(card)
            parts.append(stories)
        self._parts.fill(*parts)

    def entered(self, **arguments: object) -> None:
        """Show the statement ``item_id`` of the pack ``pack_id``."""
        pack_id, item_id = str(arguments.get("pack_id")), str(arguments.get("item_id"))
        try:
            state = statement_state(self._packs, pack_id, item_id)
        except KeyError:
            self._tell_missing(_("This statement is not in its questionnaire any more."))
        except CollabkitError as error:
            self._tell_missing(str(error))
        else:
            show_if(self.start, True)
            self.render_state(state)

    def _tell_missing(self, sentence: str) -> None:
        self._state = None
        self.set_title(_("Statement"), sentence)
        self._parts.fill()
        show_if(self.start, False)

    def _on_start_clicked(self) -> None:
        if self._state is not None:
            self.go_requested.emit("new", {"pack_id": self._state.pack_id})


class _StatementCard(Card):
    """The statement itself with its possible answers."""

    def __init__(self, state: StatementState) -> None:
        super().__init__()
        explained = Explained()
        self.add(TermText(state.statement, explained.spans(state.statement), "statement"))
        for level in state.levels:
            self.add(LevelView("", level, is_chosen=False))
        for passage in state.passages:
            heading = Text(passage.heading, "strong", "accent")
            heading.speak_as_heading()
            told = Column(gap=0.3)
            told.fill(heading, TermText(passage.text, explained.spans(passage.text)))
            self.add(told)
        if state.sources:
            sources = Fold(_("Sources"))
            sources.add(*(Text(source) for source in state.sources))
            self.add(sources)
