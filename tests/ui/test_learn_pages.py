"""Learn: five doors, and behind each something to read that leads on."""

import pytest
from house import House, button, focused, nameless, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.assessments.charity import IncomeBand, PartnershipRole, RunBy
from collabkit.library.cases import builtin_cases
from collabkit.library.facts import facts
from collabkit.library.guidance import builtin_guidance
from collabkit.library.references import references
from collabkit.library.sources import builtin_sources
from collabkit.ui.learn.facts.page import FactsPage
from collabkit.ui.learn.guidance.guide_page import GuidePage
from collabkit.ui.learn.guidance.page import GuidancePage
from collabkit.ui.learn.page import LearnPage
from collabkit.ui.learn.pointers import pack_links, statement_links
from collabkit.ui.learn.sources.page import SourcesPage
from collabkit.ui.learn.statement.page import StatementPage
from collabkit.ui.places import places
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def shown(qtbot: QtBot, house: House, made: type[Page], **arguments: object) -> Page:
    page = made(house.context)  # type: ignore[call-arg]
    house.show(qtbot, page, **arguments)
    return page


def press_key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def test_each_door_leads_to_a_place_of_its_own(qtbot: QtBot, house: House) -> None:
    """Five doors and the search; each place exists."""
    page = shown(qtbot, house, LearnPage)
    gone = places_gone_to(page)
    doors = ("Stories", "Words", "Guidance", "Facts you may quote", "Where this comes from")
    for door in doors:
        press(qtbot, page, f"Open: {door}")
    press(qtbot, page, "Search everything")
    known = {place.key for place in places(lambda: house.context)}
    assert [key for key, _arguments in gone] == [
        "stories", "words", "guidance", "facts", "sources", "search",
    ]  # fmt: skip
    assert {key for key, _arguments in gone} <= known
    assert nameless(page) == []


def test_everything_is_three_steps_from_anywhere(window: MainWindow) -> None:
    """Alt and a number, Tab to the door, Enter; and Alt+Left leads all the way back."""
    number = [entry.key for entry in window.rail.entries].index("learn") + 1
    press_key(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
    assert isinstance(window.page, LearnPage)
    press_key(Qt.Key.Key_Tab)
    press_key(Qt.Key.Key_Tab)
    press_key(Qt.Key.Key_Return)
    assert isinstance(window.page, GuidancePage)
    press_key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert isinstance(window.page, LearnPage)
    assert focused() is window.page.doors[2].button


def test_back_shows_a_page_as_it_was_left(qtbot: QtBot, window: MainWindow) -> None:
    """As far down, and with the keyboard on the link that was followed."""
    window.navigator.go("guidance")
    page = window.page
    assert isinstance(page, GuidancePage)
    last = page.groups[-1].links.entries[-1].button
    qtbot.waitUntil(lambda: page.scroller.verticalScrollBar().maximum() > 0)
    last.setFocus()
    far_down = page.scrolled
    assert far_down > 0
    press_key(Qt.Key.Key_Return)
    assert isinstance(window.page, GuidePage)
    window.navigator.back()
    assert window.page is page
    assert focused() is last
    assert page.scrolled == far_down


def test_pages_for_a_charity_like_ones_own_come_first(qtbot: QtBot, house: House) -> None:
    """With one charity there is no doubt which is meant; the sample does not count."""
    house.services.charities.add(
        "Riverside Group",
        income_band=IncomeBand.SMALL,
        run_by=RunBy.VOLUNTEERS,
        usual_role=PartnershipRole.LEAD,
    )
    page = shown(qtbot, house, GuidancePage)
    assert isinstance(page, GuidancePage)
    own = page.groups[0]
    assert own.heading.text() == "For a charity like yours"
    assert "Riverside Group" in own.sentence.text()
    keys = [entry.link.arguments["guide"] for entry in own.links.entries]
    assert keys == ["size-small", "role-lead", "volunteer-run", "who-answers"]


def test_of_several_charities_the_one_worked_on_last_counts(qtbot: QtBot, house: House) -> None:
    house.charity("Elder Circle")
    house.assessment("Riverside Group", "November")
    page = shown(qtbot, house, GuidancePage)
    assert "Riverside Group" in words(page)


def test_without_a_charity_all_guidance_is_listed(qtbot: QtBot, house: House) -> None:
    page = shown(qtbot, house, GuidancePage)
    assert isinstance(page, GuidancePage)
    assert "For a charity like yours" not in words(page)
    listed = [e.link.arguments["guide"] for group in page.groups for e in group.links.entries]
    assert listed == [guide.key for guide in builtin_guidance().pages]


@pytest.mark.parametrize("key", [page.key for page in builtin_guidance().pages])
def test_every_page_of_guidance_can_be_read(qtbot: QtBot, house: House, key: str) -> None:
    """Its title, lead and the heading of each section are there."""
    page = shown(qtbot, house, GuidePage, guide=key)
    assert isinstance(page, GuidePage)
    guide = builtin_guidance().page(key)
    text = words(page)
    for line in (guide.title, guide.lead, *(section.title for section in guide.sections)):
        assert line in text
    assert page.scroller.horizontalScrollBar().maximum() == 0


def test_a_table_of_guidance_is_a_real_table_within_the_page(qtbot: QtBot, house: House) -> None:
    """Its cells can be walked through, its headings are whole and nothing sticks out."""
    page = shown(qtbot, house, GuidePage, guide="who-answers")
    table = page.findChild(NumbersTable)
    assert isinstance(table, NumbersTable)
    assert table.model().rowCount() == 5
    across = table.horizontalHeader()
    assert across.length() <= table.viewport().width()
    for column in range(3):
        assert across.sectionSize(column) >= across.sectionSizeHint(column)


def test_a_section_of_guidance_is_opened_at(qtbot: QtBot, house: House) -> None:
    """A link to a section does not end at the top of its page."""
    page = shown(qtbot, house, GuidePage, guide="role-lead", section="complaints")
    assert isinstance(page, GuidePage)
    qtbot.waitUntil(lambda: page.scrolled > 0)
    section = next(part for part in page.sections if part.key == "complaints")
    assert focused() is section.heading


def test_sections_of_guidance_lead_on(qtbot: QtBot, house: House) -> None:
    """Statements are looked up when they are asked for, and each can be read."""
    page = shown(qtbot, house, GuidePage, guide="who-answers")
    gone = places_gone_to(page)
    press(qtbot, page, "Statements about this")
    opened = [b for b in page.findChildren(type(button(page, "Back"))) if b.isVisible()]
    reads = [b for b in opened if b.accessibleName().startswith("Read: ")]
    assert len(reads) == 2
    qtbot.mouseClick(reads[0], Qt.MouseButton.LeftButton)
    assert gone == [("statement", {"pack_id": "five-themes", "item_id": "IMP-1"})]


def test_difficult_words_are_explained_once_a_page(qtbot: QtBot, house: House) -> None:
    """A dotted line under each occurrence would be noise."""
    page = shown(qtbot, house, GuidePage, guide="running")
    terms = [t.span.term.name for text in page.findChildren(TermText) for t in text.terms]
    assert terms
    assert len(terms) == len(set(terms))


def test_a_fact_is_copied_with_its_source(qtbot: QtBot, house: House) -> None:
    """What is pasted into a bid says where it comes from."""
    page = shown(qtbot, house, FactsPage)
    fact = facts()[0]
    press(qtbot, page, f"Copy with source: {fact.title}")
    assert QGuiApplication.clipboard().text() == fact.quotation
    assert fact.source in fact.quotation
    assert page.notice.sentence == f"Copied with its source: {fact.title}."
    assert nameless(page) == []


def test_facts_are_opened_at_one(qtbot: QtBot, house: House) -> None:
    last = facts()[-1]
    page = shown(qtbot, house, FactsPage, fact=last.key)
    assert isinstance(page, FactsPage)
    qtbot.waitUntil(lambda: page.scrolled > 0)
    assert focused() is page.cards[last.key].title


def test_the_sources_say_what_is_ours_and_untested(qtbot: QtBot, house: House) -> None:
    page = shown(qtbot, house, SourcesPage)
    text, sources = words(page), builtin_sources()
    assert sources.untested in text
    for report in sources.reports:
        assert report.title in text
        assert all(line in text for line in (*report.taken, *report.cautions))
    assert all(own.title in text and own.text in text for own in sources.ours)


def test_a_statement_is_read_with_everything_about_it(qtbot: QtBot, house: House) -> None:
    """Levels, why, evidence, actions and the stories that illustrate it."""
    page = shown(qtbot, house, StatementPage, pack_id="five-themes", item_id="POW-1")
    text = words(page)
    from collabkit.services.packs import builtin_pack

    item = builtin_pack("five-themes").item("POW-1")
    for line in (item.statement, *item.levels, item.why, item.evidence):
        assert line in text
    assert all(idea.text in text for idea in item.actions)
    assert all(case.title in text for case in builtin_cases().cases_for("POW-1"))
    assert nameless(page) == []


def test_a_statement_leads_to_its_questionnaire(qtbot: QtBot, house: House) -> None:
    page = shown(qtbot, house, StatementPage, pack_id="behaviours", item_id="BEH-1c")
    gone = places_gone_to(page)
    press(qtbot, page, "Start this questionnaire: Five areas of collaborative behaviour")
    assert gone == [("new", {"pack_id": "behaviours"})]


@pytest.mark.parametrize(
    ("pack_id", "item_id"), [("five-themes", "POW-99"), ("no-such-pack", "POW-1")]
)
def test_a_statement_that_is_gone_is_a_sentence(
    qtbot: QtBot, house: House, pack_id: str, item_id: str
) -> None:
    """An own questionnaire may have been changed since it was found."""
    page = shown(qtbot, house, StatementPage, pack_id=pack_id, item_id=item_id)
    assert page.head.lead.text().endswith(".")
    assert "Start this questionnaire" not in words(page)


def test_every_pointer_of_the_library_leads_somewhere(house: House) -> None:
    """What the stories and the guidance point to is a statement, or named by its questionnaire."""
    known = {place.key for place in places(lambda: house.context)}
    pointers = list(references())
    links = [*statement_links(p.item_id for p in pointers if p.item_id)]
    links += pack_links(p.pack_id for p in pointers if not p.item_id)
    assert len(links) == len(pointers)
    assert {link.place for link in links} == {"statement", "new"} <= known
    assert all(link.title for link in links)
