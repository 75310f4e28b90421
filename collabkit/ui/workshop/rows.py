"""One session in the list."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.assess.more_button import MoreButton
from collabkit.ui.widgets.button import Button, ButtonKind
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.sample_mark import PracticeMark, SampleMark
from collabkit.ui.workshop.state import Row, Stage


class SessionRow(Entry):
    """A session and what can be done with it now.

    ``go_wanted(place_key, session_id)`` asks for a page of it, ``shown_wanted(place_key,
    assessment_id)`` for what came out of it; the others say what is to happen to it.
    """

    go_wanted = Signal(str, str)
    shown_wanted = Signal(str, str)
    use_wanted = Signal(str)
    copy_wanted = Signal(str)
    template_wanted = Signal(str)
    file_wanted = Signal(str)
    put_away_wanted = Signal(str)

    def __init__(self, row: Row, *, is_next: bool = False) -> None:
        """Show ``row``; ``is_next`` marks what is most likely to be gone on with."""
        super().__init__(row.title, row.about)
        self._row = row
        if row.is_practice:
            self.mark(PracticeMark())
        elif row.is_sample:
            self.mark(SampleMark())
        words, name = _first_act(row)
        first = self._add(words, "primary" if is_next else "plain", name)
        self._more = MoreButton(_("More for {title}").format(title=row.title))
        match row.stage:
            case Stage.UNDER_WAY:
                first.clicked.connect(self._on_console_wanted)
                self._offer(_("See how it was prepared"), self._on_session_wanted)
            case Stage.PREPARED:
                opens = self._on_console_wanted if row.is_practice else self._on_session_wanted
                first.clicked.connect(opens)
                name = _("Rehearse {title}").format(title=row.title)
                self._add(_("Rehearse"), "quiet", name).clicked.connect(self._on_rehearsal_wanted)
            case Stage.HELD:
                first.clicked.connect(self._on_console_wanted)
                if row.assessment_id:
                    name = _("Results of {title}").format(title=row.title)
                    results = self._add(_("Results"), "quiet", name)
                    results.clicked.connect(self._on_results_wanted)
                    self._offer(_("Plan"), self._on_plan_wanted)
            case Stage.TEMPLATE:
                first.clicked.connect(self._on_use_clicked)
        if row.stage is not Stage.TEMPLATE and not row.is_practice:
            self._offer(_("Prepare another one like it"), self._on_copy_chosen)
            self._offer(_("Save as a template"), self._on_template_chosen)
            self._offer(_("Save as a file for another laptop"), self._on_file_chosen)
        self._offer(_("Put away"), self._on_put_away_chosen)
        self.add_act(self._more)
        self.setFocusProxy(first)

    def _add(self, words: str, kind: ButtonKind, name: str) -> Button:
        button = Button(words, kind, name=name)
        self.add_act(button)
        return button

    def _offer(self, words: str, slot: Callable[[], None]) -> None:
        self._more.add_act(words, slot)

    def _on_console_wanted(self) -> None:
        self.go_wanted.emit("console", self._row.session_id)

    def _on_session_wanted(self) -> None:
        self.go_wanted.emit("session", self._row.session_id)

    def _on_rehearsal_wanted(self) -> None:
        self.go_wanted.emit("rehearsal", self._row.session_id)

    def _on_results_wanted(self) -> None:
        self.shown_wanted.emit("results", self._row.assessment_id)

    def _on_plan_wanted(self) -> None:
        self.shown_wanted.emit("plan", self._row.assessment_id)

    def _on_use_clicked(self) -> None:
        self.use_wanted.emit(self._row.session_id)

    def _on_copy_chosen(self) -> None:
        self.copy_wanted.emit(self._row.session_id)

    def _on_template_chosen(self) -> None:
        self.template_wanted.emit(self._row.session_id)

    def _on_file_chosen(self) -> None:
        self.file_wanted.emit(self._row.session_id)

    def _on_put_away_chosen(self) -> None:
        self.put_away_wanted.emit(self._row.session_id)


def _first_act(row: Row) -> tuple[str, str]:
    """Return the words of the first button, and what screen readers call it."""
    match row.stage:
        case Stage.UNDER_WAY:
            words, name = _("Go on"), _("Go on with {title}")
        case Stage.PREPARED if row.is_practice:
            words, name = _("Practise"), _("Practise with {title}")
        case Stage.PREPARED:
            words, name = _("Prepare"), _("Prepare {title}")
        case Stage.HELD:
            words, name = _("Look"), _("Look at {title}")
        case Stage.TEMPLATE:
            words, name = _("Use"), _("Use {title}")
    return words, name.format(title=row.title)
