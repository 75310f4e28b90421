"""The page Preview."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut

from collabkit.i18n import _, ngettext
from collabkit.services.exports import Paper as Size
from collabkit.ui.context import Context
from collabkit.ui.preview.desktop import PlanDesktop
from collabkit.ui.preview.paper import Paper
from collabkit.ui.preview.presenter import PreviewPresenter
from collabkit.ui.preview.sheets import Sheets
from collabkit.ui.preview.state import News, PreviewState, Situation
from collabkit.ui.preview.tools import Tools
from collabkit.ui.preview.turner import Turner
from collabkit.ui.preview.viewer import Viewer, zoom_step
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText

_WIDEST = 60  # ems: a little more than the size on paper
_PATIENCE = 400  # milliseconds before anything is said about waiting


class PreviewPage(Page):
    """The plan as it comes out on paper, and ways to get it."""

    def __init__(self, context: Context, desktop: PlanDesktop | None = None) -> None:
        super().__init__(_("Preview"))
        self.use_full_width(_WIDEST)
        self._desktop = desktop or PlanDesktop()
        self._presenter = PreviewPresenter(context, self)
        self._pdf = b""
        self._news = News("")
        self._reads_text = False
        self.save = Button(_("Save…"), "primary", "save")
        self.head.set_primary(self.save)
        self.tools = Tools()
        self.waiting = Text(_("Drawing the pages…"), "lead", "muted")
        self.gone = EmptyState(_("This plan is not here any more."), _("See all plans"), "path")
        self.sheets = Sheets()
        self.reader = WholeText(_("The plan as text"))
        self.text_card = Card()
        self.text_card.add(self.reader)
        self.add(self.tools, self.waiting, self.gone, self.sheets, self.text_card)
        self.turner = Turner()
        self.back = Button(_("Back"), "quiet", "back")
        self.foot.add_left(self.back)
        self.foot.add_right(self.turner)
        self._viewer = Viewer(self.scroller, self.sheets, self.turner, self.tools)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._connect()
        self.render_state(self._presenter.state)

    def render_state(self, state: PreviewState) -> None:
        """Show ``state``: the one place where anything of the page is set."""
        self.set_title(_("Preview"), state.name)
        self.tools.show_notes(state.with_notes)
        self.tools.show_letter(state.paper is Size.LETTER)
        self._render_pdf(state.pdf)
        self.waiting.hide()
        if state.situation is Situation.UNDER_WAY:
            self._patience.start()
        else:
            self._patience.stop()
        is_ready = state.situation is Situation.READY
        is_there = state.situation is not Situation.GONE
        show_if(self.gone, not is_there)
        show_if(self.save, is_there)
        show_if(self.tools, is_there)
        show_if(self.sheets, is_ready and not self._reads_text)
        show_if(self.turner, is_ready and not self._reads_text)
        show_if(self.text_card, is_ready and self._reads_text)
        self._viewer.show_place()

    def entered(self, **arguments: object) -> None:
        assessment_id = arguments.get("assessment_id")
        self._presenter.open(assessment_id if isinstance(assessment_id, str) else "")

    def left(self) -> None:
        self._patience.stop()
        self.notice.close_notice()

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (_("Page Down and Page Up"), _("Turn the page")),
            (_("Home and End"), _("Go to the first or last page")),
            (_("Ctrl+plus and Ctrl+minus"), _("Larger or smaller pages")),
            (_("Ctrl+0"), _("Pages as wide as there is room")),
            (_("Ctrl+S"), _("Save the plan as a PDF")),
            (_("Ctrl+P"), _("Print the plan")),
        )

    def _connect(self) -> None:
        presenter, viewer = self._presenter, self._viewer
        presenter.state_changed.connect(self.render_state)
        presenter.told.connect(self._on_presenter_told)
        self._patience.timeout.connect(self.waiting.show)
        self.save.clicked.connect(self._on_save_asked)
        self.tools.print_requested.connect(self._on_print_asked)
        self.tools.reading_chosen.connect(self._on_tools_reading_chosen)
        self.tools.notes_chosen.connect(presenter.use_notes)
        self.tools.letter_chosen.connect(self._on_tools_letter_chosen)
        self.gone.action_taken.connect(self._on_gone_action_taken)
        self.back.clicked.connect(self.back_requested)
        self.notice.action_taken.connect(self._on_notice_action_taken)
        self._turning = (
            self._shortcut("PgDown", viewer.go_on),
            self._shortcut("PgUp", viewer.go_back),
            self._shortcut("Home", viewer.go_to_first),
            self._shortcut("End", viewer.go_to_last),
        )
        self._shortcut("Ctrl+S", self._on_save_asked)
        self._shortcut("Ctrl+P", self._on_print_asked)

    def _shortcut(self, keys: str, slot: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
        return shortcut

    def _render_pdf(self, pdf: bytes) -> None:
        if pdf is self._pdf:
            return
        self._pdf = pdf
        self.sheets.show_paper(Paper(pdf) if pdf else None)
        pages = len(self.sheets.sheets)
        words = ngettext("{pages} page", "{pages} pages", pages).format(pages=pages)
        self.sheets.setAccessibleName(_("The plan on paper"))
        self.sheets.setAccessibleDescription(words)
        self._render_text()
        if pdf:
            announce(self, words)

    def _render_text(self) -> None:
        texts = self.sheets.texts() if self._reads_text else ()
        self.reader.show_paragraphs(
            [
                Paragraph(line, above=0.5 if number else 4)
                for text in texts
                for number, line in enumerate(text.splitlines())
            ]
        )

    def _hold_head(self) -> None:
        """Keep head and tools in sight when the pages are wider than the window."""
        ground = self.scroller.widget()
        layout = ground.layout() if ground is not None else None
        if layout is not None:
            margins = layout.contentsMargins()
            room = self.scroller.viewport().width() - margins.left() - margins.right()
            for part in (self.head, self.tools, self.text_card):
                part.setMaximumWidth(max(1, room))

    def _on_tools_reading_chosen(self, as_text: bool) -> None:
        self._reads_text = as_text
        self._render_text()
        for shortcut in self._turning:
            shortcut.setEnabled(not as_text)
        self.render_state(self._presenter.state)
        if as_text:
            self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tools_letter_chosen(self, letter: bool) -> None:
        self._presenter.use_paper(Size.LETTER if letter else Size.A4)

    def _on_save_asked(self) -> None:
        if self._presenter.state.situation is Situation.GONE:
            return
        suggested = self._presenter.suggested_path(self._desktop.documents())
        path = self._desktop.ask_where_to_save(self, suggested)
        if path is not None:
            self._presenter.save(path)

    def _on_print_asked(self) -> None:
        if self._presenter.state.situation is not Situation.READY:
            return
        if not self._desktop.has_printer():
            sentence = _(
                "There is no printer on this computer yet. Save the plan as a PDF and print it "
                "somewhere else."
            )
            self._on_presenter_told(News(sentence))
            return
        printer = self._desktop.ask_for_printer(self, len(self.sheets.sheets))
        if printer is not None:
            self._presenter.print_on(printer)

    def _on_presenter_told(self, news: News) -> None:
        self._news = news
        self.notice.tell(
            news.sentence,
            _("Show in folder") if news.written is not None else "",
            tone="alert" if news.is_problem else "calm",
        )

    def _on_notice_action_taken(self) -> None:
        if self._news.written is not None:
            self._desktop.show_folder(self._news.written.parent)

    def _on_gone_action_taken(self) -> None:
        self.go_requested.emit("plan", {})

    def event(self, event: QEvent) -> bool:
        # These keys change the size of text everywhere else; here they change that of the pages.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and zoom_step(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = zoom_step(event)
        if step is None:
            super().keyPressEvent(event)
        else:
            self._viewer.zoom_by(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._hold_head)
