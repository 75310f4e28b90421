"""What a questionnaire is for, and what can be done with it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.own_packs.state import PackState
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import show_if


class AboutCard(Card):
    """Facts above, acts below; those in the second line are for one's own questionnaires."""

    try_requested = Signal()
    copy_requested = Signal()
    share_requested = Signal()
    change_requested = Signal()
    check_requested = Signal()
    replace_requested = Signal()
    remove_requested = Signal()

    def __init__(self) -> None:
        self._acts, self._own_acts = Flow(), Flow()
        super().__init__()
        self._facts = Column(gap=1.5)
        self.trying = _button(_("Try it with the sample charity"), "eye", self.try_requested)
        self.copy = _button(_("Copy to edit…"), "note", self.copy_requested)
        self.share = _button(_("Save to share…"), "save", self.share_requested)
        self.change = _button("", "table", self.change_requested)
        self.check = _button(_("Check again"), "tick", self.check_requested)
        self.replace = _button(_("Replace by a newer file…"), "file", self.replace_requested)
        self.remove = _button(_("Remove"), "bin", self.remove_requested)
        for act in (self.trying, self.copy, self.share):
            self._acts.addWidget(act)
        for act in (self.change, self.check, self.replace, self.remove):
            self._own_acts.addWidget(act)
        self.add(self._facts, self._acts, self._own_acts)

    def show_facts(self, *parts: QWidget) -> None:
        """Show ``parts`` above the acts."""
        self._facts.fill(*parts)

    def offer(self, state: PackState) -> None:
        """Offer what can be done with it now."""
        show_if(self.trying, state.can_try)
        for act in (self.copy, self.share):
            show_if(act, state.pack is not None)
        for act in (self.change, self.check, self.replace, self.remove):
            show_if(act, state.is_own)
        show_if(self.change, state.is_own and state.pack is not None)
        if state.pack is not None:
            self.change.set_words(
                _("Change it: save version {version} as a spreadsheet…").format(
                    version=state.pack.version
                )
            )

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        for acts in (self._acts, self._own_acts):
            acts.setSpacing(theme.metrics.units(1))


def _button(words: str, sign: str, signal: SignalInstance) -> Button:
    button = Button(words, "quiet", sign)
    button.clicked.connect(signal)
    return button
