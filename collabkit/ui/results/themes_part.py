"""Theme by theme: one is open, the others are made when they are first wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.sentences import capital
from collabkit.i18n import _
from collabkit.ui.results.state import ThemeState, ThemeTab
from collabkit.ui.results.statement_card import StatementCard
from collabkit.ui.results.theme_chooser import ThemeChooser
from collabkit.ui.results.theme_panel import ThemePanel
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section

_AFTER_FIRST_PICTURE = 20  # milliseconds; Qt waits five before it paints


def part_by_part(word: str) -> str:
    """Return “Theme by theme”, for whatever the parts are called."""
    return capital(_("{part} by {part}").format(part=word))


class ThemesPart(Section):
    """Chooser and open theme.

    ``theme_chosen(code)`` comes from the chooser, ``next_theme_requested(code)`` from the button
    below the last statement; the other signals are those of the statements.
    """

    theme_chosen = Signal(str)
    next_theme_requested = Signal(str)
    idea_wanted = Signal(str, str)
    plan_requested = Signal()
    answer_requested = Signal(str)
    go_wanted = Signal(str, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.chooser = ThemeChooser()
        self.chooser.theme_chosen.connect(self.theme_chosen)
        self.following = Button(_("Next"), "plain", "next", sign_after=True)
        self.following.clicked.connect(self._on_following_clicked)
        self._following = ThemeTab("", "", "")
        self._panels: dict[str, ThemePanel] = {}
        self._word = ""
        self._open = ""
        self._waiting: ThemeState | None = None
        self.add(self.chooser, self.following)

    @property
    def panel(self) -> ThemePanel:
        """The theme that is open."""
        self._show_panel()
        return self._panels[self._open]

    def card(self, item_id: str) -> StatementCard:
        """Return a statement of the open theme; raises ``KeyError`` for another."""
        return self.panel.cards[item_id]

    def call_them(self, word: str) -> None:
        """Say what one of them is called: a theme, an area, a stage."""
        self._word = word
        heading = part_by_part(word)
        self.heading.setText(heading)
        self.setAccessibleName(heading)

    def show_theme(self, tabs: Sequence[ThemeTab], theme: ThemeState, *, afresh: bool) -> None:
        """Show ``tabs`` with ``theme`` open.

        ``afresh`` begins with another assessment: the upper part of the page is then shown first,
        and the statements, which cost as much again, follow at once.
        """
        self.chooser.show_tabs(tabs, theme.code)
        place = [tab.code for tab in tabs].index(theme.code) + 1
        self._following = tabs[place] if place < len(tabs) else ThemeTab("", "", "")
        self._waiting = theme
        if afresh:
            self._forget()
            QTimer.singleShot(_AFTER_FIRST_PICTURE, self, self._show_panel)
        else:
            self._show_panel()

    def _show_panel(self) -> None:
        theme, self._waiting = self._waiting, None
        if theme is None:
            return
        self._open = theme.code
        if theme.code not in self._panels:
            self._panels[theme.code] = self._make_panel()
        self._panels[theme.code].show_theme(theme)
        for code, panel in self._panels.items():
            show_if(panel, code == theme.code)
        words = _("Next {part}: {name}").format(part=self._word, name=self._following.name)
        self.following.setText(words)
        self.following.setAccessibleName(words)
        show_if(self.following, bool(self._following.code))

    def _make_panel(self) -> ThemePanel:
        panel = ThemePanel()
        panel.idea_wanted.connect(self.idea_wanted)
        panel.plan_requested.connect(self.plan_requested)
        panel.answer_requested.connect(self.answer_requested)
        panel.go_wanted.connect(self.go_wanted)
        self.body.insertWidget(self.body.indexOf(self.following), panel)
        return panel

    def _forget(self) -> None:
        show_if(self.following, False)
        for panel in self._panels.values():
            self.body.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._panels = {}

    def _on_following_clicked(self) -> None:
        self.next_theme_requested.emit(self._following.code)
