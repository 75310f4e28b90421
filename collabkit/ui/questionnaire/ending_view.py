"""What is shown after the last statement: how far one is, what is open, what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.questionnaire.jump_list import JumpList
from collabkit.ui.questionnaire.state import Ending, SectionState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text


class EndingView(Part):
    """A calm summary. ``statement_wanted(item_id)`` tells that somebody wants to go to one."""

    statement_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Text("", "title")
        self.heading.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.heading.setProperty(NO_RING, True)
        self.sentence = Text("", "lead", "muted")
        self.afterwards = Text()
        self.table = NumbersTable(
            _("How far you are"),
            (_("Part"), _("Answered"), _("To come back to")),
            numeric=(1, 2),
        )
        self.open = JumpList(
            _("Still open"),
            _("You can leave these open: the results say what was not answered."),
        )
        self.flagged = JumpList(_("To come back to"), "")
        self.meaning = Section(_("What “Don't know” means for your results"))
        self.how_it_counts = Text()
        self.dont_know = Text()
        self.meaning.add(
            self.how_it_counts,
            self.dont_know,
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.heading,
            self.sentence,
            self.afterwards,
            self.table,
            self.open,
            self.flagged,
            self.meaning,
        ):
            self._box.addWidget(part)
        self.open.statement_wanted.connect(self.statement_wanted)
        self.flagged.statement_wanted.connect(self.statement_wanted)
        self.dress(theme_of(self))

    def show_ending(self, ending: Ending, sections: Sequence[SectionState]) -> None:
        """Show the summary."""
        self.heading.setText(ending.heading)
        self.sentence.setText(ending.sentence)
        self.table.set_first_heading(ending.part_word)
        self.how_it_counts.setText(ending.how_it_counts)
        self.meaning.setVisible(bool(ending.how_it_counts))
        self.table.show_rows(
            [
                (
                    section.name,
                    _("{answered} of {asked}").format(
                        answered=section.answered, asked=section.asked
                    ),
                    str(section.flagged or "–"),
                )
                for section in sections
            ]
        )
        self.afterwards.setText(ending.afterwards)
        self.afterwards.setVisible(bool(ending.afterwards))
        self.open.show_jumps(ending.open)
        self.flagged.show_jumps(ending.flagged)
        self.dont_know.setText(ending.dont_know)
        self.dont_know.setVisible(bool(ending.dont_know))

    def go_to_top(self) -> None:
        """Give the keyboard to the heading and let it be read out."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.heading, f"{self.heading.text()}. {self.sentence.text()}")

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))
