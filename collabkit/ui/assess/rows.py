"""One assessment in the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from collabkit.i18n import _
from collabkit.services.assessments import LONGEST_TITLE
from collabkit.ui.assess.more_button import MoreButton
from collabkit.ui.assess.state import Row
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button, ButtonKind
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text_field import TextField


class AssessmentRow(Entry):
    """An assessment and what can be done with it; answers for somebody else are given back.

    ``go_wanted(place_key, id)`` asks for the questionnaire, the sheets or the console of a session,
    the results or the plan, or to start again from it; the id is that of the assessment, or of the
    session for its console.
    """

    go_wanted = Signal(str, str)
    rename_wanted = Signal(str)
    put_away_wanted = Signal(str)

    def __init__(self, row: Row) -> None:
        super().__init__(row.title, row.about)
        self._id = row.assessment_id
        self._has_sheets = row.has_sheets
        self._session_id = row.session_id
        name = row.spoken or row.title
        go_on = Button(_("Go on"), name=_("Go on with {title}").format(title=name))
        kind: ButtonKind = "plain" if row.is_finished else "quiet"
        results = Button(_("Results"), kind, name=_("Results of {title}").format(title=name))
        plan = Button(_("Plan"), "quiet", name=_("Plan of {title}").format(title=name))
        more = MoreButton(_("More for {title}").format(title=name))
        give_back = Button(
            _("Give back"), name=_("Give the answers back: {title}").format(title=name)
        )
        shown: tuple[Button, ...]
        if row.is_invited:
            shown = (go_on, give_back, more)
        elif row.is_finished:
            shown = (results, plan, more)
            look = _("See who has answered") if row.has_sheets else _("Look through the answers")
            if row.session_id:
                look = _("Open the session")
            more.add_act(look, self._on_go_on_clicked)
            if row.can_repeat:
                more.add_act(_("Start again from last time"), self._on_again_chosen)
        else:
            shown = (go_on, results, more)
            more.add_act(_("Plan"), self._on_plan_clicked)
        if not row.is_invited:
            more.add_act(_("Take it with you…"), self._on_take_out_chosen)
        more.add_act(_("Privacy…"), self._on_privacy_chosen)
        more.add_act(_("Rename"), self._on_rename_chosen)
        more.add_act(_("Put away"), self._on_put_away_chosen)
        go_on.clicked.connect(self._on_go_on_clicked)
        results.clicked.connect(self._on_results_clicked)
        plan.clicked.connect(self._on_plan_clicked)
        give_back.clicked.connect(self._on_give_back_clicked)
        for button in shown:
            self.add_act(button)
        self.setFocusProxy(shown[0])

    def _on_go_on_clicked(self) -> None:
        if self._session_id:
            self.go_wanted.emit("console", self._session_id)
        else:
            self.go_wanted.emit("sheets" if self._has_sheets else "questionnaire", self._id)

    def _on_results_clicked(self) -> None:
        self.go_wanted.emit("results", self._id)

    def _on_give_back_clicked(self) -> None:
        self.go_wanted.emit("giving-back", self._id)

    def _on_plan_clicked(self) -> None:
        self.go_wanted.emit("plan", self._id)

    def _on_again_chosen(self) -> None:
        self.go_wanted.emit("again", self._id)

    def _on_take_out_chosen(self) -> None:
        self.go_wanted.emit("taking-out", self._id)

    def _on_privacy_chosen(self) -> None:
        self.go_wanted.emit("privacy", self._id)

    def _on_rename_chosen(self) -> None:
        self.rename_wanted.emit(self._id)

    def _on_put_away_chosen(self) -> None:
        self.put_away_wanted.emit(self._id)


class RenamingRow(Part):
    """An assessment while it is given another title: Enter saves, Esc leaves it as it was."""

    title_given = Signal(str)
    given_up = Signal()

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.field = TextField(_("New title"), longest=LONGEST_TITLE)
        self.field.set_text(row.title)
        self.field.line.selectAll()
        save, cancel = Button(_("Save")), Button(_("Leave as it was"), "quiet")
        self._acts = QHBoxLayout()
        self._acts.addWidget(save)
        self._acts.addWidget(cancel)
        self._acts.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.field)
        self._box.addLayout(self._acts)
        self.field.entered.connect(self._on_save_clicked)
        save.clicked.connect(self._on_save_clicked)
        cancel.clicked.connect(self.given_up)
        self.setFocusProxy(self.field)
        self.dress(theme_of(self))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the title; what was typed stays."""
        self.field.set_fault(sentence)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, theme: Theme) -> None:
        self._acts.setSpacing(theme.metrics.units(1))
        self._box.setSpacing(theme.metrics.units(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_save_clicked(self) -> None:
        self.title_given.emit(self.field.text)
