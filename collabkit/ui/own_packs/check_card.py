"""What came of checking a file, and what can be done with it."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.new_assessment.pack_face import PackFace
from collabkit.ui.own_packs.findings import Findings
from collabkit.ui.own_packs.state import Checked, PacksState, Standing
from collabkit.ui.own_packs.statements import Statements
from collabkit.ui.own_packs.words import standing_sentence, time_and_version, verdict
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick


class CheckCard(Column):
    """The findings, what the file holds, and all its statements if wanted.

    ``add_requested()``, ``again_requested()``, ``other_requested()``, ``close_requested()``,
    ``start_requested(pack_id)`` and ``look_requested(pack_id)`` tell what a person wants.
    """

    add_requested = Signal()
    again_requested = Signal()
    other_requested = Signal()
    close_requested = Signal()
    start_requested = Signal(str)
    look_requested = Signal(str)

    def __init__(self, state: PacksState, checked: Checked) -> None:
        super().__init__(gap=2)
        self._pack = checked.pack
        self.verdict = verdict(checked)
        self.card = _Verdict(checked.path.name)
        self.card.add(Text(self.verdict, "lead"))
        self.card.add(Text(standing_sentence(state, checked)))
        self._add_acts(checked)
        if checked.faults or checked.warnings:
            self.card.add(Findings(checked))
        parts: list[Column | Card] = [self.card]
        self.statements: Statements | None = None
        if checked.pack is not None and checked.standing is not Standing.ADDED:
            self.card.add(Text(checked.pack.title, "strong"))
            self.card.add(Text(time_and_version(checked.pack)), PackFace(checked.pack))
            self.look = Tick(_("Look through its statements"))
            self.look.clicked.connect(self._on_look_clicked)
            self.card.add(self.look)
            self.statements = Statements()
            parts.append(self.statements)
        self.fill(*parts)

    def _add_acts(self, checked: Checked) -> None:
        again = Button(
            _("Check it again"),
            "primary" if checked.standing in (Standing.FAULTY, Standing.TAKEN) else "plain",
        )
        again.clicked.connect(self.again_requested)
        other = Button(_("Check another file…"), "quiet", "file")
        other.clicked.connect(self.other_requested)
        close = Button(_("Close"), "quiet", name=_("Close what was found"))
        close.clicked.connect(self.close_requested)
        look = Button(_("Look at it"))
        look.clicked.connect(self._on_look_at_clicked)
        match checked.standing:
            case Standing.FAULTY | Standing.TAKEN:
                acts = [again]
            case Standing.NEW | Standing.NEWER:
                add = Button(
                    _("Add it") if checked.standing is Standing.NEW else _("Replace it"), "primary"
                )
                add.clicked.connect(self.add_requested)
                acts = [add, again]
            case Standing.SAME:
                acts = [look, again]
            case Standing.ADDED:
                start = Button(_("Start an assessment"), "primary")
                start.clicked.connect(self._on_start_clicked)
                acts = [start, look]
        self.first_act = acts[0]
        for act in (*acts, other, close):
            self.card.acts.addWidget(act)
        self.card.add(self.card.acts)

    def _on_look_clicked(self, wanted: bool) -> None:
        if self.statements is not None:
            self.statements.show_pack(self._pack if wanted else None, with_answers=True)

    def _on_look_at_clicked(self) -> None:
        if self._pack is not None:
            self.look_requested.emit(self._pack.id)

    def _on_start_clicked(self) -> None:
        if self._pack is not None:
            self.start_requested.emit(self._pack.id)


class _Verdict(Card):
    def __init__(self, heading: str) -> None:
        self.acts = Flow()
        super().__init__(heading)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.acts.setSpacing(theme.metrics.units(1.5))
