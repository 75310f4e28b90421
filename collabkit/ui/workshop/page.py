"""Workshop: every session, and the ways to a new one."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _, ngettext
from collabkit.ui.context import Context
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.put_away_part import PutAwayPart
from collabkit.ui.workshop.desktop import SessionDesktop, file_name
from collabkit.ui.workshop.presenter import WorkshopPresenter
from collabkit.ui.workshop.rows import SessionRow
from collabkit.ui.workshop.state import Row, Stage, WorkshopState
from collabkit.ui.workshop.welcome import Welcome


class WorkshopPage(Page):
    """Where one finds every session again, and prepares another."""

    def __init__(self, context: Context, desktop: SessionDesktop | None = None) -> None:
        super().__init__(
            _("Workshop"), _("Your board in one room: answer together, talk, and agree what to do.")
        )
        self._desktop = desktop or SessionDesktop()
        self._presenter = WorkshopPresenter(context.services, context.today, self)
        self._welcome = Welcome()
        self._new = Button(_("Prepare a session"), "primary", "plus")
        self.head.set_primary(self._new)
        self._groups = {stage: Column() for stage in Stage}
        self._practice = Column()
        self._show_all = Button("", "plain")
        self._ways = _Ways()
        self._put_away = PutAwayPart()
        self._first: QWidget | None = None
        self.add(
            self._welcome,
            self._groups[Stage.UNDER_WAY],
            self._groups[Stage.PREPARED],
            self._groups[Stage.HELD],
            self._show_all,
            self._groups[Stage.TEMPLATE],
            self._practice,
        )
        self.add(self._ways, self._put_away)
        self._connect()

    def render_state(self, state: WorkshopState) -> None:
        """Show ``state``."""
        self._first = None
        self._welcome.setVisible(state.is_first_time)
        for stage, group in self._groups.items():
            is_next = stage is Stage.UNDER_WAY
            group.fill(*self._card(_heading(stage), state.at(stage), is_next=is_next))
        self._practice.fill(*self._card(_("To practise"), state.practice))
        is_under_way = bool(state.at(Stage.UNDER_WAY))
        # What is under way is the one thing to do; preparing another one then stands below.
        self._new.setVisible(not state.is_first_time and not is_under_way)
        self._ways.show_ways(new=is_under_way, practice=not state.is_first_time)
        self._show_all.setVisible(bool(state.hidden))
        self._show_all.set_words(
            ngettext("Show one more", "Show {number} more", state.hidden).format(
                number=state.hidden
            )
        )
        self._put_away.show_things(state.put_away)

    def entered(self, **_arguments: object) -> None:
        self._put_away.close_fold()
        self._presenter.open()

    def left(self) -> None:
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        return self._welcome.empty.button if self._welcome.isVisibleTo(self) else self._first

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.state_changed.connect(self.render_state)
        presenter.put_away.connect(self._on_presenter_put_away)
        presenter.told.connect(self._on_presenter_told)
        presenter.go_wanted.connect(self._on_go_wanted)
        presenter.problem_met.connect(self._on_presenter_problem_met)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self._new.clicked.connect(self._on_new_wanted)
        self._ways.new.clicked.connect(self._on_new_wanted)
        self._ways.practise.clicked.connect(presenter.practise)
        self._ways.open_file.clicked.connect(self._on_open_file_clicked)
        self._welcome.prepare_wanted.connect(self._on_new_wanted)
        self._welcome.practice_wanted.connect(presenter.practise)
        self._show_all.clicked.connect(presenter.show_all)
        self._put_away.bring_back_wanted.connect(presenter.bring_back)

    def _card(self, heading: str, rows: tuple[Row, ...], *, is_next: bool = False) -> list[QWidget]:
        """Return a card with ``rows``; ``is_next`` makes the first of them the one thing to do."""
        if not rows:
            return []
        entries: list[QWidget] = []
        for row in rows:
            is_first = is_next and not entries
            entry = SessionRow(row, is_next=is_first)
            entry.go_wanted.connect(self._on_go_wanted)
            entry.shown_wanted.connect(self._on_row_shown_wanted)
            entry.use_wanted.connect(self._on_row_use_wanted)
            entry.copy_wanted.connect(self._presenter.copy)
            entry.template_wanted.connect(self._presenter.save_as_template)
            entry.file_wanted.connect(self._on_row_file_wanted)
            entry.put_away_wanted.connect(self._presenter.put_session_away)
            if is_first:
                self._first = entry
            entries.append(entry)
        column = Column()
        column.fill(*entries)
        card = Card(heading)
        card.add(column)
        return [card]

    def _on_go_wanted(self, key: str, session_id: str) -> None:
        self.go_requested.emit(key, {"session_id": session_id})

    def _on_row_shown_wanted(self, key: str, assessment_id: str) -> None:
        self.go_requested.emit(key, {"assessment_id": assessment_id})

    def _on_row_use_wanted(self, template_id: str) -> None:
        self.go_requested.emit("session", {"session_id": None, "template_id": template_id})

    def _on_row_file_wanted(self, session_id: str) -> None:
        suggested = self._desktop.documents() / file_name(self._presenter.title_of(session_id))
        path = self._desktop.ask_where_to_save(self, suggested)
        if path is not None:
            self._presenter.save_file(session_id, path)

    def _on_new_wanted(self) -> None:
        self.go_requested.emit("session", {"session_id": None})

    def _on_open_file_clicked(self) -> None:
        path = self._desktop.ask_which_session(self)
        if path is not None:
            self._presenter.open_file(path)

    def _on_notice_action_taken(self) -> None:
        self._presenter.undo()
        self.take_focus()

    def _on_presenter_put_away(self, sentence: str) -> None:
        self.notice.tell(sentence, _("Undo"))
        self.notice.take_focus()

    def _on_presenter_told(self, sentence: str) -> None:
        self.notice.tell(sentence)

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")


class _Ways(Part):
    """What else can be done: another session, practising, one from another laptop."""

    def __init__(self) -> None:
        super().__init__()
        self.new = Button(_("Prepare a session"), "plain", "plus")
        self.practise = Button(_("Practise (ten minutes)"), "plain")
        self.open_file = Button(_("Open a session from another laptop"), "quiet", "folder")
        self._flow = Flow()
        for button in (self.new, self.practise, self.open_file):
            self._flow.addWidget(button)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._flow, 1)
        self.dress(theme_of(self))

    def show_ways(self, *, new: bool, practice: bool) -> None:
        """Offer what does not stand elsewhere on the page."""
        self.new.setVisible(new)
        self.practise.setVisible(practice)

    def dress(self, theme: Theme) -> None:
        self._flow.set_gaps(theme.metrics.units(1), theme.metrics.units(1))


def _heading(stage: Stage) -> str:
    return {
        Stage.UNDER_WAY: _("Under way"),
        Stage.PREPARED: _("Being prepared"),
        Stage.HELD: _("Held"),
        Stage.TEMPLATE: _("Templates"),
    }[stage]
