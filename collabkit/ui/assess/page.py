"""Assess: every charity with its assessments."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _, ngettext
from collabkit.ui.assess.group_card import GroupCard
from collabkit.ui.assess.presenter import AssessPresenter
from collabkit.ui.assess.rows import AssessmentRow, RenamingRow
from collabkit.ui.assess.state import AssessState, Group, Row
from collabkit.ui.context import Context
from collabkit.ui.progress_words import time_needed
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.put_away_part import PutAwayPart


class AssessPage(Page):
    """Where one finds everything again, and starts something new."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Assess"), _("Your charities and their assessments, the latest first."))
        self._presenter = AssessPresenter(context.services, self)
        self._presenter.state_changed.connect(self.render_state)
        self._presenter.put_away.connect(self._on_presenter_put_away)
        self._presenter.brought_back.connect(self._on_presenter_brought_back)
        self._presenter.title_refused.connect(self._on_presenter_title_refused)
        self._presenter.problem_met.connect(self._on_presenter_problem_met)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self._rows: dict[str, QWidget] = {}
        self._renaming = ""
        self._new = Button(_("New assessment"), "primary", "plus")
        self._new.clicked.connect(self._on_new_clicked)
        self.head.set_primary(self._new)
        self._groups = Column(gap=3)
        self._show_all = Button("", "plain")
        self._show_all.clicked.connect(self._on_show_all_clicked)
        words = f"{_('Nothing here yet.')} {time_needed()}"
        self._empty = EmptyState(words, _("Start"), "paper")
        self._empty.action_taken.connect(self._on_new_clicked)
        self._put_away = PutAwayPart()
        self._put_away.bring_back_wanted.connect(self._presenter.bring_back)
        networks = Button(_("Many groups side by side, for networks"), "quiet")
        networks.clicked.connect(self._on_networks_clicked)
        self.add(self._groups, self._show_all, self._empty, self._put_away, networks)

    def render_state(self, state: AssessState) -> None:
        """Show ``state``."""
        self._rows = {}
        self._groups.fill(*(self._card(group, state.renaming) for group in state.groups))
        self._empty.setHidden(bool(state.groups))
        self._new.setVisible(bool(state.groups))
        self._show_all.setVisible(bool(state.hidden))
        self._show_all.set_words(
            ngettext("Show one more", "Show {number} more", state.hidden).format(
                number=state.hidden
            )
        )
        self._put_away.show_things(state.put_away)
        touched = state.renaming or self._renaming
        self._renaming = state.renaming
        if touched in self._rows:
            self._rows[touched].setFocus(Qt.FocusReason.OtherFocusReason)

    def entered(self, **_arguments: object) -> None:
        self._put_away.close_fold()
        self._presenter.open()

    def left(self) -> None:
        self.notice.close_notice()

    def first_focus(self) -> QWidget | None:
        return self._empty.button if self._empty.isVisibleTo(self) else None

    def _card(self, group: Group, renaming: str) -> GroupCard:
        rows = [self._row(row, renaming == row.assessment_id) for row in group.rows]
        card = GroupCard(group, rows)
        card.new_wanted.connect(self._on_card_new_wanted)
        card.change_wanted.connect(self._on_card_change_wanted)
        card.file_wanted.connect(self._on_card_file_wanted)
        card.put_away_wanted.connect(self._presenter.put_charity_away)
        return card

    def _row(self, row: Row, is_renaming: bool) -> QWidget:
        widget: RenamingRow | AssessmentRow
        if is_renaming:
            widget = RenamingRow(row)
            widget.title_given.connect(self._presenter.rename)
            widget.given_up.connect(self._presenter.refresh)
        else:
            widget = AssessmentRow(row)
            widget.go_wanted.connect(self._on_row_go_wanted)
            widget.rename_wanted.connect(self._presenter.begin_renaming)
            widget.put_away_wanted.connect(self._presenter.put_assessment_away)
        self._rows[row.assessment_id] = widget
        return widget

    def _on_new_clicked(self) -> None:
        self.go_requested.emit("new", {})

    def _on_networks_clicked(self) -> None:
        self.go_requested.emit("networks", {})

    def _on_show_all_clicked(self) -> None:
        before = set(self._rows)
        self._presenter.show_all()
        first = next((row for key, row in self._rows.items() if key not in before), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_card_new_wanted(self, charity_id: str) -> None:
        self.go_requested.emit("new", {"charity_id": charity_id})

    def _on_card_change_wanted(self, charity_id: str) -> None:
        self.go_requested.emit("charity", {"charity_id": charity_id})

    def _on_card_file_wanted(self, charity_id: str) -> None:
        self.go_requested.emit("taking-out", {"charity_id": charity_id})

    def _on_row_go_wanted(self, key: str, wanted_id: str) -> None:
        name = "session_id" if key == "console" else "assessment_id"
        self.go_requested.emit(key, {name: wanted_id})

    def _on_notice_action_taken(self) -> None:
        self._presenter.undo()
        self.take_focus()

    def _on_presenter_put_away(self, sentence: str) -> None:
        self.notice.tell(sentence, _("Undo"))
        self.notice.take_focus()

    def _on_presenter_brought_back(self, sentence: str) -> None:
        self.notice.tell(sentence, passing=True)
        if not self._put_away.take_focus():
            self.take_focus()

    def _on_presenter_title_refused(self, sentence: str) -> None:
        row = self._rows.get(self._renaming)
        if isinstance(row, RenamingRow):
            row.refuse(sentence)

    def _on_presenter_problem_met(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")
