"""Choosing and writing on the page Results while what follows from it is shown."""

from collections.abc import Mapping

import pytest
from house import TODAY, House
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from results_work import open_results

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.outcomes.blocks import (
    Board,
    Entries,
    Entry,
    Field,
    FieldKind,
    Paragraph,
    Part,
    Pick,
    PickOption,
)
from collabkit.assessments.pack import Respondent
from collabkit.services.assessments import NewParty, NewPerson
from collabkit.services.packs import builtin_pack
from collabkit.ui.results.outcome.acting import FieldView, OneOfView
from collabkit.ui.results.outcome.outcome_view import OutcomeView
from collabkit.ui.widgets.tab_order import step_focus

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

ONE = [NewPerson("One person", Respondent.TRUSTEE)]
SIDES = [NewParty("Sample Kitchen", is_own=True), NewParty("Sample Partner")]


def started(
    house: House,
    pack_id: str,
    *sheets: Mapping[str, str],
    people: list[NewPerson] = ONE,
    parties: list[NewParty] | None = None,
    settled: Mapping[str, str] | None = None,
) -> str:
    """Start an assessment and answer its statements, sheet by sheet."""
    services, pack = house.services, builtin_pack(pack_id)
    assessment = services.assessments.start(
        house.charity("Sample Kitchen"),
        pack,
        selection=Selection.ALL,
        title="Sample",
        today=TODAY,
        people=people,
        parties=parties or [],
        settled=settled or {},
    )
    persons = services.assessments.participants(assessment.id)
    for person, answers in zip(persons, sheets, strict=False):
        for item_id, answer in answers.items():
            services.responses.record(pack, Response(person.id, item_id, answer), lambda _p: None)
    services.responses.flush()
    return assessment.id


def bid(house: House) -> str:
    """Return a bid check of which every statement speaks against going on."""
    answers = dict.fromkeys([item.id for item in builtin_pack("bid-check").items], "no")
    return started(house, "bid-check", answers, settled={"mode": "alone"})


def kept(house: House, assessment_id: str, key: str) -> str:
    """Return what is on the disk."""
    return house.services.results.picture(assessment_id, TODAY).answered.settled.get(key, "")


def control(ground: QWidget, key: str) -> FieldView | OneOfView:
    """Return the view of a field or choice by its key."""
    views = [*ground.findChildren(FieldView), *ground.findChildren(OneOfView)]
    (found,) = (v for v in views if v._key == key and v.isVisibleTo(ground))
    return found


def choose(qtbot: QtBot, ground: QWidget, key: str, code: str) -> QAbstractButton:
    """Choose with the mouse; return what was pressed."""
    view = control(ground, key)
    assert isinstance(view, OneOfView)
    radio = next(r for r in view.radios if r.code == code)
    qtbot.mouseClick(radio, Qt.MouseButton.LeftButton, pos=QPoint(10, radio.height() // 2))
    QApplication.processEvents()
    return radio


def type_and_tab(page: QWidget, text: str) -> None:
    """Type where the keyboard is and go on with Tab, as the window does."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    step_focus(page, True)
    QApplication.processEvents()


def test_a_decision_against_advice_is_written_down_with_the_keyboard(
    qtbot: QtBot, house: House
) -> None:
    """A warning comes and goes meanwhile; reason, names and date are all on the disk."""
    assessment_id = bid(house)
    page = open_results(qtbot, house, assessment_id)
    radio = choose(qtbot, page, "decision", "go")
    assert radio.hasFocus()
    assert kept(house, assessment_id, "decision") == "go"
    step_focus(page, True)
    type_and_tab(page, "It is our best chance")
    type_and_tab(page, "Board")
    type_and_tab(page, "1.1.2027")
    assert kept(house, assessment_id, "reason") == "It is our best chance"
    assert kept(house, assessment_id, "decided_by") == "Board"
    assert kept(house, assessment_id, "decided_on") == "2027-01-01"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.outcome.isAncestorOf(focus)


def test_what_is_still_held_is_kept_when_something_else_is_chosen(
    qtbot: QtBot, house: House
) -> None:
    """Nothing typed waits for half a second to be over."""
    assessment_id = bid(house)
    page = open_results(qtbot, house, assessment_id)
    box = control(page, "decided_by")
    assert isinstance(box, FieldView)
    box.setFocus()
    box.control.line.setFocus()
    QTest.keyClicks(box.control.line, "Board")
    control(page, "decision").settled.emit("decision", "go")
    assert kept(house, assessment_id, "decided_by") == "Board"
    assert box.control.text == "Board"
    assert box.control.line.hasFocus()


def test_choosing_with_whom_leaves_the_keyboard_there(qtbot: QtBot, house: House) -> None:
    """The whole page changes with it."""
    assessment_id = bid(house)
    page = open_results(qtbot, house, assessment_id)
    other = next(r.code for r in control(page, "mode").radios if r.code != "alone")
    radio = choose(qtbot, page, "mode", other)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == radio.accessibleName()
    assert page.outcome.isAncestorOf(focus)


def test_a_point_that_is_talked_about_stays_where_it_is(qtbot: QtBot, house: House) -> None:
    """Two people sit at a table: what they chose is seen at the same place, and all of it."""
    sides = [NewPerson("A", Respondent.TRUSTEE, 0), NewPerson("B", Respondent.PARTNER, 1)]
    stop = dict.fromkeys([f"FIT-{n}" for n in range(1, 9)], "stop")
    assessment_id = started(house, "first-conversation", stop, stop, people=sides, parties=SIDES)
    page = open_results(qtbot, house, assessment_id)
    talk = page.outcome.part("talk")
    keys = [view._key for view in talk.findChildren(OneOfView)]
    for key in keys[:2]:
        view = control(talk, key)
        page.scroller.ensureWidgetVisible(view)
        QApplication.processEvents()
        before = view.radios[0].mapTo(page, QPoint(0, 0)).y()
        radio = choose(qtbot, talk, key, view.radios[0].code)
        assert radio.hasFocus()
        assert radio.isChecked()
        assert view.radios[0].mapTo(page, QPoint(0, 0)).y() == before
    shown = [view._key for view in talk.findChildren(OneOfView) if view.isVisibleTo(talk)]
    assert [key for key in shown if key in keys] == keys


def field(key: str, value: str = "", kind: FieldKind = FieldKind.LINE) -> Field:
    return Field(key, key.capitalize(), value, kind=kind)


def shown(qtbot: QtBot, *parts: Part) -> OutcomeView:
    view = OutcomeView()
    qtbot.addWidget(view)
    view.show_parts(parts, ())
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


def test_fields_stay_the_same_ones_when_their_part_changes(qtbot: QtBot) -> None:
    """Also when parts and boards come and go around them."""
    view = shown(qtbot, Part("a", "A", (field("who"), field("what"))))
    who, what = control(view, "who"), control(view, "what")
    who.control.line.setFocus()
    board = Board(())
    again = Part("a", "A", (field("what"), Paragraph("Now"), board, field("why"), field("who")))
    view.show_parts((Part("b", "B", (Paragraph("New"),)), again), ())
    assert (control(view, "who"), control(view, "what")) == (who, what)
    assert who.control.line.hasFocus()
    view.show_parts((again,), ())
    assert who.control.line.hasFocus()


def test_what_is_typed_into_a_field_that_goes_is_told_first(qtbot: QtBot) -> None:
    pick = Pick("way", "Which way?", (PickOption("x", "X"), PickOption("y", "Y")), ())
    view = shown(qtbot, Part("a", "A", (pick, field("who"))))
    told: list[tuple[str, str]] = []

    def take(key: str, text: str) -> None:
        told.append((key, text))
        if key == "way":
            view.show_parts((Part("a", "A", (pick,)),), ())

    view.settled.connect(take)
    who = control(view, "who")
    who.control.line.setFocus()
    QTest.keyClicks(who.control.line, "Board")
    control(view, "way").settled.emit("way", "x")
    assert told == [("who", "Board"), ("way", "x")]


def test_a_date_that_cannot_be_read_stays_to_be_mended(qtbot: QtBot) -> None:
    day = field("day", kind=FieldKind.DATE)
    view = shown(qtbot, Part("a", "A", (day, field("who"))))
    made, who = control(view, "day"), control(view, "who")
    made.control.line.setFocus()
    QTest.keyClicks(made.control.line, "soon")
    who.control.line.setFocus()
    view.show_parts((Part("a", "A", (day, field("who", "Board"), Paragraph("New"))),), ())
    assert made.control.line.text() == "soon"
    assert made.control.fault.text()


def test_the_keyboard_goes_to_what_came_in_the_same_place(qtbot: QtBot) -> None:
    """A list is made anew, and its button for the same thing has the keyboard."""
    one, two = Entry("One", item_id="1"), Entry("Two", item_id="2")
    view = shown(qtbot, Part("a", "A", (Entries((one, two)),)))
    button = next(b for b in view.findChildren(QAbstractButton) if "Two" in b.accessibleName())
    button.setFocus()
    view.show_parts((Part("a", "A", (Entries((two,)),)),), ())
    focus = QApplication.focusWidget()
    assert focus is not button
    assert focus is not None
    assert focus.accessibleName() == button.accessibleName()


def test_a_part_with_another_heading_is_called_so_aloud_too(qtbot: QtBot) -> None:
    """What a screen reader says of the section is what stands above it."""
    view = shown(qtbot, Part("a", "Before", (Paragraph("Words."),)))
    view.show_parts((Part("a", "After", (Paragraph("Words."),)),), ())
    (part,) = view.views
    assert (part.heading.text(), part.accessibleName()) == ("After", "After")
