"""A real program folder with work in it, and eyes and hands for its pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, Slot
from collabkit.services import open_services
from collabkit.services.packs import builtin_packs
from collabkit.services.plans import own_action
from collabkit.settings import Settings
from collabkit.ui.context import Context
from collabkit.ui.widgets.page import Page

TODAY = date(2026, 11, 22)


class House:
    """Services on a folder of their own, with verbs that put work into it."""

    def __init__(self, root: Path, *, read_only: bool = False) -> None:
        folder = DataFolder(root)
        self.services = open_services(folder, read_only=read_only)
        self.context = Context(self.services, Settings(None), folder, lambda: TODAY)
        self._pages: list[Page] = []  # a page that nobody holds would be gone with its test

    def charity(self, name: str) -> str:
        """Return the id of the charity with this name; add it if there is none."""
        for charity in self.services.charities.all():
            if charity.name == name:
                return charity.id
        return self.services.charities.add(name).id

    def assessment(
        self,
        charity: str = "Sample Kitchen",
        title: str = "November 2026",
        *,
        answered: int = 0,
        finished: date | None = None,
        role: Respondent = Respondent.TRUSTEE,
    ) -> str:
        """Start a short assessment, answer its first statements and stop at the next."""
        sitting = self.services.assessments.start_alone(
            self.charity(charity), builtin_packs()[0], Selection.CORE, role, title, TODAY
        )
        asked = sitting.assessment.asked
        for item_id in asked[:answered]:
            response = Response(sitting.participant.id, item_id, "3")
            self.services.responses.record(sitting.pack, response, lambda _problem: None)
        if answered:
            place = asked[min(answered, len(asked) - 1)]
            self.services.assessments.mark_place(sitting.assessment.id, place)
        self.services.responses.flush()
        if finished is not None:
            self.services.assessments.finish(sitting.assessment.id, finished)
        return sitting.assessment.id

    def plan(self, assessment_id: str, *actions: tuple[str, date]) -> None:
        """Give an assessment a plan of actions with the days they are due."""
        plan = Plan(assessment_id)
        for text, due in actions:
            plan = plan.with_action(replace(own_action(text, Slot.PARKED), due=due))
        self.services.plans.keep(plan)

    def show(self, qtbot: QtBot, page: Page, **arguments: object) -> None:
        """Show a page as the window does, and give it the keyboard."""
        self._pages.append(page)
        qtbot.addWidget(page)
        page.resize(1000, 760)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.entered(**arguments)
        page.take_focus()
        QApplication.processEvents()

    def titles(self) -> list[str]:
        """Return the titles of all assessments, the latest first."""
        return [s.assessment.title for s in self.services.assessments.summaries()]


def words(page: QWidget) -> str:
    """Return everything that can be read on the page, a line for each text."""
    parts = [w for w in page.findChildren(QWidget) if w.isVisibleTo(page)]
    lines = [w.text() for w in parts if isinstance(w, (QLabel, QAbstractButton, QLineEdit))]
    return "\n".join(line.replace("&&", "&") for line in lines if line.strip())


def button(page: QWidget, name: str) -> QAbstractButton:
    """Return the one visible button that screen readers call ``name``."""
    buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisibleTo(page)]
    found = [b for b in buttons if b.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} are called {name!r}:\n{words(page)}"
    return found[0]


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Press a button with the mouse and let the page follow."""
    qtbot.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def nameless(page: QWidget) -> list[QWidget]:
    """Return the visible controls for which a screen reader has no name."""
    return [
        control
        for control in page.findChildren(QWidget)
        if control.isVisibleTo(page)
        and isinstance(control, (QAbstractButton, QLineEdit))
        and not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    ]


def places_gone_to(page: Page) -> list[tuple[str, dict[str, object]]]:
    """Return the list into which the page's wishes to go elsewhere are written."""
    gone: list[tuple[str, dict[str, object]]] = []
    page.go_requested.connect(lambda key, arguments: gone.append((key, arguments)))
    return gone


def focused() -> QWidget | None:
    """Return what has the keyboard."""
    return QApplication.focusWidget()
