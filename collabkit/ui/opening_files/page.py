"""The page on which files are opened that somebody sent."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.opening_files.desktop import FileDesktop
from collabkit.ui.opening_files.presenter import OpenFilePresenter
from collabkit.ui.opening_files.state import OpenFileState, Told, Way
from collabkit.ui.opening_files.told_card import ToldCard
from collabkit.ui.opening_files.visit import PLACE, to_open
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.waiting import Waiting


class OpenFilePage(Page):
    """Says what a file is, from whom, and what happens next; nothing changes by looking."""

    def __init__(self, context: Context, desktop: FileDesktop | None = None) -> None:
        super().__init__(_("Open a file somebody sent you"))
        self._desktop = desktop or FileDesktop()
        self._presenter = OpenFilePresenter(context, self)
        self._shown: object = None
        self._main: tuple[Told, Way] | None = None
        self.start = Card()
        self.choose = Button(_("Choose a file…"), "primary", "file")
        self.start.add(
            Text(
                _(
                    "Save the file from your e-mail, for instance in your documents. Then choose "
                    "it here, or drop it anywhere on this window."
                )
            ),
            self.choose,
            Assurance("eye", _("First you read what it is. Nothing changes by looking at it.")),
        )
        self.waiting = Waiting()
        self.found = Column()
        self.other = Button(_("Choose another file…"), "quiet", "file")
        self.add(self.start, self.waiting, self.found, self.other)
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self.main = Button("", "primary", "arrow", sign_after=True)
        self.foot.add_right(self.main)
        self._presenter.state_changed.connect(self.render_state)
        self._presenter.looked.connect(self._on_presenter_looked)
        self._presenter.go_wanted.connect(self.go_requested)
        self._presenter.problem_met.connect(self._on_presenter_problem_met)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.other.clicked.connect(self._on_choose_clicked)
        self.main.clicked.connect(self._on_main_clicked)

    def render_state(self, state: OpenFileState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        is_empty = not state.told and not state.reading
        show_if(self.start, is_empty)
        show_if(self.other, not is_empty)
        self.waiting.wait(state.reading)
        self._main = _main_act(state.told)
        show_if(self.main, self._main is not None)
        if self._main is not None:
            self.main.set_words(self._main[1].words)
        if state.told is not self._shown:
            self._shown = state.told
            self.found.fill(*self._cards(state))

    def entered(self, **arguments: object) -> None:
        """Open ``paths``, the names of files; without any, ask for one."""
        self.notice.close_notice()
        paths = arguments.get("paths")
        chosen = [Path(str(path)) for path in paths] if isinstance(paths, (tuple, list)) else []
        self._presenter.open(chosen)

    def left(self) -> None:
        self.waiting.rest()
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        if self._main is not None:
            return self.main
        if self.start.isVisibleTo(self):
            return self.choose
        return self.other if len(self.found.parts) == 1 else None  # several are read from the top

    def _cards(self, state: OpenFileState) -> list[ToldCard]:
        cards: list[ToldCard] = []
        for told in state.told:
            card = ToldCard(told, told.ways[1:] if self._main is not None else told.ways)
            card.way_taken.connect(self._presenter.take)
            cards.append(card)
        return cards

    def _on_main_clicked(self) -> None:
        if self._main is not None:
            self._presenter.take(*self._main)

    def _on_choose_clicked(self) -> None:
        folder = self._presenter.folder(self._desktop.documents())
        if paths := self._desktop.ask_which_files(self, folder):
            self.go_requested.emit(PLACE, to_open(paths))

    def _on_presenter_looked(self) -> None:
        """Give the keyboard to the one button that matters, and say what the file is."""
        cards = [card for card in self.found.parts if isinstance(card, ToldCard)]
        self.take_focus()
        announce(self, " ".join(card.spoken for card in cards))

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")


def _main_act(told: Sequence[Told]) -> tuple[Told, Way] | None:
    """Return the one act that matters, where there is one file with something to be done."""
    if len(told) != 1 or not told[0].ways:
        return None
    return told[0], told[0].ways[0]
