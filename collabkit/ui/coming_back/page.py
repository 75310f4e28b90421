"""The page on which sheets that came back are looked at and taken in."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.coming_back.desktop import ReturnsDesktop
from collabkit.ui.coming_back.presenter import ReturnsPresenter
from collabkit.ui.coming_back.rows import RowPart, RowsCard
from collabkit.ui.coming_back.state import Fate, ReturnsState
from collabkit.ui.coming_back.wording import summary, take_words
from collabkit.ui.context import Context
from collabkit.ui.dropped import dropped_files
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.sheets.patience import Patience
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import lay_out_now, show_if
from collabkit.ui.widgets.text import Text


class ComingBackPage(Page):
    """Choose files or drop them anywhere on the page, look, and take them in by one press."""

    def __init__(self, context: Context, desktop: ReturnsDesktop | None = None) -> None:
        super().__init__(_("Take in what came back"))
        self.setAcceptDrops(True)
        self._desktop = desktop or ReturnsDesktop()
        self._presenter = ReturnsPresenter(context, self)
        self._rows: object = None
        self._parts: dict[str, RowPart] = {}
        self.why_not = Text("", "lead")
        self.told = Text("", "heading")
        self.start = Card()
        self.choose = Button(_("Choose files…"), "primary", "file")
        self.others = Button(_("Choose other files…"), "plain", "file")
        self.key_in = Button(_("Key in a sheet of paper"), "plain", "keyboard")
        self.start.add(
            Text(
                _(
                    "Choose the files that people sent you, or drop them anywhere on this page. "
                    "You see first what would be taken in."
                )
            ),
            Acts(self.choose, self.others, self.key_in),
            Assurance("eye", _("Nobody's answers are shown here, and single sheets stay closed.")),
        )
        self.summary = Text("", "lead")
        self.outlook = Text()
        self.found = Column()
        self._told = Column(gap=0.6)
        self._told.fill(self.summary, self.outlook)
        self.add(self.why_not, self.told, self.start, self._told, self.found)
        back = Button(_("Back"), "plain", "back")
        back.clicked.connect(self.back_requested)
        self.foot.add_left(back)
        self.take = Button(take_words(1), "primary")
        self.see = Button(_("See who has answered"), "primary")
        self.foot.add_right(self.take)
        self.foot.add_right(self.see)
        self._patience = Patience(self)
        self._connect()

    def render_state(self, state: ReturnsState) -> None:
        """Show ``state``."""
        self.set_title(_("Take in what came back"), state.whose)
        as_taken = tuple(replace(row, is_left_out=False) for row in state.rows)
        is_new = as_taken != self._rows
        list_at = self.found.y()
        self.outlook.setMinimumHeight(0 if is_new else self.outlook.height())
        for text, words in (
            (self.why_not, state.why_not),
            (self.told, state.told),
            (self.summary, summary(state.rows)),
            (self.outlook, state.outlook),
        ):
            text.setText(words)
            show_if(text, bool(words))
        show_if(self.start, not state.why_not)
        is_first = not state.rows and not state.told
        show_if(self.choose, is_first)
        show_if(self.others, not is_first)
        if is_new:
            self._rows = as_taken
            self._show_rows(state)
        for row in state.rows:
            self._parts[row.key].show_left_out(row.is_left_out)
        if not is_new:
            self._hold_list(list_at)
        self.take.set_words(take_words(state.to_take))
        show_if(self.take, state.to_take > 0)
        show_if(self.see, bool(state.told))
        for act in (self.take, self.choose, self.others):
            act.setEnabled(not state.reading)
        self._patience.wait(state.reading)

    def entered(self, **arguments: object) -> None:
        self.notice.close_notice()
        paths = arguments.get("paths")
        chosen = [Path(str(path)) for path in paths] if isinstance(paths, (tuple, list)) else []
        self._presenter.open(str(arguments["assessment_id"]), chosen)

    def left(self) -> None:
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        if self._presenter.state.why_not:
            return None
        if self._presenter.state.told:
            return self.see
        return self.others if self._presenter.state.rows else self.choose

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.render_state)
        presenter.problem_met.connect(self._on_presenter_problem_met)
        presenter.looked.connect(self._on_presenter_looked)
        presenter.taken.connect(self._on_presenter_taken)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.others.clicked.connect(self._on_choose_clicked)
        self.key_in.clicked.connect(self._on_key_in_clicked)
        self.take.clicked.connect(presenter.take)
        self.see.clicked.connect(self._on_see_clicked)

    def _show_rows(self, state: ReturnsState) -> None:
        self._parts = parts = {row.key: RowPart(row) for row in state.rows}
        for part in parts.values():
            part.left_out.connect(self._presenter.leave_out)
            part.another_said.connect(self._presenter.say_another)
        headings = (
            (Fate.TAKEN, _("To be taken in"), _("Take the tick away to leave a sheet out.")),
            (Fate.SAME, _("Came already"), ""),
            (Fate.REPEATED, _("Twice in these files"), ""),
            (Fate.REFUSED, _("Not taken in"), ""),
        )
        cards = []
        for fate, heading, sentence in headings:
            rows = tuple(parts[row.key] for row in state.rows if row.fate is fate)
            if rows:
                cards.append(RowsCard(heading, sentence, rows))
        self.found.fill(*cards)

    def _hold_list(self, was_at: int) -> None:
        """Let each tick stay where one is about to press, although a line above has grown."""
        lay_out_now()
        bar = self.scroller.verticalScrollBar()
        bar.setValue(bar.value() + self.found.y() - was_at)

    def _look_at(self, paths: Iterable[Path]) -> None:
        self.notice.close_notice()
        self._presenter.look_at(tuple(paths))

    def _on_choose_clicked(self) -> None:
        folder = self._presenter.folder(self._desktop.documents())
        self._look_at(self._desktop.ask_which_files(self, folder))

    def _on_key_in_clicked(self) -> None:
        self.go_requested.emit("keying-in", {"assessment_id": self._presenter.assessment_id})

    def _on_see_clicked(self) -> None:
        self.go_requested.emit("sheets", {"assessment_id": self._presenter.assessment_id})

    def _on_presenter_looked(self) -> None:
        announce(self, self.summary.text())
        self.jump_to(self.summary, self.take if self.take.isVisibleTo(self) else None)

    def _on_presenter_taken(self) -> None:
        announce(self, self.told.text())
        self.take_focus()

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._look_at(paths)
