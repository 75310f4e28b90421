"""The page Results."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from collabkit.assessments.outcomes.blocks import Part as OutcomePart
from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.results.beside_parts import LAST_TIME
from collabkit.ui.results.findings_part import FindingsPart
from collabkit.ui.results.map_part import MapPart
from collabkit.ui.results.opening_part import OpeningPart
from collabkit.ui.results.presenter import ResultsPresenter
from collabkit.ui.results.reading_fold import ReadingFold
from collabkit.ui.results.shape_part import ShapePart, UnscoredPart
from collabkit.ui.results.state import ResultsState
from collabkit.ui.results.themes_part import ThemesPart
from collabkit.ui.results.times_part import TimesPart
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.focus import bring_into_view
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import lay_out_now, show_if

if TYPE_CHECKING:
    from collabkit.ui.results.outcome.outcome_view import OutcomeView

_WIDEST = 54  # ems: room for the shape beside its table


class ResultsPage(Page):
    """An honest picture, what it means, and what to do next."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Results"))
        self.use_full_width(_WIDEST)
        self._shown = ""
        self._pressed: QWidget | None = None  # what had the keyboard when an action was added
        self._left_at: QWidget | None = None  # and when the details of a finding were asked for
        self._presenter = ResultsPresenter(context.services, context.today, self)
        self.choose = Button(_("Choose actions"), "primary")
        self.head.set_primary(self.choose)
        self.opening = OpeningPart()
        self.empty = Column()
        self.shape = ShapePart()
        self.guide = ReadingFold(_("How to read this page"))
        self.findings = FindingsPart()
        self.map = MapPart()
        self.unscored = UnscoredPart()
        self._outcome: OutcomeView | None = None
        self._outcome_place = Column()
        self.themes = ThemesPart()
        self._beside: OutcomeView | None = None
        self._beside_place = Column()
        self.times = TimesPart()
        self.add(
            self.opening,
            self.empty,
            self.shape,
            self.guide,
            self.findings,
            self.map,
            self.unscored,
            self._outcome_place,
            self._beside_place,
            self.themes,
            self.times,
        )
        self.back = Button(_("Back to what stands out"), "quiet", "up")
        self.foot.add_left(self.back)
        self.pdf = Button(_("Save as PDF"), "plain", "save")
        self.foot.add_right(self.pdf)
        self.files = Button(_("Other files…"), "plain")
        self.foot.add_right(self.files)
        self._undo_key = self._key(QKeySequence.StandardKey.Undo)
        self._back_key = self._key(QKeySequence.StandardKey.Cancel)
        self._connect()
        self._offer_way_back(False)

    def _connect(self) -> None:
        self._presenter.state_changed.connect(self.render_state)
        self._presenter.action_added.connect(self._on_presenter_action_added)
        self._presenter.problem_arose.connect(self._on_presenter_problem_arose)
        self.choose.clicked.connect(self._go_to_plan)
        self.pdf.clicked.connect(self._on_pdf_clicked)
        self.files.clicked.connect(self._on_files_clicked)
        self.opening.going_on_requested.connect(self._on_opening_going_on_requested)
        self.opening.findings_requested.connect(self._on_opening_findings_requested)
        self.back.clicked.connect(self._on_back_clicked)
        self.opening.last_time_requested.connect(self._on_opening_last_time_requested)
        self.opening.themes_requested.connect(self._on_opening_themes_requested)
        self.findings.details_requested.connect(self._on_findings_details_requested)
        self.map.details_requested.connect(self._on_findings_details_requested)
        self.themes.theme_chosen.connect(self._presenter.choose_theme)
        self.themes.next_theme_requested.connect(self._on_themes_next_theme_requested)
        self.themes.idea_wanted.connect(self._presenter.add_to_plan)
        self.themes.plan_requested.connect(self._go_to_plan)
        self.themes.answer_requested.connect(self._go_to_answer)
        self.themes.go_wanted.connect(self.go_requested)
        self.times.place_requested.connect(self._on_times_place_requested)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self._undo_key.activated.connect(self._on_undo_key_activated)
        self._back_key.activated.connect(self._on_back_clicked)

    def _key(self, keys: QKeySequence.StandardKey) -> QShortcut:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setEnabled(False)
        return shortcut

    @property
    def outcome(self) -> "OutcomeView":
        """What the answers add up to beyond means; made when a questionnaire first needs it."""
        if self._outcome is None:
            from collabkit.ui.results.outcome.outcome_view import OutcomeView

            self._outcome = OutcomeView()
            self._outcome.settled.connect(self._presenter.settle)
            self._outcome.idea_wanted.connect(self._presenter.add_told)
            self._outcome.plan_requested.connect(self._go_to_plan)
            self._outcome.answer_requested.connect(self._go_to_answer)
            self._outcome_place.fill(self._outcome)
        return self._outcome

    @property
    def beside(self) -> "OutcomeView":
        """What the results are laid beside; made when there is something for the first time."""
        if self._beside is None:
            from collabkit.ui.results.outcome.outcome_view import OutcomeView

            self._beside = OutcomeView()
            self._beside.settled.connect(self._presenter.settle)
            self._beside_place.fill(self._beside)
        return self._beside

    def render_state(self, state: ResultsState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        afresh = state.assessment_id != self._shown
        self._shown = state.assessment_id
        self.set_title(_("Results"), state.whose)
        self.opening.show_opening(state)
        self._show_empty(state)
        for button in (self.choose, self.pdf, self.files):
            button.setVisible(not state.empty)
        self.choose.set_words(_("Open the plan") if state.has_plan else _("Choose actions"))
        for part in (self.guide, self.findings, self.themes):
            part.setVisible(state.is_profile and not state.empty)
        self.shape.setVisible(state.shape is not None)
        self.map.setVisible(bool(state.map))
        self.unscored.setVisible(bool(state.unscored))
        if state.outcome or self._outcome is not None:
            self._show_parts(self.outcome, state.outcome, state)
        if state.beside or self._beside is not None:
            self._show_parts(self.beside, state.beside, state)
        self.times.show_times(state.times)
        if state.shape is not None:
            self.shape.show_shape(state.shape, state.status, state.part_words[0])
        self.map.show_lines(state.map)
        self.unscored.show_words(state.unscored, state.status)
        if state.theme is not None:
            self.themes.call_them(state.part_words[0])
            self.guide.show_paragraphs(state.guide)
            self.findings.show_findings(state.findings_lead, state.findings)
            self.themes.show_theme(state.tabs, state.theme, afresh=afresh)

    def _show_parts(
        self, view: "OutcomeView", parts: tuple[OutcomePart, ...], state: ResultsState
    ) -> None:
        """Show the parts; what has the keyboard stays where it is on the screen."""
        held = QApplication.focusWidget()
        if held is None or not view.isAncestorOf(held):
            view.show_parts(parts, state.planned)
            return
        before = held.mapTo(self, QPoint(0, 0)).y()
        view.show_parts(parts, state.planned)
        for _depth in range(3):  # a block lies deeper than other things that change
            lay_out_now()
        held = QApplication.focusWidget()
        if held is not None and view.isAncestorOf(held):
            bar = self.scroller.verticalScrollBar()
            bar.setValue(bar.value() + held.mapTo(self, QPoint(0, 0)).y() - before)

    def _show_empty(self, state: ResultsState) -> None:
        if not state.empty:
            self.empty.fill()
            return
        empty = EmptyState(state.empty, state.empty_action)
        empty.action_taken.connect(self._on_empty_action_taken)
        self.empty.fill(empty)

    def entered(self, **arguments: object) -> None:
        assessment_id = arguments.get("assessment_id")
        self.notice.close_notice()
        self._undo_key.setEnabled(False)
        self._offer_way_back(False)
        self._presenter.open(assessment_id if isinstance(assessment_id, str) else "")

    def left(self) -> None:
        """Keep what is still being typed."""
        if self._outcome is not None:
            self._outcome.flush()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("Arrow keys"), _("Move between the parts or through the table")),
            (_("Space or Enter"), _("Open the part, or press the button")),
            (_("Ctrl+C"), _("Copy the table")),
            (_("Esc"), _("Go back from the details to what stands out")),
            (_("Ctrl+Z"), _("Take the action that was added last out of the plan")),
        )

    def _offer_way_back(self, offered: bool) -> None:
        show_if(self.back, offered)
        self._back_key.setEnabled(offered)

    def _go_to_plan(self) -> None:
        self.go_requested.emit("plan", {"assessment_id": self._presenter.state.assessment_id})

    def _go_to_answer(self, item_id: str | None) -> None:
        self.go_requested.emit(
            "questionnaire",
            {
                "assessment_id": self._presenter.state.assessment_id,
                "item_id": item_id,
                "from_results": True,
            },
        )

    def _on_pdf_clicked(self) -> None:
        self.go_requested.emit("preview", {"assessment_id": self._presenter.state.assessment_id})

    def _on_files_clicked(self) -> None:
        self.go_requested.emit("taking-out", {"assessment_id": self._presenter.state.assessment_id})

    def _on_empty_action_taken(self) -> None:
        if self._presenter.state.is_invited:
            arguments = {"assessment_id": self._presenter.state.assessment_id}
            self.go_requested.emit("giving-back", arguments)
        elif self._presenter.state.assessment_id:
            self._on_opening_going_on_requested()
        else:
            self.go_requested.emit("assess", {})

    def _on_opening_going_on_requested(self) -> None:
        if session_id := self._presenter.state.session_id:
            self.go_requested.emit("console", {"session_id": session_id})
        else:
            self._go_to_answer(self._presenter.next_item)

    def _on_opening_findings_requested(self) -> None:
        self.jump_to(self.findings.heading)

    def _on_opening_themes_requested(self) -> None:
        self.jump_to(self.themes.heading)

    def _on_findings_details_requested(self, item_id: str) -> None:
        self._left_at = QApplication.focusWidget()
        self._offer_way_back(True)
        self._presenter.choose_statement(item_id)
        self.jump_to(self.themes.card(item_id).beginning)

    def _on_back_clicked(self) -> None:
        """Go back to the finding whose details were read, so that the next one is near."""
        self._offer_way_back(False)
        finding = self._left_at
        if finding is None or not isValid(finding):
            self.jump_to(self.findings.heading)
            return
        finding.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.scroller, finding)

    def _on_times_place_requested(self, place: str, assessment_id: str) -> None:
        self.go_requested.emit(place, {"assessment_id": assessment_id})

    def _on_opening_last_time_requested(self) -> None:
        self.jump_to(self.beside.part(LAST_TIME).heading)

    def _on_themes_next_theme_requested(self, code: str) -> None:
        self._presenter.choose_theme(code)
        self.jump_to(self.themes.panel.name)

    def _on_presenter_action_added(self, sentence: str) -> None:
        self._pressed = QApplication.focusWidget()
        self.notice.tell(sentence, _("Undo"))
        self._undo_key.setEnabled(True)

    def _on_presenter_problem_arose(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="alert")

    def _on_notice_action_taken(self) -> None:
        """Undo, and give the keyboard back to the button that had added the action."""
        self._undo_key.setEnabled(False)
        self._presenter.undo()
        if self._pressed is not None and isValid(self._pressed):
            self._pressed.setFocus()

    def _on_undo_key_activated(self) -> None:
        self.notice.close_notice()
        self._on_notice_action_taken()
