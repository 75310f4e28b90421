"""Somebody at a questionnaire: presses keys, clicks, reads what is there and what is on disk."""

from pathlib import Path

from house import House, focused
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.ui.questionnaire.page import QuestionnairePage
from collabkit.ui.widgets.focus import FocusKeeper
from collabkit.ui.widgets.level_card import LevelCard
from collabkit.ui.widgets.save_mark import SaveMark

Key = Qt.Key
_PLAIN = Qt.KeyboardModifier.NoModifier


class Desk:
    """One person in front of one short assessment, with the save mark in sight."""

    def __init__(
        self,
        qtbot: QtBot,
        house: House,
        *,
        role: Respondent = Respondent.TRUSTEE,
        answered: int = 0,
    ) -> None:
        self.qtbot = qtbot
        self.house = house
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        FocusKeeper.watch(app)  # as the window does; what has the keyboard is brought into view
        self.assessment_id = house.assessment(answered=answered, role=role)
        self.page = QuestionnairePage(house.context)
        self.mark = SaveMark()
        self.page.foot.take_mark(self.mark)
        self.page.save_state_changed.connect(self.mark.render_state)
        self.gone: list[tuple[str, dict[str, object]]] = []
        self.page.go_requested.connect(self._on_page_go_requested)
        house.show(qtbot, self.page, assessment_id=self.assessment_id)

    def open(self, item_id: str | None = None) -> None:
        """Leave the page and come back, as the window does it."""
        self.page.left()
        self.page.entered(assessment_id=self.assessment_id, item_id=item_id)
        self.page.take_focus()
        QApplication.processEvents()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press keys, one after the other, wherever the keyboard is."""
        for key in keys:
            self.qtbot.keyClick(focused() or self.page, key, modifier)
            QApplication.processEvents()

    def click(self, *widgets: object) -> None:
        """Click widgets with the mouse, one after the other."""
        for widget in widgets:
            self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
            QApplication.processEvents()

    def type_note(self, text: str) -> None:
        """Open the note and type into it, without leaving it."""
        details = self.page.statement.details
        if not details.note.is_open:
            self.click(details.note.header)
        details.note_box.edit.setFocus()
        self.qtbot.keyClicks(details.note_box.edit, text)

    def wait_for(self, mark: str) -> None:
        """Wait until the save mark says ``mark``."""
        self.qtbot.waitUntil(lambda: self.mark.text == mark)

    @property
    def words(self) -> str:
        """The statement that is shown; nothing at the end."""
        statement = self.page.statement
        return statement.words.text() if statement.isVisibleTo(self.page) else ""

    @property
    def item_id(self) -> str:
        """The id of the statement that is shown."""
        pack = self.house.services.assessments.sitting(self.assessment_id).pack
        return next(item.id for item in pack.items if item.statement == self.words)

    @property
    def chosen(self) -> list[str]:
        """The names of the cards that look chosen."""
        return [card.answer.name for card in self.page.statement.choice.cards if card.isChecked()]

    def card(self, name: str) -> LevelCard:
        """Return the card called ``name``."""
        cards = self.page.statement.choice.cards
        return next(card for card in cards if card.answer.name == name)

    def stored(self) -> dict[str, Response]:
        """Return what the program has on disk, by statement."""
        responses = self.house.services.assessments.responses(self.assessment_id)
        return {response.item_id: response for response in responses}

    def _on_page_go_requested(self, key: str, arguments: dict[str, object]) -> None:
        self.gone.append((key, arguments))


def read_back(root: Path, assessment_id: str) -> dict[str, Response]:
    """Open the folder as another program would, beside the window, and read the answers."""
    services = open_services(DataFolder(root), read_only=True)
    try:
        return {r.item_id: r for r in services.assessments.responses(assessment_id)}
    finally:
        services.close()
