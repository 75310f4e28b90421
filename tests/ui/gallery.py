"""Every widget on a few pages, for human eyes: ``pytest --shots DIR`` draws them in each theme."""

from datetime import date
from fractions import Fraction

from collabkit.assessments.results import Band
from collabkit.library.glossary import Term, TermSpan
from collabkit.ui.navigation import Place
from collabkit.ui.widgets.band_mark import BandMark
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.date_field import DateField
from collabkit.ui.widgets.dot_strip import DotColumn, DotStrip
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.level_card import Answer
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.progress_steps import ProgressSteps, Step
from collabkit.ui.widgets.shape_view import Occasion, ShapeView
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.tick import Tick

LEVELS = (
    Answer("1", "Not yet", "Partners must do it our way.", "1"),
    Answer("2", "Starting", "We sometimes change a deadline or a form when a partner asks.", "2"),
    Answer("3", "Patchy", "Some of us adapt what we ask for; it depends on who is asked.", "3"),
    Answer(
        "4",
        "Regular practice",
        "We ask partners what they can manage before we agree how to work, and we change meetings, "
        "forms and deadlines to fit.",
        "4",
    ),
    Answer(
        "5", "How we work", "Partners say that we are the easiest organisation to work with.", "5"
    ),
)
WAYS_OUT = (Answer("dk", "Don’t know", mark="0"), Answer("na", "Does not apply to us", mark="N"))
THEMES = ("Power", "Empathy", "Honesty", "Communication", "Impact")
STATEMENT = "We adapt our ways of working to what smaller partners can manage."


class QuestionPage(Page):
    """One statement with its answers."""

    def __init__(self) -> None:
        super().__init__("Five themes · Away-day in June", "Theme 2 of 5 · 14 of 45", quiet=True)
        self.steps = ProgressSteps("Themes")
        done = zip(THEMES, (9, 5, 0, 0, 0), strict=True)
        self.steps.show_steps([Step(name, name, count, 9) for name, count in done], "Empathy")
        self.put_beside(self.steps)
        self.statement = TermText(STATEMENT, _spans(), "statement")
        self.choice = LevelChoice(STATEMENT)
        self.choice.offer(LEVELS, WAYS_OUT)
        self.choice.set_answer("4")
        self.why = Fold("Why this matters")
        self.why.set_open(True)
        self.why.add(Text("Small partners give up when every form is made for large ones."))
        self.note = TextBox("A note", "Only people who answer with you see it.")
        self.add(self.statement, self.choice, self.why, Fold("What would show it"), self.note)
        self.flag = Button("Come back to this", "quiet", "flag")
        self.foot.add_left(Button("Back", "plain", "back"))
        self.foot.add_right(self.flag)
        self.foot.add_right(Button("Next", "primary", "next", sign_after=True))


class FormPage(Page):
    """Everything to fill in."""

    def __init__(self) -> None:
        super().__init__("Your charity", "What you say here decides which actions are suggested.")
        self.head.set_primary(Button("Save", "primary"))
        self.notice.tell("The action was put into the bin.", "Undo")
        card = Card("About you")
        self.name = TextField("Name of the charity")
        self.income = PickField("Income in a year")
        self.income.set_options(
            [("s", "Up to £100,000"), ("m", "£100,000 to £1 million"), ("-", "Rather not say")]
        )
        self.income.set_code("s")
        self.run_by = Choice(
            "Who runs it from day to day?",
            [("v", "Volunteers"), ("s", "Paid staff"), ("b", "Both")],
            side_by_side=True,
        )
        self.run_by.set_code("v")
        self.when = DateField("Next meeting of the board")
        self.when.set_date(date(2026, 11, 22))
        self.wrong = DateField("Due")
        self.wrong.line.setText("soon")
        self.wrong.set_fault("That is not a date we can read. Write it as 22 November 2026.")
        self.box = TextBox("What you want to know", "One sentence will do.")
        self.agree = Tick(
            "Everybody has agreed that answers of three or four people may be shown, although "
            "anonymity is not possible then."
        )
        self.agree.setChecked(True)
        card.add(self.name, self.income, self.run_by, self.when, self.wrong, self.box, self.agree)
        self.add(card)
        row = Flow()
        row.setSpacing(12)
        for kind in ("primary", "plain", "quiet"):
            row.addWidget(Button(kind.title(), kind, "print"))  # type: ignore[arg-type]
            off = Button("Not now", kind)  # type: ignore[arg-type]
            off.setEnabled(False)
            row.addWidget(off)
        row.addWidget(Button("", "plain", "bin", "Put into the bin"))
        self.add(row)


class ResultsPage(Page):
    """Everything that shows results."""

    def __init__(self) -> None:
        super().__init__("Results", "What seven people said, and what to talk about first.")
        self.shape = ShapeView()
        self.shape.show_shape(
            THEMES,
            Occasion("June 2026", tuple(Fraction(n, 10) for n in (31, 24, 42, 36, 28))),
            Occasion("June 2025", (Fraction(2), Fraction(3), None, Fraction(3), Fraction(2))),
        )
        card = Card("The shape")
        card.add(self.shape)
        self.table = NumbersTable("Scores", ["Theme", "Score", "Band"], numeric=[1])
        bands = ("Build", "Act first", "Keep going", "Keep going", "Build")
        rows = zip(THEMES, ("3.1", "2.4", "4.2", "3.6", "2.8"), bands, strict=True)
        self.table.show_rows([list(row) for row in rows])
        card.add(self.table)
        spread = Card("How far apart you are")
        self.strip = DotStrip()
        self.strip.show_columns(
            [
                DotColumn(level.name, count, level.mark)
                for level, count in zip(LEVELS, (0, 2, 0, 3, 4), strict=True)
            ],
            [DotColumn("Don’t know", 1), DotColumn("Does not apply", 0)],
            "Seven of nine chose 4 or 5; two chose 2. Spread.",
        )
        spread.add(self.strip)
        bands_row = Flow()
        bands_row.setSpacing(24)
        for band in Band:
            mark = BandMark()
            mark.show_band(band)
            bands_row.addWidget(mark)
        spread.add(bands_row)
        self.add(card, spread)


class EmptyPage(Page):
    """Nothing yet."""

    def __init__(self) -> None:
        super().__init__("Your plan", "What you will do, who does it and by when.")
        self.empty = EmptyState(
            "Nothing to do yet. Start with the short version: about 10 minutes.", "Start", "path"
        )
        self.add(self.empty)
        self.notice.tell("The disk is full. Your answer is kept here.", "Try again", tone="alert")


def _spans() -> list[TermSpan]:
    term = Term("Partner", "An organisation that you work with and that decides for itself.")
    start = STATEMENT.index("partners")
    return [TermSpan(start, start + len("partners"), term)]


def gallery_places() -> tuple[Place, ...]:
    """Return the pages of the gallery as places."""
    return (
        Place("home", "Home", "home", EmptyPage),
        Place("assess", "Assess", "assess", QuestionPage),
        Place("workshop", "Workshop", "workshop", FormPage),
        Place("plan", "Plan", "plan", EmptyPage),
        Place("learn", "Learn", "learn", ResultsPage),
        Place("settings", "Settings", "settings", FormPage),
    )
